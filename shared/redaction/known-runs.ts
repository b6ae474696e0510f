/**
 * Finds twelve or more characters in a row of any key in use, also where they stand in capitals, broken over lines, in
 * base64 or in hexadecimal. It needs digests of the runs, not the keys: a rolling hash says where a run may stand, and
 * a digest whether it does.
 */
import { type Decoded, decodedRuns, listedBytes } from './decoded-runs';
import { FOLDED, SIX_BITS } from './key-alphabet';
import { GONE, SHARED_PARTS, type Span } from './key-shapes';
import { changesIn } from './scrambled';

/** So many characters in a row are no accident, and fewer give nothing away. */
export const RUN = 12;

/** Characters that every key of its kind has may make up a third of a run. With more of them, few guesses would tell the rest. */
const MOST_PUBLIC = 4;

export interface Digester {
  /** 128 numbers of 32 bits for the rolling hash; by chance, where it must not be foreseen. */
  readonly table: Uint32Array;
  /** The filter has two to the power of this many bits: the more secrets, the more. From 8 to 30. */
  readonly bits: number;
  readonly digest: (run: string) => string | number;
}

export class KnownRuns {
  readonly #digester: Digester;
  readonly #known = new Set<string | number>();
  /** One bit for each value of the rolling hash; set where it belongs to a run. */
  readonly #mayBe: Uint8Array;

