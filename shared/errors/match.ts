/** Finds the rows of the recognition table that fit a text, and where. */
import { Anchors } from './anchors';
import { BREAK, type Clean } from './clean';
import type { Field } from './fields';
import {
  leavesOutModel,
  type Phrase,
  reachesOver,
  type SlotName,
  spelledAsClass,
  spelledAsCode,
} from './phrase';
import { type Row, type RowStrength, STRENGTHS } from './row';
import { type Squeezed, squeezePhrase } from './squeeze';

/** Where a phrase leaves room for a fact; indices into the cleaned text. `open`: nothing of the phrase follows. */
export interface Slot {
  readonly name: SlotName;
  readonly start: number;
  readonly end: number;
  readonly open: boolean;
}

/** One place where a row fits; indices into the cleaned text. */
export interface Hit {
  readonly row: Row;
  readonly start: number;
  readonly end: number;
  readonly slots: readonly Slot[];
  /** Letters and digits of the phrase itself: of two that overlap, the longer one says more. */
  readonly weight: number;
  readonly strength: RowStrength;
  /** What fitted: words, a field of an error object, or an HTTP status. */
  readonly by: 'phrase' | 'field' | 'status';
  /** False where other services or people say the same. */
  readonly isOwn: boolean;
  /** True where the text ends within the phrase. */
  readonly breaksOff?: true;
}

/** Letters and digits that a gap may leave out: the longest fine-tuned names and ids in one. */
const LONGEST_GAP = 90;
const MOST_HITS = 24;
/** Letters and digits that no other text ends with by chance. */
const LEAST_BEGINNING = 16;

const GAP = /\{(model|project|organization)\}|…/g;

type Squeeze = (phrase: string) => string;

function literalsOf(phrase: string, squeeze: Squeeze): readonly string[] {
  return phrase.replace(GAP, '\u0000').split('\u0000').map(squeeze);
}

function longest(literals: readonly string[]): string {
  return literals.reduce((best, literal) => (literal.length > best.length ? literal : best), '');
}

/** The longest unbroken part of a phrase, squeezed: where it is missing, the phrase is. */
export function anchorOf(phrase: string): string {
  return longest(literalsOf(phrase, squeezePhrase));
}

/** Other spellings of one word: long and short, British, and the slip of those who type off a screen. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(is|are|was|were|has|have|does|do|did|would|could) not\b/gi, "$1n't"],
  [/\bcannot\b/gi, "can't"],
  [/\b(is|are|was|were|has|have|does|do|did|would|could)n't\b/gi, '$1 not'],
  [/\b(you|we|they)'ve\b/gi, '$1 have'],
  [/\b(you|we|they) have\b/gi, "$1've"],
  [/^not\b/i, "n't"],
  [/\bdoes not have access\b/i, 'do not have access'],
  [/\baccess\b/i, 'acess'],
  [/(?<!\{)\borganization/i, 'organisation'],
];

/** The phrases of a row as written, and with one word of them in each other spelling. */
export function spellingsOf(row: Row): readonly string[] {
  return [...spelled(row.says), ...spelled(row.alsoSays)];
}

function spelled(phrases: readonly string[] = []): readonly string[] {
  const others = phrases.flatMap((phrase) =>
    SPELLINGS.map(([from, to]) => phrase.replace(from, to)).filter((other) => other !== phrase),
  );
  return [...new Set([...phrases, ...others])];
}

function compile(row: Row, phrase: string, isOwn: boolean, squeeze: Squeeze): Phrase {
  const literals = literalsOf(phrase, squeeze);
  return {
    row,
    literals,
    gaps: Array.from(phrase.matchAll(GAP), (match) => (match[1] ?? null) as SlotName | null),
    anchor: longest(literals),
    weight: literals.join('').length,
    isCode: phrase.includes('_'),
    isOwn,
  };
}

export class Matcher {
  private readonly phrases: readonly Phrase[];
  /** Sentences of one part, which a beginning can be told by. */
  private readonly wholes: readonly Phrase[];
  private readonly anchors: Anchors;
  private readonly byCode: ReadonlyMap<string, Row>;
  private readonly byStatus: ReadonlyMap<number, Row>;

