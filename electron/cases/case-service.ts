/** Cases: one question each, with its evidence, its verdict and how far the person has come with the fix. */
import { diagnose } from '../../shared/diagnosis/diagnose';
import type { Evidence, Probe, ProbeEvidence, Statement } from '../../shared/diagnosis/evidence';
import { freeTestsCanProve } from '../../shared/diagnosis/ladder';
import { meaningOf } from '../../shared/diagnosis/signals';
import type {
  CaseSummary,
  CaseView,
  IpcError,
  RealProbeEstimate,
  RunningCheck,
  WatchView,
} from '../../shared/ipc/views';
import type { KeySummary } from '../../shared/keys/key';
import { realProbe } from '../../shared/models/families';
import { ok, type Result } from '../../shared/result';
import { checkAddress } from '../../shared/wizard/console-address';
import { advance, type Branch, WIZARD_START, type WizardEvent } from '../../shared/wizard/wizard';
import type { Environment } from '../environment';
import { fail } from '../failure';
import type { KeyService } from '../keys/key-service';
import type { Checker } from '../probes/checker';
import type { CaseStore, StoredCase } from '../store/case-store';
import { compareProjects } from './comparison';
import { bounded } from './evidence-bound';
import { keepText } from './pasted-text';
import type { WatchTiming } from './watch';
import { Watches } from './watches';

export interface CaseServiceParts {
  readonly store: CaseStore;
  readonly keys: KeyService;
  readonly checker: Checker;
  readonly environment: Environment;
  readonly watchTiming: WatchTiming;
  readonly consoleOrigin: string;
  readonly changed: (id: string) => void;
  /** A watch came to an end by itself. */
  readonly watchEnded: (view: CaseView) => void;
}

export interface OpenRequest {
  readonly text: string | null;
  readonly keyId: string | null;
  readonly model: string | null;
}

export type WizardRequest =
  | Extract<WizardEvent, { kind: 'started' | 'step_done' | 'went_back' | 'restarted' }>
  | { readonly kind: 'branch_chosen'; readonly branch: Branch }
  | { readonly kind: 'address_given'; readonly address: string };

const LISTED_CASES = 50;
const DAY_MS = 86_400_000;

interface Running {
  readonly view: RunningCheck;
  readonly abort: AbortController;
}

export class CaseService {
  readonly #parts: CaseServiceParts;
  readonly #running = new Map<string, Running>();
  readonly #watches: Watches;
  /** For checks that belong to no case. */
  readonly #closing = new AbortController();

