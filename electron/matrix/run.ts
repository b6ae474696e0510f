/**
 * One run over many cells: a list of what it owes, key by key. It hands its tests to the queue, which alone decides when each is
 * sent, and listens. Of each key, one test that was not sent yet waits there; the next follows when that one is sent.
 */

import { type CheckResult, resultOf } from '../../shared/history/check';
import type { InFlight, RunFailure, RunView } from '../../shared/matrix/views';
import { hostOf } from '../../shared/observations/host';
import { keyRefusedFor } from '../../shared/observations/key-refusal';
import type { Answer, Observation } from '../../shared/observations/observation';
import type { CheckOutcome } from '../../shared/observations/showing';
import type { Environment } from '../base/environment';
import { isVaultWide } from '../base/failure';
import type { KeyService } from '../keys/key-service';
import { UsedKey } from '../keys/used-key';
import type { Checker, RunPart } from '../probes/checker';
import { LONGEST_WAIT_MS, type QueueStage, type RequestQueue } from '../probes/request-queue';
import { isStoreError } from '../store/sqlite-error';
import { RunRow, type RunTest } from './run-row';
import type { RunPlan } from './unfinished-runs';

export interface RunDeps {
  readonly environment: Environment;
  readonly keys: Pick<KeyService, 'find' | 'list' | 'target' | 'mayCost'>;
  readonly checker: Pick<Checker, 'single' | 'control'>;
  readonly queue: Pick<RequestQueue, 'pausedFor' | 'look'>;
  /** Whether free tests tell something for this key at this endpoint, and its newest list. */
  readonly calibrated: (keyId: string, endpoint: string) => boolean | null;
  readonly listed: (keyId: string) => readonly string[] | null;
  /** False where the system knows of no network at all. */
  readonly isOnline: () => boolean;
  readonly changed: () => void;
}

/** The urgency of what decides how other answers are read. No key has so many cells. */
const FIRST = Number.MAX_SAFE_INTEGER;

export class MatrixRun {
  readonly #plan: RunPlan;
  readonly #deps: RunDeps;
  readonly #rows: readonly RunRow[];
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
  #settle: () => void = () => undefined;
  /** Resolves when nothing of the run is under way any more. */
  readonly ended: Promise<void>;

