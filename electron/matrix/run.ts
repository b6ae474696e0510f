/**
 * One run over many cells: keeps as many requests going as the limits allow, the key with the most left first, and
 * can be paused, resumed and cancelled. Each cell asks for its key's secret just before it is sent. What would only wait,
 * for a host or for the person, is put back, so that it holds no place and is not sent behind a pause.
 */

import type { IpcError } from '../../shared/base/error-codes';
import { type CheckResult, resultOf } from '../../shared/history/check';
import type { InFlight, RunFailure, RunView } from '../../shared/matrix/views';
import { keyRefusedFor } from '../../shared/observations/key-refusal';
import type { Observation, Probe } from '../../shared/observations/observation';
import type { CheckOutcome } from '../../shared/observations/showing';
import type { Environment } from '../base/environment';
import { isVaultWide } from '../base/failure';
import type { KeyService } from '../keys/key-service';
import type { Checker } from '../probes/checker';
import type { Target } from '../probes/prober';
import { LONGEST_WAIT_MS, type QueueLimits } from '../probes/request-queue';
import { isStoreError } from '../store/sqlite-error';
import { type Job, RunQueue } from './run-queue';

export interface RunPlan {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly probe: Probe;
  /** True where the person agreed to what the tests may cost. */
  readonly agreed: boolean;
  /** For a list, one null a key. */
  readonly cells: readonly { readonly keyId: string; readonly models: readonly (string | null)[] }[];
}

export interface RunDeps {
  readonly environment: Environment;
  readonly keys: Pick<KeyService, 'target' | 'mayCost'>;
  readonly checker: Pick<Checker, 'single' | 'control'>;
  readonly limits: () => QueueLimits;
  /** Whether free tests tell something for this key at this endpoint, and its newest list. */
  readonly calibrated: (keyId: string, endpoint: string) => boolean | null;
  readonly listed: (keyId: string) => readonly string[] | null;
  /** Milliseconds until the key's host may be asked again; 0 where it did not ask for patience. */
  readonly pausedFor: (keyId: string) => number;
  /** False where the system knows of no network at all. */
  readonly isOnline: () => boolean;
  readonly changed: () => void;
}

/** A cell may be sent so often where the server only asks for patience. */
const TRIES = 3;

interface Work {
  readonly queue: RunQueue;
  readonly job: Job;
  readonly abort: AbortController;
  /** False while it waits for the keychain, for its turn or for a host. */
  isInFlight: boolean;
}

export class MatrixRun {
  readonly #plan: RunPlan;
  readonly #deps: RunDeps;
  readonly #queues: readonly RunQueue[];
  readonly #works = new Set<Work>();
  readonly #counts: Record<CheckOutcome, number> = { listed: 0, confirmed: 0, denied: 0, unknown: 0 };
  readonly #startedAt: string;
  readonly #total: number;
  #done = 0;
  #dropped = 0;
  #state: RunView['state'] = 'running';
  #failure: RunView['failure'] = null;
  /** Milliseconds of work before the present stretch, and the start of that stretch. */
  #worked = 0;
  #stretchFrom: number;
  /** Calls off looking again at the end of a host's pause. */
  #stopWaking: () => void = () => undefined;
  #settle: () => void = () => undefined;
  /** Resolves when nothing of the run is under way any more. */
  readonly ended: Promise<void>;

