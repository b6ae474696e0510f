/** The passing of time as an argument, so that tests need not wait. */
export interface Timers {
  /** Milliseconds that only ever grow, whatever happens to the clock on the wall. */
  now(): number;
  /** Calls back once, `milliseconds` from now; returns the way to call it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
