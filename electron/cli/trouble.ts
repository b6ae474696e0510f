/** What went wrong, said in the person's language on standard error, and the status that goes with it. */
import type { CommanderError } from 'commander';
import type { MessageKey, MessageValues } from '../../shared/messages/speaker';
import { redact } from '../../shared/redaction/redact';
import { visibleText } from '../../shared/text/visible';
import type { CliIo, Talk } from './io';
import { type ExitStatus, STATUS } from './status';
import { shownOn } from './terminal/screen';
import { wrap } from './terminal/width';

/** What a person typed may be a key by mistake, or steer the terminal: neither comes out again. */
export function tell(
  key: MessageKey,
  values: MessageValues,
  status: keyof typeof STATUS,
  io: CliIo,
  { say }: Talk,
): ExitStatus {
  const text = visibleText(redact(say(key, values)));
  const lines = text.split('\n').flatMap((each) => wrap(each, io.screen.width));
  io.writeError(`${shownOn(io.screen, lines.join('\n'))}\n`);
  return STATUS[status];
}

/** What the parser found wrong. It gives a code, and names in quotes in a sentence of its own. */
export function tellWrongUse({ code, message }: CommanderError, io: CliIo, talk: Talk): ExitStatus {
  const say = (key: MessageKey, values: MessageValues = {}) => tell(key, values, 'wrong_use', io, talk);
  const names = [...message.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  // Of an argument its value comes first, of an option its name.
  const [first = '', second = ''] = message.includes('command-argument value') ? names.toReversed() : names;
  const known = KEYS[code];
  if (known === undefined) return say('cli.trouble.wrongUse');
  say(known, { first, second });
  const meant = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  if (meant !== undefined) say('cli.trouble.meant', { meant });
  const choices = /Allowed choices are ([^.]+)\./.exec(message)?.[1];
  if (choices !== undefined) say('cli.trouble.choices', { choices });
  return say('cli.trouble.seeHelp');
}

const KEYS: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'cli.trouble.unknownOption',
  'commander.unknownCommand': 'cli.trouble.unknownCommand',
  'commander.missingArgument': 'cli.trouble.missingArgument',
  'commander.optionMissingArgument': 'cli.trouble.missingValue',
  'commander.excessArguments': 'cli.trouble.tooMany',
  'commander.invalidArgument': 'cli.trouble.invalidValue',
  'commander.conflictingOption': 'cli.trouble.conflict',
};
