/**
 * One run over many cells: keeps as many requests going as the limits allow, the key with the most left first, and
 * can be paused, resumed and cancelled. Each cell asks for its key's secret just before it is sent.
 */
import type { Probe, ProbeEvidence } from '../../shared/diagnosis/evidence';
import { type CheckOutcome, resultOf } from '../../shared/history/check';
import type { InFlight, RunFailure, RunView } from '../../shared/matrix/views';
import type { Environment } from '../environment';
import { isStoreError } from '../failure';
import type { KeyService } from '../keys/key-service';
import type { Checker, CheckRequest } from '../probes/checker';
import type { LaneLimits } from '../probes/lanes';

export interface RunPlan {
  readonly id: string;
  readonly kind: 'fill' | 'confirm';
  readonly probe: Probe;
  /** For a list, one null a key. */
  readonly cells: readonly { readonly keyId: string; readonly models: readonly (string | null)[] }[];
}

export interface RunParts {
  readonly environment: Environment;
  readonly keys: Pick<KeyService, 'target' | 'find'>;
  readonly checker: Pick<Checker, 'single' | 'control'>;
  readonly limits: () => LaneLimits;
  /** Whether free tests tell something for this key, and its newest list. */
  readonly calibrated: (keyId: string) => boolean | null;
  readonly listed: (keyId: string) => readonly string[] | null;
  /** Milliseconds until a host that asked for patience may be asked again. */
  readonly hostPause: () => number;
  readonly changed: () => void;
}

/** A cell may be sent so often where the server only asks for patience. */
const TRIES = 3;

interface Lane {
  readonly models: readonly (string | null)[];
  /** Place of the next model to be asked for. */
  next: number;
  /** Models whose answer is still owed. */
  readonly open: Set<string | null>;
  inFlight: number;
  /** A comparison was already sent, or is not needed. */
  compared: boolean;
}

export class MatrixRun {
  readonly #plan: RunPlan;
  readonly #parts: RunParts;
  readonly #abort = new AbortController();
  readonly #lanes: ReadonlyMap<string, Lane>;
  readonly #inFlight = new Set<InFlight>();
  readonly #counts: Record<CheckOutcome, number> = { listed: 0, confirmed: 0, denied: 0, unknown: 0 };
  readonly #startedAt: string;
  readonly #total: number;
  #under = 0;
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

  constructor(plan: RunPlan, parts: RunParts) {
    this.#plan = plan;
    this.#parts = parts;
    this.#startedAt = parts.environment.now().toISOString();
    this.#stretchFrom = parts.environment.timers.now();
    this.#lanes = new Map(
      plan.cells.map(({ keyId, models }) => [
        keyId,
        { models, next: 0, open: new Set(models), inFlight: 0, compared: false },
      ]),
    );
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
    const lanes = [...this.#lanes].filter(([, lane]) => lane.open.size > 0);
    if (this.active || lanes.length === 0) return null;
    return { ...this.#plan, id, cells: lanes.map(([keyId, { open }]) => ({ keyId, models: [...open] })) };
  }

  get view(): RunView {
    const { id, kind, probe } = this.#plan;
    const now = this.#parts.environment.timers.now();
    const seconds = (this.#worked + (this.#state === 'running' ? now - this.#stretchFrom : 0)) / 1_000;
    const rate = this.#done > 0 && seconds > 0 ? this.#done / seconds : null;
    const left = [...this.#lanes.values()].reduce((sum, { open }) => sum + open.size, 0);
    const pause = this.active ? this.#parts.hostPause() : 0;
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
      waitingUntil:
        pause > 0 ? new Date(this.#parts.environment.now().getTime() + pause).toISOString() : null,
      inFlight: [...this.#inFlight],
    };
  }

  start(): void {
    this.#fill();
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#worked += this.#parts.environment.timers.now() - this.#stretchFrom;
    this.#become('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#stretchFrom = this.#parts.environment.timers.now();
    this.#become('running');
    this.#fill();
  }

  cancel(): void {
    if (!this.active) return;
    this.#become('cancelled');
    this.#abort.abort();
    if (this.#under === 0) this.#settle();
  }

  #become(state: RunView['state']): void {
    this.#state = state;
    this.#parts.changed();
  }

  #fill(): void {
    while (this.#state === 'running' && this.#under < this.#parts.limits().overall) {
      const keyId = this.#next();
      if (keyId === null) break;
      void this.#work(keyId);
    }
    if (this.#under === 0) this.#finish();
  }

  #finish(): void {
    if (this.active && this.#done + this.#dropped >= this.#total) {
      this.pause();
      this.#become('done');
    }
    if (!this.active) this.#settle();
  }

  /** The key with the most left that has a free place: the longest row must not be left for the end. */
  #next(): string | null {
    const { perKey } = this.#parts.limits();
    let best: string | null = null;
    let most = 0;
    for (const [keyId, lane] of this.#lanes) {
      const left = lane.models.length - lane.next;
      if (left <= most || lane.inFlight >= perKey) continue;
      best = keyId;
      most = left;
    }
    return best;
  }

  async #work(keyId: string): Promise<void> {
    const lane = this.#lanes.get(keyId);
    const model = lane?.models[lane.next] ?? null;
    if (lane === undefined) return;
    lane.next += 1;
    lane.inFlight += 1;
    this.#under += 1;
    try {
      await this.#check(keyId, lane, model);
    } catch (error) {
      this.#stopFor(isStoreError(error) ? 'store_failed' : 'internal');
    } finally {
      lane.inFlight -= 1;
      this.#under -= 1;
      this.#parts.changed();
      this.#fill();
    }
  }

  /** What cannot be kept need not be asked: the next answer would meet the same disk, or the same bug. */
  #stopFor(failure: RunFailure): void {
    if (!this.active) return;
    this.#failure = failure;
    this.cancel();
  }

