import type { Timers } from '../../electron/base/timers';

interface Waiting {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that passes only when a test says so. */
export class ManualTimers implements Timers {
  #now = 0;
  #waiting: readonly Waiting[] = [];

  get pending(): number {
    return this.#waiting.length;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const waiting = { at: this.#now + milliseconds, callback };
    this.#waiting = [...this.#waiting, waiting];
    return () => this.#forget(waiting);
  }

  /** The computer sleeps: time passes, and what falls due is late. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Calls back, in order, whatever falls due on the way. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (let next = this.#nextUntil(end); next !== undefined; next = this.#nextUntil(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#forget(next);
      next.callback();
    }
    this.#now = end;
  }

  #nextUntil(end: number): Waiting | undefined {
    return this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }

  #forget(gone: Waiting): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting !== gone);
  }
}
