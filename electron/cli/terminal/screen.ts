/** What is known of the terminal, and of the person in front of it, from the process that we run in. */
import { styleText } from 'node:util';
import type { Language } from '../../../shared/base/settings';

export interface Screen {
  /** In columns. */
  readonly width: number;
  readonly colours: boolean;
  /** True where the locale says that letters beyond ASCII cannot be shown. */
  readonly asciiOnly: boolean;
}

export interface TerminalFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** Without a terminal, as most programs have it. */
const WIDTH = 80;
/** Lines longer than this are hard to read, however wide the window is. */
const WIDEST = 100;
const NARROWEST = 20;

export function screenOf({ env, isTerminal, columns }: TerminalFacts): Screen {
  const told = columns ?? Number.parseInt(env['COLUMNS'] ?? '', 10);
  const width = Number.isFinite(told) && told > 0 ? told : WIDTH;
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, width)),
    colours: hasColours(env, isTerminal),
    asciiOnly: isAsciiOnly(env),
  };
}

/** `FORCE_COLOR` wins over `NO_COLOR`, as in Node itself. */
function hasColours(env: TerminalFacts['env'], isTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}

/** The locale that rules what is shown: the first of these that says anything. */
function localeOf(env: TerminalFacts['env']): string {
  return (
    [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((each) => each !== undefined && each !== '') ?? ''
  );
}

/** A locale that is not set says nothing, and terminals of today show UTF-8. One without a name for its letters is set on purpose. */
function isAsciiOnly(env: TerminalFacts['env']): boolean {
  const set = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((each) => each !== undefined && each !== '');
  if (set === undefined) return false;
  return set === 'C' || set === 'POSIX' || (set.includes('.') && !/\.utf-?8/i.test(set));
}

/** Japanese where the locale is, unless its letters could not be shown. */
export function languageOf(env: TerminalFacts['env']): Language {
  return /^ja(?:[_.@-]|$)/i.test(localeOf(env)) && !isAsciiOnly(env) ? 'ja' : 'en';
}

export type Style = Parameters<typeof styleText>[0];

export function styled(style: Style, text: string, { colours }: Screen): string {
  return colours && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

const IN_ASCII: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '·': '-',
  '•': '*',
  '│': '|',
  '→': '->',
  '×': 'x',
};

/** In letters that the terminal shows; what has no likeness in ASCII becomes a question mark. */
export function shownOn({ asciiOnly }: Screen, text: string): string {
  if (!asciiOnly) return text;
  return text.replace(/[^\p{ASCII}]/gu, (sign) => IN_ASCII[sign] ?? '?');
}
