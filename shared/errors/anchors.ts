/** Finds many fixed strings in one pass over a squeezed text, by a rolling hash of the last few characters. */
import type { Units } from './squeeze';

/** Called with the number of the string and the index of its first character. */
type OnFound = (index: number, at: number) => void;

/** Characters that the hash covers; shorter strings are searched for one by one. */
const SPAN = 8;
const BASE = 0x01000193;
const BASE_OUT = Array.from({ length: SPAN }).reduce<number>((power) => Math.imul(power, BASE), 1);
const FILTER_BITS = 16;

export class Anchors {
  private readonly strings: readonly string[];
  private readonly filter = new Uint8Array(1 << FILTER_BITS);
  private readonly byHash = new Map<number, number[]>();
  /** Strings too short for the hash, by their last unit. */
  private readonly shortEnds = new Uint8Array(1 << 16);
  private readonly byEnd = new Map<number, number[]>();

  constructor(strings: readonly string[]) {
    this.strings = strings;
    for (const [index, text] of strings.entries()) {
      if (text.length >= SPAN) {
        const hash = hashOf(text.slice(-SPAN));
        this.filter[fold(hash)] = 1;
        append(this.byHash, hash, index);
      } else if (text.length > 0) {
        const end = text.charCodeAt(text.length - 1);
        this.shortEnds[end] = 1;
        append(this.byEnd, end, index);
      }
    }
  }

  /** Every place of every string, by the place of its end. */
  search({ units }: Units, found: OnFound): void {
    const { filter, shortEnds } = this;
    let hash = 0;
    for (let i = 0; i < units.length; i += 1) {
      const unit = units[i] ?? 0;
      hash = (Math.imul(hash, BASE) + unit) | 0;
      if (i >= SPAN) hash = (hash - Math.imul(units[i - SPAN] ?? 0, BASE_OUT)) | 0;
      if (filter[fold(hash)] === 1) this.verify(this.byHash.get(hash), units, i + 1, found);
      if (shortEnds[unit] === 1) this.verify(this.byEnd.get(unit), units, i + 1, found);
    }
  }

  private verify(
    indices: readonly number[] | undefined,
    units: Uint16Array,
    end: number,
    found: OnFound,
  ): void {
    if (indices === undefined) return;
    for (const index of indices) {
      const wanted = this.strings[index] ?? '';
      if (endsHere(units, end, wanted)) found(index, end - wanted.length);
    }
  }
}

function append(map: Map<number, number[]>, key: number, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}

function fold(hash: number): number {
  return (hash ^ (hash >>> FILTER_BITS)) & ((1 << FILTER_BITS) - 1);
}

/** Compared from the beginning: the hash has seen the end, and phrases of one table often share theirs. */
function endsHere(units: Uint16Array, end: number, wanted: string): boolean {
  if (end < wanted.length) return false;
  for (let i = wanted.length; i > 0; i -= 1) {
    if (units[end - i] !== wanted.charCodeAt(wanted.length - i)) return false;
  }
  return true;
}
