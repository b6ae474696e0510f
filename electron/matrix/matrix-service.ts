/** Keys × models: what is known of each cell, and the one run that finds out more. */

import type { IpcError } from '../../shared/base/error-codes';
import { err, ok, type Result } from '../../shared/base/result';
import type { Language } from '../../shared/base/settings';
import { writeTable } from '../../shared/export/table';
import type { CheckRecord } from '../../shared/history/check';
import type { ExportFormat, RunScope, RunSummary } from '../../shared/history/views';
import type { ChosenCells, ExportChoice, RunRequest, SingleTest } from '../../shared/ipc/calls/probing';
import type {
  CurrentRuns,
  MatrixChanges,
  MatrixModel,
  ModelSince,
  RunEstimate,
  RunView,
  UsableModels,
} from '../../shared/matrix/views';
import { sayIn } from '../../shared/messages/say';
import { realProbe } from '../../shared/models/families';
import type { ListedModel } from '../../shared/models/listed-model';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import { localDay } from '../base/local-day';
import type { HistoryService } from '../history/history-service';
import type { KeyService } from '../keys/key-service';
import { UsedKey } from '../keys/used-key';
import type { Checker } from '../probes/checker';
import type { RequestQueue } from '../probes/request-queue';
import type { HistoryStore } from '../store/history-store';
import { type IsWanted, matrixTable, modelTable } from './matrix-export';
import { matrixMarkdown } from './matrix-markdown';
import { isOfKey, MatrixState } from './matrix-state';
import { MatrixRun } from './run';
import { joinedCells, type RunPlan, UnfinishedRuns } from './unfinished-runs';

interface MatrixDeps {
  readonly keys: KeyService;
  readonly checker: Checker;
  readonly history: HistoryService;
  readonly store: HistoryStore;
  readonly environment: Environment;
  readonly queue: RequestQueue;
  /** False where the system knows of no network at all. */
  readonly isOnline: () => boolean;
  /** Something is worth reading again; called at most ten times a second. */
  readonly changed: () => void;
}

const ANNOUNCE_EVERY_MS = 100;
/** Cells of one run; 200 keys × 300 models and some room. */
const MAX_CELLS = 100_000;

export class MatrixService {
  readonly #deps: MatrixDeps;
  readonly #state: MatrixState;
  readonly #rests = new UnfinishedRuns();
  readonly #singles = new AbortController();
  readonly #stopListening: () => void;
  #run: MatrixRun | null = null;
  #announced = false;
  #closed = false;

  constructor(deps: MatrixDeps) {
    this.#deps = deps;
    this.#state = new MatrixState(deps.environment.newId(), deps.store, deps.keys.list());
    const stops = [
      deps.queue.onPause(() => this.#hostPaused()),
      deps.keys.onReplaced((keyId) => this.rewritten([keyId])),
    ];
    this.#stopListening = () => {
      for (const stop of stops) stop();
    };
  }

  /** Nothing else may happen while all wait, and the person should learn what for. */
  #hostPaused(): void {
    if (this.#run?.active !== true) return;
    this.#run.hostPaused();
    this.#announce();
  }

  /** What the history holds of these keys, or what of it is theirs, is another than before. */
  rewritten(keyIds: readonly string[]): void {
    const { keys, store } = this.#deps;
    for (const keyId of keyIds) {
      const key = keys.find(keyId);
      this.#state.forget(keyId);
      if (key !== null) this.#state.recall(key, store);
    }
    this.#announce();
  }

  /** Takes over what the history has just kept. */
  recorded(check: CheckRecord, models: readonly ListedModel[] | null): void {
    const key = this.#deps.keys.find(check.keyId);
    if (key !== null && !isOfKey(check, key)) return;
    this.#state.apply(check, models);
    this.#announce();
  }

  get run(): RunView | null {
    return this.#run?.view ?? null;
  }

