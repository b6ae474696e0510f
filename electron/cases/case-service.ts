/** Cases: one question each, with its evidence, its verdict and how far the person has come with the fix. */

import type { Deleted } from '../../shared/base/deleted';
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { CaseList, CaseSummary, CaseTag, CaseView, WatchView } from '../../shared/case/views';
import { freeTestsCanProve } from '../../shared/diagnosis/can-prove';
import type { Evidence, Statement } from '../../shared/diagnosis/evidence';
import type { Question } from '../../shared/diagnosis/key-answers';
import { settledOutcome } from '../../shared/diagnosis/verdict';
import type { NewCase, WizardStep } from '../../shared/ipc/calls/cases';
import { DeletedForNow } from '../base/deleted-for-now';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import type { KeyService } from '../keys/key-service';
import type { Checker } from '../probes/checker';
import type { CaseStore, RemovedCase, StoredCase } from '../store/case-store';
import { CaseChecks } from './case-checks';
import { CaseRecords } from './case-records';
import { newCase } from './new-case';
import { afterStep, afterWatch } from './progress';
import { questionOf } from './question';
import type { WatchTiming } from './watch';
import { WatchService } from './watch-service';

export interface CaseServiceDeps {
  readonly store: CaseStore;
  readonly keys: KeyService;
  readonly checker: Checker;
  readonly environment: Environment;
  readonly watchTiming: WatchTiming;
  readonly consoleOrigin: string;
  /** Milliseconds that answers may stay the same while a change spreads, where it is known to be other than usual. */
  readonly turnMs?: number;
  readonly changed: (id: string) => void;
  /** A watch came to an end by itself. */
  readonly watchEnded: (view: CaseView) => void;
}

export class CaseService {
  readonly checks: CaseChecks;
  readonly #deps: CaseServiceDeps;
  readonly #records: CaseRecords;
  readonly #watches: WatchService;
  readonly #deleted: DeletedForNow<RemovedCase>;
  readonly #stopListening: () => void;

