/** The command line in this process, as a command that was typed. */
import type { CliIo } from '../../../electron/cli/io';
import { run } from '../../../electron/cli/run';
import { onlineCommands } from '../../../electron/online/commands';

async function* pieces(texts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

export async function runCommand(
  argv: readonly string[],
  input: readonly (string | Uint8Array)[] = [],
  io: Partial<CliIo> = {},
) {
  const out: string[] = [];
  const errors: string[] = [];
  const process: CliIo = {
    input: pieces(input),
    inputIsTerminal: false,
    writeOut: (text) => out.push(text),
    writeError: (text) => errors.push(text),
    screen: { width: 80, colours: false, asciiOnly: false },
    env: {},
    today: '2026-11-30',
    version: '1.2.3',
    progress: () => undefined,
    stop: new AbortController().signal,
    ...io,
  };
  const status = await run(argv, process, async () => onlineCommands);
  return { status, out: out.join(''), errors: errors.join('') };
}

/** Refused as the API does it. */
export const REFUSED =
  "Error code: 403 - {'error': {'message': 'Project `proj_Ab12` does not have access to model `gpt-5.5`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}";
