/** What the app says of itself on the taskbar: how far a run is, and how many watches ended unseen. */
import type { RunView } from '../../shared/matrix/views';

/** As much of the window as is needed. */
export interface TaskbarWindow {
  isFocused(): boolean;
  isDestroyed(): boolean;
  setProgressBar(progress: number, options?: { mode: 'normal' | 'paused' }): void;
}

export interface AttentionParts {
  readonly window: () => TaskbarWindow | null;
  /** Returns false where the desktop has no such badge. */
  readonly setBadgeCount: (count: number) => boolean;
}

/** Takes the bar away. */
const NO_PROGRESS = -1;

export class Attention {
  readonly #parts: AttentionParts;
  #unseen = 0;

  constructor(parts: AttentionParts) {
    this.#parts = parts;
  }

  watchEnded(): void {
    if (this.#window()?.isFocused() === true) return;
    this.#unseen += 1;
    this.#parts.setBadgeCount(this.#unseen);
  }

  /** The person looked. */
  seen(): void {
    if (this.#unseen === 0) return;
    this.#unseen = 0;
    this.#parts.setBadgeCount(0);
  }

  showRun(run: RunView | null): void {
    const active = run !== null && (run.state === 'running' || run.state === 'paused');
    if (!active) {
      this.#window()?.setProgressBar(NO_PROGRESS);
      return;
    }
    const mode = run.state === 'paused' ? 'paused' : 'normal';
    this.#window()?.setProgressBar((run.done + run.dropped) / Math.max(1, run.total), { mode });
  }

  #window(): TaskbarWindow | null {
    const window = this.#parts.window();
    return window === null || window.isDestroyed() ? null : window;
  }
}