  constructor(plan: RunPlan, deps: RunDeps) {
    this.#plan = plan;
    this.#deps = deps;
    this.#startedAt = deps.environment.now().toISOString();
    this.#stretchFrom = deps.environment.timers.now();
    // A key's address never changes.
    const hostFor = (keyId: string) => hostOf(deps.keys.find(keyId)?.baseUrl ?? '');
    this.#rows = plan.cells.map(({ keyId, models }) => new RunRow(keyId, hostFor(keyId), models));
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
    const owing = this.#rows.filter(({ owed }) => owed.size > 0);
    if (this.active || owing.length === 0) return null;
    return { ...this.#plan, id, cells: owing.map(({ keyId, owed }) => ({ keyId, models: [...owed] })) };
  }

  /** The cells whose answer is owed no longer. */
  get settled(): RunPlan['cells'] {
    return this.#rows.map(({ keyId, settled }) => ({ keyId, models: settled }));
  }

  get view(): RunView {
    const { id, kind, probe } = this.#plan;
    const now = this.#deps.environment.timers.now();
    const seconds = (this.#worked + (this.#state === 'running' ? now - this.#stretchFrom : 0)) / 1_000;
    const rate = this.#done > 0 && seconds > 0 ? this.#done / seconds : null;
    const left = this.#rows.reduce((sum, { owed }) => sum + owed.size, 0);
    const waits = Array.from(this.#tests(), (test) => (test.isInFlight ? 0 : this.#waitOf(test)));
    const pause = this.active ? Math.max(0, ...waits) : 0;
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

  /** A comparison is of another model: no test of the run is shown for it. */
  #inFlight(): readonly InFlight[] {
    return [...this.#tests()].flatMap(({ row, model, isInFlight, isComparison }) =>
      isInFlight && !isComparison ? [{ keyId: row.keyId, model }] : [],
    );
  }

  /** The longest row goes first: it must not be left for the end. */
  start(): void {
    for (const row of this.#rows.toSorted((a, b) => b.owed.size - a.owed.size)) this.#feed(row);
    this.hostPaused();
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#worked += this.#deps.environment.timers.now() - this.#stretchFrom;
    this.#become('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#stretchFrom = this.#deps.environment.timers.now();
    this.#become('running');
    this.#deps.queue.look();
    this.hostPaused();
  }

  cancel(): void {
    if (!this.active) return;
    this.#become('cancelled');
    for (const { abort } of this.#tests()) abort.abort();
    if (this.#isEmpty) this.#settle();
  }

  /** If the wait is too long and nothing else can run, the run stops and keeps its remaining cells. */
  hostPaused(): void {
    if (this.#state !== 'running' || this.#isEmpty) return;
    for (const test of this.#tests()) if (test.isInFlight || this.#waitOf(test) <= LONGEST_WAIT_MS) return;
    this.#stopFor('host_paused');
  }

  /** Milliseconds that it has to wait for its host; 0 for none. */
  #waitOf({ row: { host, keyId } }: RunTest): number {
    return this.#deps.queue.pausedFor(host, keyId);
  }

  *#tests(): Generator<RunTest> {
    for (const { tests } of this.#rows) yield* tests;
  }

  get #isEmpty(): boolean {
    return this.#rows.every(({ tests }) => tests.size === 0);
  }

  #become(state: RunView['state']): void {
    this.#state = state;
    this.#deps.changed();
  }

  #stopFor(failure: RunFailure): void {
    if (!this.active) return;
    this.#failure = failure;
    this.cancel();
  }

  #feed(row: RunRow): void {
    const test = this.active ? row.next() : null;
    if (test !== null) void this.#work(test);
  }

  async #work(test: RunTest): Promise<void> {
    try {
      await this.#carryOut(test);
    } catch (error) {
      // What cannot be kept need not be asked: the next answer would meet the same disk, or the same bug.
      if (!test.isComparison) this.#dropped += 1;
      this.#stopFor(isStoreError(error) ? 'store_failed' : 'internal');
    } finally {
      this.#end(test);
    }
  }

  #end(test: RunTest): void {
    const { row } = test;
    row.end(test);
    if (row.doubter === test) {
      row.doubter = null;
      this.#deps.queue.look();
    }
    this.#feed(row);
    this.#deps.changed();
    this.#lookAtEnd();
  }

  #lookAtEnd(): void {
    if (!this.#isEmpty) this.hostPaused();
    else {
      if (this.active) {
        this.pause();
        this.#become('done');
      }
      this.#settle();
    }
  }

  #move(test: RunTest, stage: QueueStage, { failure }: UsedKey): void {
    test.isInFlight = stage === 'sent';
    if (stage === 'waiting' && test.hasBegun) this.hostPaused();
    test.hasBegun ||= stage !== 'waiting';
    // A keychain that is locked would be asked over and over for nothing.
    if (stage === 'given_up' && failure !== null && isVaultWide(failure)) this.#stopFor(failure.code);
  }

  /** Asks again where the key's secret was replaced meanwhile, so that nothing was learned. */
  async #carryOut(test: RunTest): Promise<void> {
    const { row, isComparison, abort } = test;
    const { keys } = this.#deps;
    while (!abort.signal.aborted) {
      const summary = keys.find(row.keyId);
      if (summary === null) return this.#leaveOut(test, true);
      // The answers to the run itself may have shown that the host is not OpenAI's.
      if (!this.#plan.agreed && keys.mayCost(row.keyId, this.#plan.probe)) return this.#leaveOut(test, false);
      const key = new UsedKey(keys, summary);
      const evidence = await this.#ask(test, key);
      if (evidence !== null) return this.#answered(test, key, evidence);
      if (abort.signal.aborted) return;
      // Where one secret cannot be had, its key is left out.
      if (key.failure !== null) return this.#leaveOut(test, key.failure.code === 'not_found');
      // There was nothing to compare with.
      if (isComparison) return;
    }
  }

