/** Stretches of a text that may be base64, base32 or hexadecimal, decoded, with the place that each byte came from. */
import { FIVE_BITS, FOUR_BITS, isBetweenLines, SIX_BITS } from './key-alphabet';

export interface Decoded {
  readonly bytes: Uint8Array;
  /** For each byte the place of the first and of the last character that it was read from. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Twelve bytes, which is the least that is looked for, take so many characters. */
const SHORTEST_BASE64 = 16;
const SHORTEST_BASE32 = 20;
const SHORTEST_HEX = 24;

/** Every such stretch, at each of the positions at which an encoding may begin in it. Linear: each unit is read fifteen times. */
export function* decodedRuns(text: string): Generator<Decoded> {
  for (const run of runsIn(text, SIX_BITS, SHORTEST_BASE64, isLineBreak))
    for (let phase = 0; phase < 4; phase += 1) yield decode(run, phase, 6);
  for (const run of runsIn(text, FIVE_BITS, SHORTEST_BASE32, isLineBreak))
    for (let phase = 0; phase < 8; phase += 1) yield decode(run, phase, 5);
  for (const run of runsIn(text, FOUR_BITS, SHORTEST_HEX, isBlankOrColon))
    for (let phase = 0; phase < 2; phase += 1) yield decode(run, phase, 4);
}

/** What stands before a byte that is written by itself, and how long what stands between two of them may be. */
const HEX_BYTE = /(?<![0-9a-z])(?:0x|x|u\+?00|u000000|u\{)?([0-7][0-9a-f])(?![0-9a-f])/gi;
const DECIMAL_BYTE = /(?<!\d)(\d{2,3})(?!\d)/g;
const OCTAL_BYTE = /\\([01][0-7]{2})(?!\d)/g;
const OCTAL_NUMBER = /(?<![\w\\])(?:0o?)?([01][0-7]{2})(?!\w)/gi;
const BETWEEN_BYTES = 8;
const FEWEST_BYTES = 12;

/** Bytes written one by one, as programs list them: `0x73, 0x6b`, `115,107`, `=73=6B`, `\\163\\153`, `0163 0153`. */
export function* listedBytes(text: string): Generator<Decoded> {
  for (const [pattern, base] of [
    [HEX_BYTE, 16],
    [DECIMAL_BYTE, 10],
    [OCTAL_BYTE, 8],
    [OCTAL_NUMBER, 8],
  ] as const) {
    let bytes: number[] = [];
    let [first, last]: [number[], number[]] = [[], []];
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const value = Number.parseInt(match[1] ?? '', base);
      if (match.index - (last.at(-1) ?? 0) > BETWEEN_BYTES) {
        if (bytes.length >= FEWEST_BYTES) yield packed(bytes, first, last);
        bytes = [];
        [first, last] = [[], []];
      }
      // Half of what is written in UTF-16.
      if (value === 0 || value > 0x7f) continue;
      bytes.push(value);
      first.push(match.index);
      last.push(end - 1);
    }
    if (bytes.length >= FEWEST_BYTES) yield packed(bytes, first, last);
  }
}

function packed(bytes: readonly number[], first: readonly number[], last: readonly number[]): Decoded {
  return { bytes: Uint8Array.from(bytes), first: Int32Array.from(first), last: Int32Array.from(last) };
}

interface Run {
  readonly values: Uint8Array;
  readonly places: Int32Array;
}

/** Over a line break, with what a mail puts before a line; never over a blank within a line. */
function isLineBreak(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x0a && text.charCodeAt(at) !== 0x0d) return at;
  let next = at + 1;
  while (next - at < 40 && isBetweenLines(text.charCodeAt(next))) next += 1;
  return next;
}

/** Dumps put blanks or colons between bytes. */
function isBlankOrColon(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x3a ? at + 1 : isLineBreak(text, at);
}

function* runsIn(
  text: string,
  values: Uint8Array,
  shortest: number,
  skip: (text: string, at: number) => number,
): Generator<Run> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    let count = 0;
    while (at < text.length) {
      if ((values[text.charCodeAt(at)] ?? 255) !== 255) {
        count += 1;
        at += 1;
        continue;
      }
      const next = count === 0 ? at : skip(text, at);
      if (next === at || (values[text.charCodeAt(next)] ?? 255) === 255) break;
      at = next;
    }
    if (count >= shortest) yield gathered(text, start, at, count, values);
    if (at === start) at += 1;
  }
}

function gathered(text: string, start: number, end: number, count: number, table: Uint8Array): Run {
  const values = new Uint8Array(count);
  const places = new Int32Array(count);
  let length = 0;
  for (let at = start; at < end && length < count; at += 1) {
    const value = table[text.charCodeAt(at)] ?? 255;
    if (value === 255) continue;
    values[length] = value;
    places[length] = at;
    length += 1;
  }
  return { values, places };
}

function decode({ values, places }: Run, phase: number, bits: number): Decoded {
  const length = Math.max(0, Math.floor(((values.length - phase) * bits) / 8));
  const bytes = new Uint8Array(length);
  const first = new Int32Array(length);
  const last = new Int32Array(length);
  let held = 0;
  let have = 0;
  let done = 0;
  let read = 0;
  for (let i = phase; i < values.length && read < length; i += 1) {
    held = ((held << bits) | (values[i] ?? 0)) & 0xffff;
    have += bits;
    if (have < 8) continue;
    have -= 8;
    read += 1;
    const byte = (held >> have) & 0xff;
    // Half of what is written in UTF-16.
    if (byte === 0) continue;
    bytes[done] = byte;
    first[done] = places[phase + Math.floor(((read - 1) * 8) / bits)] ?? 0;
    last[done] = places[i] ?? 0;
    done += 1;
  }
  return { bytes: bytes.subarray(0, done), first: first.subarray(0, done), last: last.subarray(0, done) };
}
