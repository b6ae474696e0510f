/** Repeats a free test after an edit until the answer is steady: three successes in a row, because a change flickers while it spreads. */
import type { ProbeEvidence } from '../../shared/diagnosis/evidence';
import { meaningOf } from '../../shared/diagnosis/signals';
import type { WatchAttempt, WatchView } from '../../shared/ipc/views';
import type { Environment } from '../environment';

export const NEEDED_SUCCESSES = 3;

/** Milliseconds. A model list takes a few minutes to spread (seen 2026, likely). */
export interface WatchTiming {
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly limit: number;
}
export const WATCH_TIMING: WatchTiming = { minInterval: 15_000, maxInterval: 20_000, limit: 600_000 };
/** Practice spreads its changes within seconds, so that nobody waits to learn. */
export const PRACTICE_WATCH_TIMING: WatchTiming = { minInterval: 900, maxInterval: 1_300, limit: 90_000 };

export interface WatchParts {
  readonly timing: WatchTiming;
  readonly environment: Environment;
  readonly attempt: (signal: AbortSignal) => Promise<ProbeEvidence | null>;
  /** Called at each change with the whole state. */
  readonly changed: (view: WatchView) => void;
}

export class Watch {
  readonly #parts: WatchParts;
  readonly #abort = new AbortController();
  readonly #deadline: number;
  #view: WatchView;
  #cancelTimer: () => void = () => undefined;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    const { environment, timing } = parts;
    const start = environment.now();
    this.#deadline = environment.timers.now() + timing.limit;
    this.#view = {
      state: 'running',
      startedAt: start.toISOString(),
      endsAt: new Date(start.getTime() + timing.limit).toISOString(),
      nextAt: null,
      consecutive: 0,
      needed: NEEDED_SUCCESSES,
      attempts: [],
    };
  }

  get view(): WatchView {
    return this.#view;
  }

  start(): void {
    this.#parts.changed(this.#view);
    void this.#tick();
  }

  stop(): void {
    if (this.#view.state === 'running') this.#finish('stopped');
  }

  async #tick(): Promise<void> {
    const evidence = await this.#parts.attempt(this.#abort.signal);
    if (this.#view.state !== 'running') return;
    const outcome = outcomeOf(evidence);
    const attempt: WatchAttempt = { at: this.#parts.environment.now().toISOString(), outcome };
    const consecutive = outcome === 'success' ? this.#view.consecutive + 1 : 0;
    this.#view = { ...this.#view, consecutive, attempts: [...this.#view.attempts, attempt], nextAt: null };
    if (consecutive >= NEEDED_SUCCESSES) this.#finish('proven');
    else this.#schedule(this.#wait(evidence));
  }

  #wait(evidence: ProbeEvidence | null): number {
    const { timing, environment } = this.#parts;
    const interval = timing.minInterval + environment.random() * (timing.maxInterval - timing.minInterval);
    return Math.max(interval, (retryAfterOf(evidence) ?? 0) * 1_000);
  }

  #schedule(milliseconds: number): void {
    const { timers, now } = this.#parts.environment;
    if (timers.now() + milliseconds > this.#deadline) {
      this.#finish('gave_up');
      return;
    }
    this.#view = { ...this.#view, nextAt: new Date(now().getTime() + milliseconds).toISOString() };
    this.#cancelTimer = timers.after(milliseconds, () => void this.#tick());
    this.#parts.changed(this.#view);
  }

  #finish(state: 'proven' | 'gave_up' | 'stopped'): void {
    this.#cancelTimer();
    this.#abort.abort();
    this.#view = { ...this.#view, state, nextAt: null };
    this.#parts.changed(this.#view);
  }
}

function outcomeOf(evidence: ProbeEvidence | null): WatchAttempt['outcome'] {
  const meaning = evidence === null ? null : meaningOf(evidence);
  if (meaning?.kind === 'open') return 'success';
  return meaning?.kind === 'refused' && meaning.cause !== 'rate_limited' ? 'refused' : 'undecided';
}

function retryAfterOf(evidence: ProbeEvidence | null): number | null {
  const answer = evidence?.answer;
  return answer?.kind === 'refusal'
    ? (answer.headers.retryAfterSeconds ?? answer.reading.facts.retryAfterSeconds)
    : null;
}
