/** Repeats a free test after an edit until the verdict on all answers says that it is proven, or its time is over. */

import type { WatchAttempt, WatchView } from '../../shared/case/views';
import type { Observation } from '../../shared/observations/observation';
import { patienceAsked } from '../../shared/observations/patience';
import { NEEDED_SUCCESSES, type Streak } from '../../shared/observations/proof';
import type { Environment } from '../base/environment';

/** Milliseconds. A model list takes a few minutes to spread (seen 2026, likely). */
export interface WatchTiming {
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly limit: number;
}
export const WATCH_TIMING: WatchTiming = { minInterval: 15_000, maxInterval: 20_000, limit: 600_000 };
/** A verified organization takes longer to be known everywhere: up to a quarter of an hour (help article, 2026). */
export const VERIFICATION_SHARE = 1.5;

/** For a change whose answers are known to take turns of this length, in milliseconds: each test meets another turn. */
export function timingForTurns(turnMs: number): WatchTiming {
  return { minInterval: turnMs, maxInterval: turnMs * 1.2, limit: 90_000 };
}

/** How a watch ends by what is known, rather than by its time. */
export type WatchEnd = Extract<WatchView['state'], 'proven' | 'unproven' | 'listed' | 'proves_nothing'>;

/** One attempt, with what the verdict makes of all answers so far. */
export interface Attempted {
  /** null where nothing could be asked. */
  readonly answer: Observation | null;
  readonly turn: WatchAttempt['outcome'];
  readonly streak: Pick<Streak, 'successes' | 'spanMs' | 'neededMs'>;
  /** null while more tests may tell more. */
  readonly end: WatchEnd | null;
}

interface WatchDeps {
  readonly timing: WatchTiming;
  readonly environment: Environment;
  /** One that throws has told nothing, like one that gives null because the keychain was locked. */
  readonly attempt: (signal: AbortSignal) => Promise<Attempted | null>;
  /** Called at each change with the whole state. It may throw, where the state cannot be kept. */
  readonly changed: (view: WatchView) => void;
  /** A watch that the app's end broke off, to go on with. */
  readonly earlier?: WatchView;
}

/** Attempts kept for show; a long time offline must not make a case grow without end. */
const KEPT_ATTEMPTS = 200;
/** Intervals grow up to this many times while nothing can be learned. */
const LARGEST_FACTOR = 4;
/** The same while there is no secret to ask with: a locked keychain may put up a prompt each time. About ten minutes. */
const LARGEST_FACTOR_UNASKED = 32;
/** However long it was offline or asleep, a watch ends by itself. */
const LONGEST_EXTENSION_MS = 24 * 3_600_000;
/** An answer that comes so much later than planned tells of sleep. */
const SLEPT_MS = 30_000;
const AFTER_WAKING_MS = 2_000;

