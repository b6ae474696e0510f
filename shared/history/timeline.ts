/** How the answer for one key and one model went over time, and since when it is as it is. */
import type { Layer } from '../observations/layers';
import type { Probe } from '../observations/observation';
import type { Strength } from '../observations/showing';
import { isUnseenByLists, type Known, lacks, supersedes } from '../observations/standing';

/** One thing known at one moment: a check of the model itself, or the key's model list. */
export interface TimelinePoint {
  readonly checkId: string;
  /** ISO moment. */
  readonly at: string;
  readonly source: 'check' | 'list';
  readonly probe: Probe;
  readonly outcome: Known;
  readonly strength: Strength | null;
  readonly layer: Layer | null;
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

/**
 * Since when does this key have or lack this model? Points in order of recording, which that of their moments differs from
 * where the clock was set back; those that say nothing are passed over.
 */
export function sinceWhen(points: readonly TimelinePoint[]): Since {
  const telling = tellingOf(points);
  const last = telling.at(-1);
  if (last === undefined) return { kind: 'unknown' };
  const lacking = lacks(last.outcome);
  const turn = telling.findLastIndex(({ outcome }) => lacks(outcome) !== lacking);
  // A moment that lies after a later one of the series was stamped by a clock that ran ahead.
  const moments = telling.slice(turn + 1).map(({ at }) => at);
  const since = moments.sort()[0] ?? last.at;
  const before = telling[turn];
  const known = before !== undefined && before.at <= since ? before : null;
  return lacking
    ? { kind: 'lacks', since, lastHad: known === null ? null : seenIn(known) }
    : { kind: 'has', since, lastLacked: known?.at ?? null };
}

function seenIn({ at, outcome }: TimelinePoint): Seen {
  return { at, as: outcome === 'confirmed' ? 'working' : 'listed' };
}

/** Without those that say nothing, and those that speak against what outweighs them, as a list against a refusal of a request. */
export function tellingOf(points: readonly TimelinePoint[]): readonly TimelinePoint[] {
  const telling: TimelinePoint[] = [];
  for (const point of points) {
    const before = telling.at(-1);
    if (point.outcome === 'unknown' || (before !== undefined && isOutweighed(point, before, telling)))
      continue;
    if (isUnseenByLists(point)) while (telling.at(-1)?.outcome === 'listed') telling.pop();
    telling.push(point);
  }
  return telling;
}

/** Whether the newer one says otherwise, and says less. */
function isOutweighed(
  newer: TimelinePoint,
  older: TimelinePoint,
  earlier: readonly TimelinePoint[],
): boolean {
  if (lacks(newer.outcome) === lacks(older.outcome)) return false;
  const dropped = newer.source === 'list' && earlier.some(({ outcome }) => outcome === 'listed');
  return !supersedes({ ...newer, dropped }, older, null);
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
