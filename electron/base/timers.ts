/** The passing of time as an argument, so that tests need not wait. */
export interface Timers {
  /** Milliseconds that only ever grow, whatever happens to the clock on the wall. */
  now(): number;
  /**
   * Calls back once, `milliseconds` from now, or after `LONGEST_TIMER_MS` where that is sooner; returns the way to call it
   * off.
   */
  after(milliseconds: number, callback: () => void): () => void;
}

/** About 24 days. Node takes anything longer for one millisecond. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, Math.min(milliseconds, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};
