/** How the answer for one key and one model went over time, and since when it is as it is. */
import { accountsAlong, type Bearing } from '../observations/account';
import type { Layer } from '../observations/layers';
import type { Probe } from '../observations/observation';
import type { Strength } from '../observations/showing';
import { accessBy, isUnseenByLists, type Known, refusesAll } from '../observations/standing';

/** Whether the key has the model, as far as is known. */
export type Access = ReturnType<typeof accessBy>;

/** One thing known at one moment: a test of the model itself, the key's model list, or what befell the key as a whole. */
export interface TimelinePoint {
  readonly checkId: string;
  /** ISO moment. */
  readonly at: string;
  readonly source: 'check' | 'list';
  readonly probe: Probe;
  readonly outcome: Known;
  readonly strength: Strength | null;
  readonly layer: Layer | null;
  /** What stood once this was answered; null for what did not bear on it, as a list against a refusal of a request. */
  readonly stands: Access | null;
}

/** One answer to the key, with the check that records it. */
export interface RecordedBearing extends Bearing {
  readonly checkId: string;
  /** ISO moment. */
  readonly at: string;
}

/** How a model was had when it last was: a test got through, or it was no more than listed. */
export interface Seen {
  /** ISO moment. */
  readonly at: string;
  readonly as: 'working' | 'listed';
}

/**
 * `since` is the first moment of the unbroken series, not the moment of the change, which nobody saw. What was last seen
 * before is null where nothing was, and where the clock ran ahead of `since` then, so that its moment means nothing.
 */
export type Since =
  | { readonly kind: 'lacks'; readonly since: string; readonly lastHad: Seen | null }
  | { readonly kind: 'has'; readonly since: string; readonly lastLacked: string | null }
  | { readonly kind: 'unknown' };

/** `answers`: in order of recording, which that of their moments differs from where the clock was set back. */
export function pointsOf(answers: readonly RecordedBearing[]): readonly TimelinePoint[] {
  const accounts = accountsAlong(answers);
  let before: Access = 'unknown';
  const points = answers.map((answer, index): TimelinePoint => {
    const now = accessBy(accounts[index]?.state ?? 'unknown');
    const shown = shownBy(answer);
    const bears = now !== before || (now !== 'unknown' && accessBy(shown.outcome) === now);
    before = now;
    const { checkId, at, probe } = answer;
    const source = probe === 'list' ? 'list' : 'check';
    return { checkId, at, source, probe, ...shown, stands: bears ? now : null };
  });
  return points.map((point, index) => (isOverridden(points, index) ? { ...point, stands: null } : point));
}

type Shown = Pick<TimelinePoint, 'outcome' | 'strength' | 'layer'>;

/** What the answer says by itself. An answer about something else shows no more than that the whole key is refused. */
function shownBy({ isAbout, lists, gone, showed }: RecordedBearing): Shown {
  const { outcome, strength, layer } = showed;
  if (isAbout || lists === true || refusesAll(showed)) return { outcome, strength, layer };
  if (lists === null) return { outcome: 'unknown', strength: null, layer: null };
  return gone
    ? { outcome: 'denied', strength: null, layer: 'model_name' }
    : { outcome: 'not_listed', strength: null, layer: null };
}

/** Being listed says nothing against a refusal that no list shows, so that nothing changed between the two. */
function isOverridden(points: readonly TimelinePoint[], index: number): boolean {
  if (points[index]?.outcome !== 'listed') return false;
  const next = points.slice(index + 1).find(({ stands, outcome }) => stands !== null && outcome !== 'listed');
  return next !== undefined && isUnseenByLists(next);
}

/** Since when does this key have or lack this model? */
export function sinceWhen(points: readonly TimelinePoint[]): Since {
  const telling = points.filter(({ stands }) => stands !== null);
  const last = telling.at(-1);
  if (last === undefined || last.stands === 'unknown') return { kind: 'unknown' };
  const turn = telling.findLastIndex(({ stands }) => stands !== last.stands);
  // A moment that lies after a later one of the series was stamped by a clock that ran ahead.
  const moments = telling.slice(turn + 1).map(({ at }) => at);
  const since = moments.sort()[0] ?? last.at;
  const before = telling
    .slice(0, turn + 1)
    .findLast(({ stands }) => stands !== 'unknown' && stands !== last.stands);
  const known = before !== undefined && before.at <= since ? before : null;
  return last.stands === 'lacks'
    ? { kind: 'lacks', since, lastHad: known === null ? null : seenIn(known) }
    : { kind: 'has', since, lastLacked: known?.at ?? null };
}

/** null where nothing showed it at that moment but that the key was accepted again. */
function seenIn({ at, outcome }: TimelinePoint): Seen | null {
  if (accessBy(outcome) !== 'has') return null;
  return { at, as: outcome === 'confirmed' ? 'working' : 'listed' };
}

/**
 * Where each point stands on a line of time, from 0 to 1. Never to the left of the one recorded before it: a clock that was
 * set back makes two points stand in one place. A single moment stands at 1, where "now" is.
 */
export function placesOf(points: readonly Pick<TimelinePoint, 'at'>[]): readonly number[] {
  let passed = 0;
  let before = Number.POSITIVE_INFINITY;
  const elapsed = points.map(({ at }) => {
    const moment = Date.parse(at);
    passed += Math.max(0, moment - before);
    before = moment;
    return passed;
  });
  return elapsed.map((time) => (passed === 0 ? 1 : time / passed));
}
