/** How help is laid out: in the person's language, as wide as the terminal, with examples and the exit statuses. */
import { type Command, Help, type Option } from 'commander';
import type { MessageKey } from '../../shared/messages/speaker';
import type { CliIo, Talk } from './io';
import { STATUS } from './status';
import { shownOn, styled } from './terminal/screen';
import { widthOf, wrap } from './terminal/width';

/** Below this, what a term means stands below it instead of beside it. */
const BESIDE = 60;

/** An example: what it does, and the command line after the program's name. */
export type Example = readonly [does: MessageKey, line: string];

export class LocalHelp extends Help {
  readonly #io: CliIo;
  readonly #talk: Talk;

  constructor(io: CliIo, talk: Talk) {
    super();
    this.#io = io;
    this.#talk = talk;
    this.helpWidth = io.screen.width;
    this.showGlobalOptions = true;
  }

  override displayWidth(text: string): number {
    return widthOf(text);
  }

  override boxWrap(text: string, width: number): string {
    return text
      .split('\n')
      .flatMap((line) => wrap(line, width))
      .join('\n');
  }

  /** The headings that the parser gives. */
  override styleTitle(title: string): string {
    const { say } = this.#talk;
    const names: Readonly<Record<string, string>> = {
      'Usage:': say('cli.help.usage'),
      'Arguments:': say('cli.help.arguments'),
      'Options:': say('cli.help.options'),
      'Global Options:': say('cli.help.globalOptions'),
      'Commands:': say('cli.help.commands'),
    };
    return styled('bold', names[title] ?? title, this.#io.screen);
  }

  override optionDescription(option: Option): string {
    const choices = option.argChoices;
    // Two dozen causes are listed by a command of their own.
    if (choices === undefined || choices.length > 5) return option.description;
    return `${option.description} (${choices.join(' | ')})`;
  }

  override formatItem(term: string, termWidth: number, description: string): string {
    const width = this.helpWidth ?? BESIDE;
    if (width < BESIDE) {
      const below = wrap(description, width - 4).map((line) => `    ${line}`);
      return [...wrap(term, width - 2).map((line) => `  ${line}`), ...below].join('\n');
    }
    const [first = '', ...rest] = wrap(description, width - termWidth - 4);
    const hanging = ' '.repeat(termWidth + 4);
    const gap = ' '.repeat(termWidth - widthOf(term) + 2);
    return [`  ${term}${gap}${first}`, ...rest.map((line) => hanging + line)].join('\n');
  }

  override formatHelp(command: Command, helper: Help): string {
    const width = this.helpWidth ?? BESIDE;
    const lines = super
      .formatHelp(command, helper)
      .split('\n')
      .flatMap((line) => (widthOf(line) > width && !line.includes('\u001b') ? wrap(line, width) : [line]));
    return shownOn(this.#io.screen, lines.join('\n'));
  }
}

/** What follows the options. */
export function afterHelp(command: Command, examples: readonly Example[], io: CliIo, talk: Talk): string {
  return `\n${[examplesText(command, examples, io, talk), statusText(io, talk)].join('\n\n')}`;
}

function examplesText(
  command: Command,
  examples: readonly Example[],
  { screen }: CliIo,
  { say }: Talk,
): string {
  const name = command.parent?.name() ?? command.name();
  const lines = examples.flatMap(([does, line]) => [
    ...wrap(say(does), screen.width - 2).map((each) => `  ${each}`),
    ...wrap(line.replaceAll('%', name), screen.width - 4).map(
      (each) => `    ${styled('cyan', each, screen)}`,
    ),
  ]);
  return shownOn(screen, [styled('bold', say('cli.help.examples'), screen), ...lines].join('\n'));
}

function statusText({ screen }: CliIo, { say }: Talk): string {
  const rows = Object.entries(STATUS).flatMap(([name, status]) =>
    wrap(say(`cli.status.${name as keyof typeof STATUS}`), screen.width - 7).map((line, index) =>
      index === 0 ? `  ${String(status).padEnd(3)}  ${line}` : `       ${line}`,
    ),
  );
  return shownOn(screen, [styled('bold', say('cli.help.status'), screen), ...rows].join('\n'));
}