  constructor(deps: CaseServiceDeps) {
    this.#deps = deps;
    const { store, environment, watchTiming: timing, keys, checker, changed } = deps;
    const records = new CaseRecords({
      store,
      environment,
      findKey: (id) => keys.find(id),
      ...(deps.turnMs === undefined ? {} : { turnMs: deps.turnMs }),
      running: (id) => this.checks.running(id),
      isWatched: (id) => this.#watches.has(id),
      changed,
    });
    this.#records = records;
    this.#deleted = new DeletedForNow<RemovedCase>({
      environment,
      remove: (ids) => records.delete(ids),
      restore: (removed) => records.restore(removed),
      changed: (ids) => {
        for (const id of ids) changed(id);
      },
    });
    this.checks = new CaseChecks({ records, keys, checker, environment, changed });
    this.#watches = new WatchService({
      environment,
      timing,
      keys,
      checker,
      questionOf: (id) => this.#questionOf(id),
      isVerifying: (item) => records.view(item).verdict.cause === 'org_unverified',
      found: (id, answer) => records.addAnswer(id, answer),
      changed: (id, view) => this.#watchChanged(id, view),
    });
    this.#stopListening = keys.onReplaced((id) => this.#watches.secretReplaced(id));
  }

  open(request: NewCase): Result<CaseView, IpcError> {
    const id = this.#deps.environment.newId();
    return ok(this.#records.add(newCase(request, { id, at: this.#now(), keys: this.#deps.keys.list() })));
  }

  list(): readonly CaseSummary[] {
    return this.#summaries(this.#records.recent());
  }

  all(): CaseList {
    const { items, isWhole } = this.#records.all();
    return { cases: this.#summaries(items), isWhole };
  }

  #summaries(items: readonly StoredCase[]): readonly CaseSummary[] {
    return items.map((item) => summaryOf(this.#records.view(item)));
  }

  read(id: string): Result<CaseView, IpcError> {
    return this.#records.read(id);
  }

  tag(id: string, tag: CaseTag): Result<CaseView, IpcError> {
    return this.#records.tag(id, tag);
  }

  delete(ids: readonly string[]): Result<null, IpcError> {
    for (const id of ids) {
      this.checks.cancel(id);
      this.stopWatch(id);
    }
    return this.#deleted.delete(ids) > 0 ? ok(null) : fail('not_found');
  }

  /** What can still be brought back. */
  deleted(): Deleted | null {
    return this.#deleted.pending();
  }

  undoDelete(): Result<null, IpcError> {
    return this.#deleted.undo() ? ok(null) : fail('not_found');
  }

  /** Removes cases that nobody touched since this ISO moment; those that are listed stay. null keeps all. */
  prune(oldestKept: string | null): void {
    if (oldestKept !== null) this.#records.prune(oldestKept);
  }

  choose(id: string, keyId: string | null, model: string | null): Result<CaseView, IpcError> {
    if (keyId !== null && this.#deps.keys.find(keyId) === null) return fail('not_found');
    if (this.checks.running(id) !== null || this.#watches.has(id)) return fail('busy');
    return this.#records.update(id, (item) => ({
      ...item,
      keyId,
      model: model?.trim() || null,
      watch: null,
    }));
  }

  /** What was learned elsewhere, as by reading the project's policy. */
  addEvidence(id: string, evidence: Evidence): Result<CaseView, IpcError> {
    return this.#records.addEvidence(id, evidence);
  }

  state(id: string, statement: Statement): Result<CaseView, IpcError> {
    return this.#records.addStatement(id, statement);
  }

  wizard(id: string, request: WizardStep): Result<CaseView, IpcError> {
    const context = {
      at: this.#now(),
      project: this.projectOf(id),
      consoleOrigin: this.#deps.consoleOrigin,
    };
    return this.#records.update(id, (item) => afterStep(item, request, context));
  }

  /** The project whose list matters: the error's, else the chosen key's. */
  projectOf(id: string): string | null {
    const view = this.read(id);
    if (!view.ok) return null;
    const key = view.value.keyId === null ? null : this.#deps.keys.find(view.value.keyId);
    return view.value.verdict.project ?? key?.project ?? null;
  }

  /** Every model that any key listed in a case. */
  knownModels(): readonly string[] {
    const lists = this.#records.recent().flatMap((item) => item.evidence.flatMap(modelsListed));
    return [...new Set(lists)].sort();
  }

  async watch(id: string): Promise<Result<CaseView, IpcError>> {
    const item = this.#records.find(id);
    if (item === null) return fail('not_found');
    if (item.keyId === null) return fail('no_key_chosen');
    if (item.model === null) return fail('no_model_chosen');
    if (this.#watches.has(id)) return this.read(id);
    if (!freeTestsCanProve(this.#records.question(item))) return fail('free_tests_prove_nothing');
    this.#watches.start({ ...item, keyId: item.keyId, model: item.model });
    return this.read(id);
  }

  stopWatch(id: string): Result<CaseView, IpcError> {
    this.#watches.stop(id);
    return this.read(id);
  }

  /** Goes on with what the app's end broke off, as far as its time is not over. */
  resumeWatches(): void {
    this.#watches.resume(this.#records.recent());
  }

  /** The computer woke up. */
  wakeWatches(): void {
    this.#watches.wake();
  }

  /** A case that was deleted meanwhile knows nothing. */
  #questionOf(id: string): Question {
    const nothing = { evidence: [], keyId: null, model: null };
    return questionOf(this.#records.find(id) ?? nothing, {
      ...this.#deps,
      findKey: (key) => this.#deps.keys.find(key),
    });
  }

  #watchChanged(id: string, watch: WatchView): void {
    const updated = this.#records.update(id, (item) => afterWatch(item, watch, this.#now()));
    const endedByItself = watch.state !== 'running' && watch.state !== 'stopped';
    if (updated.ok && endedByItself) this.#deps.watchEnded(updated.value);
  }

  /** Ends everything under way, as at quitting or on leaving practice; watches go on at the next start. */
  close(): void {
    this.#stopListening();
    this.#deleted.forget();
    this.checks.cancelAll();
    this.#watches.suspend();
  }

  #now(): string {
    return this.#deps.environment.now().toISOString();
  }
}

function summaryOf({ id, updatedAt, name, isPinned, model, verdict, wizard, watch }: CaseView): CaseSummary {
  const { cause, host, project } = verdict;
  const watching =
    watch?.state === 'running'
      ? { consecutive: Math.min(watch.consecutive, watch.needed), needed: watch.needed }
      : null;
  return {
    id,
    updatedAt,
    name,
    isPinned,
    outcome: settledOutcome(verdict),
    cause,
    host,
    model: model ?? verdict.model,
    project,
    wizard: wizard.kind,
    watching,
  };
}

function modelsListed(item: Evidence): readonly string[] {
  if (item.kind !== 'probe' || item.answer.kind !== 'success') return [];
  return item.answer.models?.map((model) => model.id) ?? [];
}
