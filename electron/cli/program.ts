/** The tree of commands: their names, options and help. The completion of shells is made from it. What a command does is passed in. */
import { Argument, Command, Option } from 'commander';
import { LANGUAGES } from '../../shared/base/settings';
import { CAUSES } from '../../shared/errors/reading';
import { MESSAGE_FORMS } from '../../shared/report/message-forms';
import { ASKED_ENDPOINTS, type AskOptions, type PracticeOptions } from './ask-options';
import { SHELLS, type Shell } from './completion';
import type { DoctorOptions } from './doctor-command';
import type { ExplainOptions } from './explain-command';
import { afterHelp, type Example, LocalHelp } from './help';
import type { CliIo, Talk } from './io';
import type { MessageOptions } from './message-command';

export const PROGRAM_NAME = 'model-access-doctor';

export interface CommandHandlers {
  readonly explain: (file: string | undefined, options: ExplainOptions) => Promise<void>;
  readonly canI: (models: readonly string[], options: AskOptions) => Promise<void>;
  readonly mcp: () => Promise<void>;
  readonly practice: (options: PracticeOptions) => Promise<void>;
  readonly message: (file: string | undefined, options: MessageOptions) => Promise<void>;
  readonly doctor: (folder: string, options: DoctorOptions) => Promise<void>;
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
  addCanI(tree, talk, handlers);
  addPractice(tree, talk, handlers);
  addMcp(tree, talk, handlers);
  addDoctor(tree, talk, handlers);
  addMessage(tree, talk, handlers);
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
    ['cli.ask.exampleOne', '% can-i gpt-5.5'],
    ['cli.doctor.exampleHere', '% doctor'],
  ],
  explain: [
    ['cli.explain.exampleFile', '% explain error.txt'],
    ['cli.explain.examplePipe', 'python app.py 2>&1 | % explain'],
    ['cli.explain.exampleJson', '% explain --json error.txt'],
    ['cli.explain.exampleCause', '% explain --cause project_lacks_model'],
  ],
  'can-i': [
    ['cli.ask.exampleOne', '% can-i gpt-5.5'],
    ['cli.ask.exampleKey', '% can-i gpt-5.5 gpt-5.4-mini --key Storefront'],
    ['cli.ask.exampleStdin', 'pass show openai | % can-i gpt-5.5 --key-stdin'],
    ['cli.ask.exampleFolder', '% can-i --folder .'],
    ['cli.ask.exampleScript', '% can-i gpt-5.5 --json || exit 1'],
  ],
  practice: [['cli.practice.example', '% practice']],
  mcp: [['cli.mcp.example', '{ "command": "%", "args": ["mcp"] }']],
  doctor: [
    ['cli.doctor.exampleHere', '% doctor'],
    ['cli.doctor.exampleError', '% doctor --error error.txt server'],
    ['cli.doctor.exampleJson', '% doctor --json'],
  ],
  message: [['cli.message.example', '% message --form email error.txt']],
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

function addCanI(tree: Command, { say }: Talk, { canI }: CommandHandlers): void {
  tree
    .command('can-i')
    .alias('check')
    .description(say('cli.ask.about'))
    .argument('[models...]', say('cli.ask.models'))
    .usage(say('cli.ask.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addOption(new Option('--key <label>', say('cli.ask.key')).conflicts(['keyEnv', 'keyStdin', 'baseUrl']))
    .addOption(new Option('--key-env <name>', say('cli.ask.keyEnv')).conflicts('keyStdin'))
    .addOption(new Option('--key-stdin', say('cli.ask.keyStdin')))
    .addOption(new Option('--base-url <url>', say('cli.ask.baseUrl')))
    .addOption(new Option('--organization <id>', say('cli.ask.organization')))
    .addOption(new Option('--project <id>', say('cli.ask.project')))
    .addOption(new Option('--folder <folder>', say('cli.ask.folder')))
    .addOption(new Option('--endpoint <name>', say('cli.ask.endpoint')).choices(ASKED_ENDPOINTS))
    .addOption(new Option('--real', say('cli.ask.real')))
    .addOption(new Option('--yes', say('cli.ask.yes')))
    .addOption(new Option('--json', say('cli.ask.json')))
    .action((models: readonly string[], options: AskOptions) => canI(models, options));
}

function addPractice(tree: Command, { say }: Talk, { practice }: CommandHandlers): void {
  tree
    .command('practice')
    .description(say('cli.practice.about'))
    .usage(say('cli.practice.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addOption(new Option('--json', say('cli.practice.json')))
    .action((options: PracticeOptions) => practice(options));
}

function addMcp(tree: Command, { say }: Talk, { mcp }: CommandHandlers): void {
  tree
    .command('mcp')
    .description(say('cli.mcp.about'))
    .usage(say('cli.mcp.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .action(() => mcp());
}

function addDoctor(tree: Command, { say }: Talk, { doctor }: CommandHandlers): void {
  tree
    .command('doctor')
    .description(say('cli.doctor.about'))
    .argument('[folder]', say('cli.doctor.folder'), '.')
    .usage(say('cli.doctor.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addOption(new Option('--error <file>', say('cli.doctor.error')))
    .addOption(new Option('--json', say('cli.doctor.json')))
    .action((folder: string, options: DoctorOptions) => doctor(folder, options));
}

function addMessage(tree: Command, { say }: Talk, { message }: CommandHandlers): void {
  tree
    .command('message')
    .description(say('cli.message.about'))
    .argument('[file]', say('cli.explain.file'))
    .usage(say('cli.explain.usage'))
    .helpOption('-h, --help', say('cli.help.help'))
    .addOption(new Option('--form <form>', say('cli.message.form')).choices(MESSAGE_FORMS).default('chat'))
    .action((file: string | undefined, options: MessageOptions) => message(file, options));
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
