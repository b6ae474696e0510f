/**
 * Finds twelve or more characters in a row of any key in use, also where they stand in capitals, broken over lines, in
 * base64, base32 or hexadecimal. It needs digests of the runs, not the keys: a rolling hash says where a run may stand, and
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

/**
 * A run that a text may hold by itself, such as words or what all keys of a kind begin with, counts where it goes on for so much
 * of its secret: three quarters, and no less than the shortest key.
 */
const MOST_OF_IT = 0.75;
const SHORTEST_KEY = 20;

interface Digester {
  /** 128 numbers of 32 bits for the rolling hash; by chance, where it must not be foreseen. */
  readonly table: Uint32Array;
  /** The filter has two to the power of this many bits: the more secrets, the more. From 8 to 30. */
  readonly bits: number;
  readonly digest: (run: string) => string | number;
}

export class KnownRuns {
  readonly #digester: Digester;
  /** By digest, how many characters in a row it takes. */
  readonly #known = new Map<string | number, number>();
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
    for (const { run, takes } of runsIn(secret)) {
      let hash = 0;
      for (let i = 0; i < RUN; i += 1) hash = rolled(hash, this.table[run.charCodeAt(i)] ?? 0);
      const index = hash >>> (32 - this.#digester.bits);
      this.#mayBe[index >> 3] = (this.#mayBe[index >> 3] ?? 0) | (1 << (index & 7));
      const digest = this.#digester.digest(run);
      this.#known.set(digest, Math.min(takes, this.#known.get(digest) ?? takes));
    }
  }

  mayHold(hash: number): boolean {
    const index = hash >>> (32 - this.#digester.bits);
    return ((this.#mayBe[index >> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  /** How many characters in a row it takes until they tell of a secret; null where this run is of none. */
  takes(run: string): number | null {
    return this.#known.get(this.#digester.digest(run)) ?? null;
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

interface RunOfSecret {
  readonly run: string;
  readonly takes: number;
}

function runsIn(secret: string): readonly RunOfSecret[] {
  const isPublic = new Uint8Array(secret.length);
  for (const { index, 0: all } of secret.matchAll(SHARED_PARTS)) isPublic.fill(1, index, index + all.length);
  const kept = Array.from({ length: secret.length }, (_, at) => at).filter(
    (at) => (FOLDED[secret.charCodeAt(at)] ?? 0) !== 0,
  );
  const isWordy = changesIn(secret) < secret.length / 4;
  const most = Math.max(SHORTEST_KEY, Math.ceil(kept.length * MOST_OF_IT));
  const runs: RunOfSecret[] = [];
  for (let from = 0; from + RUN <= kept.length; from += 1) {
    const places = kept.slice(from, from + RUN);
    const run = places.map((at) => secret.charAt(at)).join('');
    const isShared = places.filter((at) => isPublic[at] === 1).length > MOST_PUBLIC;
    const isOwn = !isShared && !(isWordy && mayBeWords(run));
    runs.push({ run: folded(run), takes: isOwn ? RUN : most });
  }
  return runs;
}

/** Words have vowels, and hardly any digit or change of size within. */
function mayBeWords(run: string): boolean {
  return changesIn(run) < 2 && !/^\d+$|[b-df-hj-np-tv-z]{5}/i.test(run);
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
function encodedRuns(text: string, runs: KnownRuns, depth = 3): readonly Span[] {
  const spans: Span[] = [];
  const add = ({ first, last }: Decoded, { start, end }: Pick<Hit, 'start' | 'end'>) =>
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
  /** How many characters in a row it takes. */
  readonly takes: number;
}

/**
 * A digest costs a hundred times a look into the filter, so one confirms a whole run: the places behind it that pass the
 * filter without a gap belong to the same secret. By accident a place passes once in hundreds, and one character too many
 * is then taken out. Where a run is not enough yet, what follows is looked at again.
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
    let takes = last?.end === at && last.takes <= RUN && at < confirmed + RUN ? last.takes : null;
    if (takes === null) {
      takes = runs.takes(String.fromCharCode(...units.subarray(at - RUN + 1, at + 1)));
      if (takes === null) continue;
      confirmed = at;
    }
    addTo(hits, { start: at - RUN + 1, end: at + 1, takes });
  }
  return hits.filter(({ start, end, takes }) => end - start >= takes);
}

/** Two that follow each other without a gap are one, and so are any two that are enough. */
function addTo(hits: Hit[], next: Hit): void {
  const last = hits.at(-1);
  const goesOn = last?.end === next.end - 1;
  const areEnough = last !== undefined && last.takes <= RUN && next.takes <= RUN && next.start <= last.end;
  if (last === undefined || !(goesOn || areEnough)) hits.push(next);
  else hits[hits.length - 1] = { start: last.start, end: next.end, takes: Math.min(last.takes, next.takes) };
}

/** What a unit has become in the rolling hash by the time that it leaves. */
function turned(value: number): number {
  return (value << RUN) | (value >>> (32 - RUN));
}
