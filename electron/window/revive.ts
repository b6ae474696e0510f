import type { Timers } from '../base/timers';

/** As much of a window as is needed. */
export interface RevivableWindow {
  isDestroyed(): boolean;
  readonly webContents: {
    on(
      event: 'render-process-gone',
      listener: (event: unknown, details: { readonly reason: string }) => void,
    ): unknown;
    reload(): void;
    forcefullyCrashRenderer(): void;
  };
}

export type HangChoice = 'wait' | 'reload';
export type CrashChoice = 'again' | 'without_text' | 'quit';

/** Boxes of the system's, which need no page. */
export interface TroubleBoxes {
  /** The page does not answer. Resolves with `wait` as well when `signal` takes the box away. */
  readonly hangs: (signal: AbortSignal) => Promise<HangChoice>;
  /** The page crashed more often than it is brought back unasked. */
  readonly crashes: () => Promise<CrashChoice>;
}

interface ReviveDeps {
  readonly timers: Timers;
  readonly boxes: TroubleBoxes;
  readonly forgetText: () => void;
  readonly quit: () => void;
}

/** Unasked; after these the person is asked. */
const MAX_RELOADS = 3;
const PERIOD_MS = 60_000;

/**
 * Brings back a page that crashed, and asks the person about one that hangs or goes on crashing, so that no window stays
 * blank. What is under way in the main process goes on meanwhile.
 */
export class Reviver {
  readonly #window: RevivableWindow;
  readonly #deps: ReviveDeps;
  #reloads: readonly number[] = [];
  #hanging: AbortController | null = null;

  constructor(window: RevivableWindow, deps: ReviveDeps) {
    this.#window = window;
    this.#deps = deps;
    window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit') void this.#crashed();
    });
  }

  /** Asks what to do, unless it is being asked. `waits`: the person wants to give the page more time. */
  async hangs(waits: () => void): Promise<void> {
    if (this.#hanging !== null) return;
    const asking = new AbortController();
    this.#hanging = asking;
    const choice = await this.#deps.boxes.hangs(asking.signal);
    if (this.#hanging === asking) this.#hanging = null;
    if (asking.signal.aborted || this.#window.isDestroyed()) return;
    if (choice === 'wait') waits();
    // A page that hears nothing does not hear of a reload either: its process is ended, and the crash brings it back.
    else this.#window.webContents.forcefullyCrashRenderer();
  }

  /** The page answers again, or is gone: there is nothing to choose any more. */
  hangsNoMore(): void {
    this.#hanging?.abort();
    this.#hanging = null;
  }

  async #crashed(): Promise<void> {
    this.hangsNoMore();
    if (this.#window.isDestroyed()) return;
    const now = this.#deps.timers.now();
    this.#reloads = [...this.#reloads.filter((at) => now - at < PERIOD_MS), now];
    if (this.#reloads.length <= MAX_RELOADS) this.#window.webContents.reload();
    else await this.#askAboutCrashes();
  }

  async #askAboutCrashes(): Promise<void> {
    const choice = await this.#deps.boxes.crashes();
    if (this.#window.isDestroyed()) return;
    if (choice === 'quit') {
      this.#deps.quit();
      return;
    }
    if (choice === 'without_text') this.#deps.forgetText();
    this.#reloads = [];
    this.#window.webContents.reload();
  }
}
