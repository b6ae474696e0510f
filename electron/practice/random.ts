import { randomBytes } from 'node:crypto';
import { MARK } from '../../shared/redaction/key-run';

/** A source of numbers from 0 (included) to 1 (excluded), so that tests can decide every throw. */
export type Random = () => number;

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KEY_ALPHABET = `${LETTERS + DIGITS}-_`;
const HEX = '0123456789abcdef';

/** Not `Math.random`: sessions and form tokens come from here too. */
export const systemRandom: Random = () => randomBytes(4).readUInt32BE() / 2 ** 32;

function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

export function drawHex(random: Random, length: number): string {
  return draw(random, HEX, length);
}

/** A key in the form of 2026: prefix, 74 characters, the marker that spells the vendor in base64, 74 characters. */
export function drawKey(random: Random, prefix: 'proj' | 'svcacct' | 'admin'): string {
  const half = () => draw(random, KEY_ALPHABET, 74);
  return `${['sk', prefix].join('-')}-${half()}${MARK}${half()}`;
}