  async #ask(test: RunTest, key: UsedKey): Promise<Observation | null> {
    const { row, model, isComparison, abort } = test;
    const { probe, agreed } = this.#plan;
    const { signal } = abort;
    const run: RunPart = {
      id: this.#plan.id,
      urgency: () => (isComparison ? FIRST : row.owed.size),
      isHeld: () => this.#state !== 'running' || (row.doubter ?? test) !== test,
      moved: (stage) => {
        this.#move(test, stage, key);
        this.#feed(row);
        this.#deps.changed();
      },
    };
    const found = (evidence: Observation) => this.#found(test, evidence.answer);
    const request = { key, model, probe, evidence: [], agreed, signal, found, run };
    if (!isComparison) return this.#deps.checker.single(request);
    const listed = this.#deps.listed(row.keyId);
    return listed === null ? null : this.#deps.checker.control(request, listed);
  }

  /** Holds back, before anything else is sent, what would meet the same answer. */
  #found(test: RunTest, answer: Answer): void {
    if (this.#isOffline(answer)) this.#stopFor('offline');
    if (keyRefusedFor(answer) !== null) test.row.doubter ??= test;
  }

  async #answered(test: RunTest, key: UsedKey, evidence: Observation): Promise<void> {
    const result = resultOf(evidence);
    if (result === null || this.#isOffline(evidence.answer)) return;
    if (!test.isComparison) this.#count(test, result, evidence.endpoint);
    if (keyRefusedFor(evidence.answer) !== null) await this.#leaveOutRefused(test, key);
  }

  /** Every other cell would meet the same. One host that is out of reach while others are not is an answer about that host. */
  #isOffline(answer: Answer): boolean {
    return answer.kind === 'no_answer' && answer.failure === 'offline' && !this.#deps.isOnline();
  }

  /**
   * A key that is refused as such is refused with every model. One refusal alone calls no key bad, so its list is asked for, twice
   * if the first is refused (the checker's own rule); if the second is refused as well, nothing more is sent with it.
   */
  async #leaveOutRefused(test: RunTest, key: UsedKey): Promise<void> {
    const { row, abort } = test;
    if (row.doubter !== test || !row.hasOthers(test)) return;
    const again = await this.#deps.checker.single({
      key,
      model: null,
      probe: 'list',
      evidence: [],
      signal: abort.signal,
      run: {
        id: this.#plan.id,
        urgency: () => FIRST,
        isHeld: () => this.#state !== 'running',
        moved: (stage) => this.#move(test, stage, key),
      },
    });
    if (again !== null && keyRefusedFor(again.answer) !== null) this.#dropped += row.drop(test, true);
  }

  #count({ row, model }: RunTest, result: CheckResult, endpoint: string): void {
    this.#done += 1;
    this.#counts[result.outcome] += 1;
    row.owed.delete(model);
    if (!this.active || !this.#needsComparison(row, result, endpoint)) return;
    const comparison = row.comparison(model, endpoint);
    if (comparison !== null) void this.#work(comparison);
  }

  /** A free test that was let through proves something only where another one was refused. */
  #needsComparison({ keyId }: RunRow, { strength }: CheckResult, endpoint: string): boolean {
    const { calibrated, listed } = this.#deps;
    return strength === 'validated' && listed(keyId) !== null && calibrated(keyId, endpoint) === null;
  }

  /** Sends nothing more with the key. `forGood`: nor are its answers owed any more. */
  #leaveOut(test: RunTest, forGood: boolean): void {
    this.#dropped += (test.isComparison ? 0 : 1) + test.row.drop(test, forGood);
  }
}
