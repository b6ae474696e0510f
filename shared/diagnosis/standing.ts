/** Which of two answers about a model stands: what is newer, unless it says less. */
import type { Probe } from './evidence';

/** What an answer says of the model, and by which test. `visible`: it is listed or can be read, and no more. */
export interface Said {
  readonly probe: Probe;
  readonly says: 'proved' | 'validated' | 'visible' | 'refused';
  /** True where the organization is not entitled or not verified. */
  readonly atEntitlement: boolean;
}

/** Whether the newer answer takes the older one's place. `calibrated`: see `afterFreeTest`. */
export function outdoes(newer: Said, older: Said, calibrated: boolean | null): boolean {
  switch (newer.says) {
    case 'proved':
    case 'refused':
      return true;
    case 'visible':
      // Being readable undoes only that it was not.
      return older.says === 'visible' || older.probe === 'retrieve';
    case 'validated':
      if (older.says === 'proved') return false;
      return older.says !== 'refused' || (calibrated !== false && !outOfSight(older));
  }
}

/** Verification may be checked after validation, so that a free test does not meet what a real request met. */
function outOfSight({ probe, atEntitlement }: Said): boolean {
  return probe === 'real_probe' && atEntitlement;
}
