/** The tree of commands: their names, options and help. The completion of shells is made from it. What a command does is passed in. */
import { Argument, Command, Option } from 'commander';
import { LANGUAGES } from '../../shared/base/settings';
import { CAUSES } from '../../shared/errors/reading';
import { SHELLS, type Shell } from './completion';
import type { ExplainOptions } from './explain-command';
import { afterHelp, type Example, LocalHelp } from './help';
import type { CliIo, Talk } from './io';

const PROGRAM_NAME = 'model-access-doctor';

export interface CommandHandlers {
  readonly explain: (file: string | undefined, options: ExplainOptions) => Promise<void>;
  readonly completion: (shell: Shell, tree: Command) => Promise<void>;
}

export function commandTree(io: CliIo, talk: Talk, handlers: CommandHandlers): Command {
  const { say } = talk;
  const tree = new (commandClass(io, talk))(PROGRAM_NAME)
    .description(say('cli.about'))
    .usage(say('cli.help.usageOfAll'))
    .version(io.version, '--version', say('cli.help.version'))
    .addOption(new Option('--lang <language>', say('cli.help.language')).choices(LANGUAGES))
    .helpOption('-h, --help', say('cli.help.help'))
    .helpCommand('help [command]', say('cli.help.helpCommand'))
    .exitOverride()
    .configureOutput({ writeOut: io.writeOut, writeErr: io.writeError, outputError: () => {} });
  addExplain(tree, talk, handlers);
  addCompletion(tree, talk, handlers);
  for (const command of [tree, ...tree.commands])
    command.addHelpText('after', () => afterHelp(command, EXAMPLES[command.name()] ?? [], io, talk));
  return tree;
}

/** A tree whose commands all lay out their help alike. */
function commandClass(io: CliIo, talk: Talk): new (name: string) => Command {
  return class LocalCommand extends Command {
    override createHelp(): LocalHelp {
      return new LocalHelp(io, talk);
    }

    override createCommand(name: string): Command {
      return new LocalCommand(name);
    }
  };
}

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  [PROGRAM_NAME]: [
    ['cli.explain.exampleFile', '% explain error.txt'],
    ['cli.explain.examplePipe', 'python app.py 2>&1 | % explain'],
  ],
  explain: [
    ['cli.explain.exampleFile', '% explain error.txt'],
    ['cli.explain.examplePipe', 'python app.py 2>&1 | % explain'],
    ['cli.explain.exampleJson', '% explain --json error.txt'],
    ['cli.explain.exampleCause', '% explain --cause project_lacks_model'],
  ],
  completion: [
    ['cli.completion.exampleBash', 'source <(% completion bash)'],
    ['cli.completion.exampleZsh', 'source <(% completion zsh)'],
    ['cli.completion.exampleFish', '% completion fish | source'],
  ],
};

function addExplain(tree: Command, { say }: Talk, { explain }: CommandHandlers): void {
  tree
    .command('explain')
    .description(say('cli.explain.about'))
    .argument('[file]', say('cli.explain.file'))
    .usage(say('cli.explain.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addOption(new Option('--json', say('cli.explain.json')))
    .addOption(new Option('--jsonl', say('cli.explain.jsonl')).conflicts(['json', 'cause', 'list']))
    .addOption(new Option('--cause <cause>', say('cli.explain.cause')).choices(CAUSES).conflicts('list'))
    .addOption(new Option('--list', say('cli.explain.list')))
    .action((file: string | undefined, options: ExplainOptions) => explain(file, options));
}

function addCompletion(tree: Command, { say }: Talk, { completion }: CommandHandlers): void {
  tree
    .command('completion')
    .description(say('cli.completion.about'))
    .usage(say('cli.completion.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addArgument(new Argument('<shell>', say('cli.completion.shell')).choices(SHELLS))
    .action((shell: Shell) => completion(shell, tree));
}
