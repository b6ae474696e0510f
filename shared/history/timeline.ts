/** How the answer for one key and one model went over time, and since when it is as it is. */
import type { Layer } from '../diagnosis/layers';
import type { CheckOutcome } from './check';

/** One thing known at one moment: a check of the model itself, or the key's model list. */
export interface TimelinePoint {
  readonly checkId: string;
  /** ISO moment. */
  readonly at: string;
  readonly source: 'check' | 'list';
  /** For a list: `listed`, or `denied` where the model is not on it. */
  readonly outcome: CheckOutcome;
  readonly layer: Layer | null;
}

/** `since` is the first moment of the unbroken series, not the moment of the change, which nobody saw. */
export type Since =
  | { readonly kind: 'lacks'; readonly since: string; readonly lastHad: string | null }
  | { readonly kind: 'has'; readonly since: string; readonly lastLacked: string | null }
  | { readonly kind: 'unknown' };

/** Since when does this key have or lack this model? Points in order of time; those that say nothing are passed over. */
export function sinceWhen(points: readonly TimelinePoint[]): Since {
  const telling = points.filter((point) => point.outcome !== 'unknown');
  const last = telling.at(-1);
  if (last === undefined) return { kind: 'unknown' };
  const lacks = last.outcome === 'denied';
  const turn = telling.findLastIndex((point) => (point.outcome === 'denied') !== lacks);
  const since = telling[turn + 1]?.at ?? last.at;
  const before = telling[turn]?.at ?? null;
  return lacks ? { kind: 'lacks', since, lastHad: before } : { kind: 'has', since, lastLacked: before };
}
