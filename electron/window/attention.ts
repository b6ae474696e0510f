/** What the app says of itself outside of its window: how far a run is, and what ended while nobody looked. */
import type { RunView } from '../../shared/matrix/views';

/** As much of the window as is needed. */
interface TaskbarWindow {
  isFocused(): boolean;
  isDestroyed(): boolean;
  setProgressBar(progress: number, options?: { mode: 'normal' | 'paused' }): void;
}

interface AttentionDeps {
  readonly window: () => TaskbarWindow | null;
  /** Returns false where the desktop has no such badge. */
  readonly setBadgeCount: (count: number) => boolean;
  /** A run came to its end by itself while nobody looked. */
  readonly runEnded: (run: RunView) => void;
}

/** Takes the bar away. */
const NO_PROGRESS = -1;

export class Attention {
  readonly #deps: AttentionDeps;
  #unseen = 0;
  /** The run that was last seen under way. */
  #underWay: string | null = null;

  constructor(deps: AttentionDeps) {
    this.#deps = deps;
  }

  watchEnded(): void {
    this.#endedUnseen();
  }

  /** False where the person is looking. */
  #endedUnseen(): boolean {
    if (this.#window()?.isFocused() === true) return false;
    this.#unseen += 1;
    this.#deps.setBadgeCount(this.#unseen);
    return true;
  }

  /** The person looked. */
  seen(): void {
    if (this.#unseen === 0) return;
    this.#unseen = 0;
    this.#deps.setBadgeCount(0);
  }

  showRun(run: RunView | null): void {
    const active = run !== null && (run.state === 'running' || run.state === 'paused');
    if (!active) {
      this.#window()?.setProgressBar(NO_PROGRESS);
      this.#notice(run);
      return;
    }
    this.#underWay = run.id;
    const mode = run.state === 'paused' ? 'paused' : 'normal';
    this.#window()?.setProgressBar((run.done + run.dropped) / Math.max(1, run.total), { mode });
  }

  /** A run that was stopped is no news to whoever stopped it. */
  #notice(run: RunView | null): void {
    const ended = run !== null && run.id === this.#underWay && (run.state === 'done' || run.failure !== null);
    this.#underWay = null;
    if (ended && this.#endedUnseen()) this.#deps.runEnded(run);
  }

  #window(): TaskbarWindow | null {
    const window = this.#deps.window();
    return window === null || window.isDestroyed() ? null : window;
  }
}