  get current(): CurrentRuns {
    return { run: this.run, rests: this.#rests.views };
  }

  read(since: { readonly session: string; readonly revision: number } | null): MatrixChanges {
    const keyIds = this.#deps.keys.list().map((key) => key.id);
    return { ...this.#state.changesFor(keyIds, since), ...this.current };
  }

  start(request: RunRequest): Result<RunView, IpcError> {
    if (this.#run?.active === true) return fail('busy');
    if (request.kind === 'confirm' && request.probe === 'real_probe' && !request.consent)
      return fail('consent_missing');
    const plan = this.#plan(request);
    if (plan === null) return fail('not_found');
    if (
      request.kind === 'confirm' &&
      plan.cells.length === 0 &&
      request.cells.some(({ keyId }) => this.#deps.keys.mayCost(keyId, request.probe))
    )
      return fail('consent_missing');
    const total = plan.cells.reduce((sum, { models }) => sum + models.length, 0);
    if (total === 0) return fail('not_found');
    if (total > MAX_CELLS) return fail('too_large');
    const run = this.#newRun(plan);
    // Before it is taken for the run under way: one that cannot be written down is not begun.
    const scope = scopeOf(plan);
    this.#save(run, scope);
    this.#run = run;
    // The end that cannot be written down is made up for at the next start, which finds the run cut short.
    run.ended.then(() => this.#over(run, scope)).catch(() => this.#announce());
    if (request.kind === 'rest') this.#rests.drop(request.of);
    run.start();
    this.#announce();
    return ok(run.view);
  }

  #plan(request: RunRequest): RunPlan | null {
    const id = this.#deps.environment.newId();
    if (request.kind === 'rest') return this.#rests.plan(request.of, id);
    const known = new Set(this.#deps.keys.list().map((key) => key.id));
    if (request.kind === 'fill') {
      const asked = new Set(request.keyIds);
      const keyIds = [...(asked.size === 0 ? known : asked)].filter((keyId) => known.has(keyId));
      return {
        id,
        kind: 'fill',
        probe: 'list',
        agreed: false,
        cells: keyIds.map((keyId) => ({ keyId, models: [null] })),
      };
    }
    const { probe, expensive, consent } = request;
    const wanted = (model: string) => probe === 'free_probe' || mayBeSent(model, expensive);
    const cells = joinedCells(request.cells)
      .filter(({ keyId }) => known.has(keyId) && (consent || !this.#deps.keys.mayCost(keyId, probe)))
      .map(({ keyId, models }) => ({ keyId, models: models.filter(wanted) }));
    return { id, kind: 'confirm', probe, agreed: consent, cells };
  }

  #newRun(plan: RunPlan): MatrixRun {
    const { environment, keys, checker, queue } = this.#deps;
    return new MatrixRun(plan, {
      environment,
      keys,
      checker,
      queue,
      calibrated: (keyId, endpoint) => this.#state.calibrated(keyId, endpoint),
      listed: (keyId) => this.#state.listed(keyId),
      isOnline: this.#deps.isOnline,
      changed: () => this.#announce(),
    });
  }

  #over(run: MatrixRun, scope: RunScope): void {
    const rest = run.rest(run.view.id);
    this.#rests.settle(run.view.kind, run.settled);
    if (rest !== null) this.#rests.keep(rest);
    this.#save(run, scope);
  }

  #save(run: MatrixRun, scope: RunScope): void {
    // At the app's end the store is closed already; the next start marks the run as cut short.
    if (this.#closed) return;
    const { id, kind, probe, startedAt, total, done, state, failure } = run.view;
    const endedAt = run.active ? null : this.#deps.environment.now().toISOString();
    const kept = failure !== null ? 'interrupted' : state === 'paused' ? 'running' : state;
    this.#deps.history.saveRun({ id, kind, probe, startedAt, endedAt, total, done, state: kept, ...scope });
    this.#announce();
  }

  /** The newest ones kept; what is under way is as far as it is by now. */
  runs(): readonly RunSummary[] {
    const run = this.#run?.active === true ? this.#run.view : null;
    return this.#deps.history
      .runs()
      .map((kept) => (kept.id === run?.id ? { ...kept, done: run.done } : kept));
  }

  pause(): Result<null, IpcError> {
    this.#run?.pause();
    return ok(null);
  }

  resume(): Result<null, IpcError> {
    this.#run?.resume();
    return ok(null);
  }

  /** The person wants to go on although a server asked for patience; it may ask again. */
  liftPause(): Result<null, IpcError> {
    this.#deps.queue.lift();
    return ok(null);
  }

  cancel(): Result<null, IpcError> {
    this.#run?.cancel();
    return ok(null);
  }

  dismissRest(kind: RunView['kind']): Result<null, IpcError> {
    this.#rests.drop(kind);
    this.#announce();
    return ok(null);
  }

  estimate(cells: readonly ChosenCells[]): RunEstimate {
    const requests = joinedCells(cells).flatMap(({ models }) => models.map((model) => realProbe(model)));
    const possible = requests.filter((request) => request !== null);
    const cheap = possible.filter((request) => !request.expensive);
    return {
      requests: cheap.length,
      outputTokens: cheap.reduce((sum, request) => sum + (request.outputTokens ?? 0), 0),
      expensive: possible.length - cheap.length,
      impossible: requests.length - possible.length,
    };
  }

  /** One check by itself, beside any run; resolves with what was recorded. */
  async retest(request: SingleTest): Promise<Result<CheckRecord, IpcError>> {
    const { keyId, model, probe, consent } = request;
    const summary = this.#deps.keys.find(keyId);
    if (summary === null) return fail('not_found');
    if (!consent && this.#deps.keys.mayCost(keyId, probe)) return fail('consent_missing');
    if (probe !== 'list' && model === null) return fail('no_model_chosen');
    if (probe === 'real_probe' && model !== null && realProbe(model) === null) return fail('bad_request');
    const key = new UsedKey(this.#deps.keys, summary);
    const evidence = await this.#deps.checker.single({
      key,
      model,
      probe,
      evidence: [],
      agreed: consent,
      signal: this.#singles.signal,
    });
    if (evidence === null && key.failure !== null) return err(key.failure);
    if (evidence?.answer.kind === 'not_sent') return fail('host_paused');
    const kept = evidence === null ? null : this.#deps.history.find(evidence.id);
    return kept === null ? fail('cancelled') : ok(kept);
  }

  /** Since when each key has or lacks this model, as far as the history of its present secret goes back. */
  since(model: string): readonly ModelSince[] {
    return this.#deps.keys.list().map((key) => ({
      keyId: key.id,
      since: this.#deps.history.timeline(key.id, key, model).since,
    }));
  }

  /** What a key may use instead of a model that it may not; null where that is not known of it. */
  usable(keyId: string): UsableModels | null {
    return this.#deps.keys.find(keyId) === null ? null : this.#state.usable(keyId);
  }

  /** As a file: one line for each cell for programs, or a page to read in this language. */
  export(format: ExportFormat, what: ExportChoice, language: Language): string {
    const day = localDay(this.#deps.environment.now());
    const keys = this.#deps.keys.list();
    const known = this.#state.changesFor(
      keys.map((key) => key.id),
      null,
    );
    if (what.kind === 'model')
      return writeTable(modelTable(known, keys, day, what.model, this.since(what.model)), format);
    const isWanted = what.kind === 'all' ? () => true : wantedIn(what.cells, known.newModels);
    if (format === 'markdown') return matrixMarkdown({ known, keys, day, isWanted, say: sayIn(language) });
    return writeTable(matrixTable(known, keys, day, isWanted), format);
  }

  /** Sends nothing more. What is under way is called off, and said to be, as the taskbar would go on showing it. */
  close(): void {
    const wasActive = this.#run?.active === true;
    this.#closed = true;
    this.#stopListening();
    this.#run?.cancel();
    this.#singles.abort();
    if (wasActive) this.#deps.changed();
  }

  #announce(): void {
    if (this.#announced || this.#closed) return;
    this.#announced = true;
    this.#deps.environment.timers.after(ANNOUNCE_EVERY_MS, () => {
      this.#announced = false;
      if (!this.#closed) this.#deps.changed();
    });
  }
}

function scopeOf({ cells }: RunPlan): RunScope {
  const models = new Set(cells.flatMap((cell) => cell.models.filter((model) => model !== null)));
  const [example = null] = models;
  return { keys: cells.length, models: models.size, example };
}

function wantedIn(cells: readonly ChosenCells[], models: readonly MatrixModel[]): IsWanted {
  const wanted = new Map(joinedCells(cells).map((choice) => [choice.keyId, new Set(choice.models)]));
  return (keyId, column) => wanted.get(keyId)?.has(models[column]?.id ?? '') === true;
}

function mayBeSent(model: string, expensive: boolean): boolean {
  const request = realProbe(model);
  return request !== null && (expensive || !request.expensive);
}
