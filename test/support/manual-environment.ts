import type { Environment } from '../../electron/base/environment';
import { ManualTimers } from './manual-timers';

const START = Date.parse('2026-11-22T10:00:00.000Z');

/** An environment whose clock, ids and chance are the test's. */
export function manualEnvironment(
  timers: ManualTimers = new ManualTimers(),
): Environment & { readonly timers: ManualTimers } {
  let ids = 0;
  return {
    timers,
    now: () => new Date(START + timers.now()),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    random: () => 0.5,
  };
}
