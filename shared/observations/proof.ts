/** When successes in a row prove that a change has settled. */
import { isAccessCause } from './layers';
import type { Observation } from './observation';
import { isPuzzle } from './showing';

/** A change flickers while it spreads, so that one success alone shows nothing (seen 2026, likely). */
export const NEEDED_SUCCESSES = 3;
/** Milliseconds. Identical calls were seen to alternate for about a minute at a time while a change spreads (2026). */
export const LONGEST_TURN_MS = 90_000;
/** Longer than any change was seen to spread; older answers tell of another time, not of flicker. */
const SPREADING_MS = 15 * 60_000;

/** The successes that the answers about one model end with. */
export interface Streak {
  readonly successes: number;
  /** Milliseconds between the first and the last of them. */
  readonly spanMs: number;
  /** Milliseconds that they have to span: longer than any turn that the answers were seen to take. */
  readonly neededMs: number;
  /** True where a real request is among them. */
  readonly answered: boolean;
}

type Turn = 'success' | 'refused';

/** What an answer counts as in a row. `looks`: whether being readable is a success, as for a model without a free test. */
export function turnOf({ showed }: Observation, looks: boolean): Turn | null {
  if (showed.outcome === 'confirmed' || (looks && showed.outcome === 'listed')) return 'success';
  return showed.outcome === 'denied' ? 'refused' : null;
}

/** A refusal that was not understood may be one of the model, so that no row goes on across it. */
function breaksRow(item: Observation): boolean {
  return turnOf(item, false) === 'refused' || isPuzzle(item);
}

/** Those that count, within one change's time of the newest. */
function recent(
  about: readonly Observation[],
  counts: (item: Observation) => boolean,
): readonly Observation[] {
  const newest = Date.parse(about.at(-1)?.at ?? '');
  return about.filter((item) => counts(item) && newest - Date.parse(item.at) <= SPREADING_MS);
}

interface StreakRule {
  /** Milliseconds: the longest turn that is known to be possible. */
  readonly turnMs: number;
  readonly looks: boolean;
}

/** `about`: answers about the model itself, in order of recording. */
export function streakOf(about: readonly Observation[], { turnMs, looks }: StreakRule): Streak {
  const told = recent(about, (item) => turnOf(item, looks) !== null || breaksRow(item));
  const from = told.findLastIndex(breaksRow) + 1;
  const successes = told.slice(from);
  return {
    successes: successes.length,
    spanMs: between(successes[0], successes.at(-1)),
    neededMs: Math.max(turnMs, longestTurn(told, looks)),
    answered: successes.some(({ showed }) => showed.strength === 'proved'),
  };
}

export function isSteady({ successes, spanMs, neededMs }: Streak): boolean {
  return successes >= NEEDED_SUCCESSES && spanMs >= neededMs;
}

/** Milliseconds; 0 where a clock that was set back makes the later one seem earlier. */
function between(first: Observation | undefined, last: Observation | undefined): number {
  if (first === undefined || last === undefined) return 0;
  return Math.max(0, Date.parse(last.at) - Date.parse(first.at));
}

/** The longest time that successes stayed, once, before a refusal broke them off. */
function longestTurn(told: readonly Observation[], looks: boolean): number {
  let longest = 0;
  let first: Observation | undefined;
  for (const item of told) {
    if (turnOf(item, looks) === 'success') first ??= item;
    else {
      longest = Math.max(longest, between(first, item));
      first = undefined;
    }
  }
  return longest;
}

/** Refused again after it had answered: a change that is still spreading (seen 2026: identical calls alternate for minutes). */
export function flickers(about: readonly Observation[]): boolean {
  const isSuccess = (item: Observation) => turnOf(item, false) === 'success';
  const told = recent(about, (item) => turnOf(item, false) !== null).slice(-8);
  const firstOpen = told.findIndex(isSuccess);
  if (firstOpen < 0) return false;
  const after = told.slice(firstOpen);
  const steady = after.slice(-NEEDED_SUCCESSES);
  return (
    after.some(({ showed }) => showed.outcome === 'denied' && isAccessCause(showed.cause)) &&
    !(steady.length === NEEDED_SUCCESSES && steady.every(isSuccess))
  );
}
