/** Time, ids and chance, given to whoever needs them so that tests decide. */
import type { Timers } from './timers';

export interface Environment {
  readonly timers: Timers;
  /** The clock on the wall, for records. */
  readonly now: () => Date;
  readonly newId: () => string;
  /** Between 0 and 1. */
  readonly random: () => number;
}
