/**
 * Looks for any twelve characters in a row of a secret, in whatever form a program may have left them. It shares no code
 * with what it tests. Characters that all keys share count for nothing.
 */
import { RUN, runsOfKey } from './key-runs';

export interface Place {
  readonly name: string;
  readonly content: Buffer;
}

type Write = (text: string) => Buffer;
const each = (text: string, write: (hex: string) => string) =>
  Buffer.from([...text].map((letter) => write(letter.charCodeAt(0).toString(16).padStart(2, '0'))).join(''));

/** How a secret may be written, to plant it where the search must find it. */
export const PLANTED_AS: Readonly<Record<string, Write>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  capitals: (text) => Buffer.from(text.toUpperCase()),
  hexadecimal: (text) => Buffer.from(Buffer.from(text).toString('hex')),
  'URL-escaped': (text) => each(text, (hex) => `%${hex.toUpperCase()}`),
  'JSON-escaped': (text) => each(text, (hex) => `\\u00${hex}`),
  'byte-escaped': (text) => each(text, (hex) => `\\x${hex}`),
  'in entities': (text) => each(text, (hex) => `&#${Number.parseInt(hex, 16)};`),
  'broken over lines': (text) => Buffer.from(text.replace(/(.{5})/g, '$1\r\n  > ')),
  'base64, phase 0': (text) => Buffer.from(Buffer.from(text).toString('base64')),
  'base64, phase 1': (text) => Buffer.from(Buffer.from(`a${text}`).toString('base64')),
  'base64, phase 2': (text) => Buffer.from(Buffer.from(`ab${text}`).toString('base64url')),
};

/** Every secret in every place: which were found, as sentences for a test to show. */
export function findTraces(
  secrets: ReadonlyMap<string, string>,
  places: readonly Place[],
): readonly string[] {
  const known = new KnownRuns(secrets);
  return places.flatMap(({ name, content }) => [
    ...new Set(
      [...readingsOf(content)].flatMap(([form, bytes]) =>
        known.in(bytes).map((secret) => `${secret} as ${form} in ${name}`),
      ),
    ),
  ]);
}

class KnownRuns {
  readonly #names = new Map<string, string>();
  /** One bit for each value of a rolling hash: a heap has too many stretches to look each one up. */
  readonly #mayBe = new Uint8Array(1 << 24);

  constructor(secrets: ReadonlyMap<string, string>) {
    for (const [name, secret] of secrets)
      for (const run of runsOfKey(secret)) {
        this.#names.set(run, name);
        let hash = 0;
        for (let i = 0; i < RUN; i += 1) hash = rolled(hash, run.charCodeAt(i));
        this.#mayBe[hash >>> 8] = 1;
      }
  }

  in(bytes: Uint8Array): readonly string[] {
    const found = new Set<string>();
    let hash = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      hash = rolled(hash, bytes[at] ?? 0);
      if (at >= RUN) hash ^= turned(bytes[at - RUN] ?? 0);
      if (at < RUN - 1 || this.#mayBe[hash >>> 8] === 0) continue;
      const name = this.#names.get(String.fromCharCode(...bytes.subarray(at - RUN + 1, at + 1)));
      if (name !== undefined) found.add(name);
    }
    return [...found];
  }
}

const CHANCE = Uint32Array.from({ length: 256 }, (_, byte) => Math.imul(byte + 7, 0x85ebca6b) ^ (byte << 17));
const rolled = (hash: number, byte: number) => ((hash << 1) | (hash >>> 31)) ^ (CHANCE[byte] ?? 0);
const turned = (byte: number) => ((CHANCE[byte] ?? 0) << RUN) | ((CHANCE[byte] ?? 0) >>> (32 - RUN));

/** What the bytes say as they are, without escapes, and decoded. Blanks, quotes and zero bytes never count. */
function* readingsOf(content: Buffer): Generator<readonly [string, Uint8Array]> {
  const text = content.toString('latin1');
  const plain = squeezed(content);
  yield ['text', plain];
  const unescaped = text
    .replace(/%(?:25)?([0-7][0-9a-f])/gi, (_, hex) => fromHex(hex))
    .replace(/\\+(?:u00|x)([0-7][0-9a-f])/gi, (_, hex) => fromHex(hex))
    .replace(/&#(\d{2,3});/g, (_, unit) => String.fromCharCode(Number(unit)))
    .replace(/&#x([0-7][0-9a-f]);/gi, (_, hex) => fromHex(hex));
  if (unescaped !== text) yield ['escaped text', squeezed(Buffer.from(unescaped, 'latin1'))];
  const packed = Buffer.from(text.replace(/[\r\n\0 ]+/g, ''), 'latin1');
  for (let phase = 0; phase < 4; phase += 1) yield ['base64', decoded(packed, phase, 6, SIX_BITS)];
  for (let phase = 0; phase < 2; phase += 1) yield ['hexadecimal', decoded(packed, phase, 4, FOUR_BITS)];
}

const fromHex = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

/** Small letters, digits and one kind of hyphen; 0 for anything else. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte).toLowerCase().replace('_', '-');
  return /^[a-z0-9-]$/.test(letter) ? letter.charCodeAt(0) : 0;
});
const valuesOf = (alphabet: string, more: Readonly<Record<string, number>>) =>
  Uint8Array.from({ length: 256 }, (_, byte) => {
    const letter = String.fromCharCode(byte);
    const index = more[letter] ?? alphabet.indexOf(letter);
    return index < 0 ? 255 : index;
  });
const SIX_BITS = valuesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', {
  '-': 62,
  _: 63,
});
const FOUR_BITS = valuesOf('0123456789abcdef', { A: 10, B: 11, C: 12, D: 13, E: 14, F: 15 });

function squeezed(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const letter = FOLDED[bytes[at] ?? 0] ?? 0;
    if (letter === 0) continue;
    kept[length] = letter;
    length += 1;
  }
  return kept.subarray(0, length);
}

/** The bytes of each unbroken stretch of an encoding, read from its `phase`-th character on. */
function decoded(bytes: Uint8Array, phase: number, bits: number, values: Uint8Array): Uint8Array {
  const read = new Uint8Array(bytes.length);
  let length = 0;
  let held = 0;
  let have = 0;
  let skip = phase;
  for (let at = 0; at < bytes.length; at += 1) {
    const value = values[bytes[at] ?? 0] ?? 255;
    if (value === 255) {
      have = 0;
      skip = phase;
      continue;
    }
    if (skip > 0) {
      skip -= 1;
      continue;
    }
    held = ((held << bits) | value) & 0xffff;
    have += bits;
    if (have < 8) continue;
    have -= 8;
    read[length] = FOLDED[(held >> have) & 0xff] ?? 0;
    length += 1;
  }
  return read.subarray(0, length);
}
