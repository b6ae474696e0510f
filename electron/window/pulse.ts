import type { Timers } from '../base/timers';

interface PulseDeps {
  /** Has the page answer, or fails if the page is gone. Only an endless loop or a crash leaves it unsettled. */
  readonly ask: () => Promise<unknown>;
  /** False while nobody waits for the page: it is hidden, or a developer has stopped it. */
  readonly matters: () => boolean;
  /** A page that is being loaded has much to do at once. */
  readonly isLoading: () => boolean;
  /** The page has left `MISSES` questions unanswered, or many more since `snooze`. */
  readonly lost: () => void;
  /** A page that was lost answers again. */
  readonly found: () => void;
}

const BEAT_MS = 250;
/** With the first beat, 1.75 seconds. */
const MISSES = 6;
/** Ten seconds. */
const PATIENT_MISSES = 40;

/**
 * Notices within two seconds that a page no longer answers. Chromium's own sign for it comes after 15 to 60 seconds, and
 * only after input (measured 2026-11-30).
 *
 * Beats of the main process are counted, not seconds: after a sleep of the computer, or while the main process itself is
 * busy, no beat passes, so neither is taken for a page that hangs.
 */
export class Pulse {
  readonly #deps: PulseDeps;
  readonly #timers: Timers;
  #asked: object | null = null;
  #missed = 0;
  #isLost = false;
  #callOff = () => {};

  constructor(deps: PulseDeps, timers: Timers) {
    this.#deps = deps;
    this.#timers = timers;
    this.#callOff = timers.after(BEAT_MS, () => this.#beat());
  }

  /** The page has more time: it is called lost again if it is silent for another ten seconds. */
  snooze(): void {
    this.#missed = MISSES - PATIENT_MISSES;
    this.#isLost = false;
  }

  /** The page was replaced: what it owed will never come. */
  startAgain(): void {
    this.#asked = null;
    this.#answered();
  }

  stop(): void {
    this.#callOff();
  }

  #beat(): void {
    this.#callOff = this.#timers.after(BEAT_MS, () => this.#beat());
    if (!this.#deps.matters()) this.startAgain();
    else if (this.#asked === null) this.#ask();
    else this.#miss();
  }

  #ask(): void {
    const question = {};
    this.#asked = question;
    const settled = () => {
      if (this.#asked !== question) return;
      this.#asked = null;
      this.#answered();
    };
    this.#deps.ask().then(settled, settled);
  }

  #miss(): void {
    this.#missed += 1;
    if (this.#isLost || this.#missed < (this.#deps.isLoading() ? PATIENT_MISSES : MISSES)) return;
    this.#isLost = true;
    this.#deps.lost();
  }

  #answered(): void {
    this.#missed = 0;
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#deps.found();
  }
}