  async #check(keyId: string, lane: Lane, model: string | null): Promise<void> {
    const target = await this.#parts.keys.target(keyId);
    if (!target.ok) {
      this.#drop(lane);
      return;
    }
    if (this.#abort.signal.aborted) return;
    const place: InFlight = { keyId, model };
    const request = {
      target: target.value,
      keyId,
      model,
      probe: this.#plan.probe,
      evidence: [],
      signal: this.#abort.signal,
      runId: this.#plan.id,
      tries: TRIES,
      sent: () => {
        this.#inFlight.add(place);
        this.#parts.changed();
      },
      waits: () => {
        this.#inFlight.delete(place);
        this.#parts.changed();
      },
    };
    const evidence = await this.#ask(request, place);
    if (evidence?.answer.kind === 'not_sent') {
      this.#stopFor('host_paused');
      return;
    }
    const counted = evidence !== null && this.#count(keyId, lane, evidence);
    if (counted) lane.open.delete(model);
    const listed = this.#parts.listed(keyId);
    if (counted && listed !== null && this.#needsComparison(keyId, lane, evidence)) {
      lane.compared = true;
      await this.#parts.checker.control({ ...request, sent: ignore, waits: ignore }, listed);
    }
  }

  async #ask(
    request: CheckRequest & { readonly probe: Probe },
    place: InFlight,
  ): Promise<ProbeEvidence | null> {
    try {
      return await this.#parts.checker.single(request);
    } catch (error) {
      this.#dropped += 1;
      throw error;
    } finally {
      this.#inFlight.delete(place);
    }
  }

  #count(keyId: string, lane: Lane, evidence: ProbeEvidence): boolean {
    if (this.#parts.keys.find(keyId) === null) {
      this.#dropped += 1;
      this.#dropRest(lane);
      return false;
    }
    const result = resultOf(evidence);
    if (result === null) return false;
    this.#done += 1;
    this.#counts[result.outcome] += 1;
    return true;
  }

  /** A free test that was let through proves something only where another one was refused. */
  #needsComparison(keyId: string, lane: Lane, evidence: ProbeEvidence): boolean {
    if (lane.compared || evidence.probe !== 'free_probe' || this.#abort.signal.aborted) return false;
    return resultOf(evidence)?.strength === 'validated' && this.#parts.calibrated(keyId) === null;
  }

  /** The key is gone, or its secret cannot be had: this cell and all that are left of the key. */
  #drop(lane: Lane): void {
    this.#dropped += 1;
    this.#dropRest(lane);
  }

  #dropRest(lane: Lane): void {
    this.#dropped += lane.models.length - lane.next;
    lane.next = lane.models.length;
    lane.open.clear();
  }
}

/** A comparison is of another model: no cell of the run is shown for it. */
function ignore(): void {}
