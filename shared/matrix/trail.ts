/** What one cell of the matrix is judged by: the newest check of each sort, of which one stands. */
import { outdoes, type Said } from '../diagnosis/standing';
import type { CellCheck } from './views';

export interface Recorded {
  readonly endpoint: string;
  readonly check: CellCheck;
}

/** In order of recording. Never empty, and as short as there are sorts, so that it comes out the same from the history. */
export type Trail = readonly [Recorded, ...Recorded[]];

export function remember(trail: readonly Recorded[], next: Recorded): Trail {
  const [first, ...others] = trail.filter(({ check }) => sortOf(check) !== sortOf(next.check));
  return first === undefined ? [next] : [first, ...others, next];
}

/** Answers that outdo each other whatever came between; `HistoryStore` keeps to the same sorts. */
function sortOf({ outcome, strength }: CellCheck): string {
  if (outcome === 'confirmed') return strength === 'validated' ? 'validated' : 'firm';
  return outcome === 'denied' ? 'firm' : outcome;
}

/**
 * The check that stands, with the newest one that told nothing more. `calibrated`: what free tests are worth at an endpoint
 * (see `afterFreeTest`).
 */
export function standingOf(trail: Trail, calibrated: (endpoint: string) => boolean | null): CellCheck {
  const [first, ...later] = trail;
  let standing = weighed(first.check, calibrated(first.endpoint));
  for (const { endpoint, check } of later) {
    const worth = calibrated(endpoint);
    standing = replaces(check, standing, worth)
      ? weighed(check, worth)
      : { ...standing, newerAttempt: { at: check.at, code: check.code ?? statusOf(check) } };
  }
  return standing;
}

function weighed(check: CellCheck, calibrated: boolean | null): CellCheck {
  return check.strength === 'validated' && calibrated === false ? { ...check, unproven: true } : check;
}

function replaces(newer: CellCheck, older: CellCheck, calibrated: boolean | null): boolean {
  const before = saidBy(older);
  if (before === null) return true;
  const now = saidBy(newer);
  return now !== null && outdoes(now, before, calibrated);
}

function saidBy({ probe, outcome, strength, layer }: CellCheck): Said | null {
  const atEntitlement = layer === 'entitlement';
  switch (outcome) {
    case 'unknown':
      return null;
    case 'confirmed':
      return { probe, says: strength ?? 'proved', atEntitlement };
    case 'listed':
      return { probe, says: 'visible', atEntitlement };
    case 'denied':
      return { probe, says: 'refused', atEntitlement };
  }
}

function statusOf({ status }: CellCheck): string | null {
  return status === null ? null : String(status);
}