  /** `squeeze`: what is left of a phrase, as of the texts that are searched. */
  constructor(rows: readonly Row[], squeeze: Squeeze = squeezePhrase) {
    this.phrases = rows.flatMap((row) => [
      ...spelled(row.says).map((phrase) => compile(row, phrase, true, squeeze)),
      ...spelled(row.alsoSays).map((phrase) => compile(row, phrase, false, squeeze)),
    ]);
    this.wholes = this.phrases.filter(
      ({ row, isOwn, literals, anchor }) =>
        isOwn && row.strength === 'sentence' && literals.length === 1 && anchor.length > LEAST_BEGINNING,
    );
    this.anchors = new Anchors(this.phrases.map((phrase) => phrase.anchor));
    this.byCode = new Map(
      rows.flatMap((row) => (row.codes ?? []).map((code) => [code.toLowerCase(), row] as const)),
    );
    this.byStatus = new Map(
      rows.flatMap((row) => (row.statuses ?? []).map((status) => [status, row] as const)),
    );
  }

  sentences(squeezed: Squeezed, clean: Clean): readonly Hit[] {
    const hits: Hit[] = [];
    const counts = new Uint16Array(this.phrases.length);
    this.anchors.search(squeezed, (index, at) => {
      const phrase = this.phrases[index];
      const count = counts[index] ?? 0;
      if (phrase === undefined || count >= MOST_HITS) return;
      counts[index] = count + 1;
      const found = around(phrase, at, squeezed, clean);
      if (found !== null) hits.push(found);
    });
    return hits;
  }

  /** The sentence that a text breaks off in, once most of it is there. */
  beginning(squeezed: Squeezed): readonly Hit[] {
    const tail = squeezed.text.slice(-LEAST_BEGINNING);
    if (tail.length < LEAST_BEGINNING) return [];
    for (const { row, anchor } of this.wholes) {
      const least = Math.max(LEAST_BEGINNING, Math.ceil(anchor.length * 0.6));
      let at = anchor.lastIndexOf(tail, anchor.length - LEAST_BEGINNING - 1);
      for (; at >= least - LEAST_BEGINNING; at = at === 0 ? -1 : anchor.lastIndexOf(tail, at - 1)) {
        const length = at + LEAST_BEGINNING;
        if (!squeezed.text.endsWith(anchor.slice(0, length))) continue;
        const start = squeezed.at[squeezed.text.length - length] ?? 0;
        const end = (squeezed.at[squeezed.text.length - 1] ?? 0) + 1;
        return [{ ...hit(row, 'field', start, end, length), by: 'phrase', breaksOff: true }];
      }
    }
    return [];
  }

  codes(fields: readonly Field[]): readonly Hit[] {
    return fields.flatMap((field) => {
      const row = field.value === null ? undefined : this.byCode.get(field.value.toLowerCase());
      return row === undefined ? [] : [hit(row, 'field', field.start, field.end, field.end - field.start)];
    });
  }

  status(value: number, start: number, end: number): readonly Hit[] {
    const row = this.byStatus.get(value);
    return row === undefined ? [] : [hit(row, 'status', start, end, 3)];
  }
}

function hit(row: Row, by: 'field' | 'status', start: number, end: number, weight: number): Hit {
  // A field's value never says more than a code, even in a row of sentences.
  const strength = row.strength === 'sentence' ? 'code' : row.strength;
  return { row, by, start, end, slots: [], weight, strength, isOwn: true };
}

