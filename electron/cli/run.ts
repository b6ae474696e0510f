/** The command line, apart from the process it runs in. */
import { CommanderError } from 'commander';
import { isLanguage, type Language } from '../../shared/base/settings';
import type { OnlineCommands } from './ask-options';
import { completionScript } from './completion';
import { explainCommand } from './explain-command';
import type { CliIo } from './io';
import { commandTree } from './program';
import { type ExitStatus, STATUS } from './status';
import { languageOf } from './terminal/screen';
import { tell, tellWrongUse } from './trouble';
import { talkIn } from './words';

/** `online`: loads the commands that ask the API. */
export async function run(
  argv: readonly string[],
  io: CliIo,
  online: () => Promise<OnlineCommands>,
): Promise<ExitStatus> {
  const talk = await talkIn(askedLanguage(argv) ?? languageOf(io.env));
  if (argv.length === 0) return tell('cli.trouble.noCommand', {}, 'wrong_use', io, talk);
  let status: ExitStatus = STATUS.yes;
  const tree = commandTree(io, talk, {
    explain: async (file, options) => {
      status = await explainCommand(file, options, io, talk);
    },
    canI: async (models, options) => {
      status = await (await online()).canI(models, options, io, talk);
    },
    mcp: async () => {
      status = await (await online()).mcp(io, talk);
    },
    practice: async (options) => {
      status = await (await online()).practice(options, io, talk);
    },
    doctor: async (folder, options) => {
      // Its parser of YAML is as large as all the rest.
      const { doctorCommand } = await import('./doctor-command');
      status = await doctorCommand(folder, options, io, talk);
    },
    message: async (file, options) => {
      const { messageCommand } = await import('./message-command');
      status = await messageCommand(file, options, io, talk);
    },
    completion: async (shell, commands) => io.writeOut(completionScript(shell, commands)),
  });
  try {
    await tree.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? STATUS.yes : tellWrongUse(error, io, talk);
  }
}

/** The sentences of help are made before the options are read, so this one is looked for beforehand. */
function askedLanguage(argv: readonly string[]): Language | null {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return asked !== undefined && isLanguage(asked) ? asked : null;
}
