/**
 * A pasted text with the damage of its journey undone (curly quotes, escapes, colours, hidden characters, hard-wrapped
 * words), and beside it where each character came from, so that findings can be marked in the original.
 */

import { plainSpelling } from './plain-spelling';

export interface Clean {
  readonly text: string;
  /** For each character of `text` its offset in the original, and one entry more for the end. */
  readonly at: Int32Array;
}

/** A stretch of the original to read. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Stands between two windows, so that nothing is read across the gap. */
export const BREAK = '\u0001';

const ESC = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
/** Colour codes: after a real ESC, its picture, its caret or backslash spelling, or with the ESC lost. */
const COLOUR = new RegExp(
  String.raw`(?:${ESC}|\u2190|\u241b|\^\[|\\+(?:u001b|x1b|033|e))` +
    String.raw`(?:\[[0-9;?]{0,16}[A-Za-z]|\][^${BELL}${ESC}\n]{0,200}(?:${BELL}|${ESC}\\))` +
    String.raw`|\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m(?!\])`,
  'iy',
);
/** Escaped once, or again by each page it passed. */
const ENTITY = /&(?:amp;){0,4}(?:quot|apos|lt|gt|amp|nbsp|#0?39|#x27|#34|#x22|#96|#x60);/iy;
const PERCENT = /%(?:20|22|27|60|7B|7D|3A|2C|0A|5B|5D)/iy;
const BACKSLASHES = /\\+(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt])|(["'`/{}_*[\]().#!<>-])|(\r?\n))?/iy;
/** Emphasis of a page; what is set as code is quoted. */
const TAG = /<\/?(?:(code|tt|kbd|samp)|b|i|em|strong|mark|span)(?: [^<>\n]{0,120})?>/iy;
const STARS = /\*+/y;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  '#34': '"',
  '#x22': '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  '#96': '`',
  '#x60': '`',
  lt: '<',
  gt: '>',
  amp: '&',
  nbsp: ' ',
};

class Builder {
  private readonly parts: string[] = [];
  private readonly offsets: number[] = [];
  last = '';

  put(text: string, offset: number): void {
    for (let i = 0; i < text.length; i += 1) {
      this.parts.push(text.charAt(i));
      this.offsets.push(offset);
    }
    this.last = text.charAt(text.length - 1);
  }

  finish(end: number): Clean {
    return { text: this.parts.join(''), at: Int32Array.from([...this.offsets, end]) };
  }
}

export function clean(original: string, windows: readonly Window[]): Clean {
  const builder = new Builder();
  for (const window of windows) {
    if (builder.last !== '') builder.put(`\n${BREAK}\n`, window.start);
    cleanWindow(original, window, builder);
  }
  return builder.finish(windows.at(-1)?.end ?? 0);
}

/** What a window is written in, where that changes how its signs are read. */
interface Notation {
  /** Each quote within a cell of a table of values is doubled. */
  readonly doublesQuotes: boolean;
  /** `<code>` is an element that holds the code, not a word set as code. */
  readonly isXml: boolean;
  /** Sent like a form: a plus stands for a blank. */
  readonly isForm: boolean;
}

const DOUBLED = /""\s{0,3}:\s{0,3}(?:""|[[{\dtfn])/;
const FORM = /%22\w{2,20}%22(?:%3A|:)/i;
const XML = /<\/(?:error|errors|fault|message|response|errorresponse)>/i;

function notationOf(part: string): Notation {
  return { doublesQuotes: DOUBLED.test(part), isXml: XML.test(part), isForm: FORM.test(part) };
}

function cleanWindow(original: string, window: Window, builder: Builder): void {
  const wrap = hardWrap(original, window);
  const notation = notationOf(original.slice(window.start, window.end));
  let lineStart = window.start;
  let i = window.start;
  while (i < window.end) {
    const unit = original.charCodeAt(i);
    if (unit === 10) {
      const line = original.slice(lineStart, i);
      const joined = line.length === wrap.width ? continuation(original, i, builder.last) : null;
      const isCut =
        joined !== null && (wrap.repeats || isInsideString(line) || isOneName(line, original, joined));
      if (!isCut) builder.put('\n', i);
      i = isCut ? joined : i + 1;
      lineStart = original.lastIndexOf('\n', i - 1) + 1;
    } else i = step(original, i, unit, builder, notation);
  }
}

/** Reads one unit of the original, or one damaged spelling of it, and gives the offset after it. */
function step(original: string, i: number, unit: number, builder: Builder, notation: Notation): number {
  switch (unit) {
    case 0x1b:
    case 0x5b: // [
    case 0x2190:
    case 0x241b:
    case 0x5e: // ^
      return take(COLOUR, original, i) ?? one(original, i, unit, builder);
    case 0x5c: // backslash
      return take(COLOUR, original, i) ?? backslash(original, i, builder);
    case 0x26: // &
      return replaced(
        ENTITY,
        original,
        i,
        builder,
        (all) =>
          ENTITIES[
            all
              .slice(all.lastIndexOf('&') + 1, -1)
              .replace(/^(?:amp;)+(?=.)/i, '')
              .toLowerCase()
          ] ?? all,
      );
    case 0x3c: // <
      return tag(original, i, builder, notation);
    case 0x25: // %
      return replaced(PERCENT, original, i, builder, (all) =>
        String.fromCharCode(Number.parseInt(all.slice(1), 16)),
      );
    case 0x2b: // +
      if (!notation.isForm) return one(original, i, unit, builder);
      builder.put(' ', i);
      return i + 1;
    case 0x2a: // *
      return stars(original, i, builder);
    case 0x22: // "
      return one(original, i, unit, builder) + (notation.doublesQuotes && original[i + 1] === '"' ? 1 : 0);
    default:
      return one(original, i, unit, builder);
  }
}

function take(pattern: RegExp, original: string, i: number): number | null {
  pattern.lastIndex = i;
  return pattern.test(original) ? pattern.lastIndex : null;
}

function replaced(
  pattern: RegExp,
  original: string,
  i: number,
  builder: Builder,
  by: (all: string) => string,
): number {
  const end = take(pattern, original, i);
  if (end === null) return one(original, i, original.charCodeAt(i), builder);
  builder.put(by(original.slice(i, end)), i);
  return end;
}

function tag(original: string, i: number, builder: Builder, { isXml }: Notation): number {
  TAG.lastIndex = i;
  const match = TAG.exec(original);
  if (match === null || (isXml && match[1] !== undefined))
    return one(original, i, original.charCodeAt(i), builder);
  if (match[1] !== undefined) builder.put('`', i);
  return TAG.lastIndex;
}

/** Escapes of JSON, of a shell or of Markdown, however often they were escaped again. */
function backslash(original: string, i: number, builder: Builder): number {
  BACKSLASHES.lastIndex = i;
  const match = BACKSLASHES.exec(original);
  if (match === null) return i + 1;
  const [all, unicode, byte, letter, literal, newline] = match;
  const hex = unicode ?? byte;
  if (hex !== undefined) {
    const text = plainSpelling(Number.parseInt(hex, 16));
    if (text !== '') builder.put(text, i);
  } else if (letter !== undefined) builder.put(letter.toLowerCase() === 't' ? ' ' : '\n', i);
  else if (literal !== undefined) builder.put(literal, i + all.length - 1);
  else builder.put(newline === undefined ? '\\' : '\n', i);
  return BACKSLASHES.lastIndex;
}

/** Emphasis goes; stars inside a word, or many of them, hide something and stay. */
function stars(original: string, i: number, builder: Builder): number {
  const end = take(STARS, original, i) ?? i + 1;
  const inside = /\w/.test(builder.last) && /\w/.test(original.charAt(end));
  if (inside || end - i >= 4) builder.put(original.slice(i, Math.min(end, i + 60)), i);
  return end;
}

function one(original: string, i: number, unit: number, builder: Builder): number {
  if (unit === 13) {
    if (original.charCodeAt(i + 1) !== 10) builder.put('\n', i);
    return i + 1;
  }
  const text = unit >= 32 && unit < 127 ? original.charAt(i) : plainSpelling(unit);
  if (text !== '') builder.put(text, i);
  return i + 1;
}

interface Wrap {
  readonly width: number;
  /** True where several lines have this length, which no text has by chance. */
  readonly repeats: boolean;
}

/** The beginning of a line's words. Lines that share it are one message printed again, and equally long by themselves. */
function headOf(original: string, start: number): string {
  return original
    .slice(start, start + 40)
    .replace(/^[\s>|\u2502]+/, '')
    .slice(0, 6);
}

/** The column at which a terminal cut its lines, inside words too: the longest length. Zero where none is likely. */
function hardWrap(original: string, window: Window): Wrap {
  let longest = 0;
  let count = 0;
  let head = '';
  let start = window.start;
  while (start < window.end) {
    const found = original.indexOf('\n', start);
    const end = found < 0 || found > window.end ? window.end : found;
    const length = end - start;
    if (length > longest) {
      longest = length;
      count = 1;
      head = headOf(original, start);
    } else if (length === longest && headOf(original, start) !== head) count += 1;
    start = end + 1;
  }
  return { width: longest >= 16 && longest <= 400 ? longest : 0, repeats: count >= 2 };
}

/** A line that ends inside a quoted string was cut there. An apostrophe inside a word opens no string. */
function isInsideString(line: string): boolean {
  const quotes = line.match(/(?<!\w)['"]|['"](?!\w)/g) ?? [];
  return quotes.length % 2 === 1;
}

/** Both sides of a cut that alone says so: `model` and `_not_found`, `gpt` and `-5.5`, `o` and `3-pro`. */
const ONE_NAME: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/\w$/, /^_\w/],
  [/\bgpt$/i, /^-\d/],
  [/\bo$/, /^\d-[a-z]/],
];

function isOneName(line: string, original: string, next: number): boolean {
  const rest = original.slice(next, next + 4);
  return ONE_NAME.some(([before, after]) => before.test(line) && after.test(rest));
}

/** Where a cut word goes on after the line break at `i` and its indentation; null where no word was cut. */
function continuation(original: string, i: number, before: string): number | null {
  let next = i + 1;
  while (next < original.length && next - i < 120 && /[ \t|>\u2502]/.test(original.charAt(next))) next += 1;
  return /[\w.:/-]/.test(before) && /[\w.:/-]/.test(original.charAt(next)) ? next : null;
}
