/**
 * Which parts of a text are worth reading closely. A short text is read whole; of a long log only the surroundings of
 * what the recognition table knows are, found in one pass, so that the time grows with the length and no faster.
 */
import { Anchors } from './anchors';
import type { Window } from './clean';
import { anchorOf, spellingsOf } from './match';
import { STRENGTHS } from './row';
import { squeezePhrase, squeezeUnits } from './squeeze';
import { KNOWN_CODES, TABLE } from './table';

/** Texts up to this many UTF-16 units are read whole. */
export const READ_WHOLE = 48_000;
const BEFORE = 1200;
const AFTER = 1500;
const BUDGET = 40_000;

/** Where nothing of the table is found, the surroundings of these are read: an unknown error, or a bare status. */
const GENERAL: readonly string[] = [
  ...[
    'errormessage',
    'paramnull',
    'paramnone',
    'openai',
    'errorcode',
    'statuscode',
    'traceback',
    'exception',
  ],
  ...['error', 'failed'],
];

interface Trigger {
  readonly text: string;
  readonly rank: number;
}

/** The longest part of each phrase and each code of the table: an error of the service holds one of them. */
const TRIGGERS: readonly Trigger[] = strongest([
  ...TABLE.flatMap((row) => {
    const rank = STRENGTHS.indexOf(row.strength) + 1;
    return spellingsOf(row).map((phrase) => ({ text: anchorOf(phrase), rank }));
  }),
  ...Array.from(KNOWN_CODES, (code) => ({ text: squeezePhrase(code), rank: 2 })),
  ...GENERAL.map((text) => ({ text, rank: 0 })),
]);

/** Rows share parts of their phrases; each part is looked for once. */
function strongest(triggers: readonly Trigger[]): readonly Trigger[] {
  const byText = new Map<string, Trigger>();
  for (const trigger of triggers) {
    if (trigger.rank > (byText.get(trigger.text)?.rank ?? -1)) byText.set(trigger.text, trigger);
  }
  return [...byText.values()];
}

const ANCHORS = new Anchors(TRIGGERS.map(({ text }) => text));

/** Of each trigger this many places are kept at the beginning of a text, and as many at its end. */
const MOST_PLACES = 3;

export function windowsOf(text: string): readonly Window[] {
  if (text.length <= READ_WHOLE) return [{ start: 0, end: text.length }];
  const places = placesIn(text);
  const windows: Window[] = [];
  let used = 0;
  for (const place of places) {
    if (used > BUDGET) break;
    if (windows.some((window) => place >= window.start + 300 && place <= window.end - 800)) continue;
    const window = { start: Math.max(0, place - BEFORE), end: Math.min(text.length, place + AFTER) };
    windows.push(window);
    used += window.end - window.start;
  }
  return windows.length === 0 ? [{ start: text.length - READ_WHOLE, end: text.length }] : merged(windows);
}

/** Places of triggers, those of strong rows first and among equals the later first: the end of a log says what stopped it. */
function placesIn(text: string): readonly number[] {
  const squeezed = squeezeUnits(text);
  const first = TRIGGERS.map((): number[] => []);
  const last = TRIGGERS.map((): number[] => []);
  ANCHORS.search(squeezed, (index, at) => {
    const place = squeezed.at[at] ?? 0;
    const early = first[index];
    const late = last[index];
    if (early === undefined || late === undefined) return;
    if (early.length < MOST_PLACES) early.push(place);
    else late.push(place);
    if (late.length > MOST_PLACES) late.shift();
  });
  return TRIGGERS.flatMap(({ rank }, index) =>
    [...(first[index] ?? []), ...(last[index] ?? [])].map((place) => ({ rank, place })),
  )
    .sort((a, b) => b.rank - a.rank || b.place - a.place)
    .map(({ place }) => place);
}

function merged(windows: readonly Window[]): readonly Window[] {
  const sorted = [...windows].sort((a, b) => a.start - b.start);
  const result: Window[] = [];
  for (const window of sorted) {
    const last = result.at(-1);
    if (last !== undefined && window.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    } else result.push(window);
  }
  return result;
}
