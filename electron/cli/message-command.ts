/** `message`: what to write to whoever may change the project, made of the text of a refusal. */
import { judgeText } from '../../shared/diagnosis/judge-text';
import type { MessageForm } from '../../shared/report/message-forms';
import { messageText, ownerMessage } from '../../shared/report/owner-message';
import { readTextFile, textOfInput } from './input';
import type { CliIo, Talk } from './io';
import { type ExitStatus, STATUS } from './status';
import { tell } from './trouble';

export interface MessageOptions {
  readonly form: MessageForm;
}

/** A message about a text that reports no refusal would ask somebody for nothing. */
export async function messageCommand(
  file: string | undefined,
  { form }: MessageOptions,
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const text = file === undefined || file === '-' ? await textOfInput(io, talk) : await readTextFile(file);
  if (!text.ok) return tell(`cli.trouble.${text.error}`, { file: file ?? '-' }, 'obstacle', io, talk);
  const { reading, verdict } = judgeText(text.value, io.today);
  if (verdict.outcome !== 'refused') return tell('cli.message.nothing', {}, 'unclear', io, talk);
  const view = { verdict, reading, evidence: [], createdAt: `${io.today}T00:00:00.000Z` };
  io.writeOut(`${messageText(ownerMessage(view, talk.language, form), form)}\n`);
  return STATUS.yes;
}