  constructor(plan: RunPlan, deps: RunDeps) {
    this.#plan = plan;
    this.#deps = deps;
    this.#startedAt = deps.environment.now().toISOString();
    this.#stretchFrom = deps.environment.timers.now();
    this.#queues = plan.cells.map(({ keyId, models }) => new RunQueue(keyId, models));
    this.#total = plan.cells.reduce((sum, { models }) => sum + models.length, 0);
    this.ended = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get active(): boolean {
    return this.#state === 'running' || this.#state === 'paused';
  }

  /** What is left of a run that was stopped, as a plan of its own; null while it goes on, and where nothing is left. */
  rest(id: string): RunPlan | null {
    const owing = this.#queues.filter(({ owed }) => owed.size > 0);
    if (this.active || owing.length === 0) return null;
    return { ...this.#plan, id, cells: owing.map(({ keyId, owed }) => ({ keyId, models: [...owed] })) };
  }

  get view(): RunView {
    const { id, kind, probe } = this.#plan;
    const now = this.#deps.environment.timers.now();
    const seconds = (this.#worked + (this.#state === 'running' ? now - this.#stretchFrom : 0)) / 1_000;
    const rate = this.#done > 0 && seconds > 0 ? this.#done / seconds : null;
    const left = this.#queues.reduce((sum, { owed }) => sum + owed.size, 0);
    const pause = this.active ? Math.max(0, ...this.#pauses()) : 0;
    return {
      id,
      kind,
      probe,
      state: this.#state,
      failure: this.#failure,
      startedAt: this.#startedAt,
      total: this.#total,
      done: this.#done,
      dropped: this.#dropped,
      left,
      counts: { ...this.#counts },
      ratePerSecond: rate,
      secondsLeft: rate === null || !this.active ? null : Math.ceil(left / rate),
      waitingUntil: pause > 0 ? new Date(this.#deps.environment.now().getTime() + pause).toISOString() : null,
      inFlight: this.#inFlight(),
    };
  }

  /** A comparison is of another model: no cell of the run is shown for it. */
  #inFlight(): readonly InFlight[] {
    return [...this.#works].flatMap(({ queue, job, isInFlight }) =>
      isInFlight && !job.isComparison ? [{ keyId: queue.keyId, model: job.model }] : [],
    );
  }

  start(): void {
    this.#fill();
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#worked += this.#deps.environment.timers.now() - this.#stretchFrom;
    this.#become('paused');
    this.#recall(() => true);
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#stretchFrom = this.#deps.environment.timers.now();
    this.#become('running');
    this.#fill();
  }

  cancel(): void {
    if (!this.active) return;
    this.#become('cancelled');
    for (const { abort } of this.#works) abort.abort();
    if (this.#works.size === 0) this.#settle();
  }

  /** A host asked for a pause, or the person lifted one. What waits for a host gives its place to other keys. */
  hostPaused(): void {
    this.#recall(({ queue }) => this.#deps.pausedFor(queue.keyId) > 0);
    if (this.#state === 'running' && this.#pauses().length === 0) this.#fill();
  }

  /** Calls off what is not on its way yet; it is put back, to be sent later. */
  #recall(isMeant: (work: Work) => boolean): void {
    for (const work of this.#works) if (!work.isInFlight && isMeant(work)) work.abort.abort();
  }

  #become(state: RunView['state']): void {
    this.#state = state;
    this.#stopWaking();
    this.#deps.changed();
  }

  #fill(): void {
    this.#stopWaking();
    // Before the hosts are asked about one by one: a pause that ends in between would leave nobody to wait for.
    const pauses = this.#pauses();
    while (this.#state === 'running' && this.#works.size < this.#deps.limits().overall) {
      const queue = this.#next();
      const job = queue?.take() ?? null;
      if (queue === null || job === null) break;
      void this.#work({ queue, job, abort: new AbortController(), isInFlight: false });
    }
    if (this.#state === 'running') this.#waitForHosts(pauses);
    if (this.#works.size === 0) this.#finish();
  }

  #finish(): void {
    if (this.active && this.#queues.every(({ left }) => left === 0)) {
      this.pause();
      this.#become('done');
    }
    if (!this.active) this.#settle();
  }

  /** The key with the most left that has a free place and may be asked: the longest row must not be left for the end. */
  #next(): RunQueue | null {
    const { perKey } = this.#deps.limits();
    let best: RunQueue | null = null;
    for (const queue of this.#queues) {
      if (queue.isRefused || queue.urgency <= (best?.urgency ?? 0) || queue.underWay >= perKey) continue;
      if (this.#deps.pausedFor(queue.keyId) === 0) best = queue;
    }
    return best;
  }

  /** Milliseconds that the keys with something left have to wait for their hosts. */
  #pauses(): readonly number[] {
    const waiting = this.#queues.filter(({ left }) => left > 0);
    return waiting.map(({ keyId }) => this.#deps.pausedFor(keyId)).filter((pause) => pause > 0);
  }

  /** Looks again once a host may be asked. If the wait is too long and nothing else can run, the run stops and keeps its remaining cells. */
  #waitForHosts(pauses: readonly number[]): void {
    if (pauses.length === 0) return;
    const soonest = Math.min(...pauses);
    if (soonest <= LONGEST_WAIT_MS) {
      this.#stopWaking = this.#deps.environment.timers.after(soonest, () => this.#fill());
    } else if (this.#works.size === 0) this.#stopFor('host_paused');
  }

  async #work(work: Work): Promise<void> {
    const { queue, job } = work;
    queue.underWay += 1;
    this.#works.add(work);
    try {
      const isOver = await this.#check(work);
      if (!isOver) queue.putBack(job);
    } catch (error) {
      // What cannot be kept need not be asked: the next answer would meet the same disk, or the same bug.
      if (!job.isComparison) this.#dropped += 1;
      this.#stopFor(isStoreError(error) ? 'store_failed' : 'internal');
    } finally {
      queue.underWay -= 1;
      this.#works.delete(work);
      this.#deps.changed();
      this.#fill();
    }
  }

  #stopFor(failure: RunFailure): void {
    if (!this.active) return;
    this.#failure = failure;
    this.cancel();
  }

  /** False where it was called off or held back, or its secret replaced meanwhile, so that it is still to be sent. */
  async #check(work: Work): Promise<boolean> {
    const { queue, job, abort } = work;
    // The answers to the run itself may have shown that the host is not OpenAI's.
    if (!this.#plan.agreed && this.#deps.keys.mayCost(queue.keyId, this.#plan.probe))
      return this.#leaveOut(work, false);
    const target = await this.#deps.keys.target(queue.keyId);
    if (!target.ok) return this.#withoutSecret(work, target.error);
    const evidence = await this.#ask(work, target.value);
    if (this.#isOffline(evidence)) {
      this.#stopFor('offline');
      return false;
    }
    // A comparison also ends without an answer where there is nothing to compare with.
    if (evidence === null) return job.isComparison && !abort.signal.aborted;
    const result = resultOf(evidence);
    if (result === null) return false;
    if (!job.isComparison) this.#count(queue, job, result, evidence.endpoint);
    if (keyRefusedFor(evidence.answer) !== null) await this.#leaveOutRefused(queue, work, target.value);
    return true;
  }

  /** Every other cell would meet the same. One host that is out of reach while others are not is an answer about that host. */
  #isOffline(evidence: Observation | null): boolean {
    const answer = evidence?.answer;
    return answer?.kind === 'no_answer' && answer.failure === 'offline' && !this.#deps.isOnline();
  }

  async #ask(work: Work, target: Target): Promise<Observation | null> {
    const { queue, job, abort } = work;
    const { keyId } = queue;
    const request = {
      target,
      keyId,
      model: job.model,
      probe: this.#plan.probe,
      evidence: [],
      agreed: this.#plan.agreed,
      signal: abort.signal,
      runId: this.#plan.id,
      tries: TRIES,
      sentBefore: job.sent,
      sent: () => {
        job.sent += 1;
        work.isInFlight = true;
        this.#deps.changed();
      },
      waits: () => {
        work.isInFlight = false;
        abort.abort();
      },
    };
    if (!job.isComparison) return this.#deps.checker.single(request);
    const listed = this.#deps.listed(keyId);
    return listed === null ? null : this.#deps.checker.control(request, listed);
  }

  /**
   * A key that is refused as such is refused with every model. One refusal alone calls no key bad, so its list is asked for, twice
   * if the first is refused (the checker's own rule); if the second is refused as well, nothing more is sent with it.
   */
  async #leaveOutRefused(queue: RunQueue, { abort }: Work, target: Target): Promise<void> {
    if (queue.left === 0 || queue.isRefused) return;
    queue.isRefused = true;
    const { keyId } = queue;
    const { signal } = abort;
    const request = { target, keyId, model: null, probe: 'list', evidence: [], signal } as const;
    const again = await this.#deps.checker.single({ ...request, runId: this.#plan.id });
    const isRefused = again !== null && keyRefusedFor(again.answer) !== null;
    queue.isRefused = isRefused;
    if (isRefused) this.#dropped += queue.drop(true);
  }

  #count(queue: RunQueue, { model }: Job, result: CheckResult, endpoint: string): void {
    this.#done += 1;
    this.#counts[result.outcome] += 1;
    queue.answered(model);
    if (this.#needsComparison(queue, result, endpoint)) queue.compare(model, endpoint);
  }

  /** A free test that was let through proves something only where another one was refused. */
  #needsComparison({ keyId }: RunQueue, { strength }: CheckResult, endpoint: string): boolean {
    const { calibrated, listed } = this.#deps;
    return strength === 'validated' && listed(keyId) !== null && calibrated(keyId, endpoint) === null;
  }

  /** A keychain that is locked would be asked over and over for nothing; where one secret cannot be had, its key is left out. */
  #withoutSecret({ queue, job }: Work, error: IpcError): boolean {
    if (isVaultWide(error)) {
      this.#stopFor(error.code);
      return false;
    }
    return this.#leaveOut({ queue, job }, error.code === 'not_found');
  }

  /** Sends nothing more with the key. `forGood`: nor are its answers owed any more. */
  #leaveOut({ queue, job }: Pick<Work, 'queue' | 'job'>, forGood: boolean): true {
    this.#dropped += (job.isComparison ? 0 : 1) + queue.drop(forGood);
    return true;
  }
}