  constructor(digester: Digester) {
    this.#digester = digester;
    this.#mayBe = new Uint8Array(1 << (digester.bits - 3));
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  get table(): Uint32Array {
    return this.#digester.table;
  }

  add(secret: string): void {
    for (const run of runsIn(secret)) {
      let hash = 0;
      for (let i = 0; i < RUN; i += 1) hash = rolled(hash, this.table[run.charCodeAt(i)] ?? 0);
      const index = hash >>> (32 - this.#digester.bits);
      this.#mayBe[index >> 3] = (this.#mayBe[index >> 3] ?? 0) | (1 << (index & 7));
      this.#known.add(this.#digester.digest(run));
    }
  }

  mayHold(hash: number): boolean {
    const index = hash >>> (32 - this.#digester.bits);
    return ((this.#mayBe[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  holds(run: string): boolean {
    return this.#known.has(this.#digester.digest(run));
  }
}

/** Runs of secrets that are at hand anyway; nothing is digested. */
export function runsOf(secrets: readonly string[]): KnownRuns {
  const runs = new KnownRuns({ table: FIXED_TABLE, bits: 16, digest: (run) => run });
  for (const secret of secrets) runs.add(secret);
  return runs;
}

const FIXED_TABLE = Uint32Array.from(
  { length: 128 },
  (_, unit) => Math.imul(unit + 1, 0x9e3779b1) ^ (unit << 13),
);

/** The runs of a secret that say something of it: not what its kind shares, nor words that a text may hold by itself. */
function runsIn(secret: string): readonly string[] {
  const isPublic = new Uint8Array(secret.length);
  for (const { index, 0: all } of secret.matchAll(SHARED_PARTS)) isPublic.fill(1, index, index + all.length);
  const kept = Array.from({ length: secret.length }, (_, at) => at).filter(
    (at) => (FOLDED[secret.charCodeAt(at)] ?? 0) !== 0,
  );
  const isWordy = changesIn(secret) < secret.length / 4;
  const runs: string[] = [];
  for (let from = 0; from + RUN <= kept.length; from += 1) {
    const places = kept.slice(from, from + RUN);
    if (places.filter((at) => isPublic[at] === 1).length > MOST_PUBLIC) continue;
    const run = places.map((at) => secret.charAt(at)).join('');
    if (!isWordy || changesIn(run) >= 2) runs.push(folded(run));
  }
  return runs;
}

function folded(run: string): string {
  return run.toLowerCase().replaceAll('_', '-');
}

function rolled(hash: number, value: number): number {
  return ((hash << 1) | (hash >>> 31)) ^ value;
}

/** Where runs of known keys stand in a view of a text. */
export function knownSpans(text: string, runs: KnownRuns): readonly Span[] {
  const mailed = hyphensOfMail(text);
  return [
    ...plainRuns(text, runs),
    ...(mailed === text ? [] : plainRuns(mailed, runs)),
    ...encodedRuns(text, runs),
  ];
}

/** Hyphens as mail and word processors write them. As long as the text, and read beside it: `key=2D…` may be meant so. */
function hyphensOfMail(text: string): string {
  return text.replace(/[=\\](?:2D|5F|'2d|'5f|u8209\?|u8211\?)/gi, (form) => '-'.padEnd(form.length));
}

function plainRuns(text: string, runs: KnownRuns): readonly Span[] {
  const places = new Int32Array(text.length);
  const units = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = FOLDED[text.charCodeAt(at)] ?? 0;
    if (unit === 0) continue;
    units[length] = unit;
    places[length] = at;
    length += 1;
  }
  const found = hitsIn(units.subarray(0, length), runs);
  return found.flatMap(({ start, end }) => piecesOf(text, places.subarray(start, end)));
}

/** Line breaks within a run go with it; what else stands in it, such as quotes, stays. */
function piecesOf(text: string, places: Int32Array): readonly Span[] {
  const spans: Span[] = [];
  let start = places[0] ?? 0;
  let end = start + 1;
  for (const place of places.subarray(1)) {
    if (place !== end && /[^\s>|]/.test(text.slice(end, place))) {
      spans.push({ start, end, mask: GONE, kind: 'key' });
      start = place;
    }
    end = place + 1;
  }
  return [...spans, { start, end, mask: GONE, kind: 'key' }];
}

/** `depth`: how often a text may have been encoded. */
function encodedRuns(text: string, runs: KnownRuns, depth = 2): readonly Span[] {
  const spans: Span[] = [];
  const add = ({ first, last }: Decoded, { start, end }: Hit) =>
    spans.push({ start: first[start] ?? 0, end: (last[end - 1] ?? 0) + 1, mask: GONE, kind: 'key' });
  for (const decoded of decodedRuns(text)) {
    const units = decoded.bytes.map((byte) => FOLDED[byte] ?? 0);
    for (const hit of hitsIn(units, runs)) add(decoded, hit);
    if (depth > 1 && isEncodedAgain(decoded.bytes))
      for (const hit of encodedRuns(String.fromCharCode(...decoded.bytes), runs, depth - 1))
        add(decoded, hit);
  }
  for (const decoded of listedBytes(text))
    for (const hit of hitsIn(
      decoded.bytes.map((byte) => FOLDED[byte] ?? 0),
      runs,
    ))
      add(decoded, hit);
  return spans;
}

/** Where a stretch was decoded at the wrong position, a quarter of its bytes look like an encoding; no longer stretch is read again. */
function isEncodedAgain(bytes: Uint8Array): boolean {
  if (bytes.length > 20_000) return false;
  let count = 0;
  for (const byte of bytes) if ((SIX_BITS[byte] ?? 255) !== 255) count += 1;
  return count >= 16 && count > bytes.length * 0.6;
}

interface Hit {
  readonly start: number;
  readonly end: number;
}

/**
 * A digest costs a hundred times a look into the filter, so one confirms a whole run: the places behind it that pass the
 * filter without a gap belong to the same secret. By accident a place passes once in hundreds, and one character too many
 * is then taken out.
 */
function hitsIn(units: Uint8Array, runs: KnownRuns): readonly Hit[] {
  const { table } = runs;
  const hits: Hit[] = [];
  let hash = 0;
  let confirmed = -1;
  for (let at = 0; at < units.length; at += 1) {
    hash = rolled(hash, table[units[at] ?? 0] ?? 0);
    if (at >= RUN) hash ^= turned(table[units[at - RUN] ?? 0] ?? 0);
    if (at < RUN - 1 || !runs.mayHold(hash)) continue;
    const last = hits.at(-1);
    const goesOn = last?.end === at && at < confirmed + RUN;
    if (!goesOn) {
      if (!runs.holds(String.fromCharCode(...units.subarray(at - RUN + 1, at + 1)))) continue;
      confirmed = at;
    }
    const start = at - RUN + 1;
    if (last !== undefined && start <= last.end) hits[hits.length - 1] = { start: last.start, end: at + 1 };
    else hits.push({ start, end: at + 1 });
  }
  return hits;
}

/** What a unit has become in the rolling hash by the time that it leaves. */
function turned(value: number): number {
  return (value << RUN) | (value >>> (32 - RUN));
}
