import type { Timers } from './timers';

/** Often enough to look alive, seldom enough that a thousand changes in a row don't keep the window busy. */
const AT_MOST_EVERY_MS = 100;

/** Calls at once, and then again after a pause for everything that came in the meantime. */
export function coalesced(timers: Timers, call: () => void): () => void {
  let resting = false;
  let again = false;
  const rest = () => {
    resting = true;
    again = false;
    call();
    timers.after(AT_MOST_EVERY_MS, () => {
      resting = false;
      if (again) rest();
    });
  };
  return () => {
    if (resting) again = true;
    else rest();
  };
}
