/** Asks before anything is sent that may be billed. Nobody who cannot be asked is taken to agree. */
import type { AskOptions } from '../cli/ask-options';
import { typedLine } from '../cli/input';
import type { CliIo, Talk } from '../cli/io';

export async function agreedTo(
  models: readonly string[],
  options: Pick<AskOptions, 'yes' | 'keyStdin'>,
  io: CliIo,
  { say }: Talk,
): Promise<'yes' | 'no' | 'unasked'> {
  if (options.yes === true) return 'yes';
  if (!io.inputIsTerminal || options.keyStdin === true) return 'unasked';
  io.writeError(say('cli.ask.consent', { models: models.join(', ') }));
  const answer = await typedLine(io.input);
  return /^(?:y|yes|はい)$/i.test(answer.trim()) ? 'yes' : 'no';
}