/** The whole phrase around one place of its longest part: earlier parts nearest before it, later ones nearest after. */
function around(phrase: Phrase, at: number, squeezed: Squeezed, clean: Clean): Hit | null {
  const anchorIndex = phrase.literals.indexOf(phrase.anchor);
  const starts: number[] = [];
  starts[anchorIndex] = at;
  for (let i = anchorIndex - 1; i >= 0; i -= 1) {
    const literal = phrase.literals[i] ?? '';
    const next = starts[i + 1] ?? 0;
    const found = literal === '' ? next : lastNear(literal, next, squeezed, clean);
    if (found < 0 || next - found - literal.length > LONGEST_GAP || found > next - literal.length)
      return null;
    starts[i] = found;
  }
  for (let i = anchorIndex + 1; i < phrase.literals.length; i += 1) {
    const literal = phrase.literals[i] ?? '';
    const end = (starts[i - 1] ?? 0) + (phrase.literals[i - 1] ?? '').length;
    const found = literal === '' ? end : firstNear(literal, end, squeezed, clean);
    if (found < 0) return null;
    starts[i] = found;
  }
  const last = phrase.literals.length - 1;
  const start = starts[0] ?? 0;
  const end = (starts[last] ?? 0) + (phrase.literals[last] ?? '').length;
  if (squeezed.text.slice(start, end).includes(BREAK)) return null;
  if (leavesOutModel(phrase, starts, squeezed, clean)) return null;
  if (reachesOver(phrase, starts, squeezed, clean)) return null;
  if (spelledAsClass(phrase, starts, squeezed, clean)) return null;
  if (
    !phrase.isCode &&
    phrase.literals.some((literal, i) => spelledAsCode(literal, starts[i] ?? 0, squeezed, clean))
  )
    return null;
  const toClean = (index: number) => squeezed.at[index] ?? clean.text.length;
  const after = (index: number) => (index === 0 ? 0 : toClean(index - 1) + 1);
  const slots = phrase.gaps.flatMap((name, i): readonly Slot[] => {
    if (name === null) return [];
    const gapStart = (starts[i] ?? 0) + (phrase.literals[i] ?? '').length;
    const gapEnd = starts[i + 1] ?? gapStart;
    const open = i + 1 === last && phrase.literals[last] === '';
    const leading = i === 0 && phrase.literals[0] === '';
    if (leading)
      return [{ name, start: Math.max(0, toClean(gapEnd) - 120), end: toClean(gapEnd), open: true }];
    return [{ name, start: after(gapStart), end: open ? after(gapStart) : toClean(gapEnd), open }];
  });
  return {
    row: phrase.row,
    start: toClean(start),
    end: after(end),
    slots,
    weight: phrase.weight,
    strength: phrase.row.strength,
    by: 'phrase',
    isOwn: phrase.isOwn,
  };
}

/** The nearest place of a part of a phrase within the longest gap; -1 where there is none. */
function firstNear(literal: string, from: number, squeezed: Squeezed, clean: Clean): number {
  for (let at = squeezed.text.indexOf(literal, from); at >= 0 && at - from <= LONGEST_GAP; ) {
    if (isWhole(literal, at, squeezed, clean)) return at;
    at = squeezed.text.indexOf(literal, at + 1);
  }
  return -1;
}

function lastNear(literal: string, before: number, squeezed: Squeezed, clean: Clean): number {
  const latest = before - literal.length;
  let glued = -1;
  for (let at = squeezed.text.lastIndexOf(literal, latest); at >= 0 && latest - at <= LONGEST_GAP; ) {
    if (isWhole(literal, at, squeezed, clean)) {
      // `the model models/gpt-9`: the word itself rather than the beginning of another, where both stand there.
      if (!runsOn(literal, at, squeezed, clean)) return at;
      if (glued < 0) glued = at;
    }
    if (at === 0) break;
    at = squeezed.text.lastIndexOf(literal, at - 1);
  }
  return glued;
}

function runsOn(literal: string, at: number, squeezed: Squeezed, clean: Clean): boolean {
  return /[a-z]/i.test(clean.text.charAt((squeezed.at[at + literal.length - 1] ?? 0) + 1));
}

/** A part as short as `on` must be a word of its own: it also stands inside others. */
function isWhole(literal: string, at: number, squeezed: Squeezed, clean: Clean): boolean {
  if (literal.length > 4) return true;
  const start = squeezed.at[at] ?? 0;
  const end = (squeezed.at[at + literal.length - 1] ?? 0) + 1;
  return !/[a-z0-9]/i.test(clean.text.charAt(start - 1)) && !/[a-z0-9]/i.test(clean.text.charAt(end));
}

export function strengthOf(hit: Hit): number {
  return STRENGTHS.indexOf(hit.strength);
}