export class Watch {
  readonly #deps: WatchDeps;
  readonly #abort = new AbortController();
  /** On the clock that only grows, so that a change of the wall clock neither ends nor prolongs the watch. */
  #deadline: number;
  #extension = 0;
  #undecidedInRow = 0;
  /** The attempt before got nowhere, so that the wait after it was longer than usual. */
  #wasUnanswered = false;
  #lastTick: number;
  #dueAt: number | null = null;
  #view: WatchView;
  #cancelTimer: () => void = () => undefined;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    const { environment, timing, earlier } = deps;
    const now = environment.now().getTime();
    const left = earlier === undefined ? timing.limit : Date.parse(earlier.endsAt) - now;
    this.#lastTick = environment.timers.now();
    this.#deadline = this.#lastTick + Math.min(timing.limit, Math.max(0, left));
    this.#view = earlier ?? {
      state: 'running',
      startedAt: new Date(now).toISOString(),
      endsAt: new Date(now + timing.limit).toISOString(),
      nextAt: null,
      consecutive: 0,
      needed: NEEDED_SUCCESSES,
      attempts: [],
    };
  }

  get view(): WatchView {
    return this.#view;
  }

  /** Throws if the first state cannot be saved. Later failures to save are ignored. */
  start(): void {
    this.#deps.changed(this.#view);
    void this.#tick();
  }

  stop(): void {
    if (this.#view.state === 'running') this.#finish('stopped');
  }

  /** Sends nothing more and leaves the state as it is, to go on with at the next start. */
  suspend(): void {
    this.#cancelTimer();
    this.#abort.abort();
  }

  /** The computer woke up: what is due is tested soon, but not in the first moment, when the network may be missing. */
  wake(): void {
    if (this.#dueAt === null || this.#view.state !== 'running') return;
    const { timers, random } = this.#deps.environment;
    const wait = AFTER_WAKING_MS * (1 + random());
    this.#cancelTimer();
    if (timers.now() - this.#dueAt > SLEPT_MS) this.#sleptFor(timers.now() + wait - this.#dueAt);
    this.#plan(wait);
  }

  /** The next test counts what came after that alone. Not every system's clock goes on in sleep; one that does not was not late. */
  #sleptFor(milliseconds: number): void {
    this.#extend(milliseconds);
    this.#lastTick += milliseconds;
    this.#view = { ...this.#view, endsAt: this.#endsAt() };
  }

  async #tick(): Promise<void> {
    const { timers, now } = this.#deps.environment;
    const due = this.#dueAt ?? timers.now();
    this.#dueAt = null;
    const attempted = await this.#deps.attempt(this.#abort.signal).catch(() => null);
    if (this.#view.state !== 'running' || this.#abort.signal.aborted) return;
    const evidence = attempted?.answer ?? null;
    const outcome = attempted?.turn ?? 'undecided';
    const elapsed = timers.now() - this.#lastTick;
    const late = timers.now() - due;
    if (!wasAnswered(evidence)) this.#extend(elapsed);
    else if (this.#wasUnanswered) this.#extend(elapsed - this.#deps.timing.maxInterval);
    else if (late > SLEPT_MS) this.#extend(late);
    this.#wasUnanswered = !wasAnswered(evidence);
    this.#lastTick = timers.now();
    this.#undecidedInRow = outcome === 'undecided' ? this.#undecidedInRow + 1 : 0;
    const attempts = [...this.#view.attempts, { at: now().toISOString(), outcome }].slice(-KEPT_ATTEMPTS);
    this.#view = {
      ...this.#view,
      ...(attempted === null ? {} : counted(attempted.streak)),
      attempts,
      nextAt: null,
      endsAt: this.#endsAt(),
    };
    if (attempted !== null && attempted.end !== null) this.#finish(attempted.end);
    else this.#schedule(this.#wait(evidence));
  }

  /** Time in which nothing could be tested does not count. */
  #extend(milliseconds: number): void {
    const extension = Math.min(LONGEST_EXTENSION_MS, this.#extension + Math.max(0, milliseconds));
    this.#deadline += extension - this.#extension;
    this.#extension = extension;
  }

  #endsAt(): string {
    const { timers, now } = this.#deps.environment;
    return new Date(now().getTime() + this.#deadline - timers.now()).toISOString();
  }

  #wait(evidence: Observation | null): number {
    const { timing, environment } = this.#deps;
    const interval = timing.minInterval + environment.random() * (timing.maxInterval - timing.minInterval);
    const largest = evidence === null ? LARGEST_FACTOR_UNASKED : LARGEST_FACTOR;
    const factor = Math.min(largest, 2 ** this.#undecidedInRow);
    return Math.max(interval * factor, patienceOf(evidence) * 1_000);
  }

  #schedule(milliseconds: number): void {
    if (this.#deps.environment.timers.now() + milliseconds > this.#deadline) this.#finish('gave_up');
    else this.#plan(milliseconds);
  }

  #plan(milliseconds: number): void {
    const { timers, now } = this.#deps.environment;
    this.#view = { ...this.#view, nextAt: new Date(now().getTime() + milliseconds).toISOString() };
    this.#dueAt = timers.now() + milliseconds;
    this.#cancelTimer = timers.after(milliseconds, () => void this.#tick());
    this.#announce();
  }

  #finish(state: Exclude<WatchView['state'], 'running'>): void {
    this.#cancelTimer();
    this.#abort.abort();
    this.#view = { ...this.#view, state, nextAt: null };
    this.#announce();
  }

  /** A disk that is full for a while must not end the watch: the next state is kept with all that came before. */
  #announce(): void {
    try {
      this.#deps.changed(this.#view);
    } catch {
      // Nobody asked at this moment, so that there is nobody to tell.
    }
  }
}

function counted({ successes, spanMs, neededMs }: Attempted['streak']) {
  return { consecutive: successes, spanMs, neededMs };
}

/** False where the request got nowhere: offline, a host that wants to be left alone, or a keychain that was locked. */
function wasAnswered(evidence: Observation | null): boolean {
  const kind = evidence?.answer.kind;
  return kind === 'success' || kind === 'refusal';
}

/** Seconds for which the host is to be left alone, at most as many as the queue obeys; 0 for none. */
function patienceOf(evidence: Observation | null): number {
  if (evidence === null) return 0;
  const { answer } = evidence;
  return answer.kind === 'not_sent' ? answer.secondsLeft : (patienceAsked(answer)?.seconds ?? 0);
}