  constructor(parts: CaseServiceParts) {
    this.#parts = parts;
    const { environment, watchTiming: timing, keys, checker } = parts;
    this.#watches = new Watches({
      environment,
      timing,
      keys,
      checker,
      evidenceOf: (id) => parts.store.find(id)?.evidence ?? [],
      isVerifying: (item) => this.#view(item).verdict.cause === 'org_unverified',
      found: (id, answer) => this.#record(id, answer),
      changed: (id, view) => this.#watchChanged(id, view),
    });
  }

  open(request: OpenRequest): Result<CaseView, IpcError> {
    const at = this.#now();
    const pasted = request.text === null ? null : keepText(request.text);
    const evidence: readonly Evidence[] =
      pasted === null ? [] : [{ kind: 'text', at, reading: pasted.reading }];
    const facts = pasted?.reading.facts ?? null;
    const item: StoredCase = {
      id: this.#parts.environment.newId(),
      createdAt: at,
      updatedAt: at,
      text: pasted?.text ?? null,
      keyId: request.keyId ?? this.#likelyKey(facts?.project ?? null),
      model: request.model?.trim() || (facts?.modelTruncated === false ? facts.model : null),
      evidence,
      wizard: WIZARD_START,
      watch: null,
    };
    this.#parts.store.save(item);
    return ok(this.#view(item));
  }

  /** The key of the project that the error names; else the only key there is. */
  #likelyKey(project: string | null): string | null {
    const keys = this.#parts.keys.list();
    const own = keys.find((key) => project !== null && key.project === project);
    return own?.id ?? (keys.length === 1 ? (keys[0]?.id ?? null) : null);
  }

  list(): readonly CaseSummary[] {
    return this.#parts.store.list(LISTED_CASES).map((item) => {
      const { verdict, model, updatedAt } = this.#view(item);
      const { outcome, cause, project } = verdict;
      return {
        id: item.id,
        updatedAt,
        outcome,
        cause,
        model: model ?? verdict.model,
        project,
        wizard: item.wizard.kind,
      };
    });
  }

  /** Removes cases that nobody touched for so many days; those that are listed stay. 0 keeps all. */
  prune(keepDays: number): void {
    if (keepDays === 0) return;
    const oldest = this.#parts.environment.now().getTime() - keepDays * DAY_MS;
    this.#parts.store.prune(new Date(oldest).toISOString(), LISTED_CASES);
  }

  read(id: string): Result<CaseView, IpcError> {
    const item = this.#parts.store.find(id);
    return item === null ? fail('not_found') : ok(this.#view(item));
  }

  delete(id: string): Result<null, IpcError> {
    this.cancel(id);
    this.stopWatch(id);
    return this.#parts.store.delete(id) ? ok(null) : fail('not_found');
  }

  choose(id: string, keyId: string | null, model: string | null): Result<CaseView, IpcError> {
    if (keyId !== null && this.#parts.keys.find(keyId) === null) return fail('not_found');
    if (this.#running.has(id) || this.#watches.has(id)) return fail('busy');
    return this.#update(id, (item) => ({ ...item, keyId, model: model?.trim() || null, watch: null }));
  }

  estimate(id: string): Result<RealProbeEstimate, IpcError> {
    const item = this.#parts.store.find(id);
    if (item === null) return fail('not_found');
    const request = item.model === null ? null : realProbe(item.model);
    if (item.model === null || request === null) return fail('no_model_chosen');
    return ok({
      model: item.model,
      endpoint: `/v1${request.path}`,
      outputTokens: request.outputTokens,
      expensive: request.expensive,
    });
  }

  /** Resolves when the check has ended; each answer is kept and announced as it comes. */
  async check(id: string, probe: Probe | 'all_free', consent: boolean): Promise<Result<CaseView, IpcError>> {
    const item = this.#parts.store.find(id);
    if (item === null) return fail('not_found');
    if (this.#running.has(id)) return fail('busy');
    if (item.keyId === null) return fail('no_key_chosen');
    if (item.model === null && probe !== 'all_free' && probe !== 'list') return fail('no_model_chosen');
    if (probe === 'real_probe' && !consent) return fail('consent_missing');
    const { keyId, model, evidence } = item;
    return this.#whileRunning(id, probe, async (signal) => {
      const target = await this.#parts.keys.target(keyId);
      if (!target.ok) return target;
      const found = (answer: ProbeEvidence) => this.#record(id, answer);
      await this.#parts.checker.run({ target: target.value, keyId, model, probe, evidence, signal, found });
      return this.read(id);
    });
  }

  /** Says that a test is under way for as long as it is, and lets it be cancelled. */
  async #whileRunning(
    id: string,
    probe: RunningCheck['probe'],
    work: (signal: AbortSignal) => Promise<Result<CaseView, IpcError>>,
  ): Promise<Result<CaseView, IpcError>> {
    const abort = new AbortController();
    this.#running.set(id, { view: { probe, startedAt: this.#now() }, abort });
    this.#parts.changed(id);
    let outcome: Result<CaseView, IpcError>;
    try {
      outcome = await work(abort.signal);
    } finally {
      this.#running.delete(id);
      this.#parts.changed(id);
    }
    return outcome.ok ? this.read(id) : outcome;
  }

  /** Lists a key's models: what tells whether the key itself is accepted. */
  async checkKey(keyId: string): Promise<Result<KeySummary, IpcError>> {
    const target = await this.#parts.keys.target(keyId);
    if (!target.ok) return target;
    const { signal } = this.#closing;
    await this.#parts.checker.run({
      target: target.value,
      keyId,
      model: null,
      probe: 'list',
      evidence: [],
      signal,
    });
    const key = this.#parts.keys.find(keyId);
    return key === null ? fail('not_found') : ok(key);
  }

  /**
   * Whether another project of the same organization has the model: what tells a project's list from an organization
   * that is not entitled. Needs a stored key whose answers have shown that it belongs there.
   */
  async compare(id: string): Promise<Result<CaseView, IpcError>> {
    const item = this.#parts.store.find(id);
    const own = item?.keyId == null ? null : this.#parts.keys.find(item.keyId);
    if (item === null || own === null) return fail('no_key_chosen');
    if (item.model === null) return fail('no_model_chosen');
    if (this.#running.has(id)) return fail('busy');
    const { keys, checker } = this.#parts;
    const { model } = item;
    return this.#whileRunning(id, 'list', async (signal) => {
      const found = (answer: ProbeEvidence) => this.#record(id, answer);
      const outcome = await compareProjects({ keys, checker, own, model, signal, found });
      if (outcome === 'nobody_to_ask') return fail('no_other_project_key');
      if (outcome === 'cancelled') return this.read(id);
      return this.state(id, outcome === 'has_it' ? 'other_project_has_it' : 'other_project_lacks_it');
    });
  }

  /** What was learned elsewhere, as by reading the project's policy. */
  addEvidence(id: string, evidence: Evidence): Result<CaseView, IpcError> {
    return this.#update(id, (item) => ({ ...item, evidence: [...item.evidence, evidence] }));
  }

  /** Every model that any key listed in a case. */
  knownModels(): readonly string[] {
    const lists = this.#parts.store.list(LISTED_CASES).flatMap((item) => item.evidence.flatMap(modelsListed));
    return [...new Set(lists)].sort();
  }

  cancel(id: string): Result<CaseView, IpcError> {
    this.#running.get(id)?.abort.abort();
    return this.read(id);
  }

  wizard(id: string, request: WizardRequest): Result<CaseView, IpcError> {
    return this.#update(id, (item) => {
      const wizard = advance(item.wizard, this.#wizardEvent(item, request));
      const edited =
        item.wizard.kind === 'edit_list' && wizard.kind === 're_verify' && wizard.branch !== 'cannot_edit';
      const said: readonly Evidence[] = edited
        ? [{ kind: 'statement', at: this.#now(), statement: 'changed_list' }]
        : [];
      return { ...item, wizard, evidence: [...item.evidence, ...said] };
    });
  }

  #wizardEvent(item: StoredCase, request: WizardRequest): WizardEvent {
    if (request.kind !== 'address_given') return request;
    const check = checkAddress({
      address: request.address,
      expectedProject: this.projectOf(item.id),
      wantLimits: item.wizard.kind === 'open_limits',
      consoleOrigins: [this.#parts.consoleOrigin],
    });
    return { kind: 'address_checked', check };
  }

  /** The project whose list matters: the error's, else the chosen key's. */
  projectOf(id: string): string | null {
    const view = this.read(id);
    if (!view.ok) return null;
    const key = view.value.keyId === null ? null : this.#parts.keys.find(view.value.keyId);
    return view.value.verdict.project ?? key?.project ?? null;
  }

  async watch(id: string): Promise<Result<CaseView, IpcError>> {
    const item = this.#parts.store.find(id);
    if (item === null) return fail('not_found');
    if (item.keyId === null) return fail('no_key_chosen');
    if (item.model === null) return fail('no_model_chosen');
    if (this.#watches.has(id)) return this.read(id);
    if (!freeTestsCanProve(item.evidence)) return fail('free_tests_prove_nothing');
    this.#watches.start({ ...item, keyId: item.keyId, model: item.model });
    return this.read(id);
  }

  /** Goes on with what the app's end broke off, as far as its time is not over. */
  resumeWatches(): void {
    this.#watches.resume(this.#parts.store.list(LISTED_CASES));
  }

  /** The computer woke up. */
  wakeWatches(): void {
    this.#watches.wake();
  }

  #watchChanged(id: string, watch: WatchView): void {
    const proven = watch.state === 'proven';
    const event: WizardEvent = { kind: 'proved', at: this.#now() };
    const updated = this.#update(id, (item) => ({
      ...item,
      watch,
      wizard: proven ? advance(item.wizard, event) : item.wizard,
    }));
    if (updated.ok && (proven || watch.state === 'gave_up')) this.#parts.watchEnded(updated.value);
  }

  state(id: string, statement: Statement): Result<CaseView, IpcError> {
    return this.#update(id, (item) => ({
      ...item,
      evidence: [...item.evidence, { kind: 'statement', at: this.#now(), statement }],
    }));
  }

  stopWatch(id: string): Result<CaseView, IpcError> {
    this.#watches.stop(id);
    return this.read(id);
  }

  /** Ends everything under way, as at quitting or on leaving practice; watches go on at the next start. */
  close(): void {
    for (const running of this.#running.values()) running.abort.abort();
    this.#watches.suspend();
    this.#closing.abort();
  }

  #record(id: string, answer: ProbeEvidence): void {
    if (answer.answer.kind === 'cancelled') return;
    this.#update(id, (item) => ({
      ...item,
      wizard: disproves(answer, item) ? advance(item.wizard, { kind: 'refused_again' }) : item.wizard,
      evidence: [...item.evidence, answer],
    }));
  }

  #update(id: string, change: (item: StoredCase) => StoredCase): Result<CaseView, IpcError> {
    const item = this.#parts.store.find(id);
    if (item === null) return fail('not_found');
    const changed = change(item);
    const next = { ...changed, evidence: bounded(changed.evidence), updatedAt: this.#now() };
    this.#parts.store.save(next);
    this.#parts.changed(id);
    return ok(this.#view(next));
  }

  #view(item: StoredCase): CaseView {
    const { keyId, model, evidence } = item;
    const text = evidence.find((entry) => entry.kind === 'text');
    return {
      ...item,
      reading: text?.kind === 'text' ? text.reading : null,
      verdict: diagnose({ evidence, keyId, model, today: this.#now().slice(0, 10) }),
      running: this.#running.get(item.id)?.view ?? null,
      watch: this.#liveWatch(item),
    };
  }

  /** A watch that was under way when the app quit is no longer running, whatever was stored. */
  #liveWatch(item: StoredCase): WatchView | null {
    if (item.watch?.state !== 'running' || this.#watches.has(item.id)) return item.watch;
    return { ...item.watch, state: 'stopped', nextAt: null };
  }

  #now(): string {
    return this.#parts.environment.now().toISOString();
  }
}

function modelsListed(item: Evidence): readonly string[] {
  if (item.kind !== 'probe' || item.answer.kind !== 'success') return [];
  return item.answer.models?.map((model) => model.id) ?? [];
}

/** The case's own key was refused its model: whatever was proven before does not hold any more. */
function disproves(answer: ProbeEvidence, { keyId, model }: StoredCase): boolean {
  if (answer.control || answer.keyId !== keyId || answer.model !== model) return false;
  const meaning = meaningOf(answer);
  return meaning?.kind === 'refused' && meaning.cause !== 'rate_limited';
}
