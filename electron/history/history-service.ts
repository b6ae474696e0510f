/** Keeps every check of every kind, and answers what was when. */
import type { ListedModel, ProbeEvidence } from '../../shared/diagnosis/evidence';
import { type Table, toCsv, toJson, toMarkdown } from '../../shared/export/table';
import { absentOn } from '../../shared/history/absent';
import { belongingOf, type CheckRecord, listedModels, resultOf } from '../../shared/history/check';
import { compareRuns } from '../../shared/history/compare';
import { type RunCells, runCells, withUnnamed } from '../../shared/history/run-cells';
import { DAYS_NEEDED, sureMoment } from '../../shared/history/sure-moment';
import { sinceWhen, type TimelinePoint } from '../../shared/history/timeline';
import type {
  Comparison,
  ExportFormat,
  HistoryFilter,
  HistoryPage,
  RunSummary,
  TimelineView,
} from '../../shared/history/views';
import type { KeySummary } from '../../shared/keys/key';
import type { Environment } from '../environment';
import type { AboutModel, HistoryStore } from '../store/history-store';

export interface HistoryParts {
  readonly store: HistoryStore;
  readonly environment: Environment;
  /** Days; 0 for ever. */
  readonly keepDays: () => number;
  readonly recorded: (check: CheckRecord, models: readonly ListedModel[] | null) => void;
}

const PAGE = 100;
const RUNS = 100;
/** Rows of one exported file; more than a year of daily full matrices. */
const MAX_EXPORT = 200_000;
const DAY_MS = 86_400_000;
/** So often, in checks, old ones are looked for. */
const PRUNE_EVERY = 500;

export class HistoryService {
  readonly #parts: HistoryParts;
  #untilPrune = PRUNE_EVERY;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.prune();
  }

  /** The one way in. What was called off is not kept. */
  record(evidence: ProbeEvidence, runId: string | null, key: KeySummary): void {
    const result = resultOf(evidence);
    if (result === null) return;
    const belonging = belongingOf(evidence);
    const models = listedModels(evidence);
    const check: CheckRecord = {
      id: evidence.id,
      at: evidence.at,
      runId,
      keyId: key.id,
      keyLabel: key.label,
      keyLastFour: key.lastFour,
      organization: belonging.organization ?? key.organization,
      project: belonging.project ?? key.project,
      model: evidence.model,
      probe: evidence.probe,
      control: evidence.control,
      endpoint: evidence.endpoint,
      durationMs: evidence.durationMs,
      modelsListed: models?.length ?? null,
      ...result,
    };
    this.#parts.store.record(check, models);
    this.#parts.recorded(check, models);
    this.#untilPrune -= 1;
    if (this.#untilPrune <= 0) this.prune();
  }

  /**
   * Age is counted from the newest answer whose moment is sure, never from the clock alone: one that runs years ahead would
   * empty the history at a start.
   */
  prune(): void {
    this.#untilPrune = PRUNE_EVERY;
    const { store, environment } = this.#parts;
    // Where nothing was ever answered, nothing is lost that told anything.
    const today = this.#newestAnswers().length === 0 ? environment.now().toISOString() : this.#sureToday();
    const oldest = this.#daysBefore(today);
    if (oldest !== null) store.prune(oldest);
  }

  /** ISO moment before which nothing need be kept; null while everything is. */
  oldestKept(): string | null {
    return this.#daysBefore(this.#sureToday());
  }

  #sureToday(): string | null {
    return sureMoment(this.#newestAnswers());
  }

  #newestAnswers(): readonly string[] {
    const { store, environment } = this.#parts;
    return store.newestAnswers(DAYS_NEEDED, environment.now().toISOString());
  }

  #daysBefore(today: string | null): string | null {
    const days = this.#parts.keepDays();
    return days === 0 || today === null ? null : new Date(Date.parse(today) - days * DAY_MS).toISOString();
  }

  page(filter: HistoryFilter, before: number | null): HistoryPage {
    const found = this.#parts.store.list(filter, before, PAGE);
    return {
      checks: found.map(({ check }) => check),
      older: found.length < PAGE ? null : (found.at(-1)?.place ?? null),
      total: this.#parts.store.count(filter),
    };
  }

  /** Every model on the newest list of any key. */
  modelsListed(): readonly string[] {
    return [...new Set(this.#parts.store.newestLists().flatMap((models) => models.map(({ id }) => id)))];
  }

  find(id: string): CheckRecord | null {
    return this.#parts.store.find(id);
  }

  /** Of the secret that ends so, since another one's answers say nothing of it; null for every one that the key ever had. */
  timeline(keyId: string, lastFour: string | null, model: string): TimelineView {
    const points = pointsOf(model, this.#parts.store.about(keyId, lastFour, model));
    return { points, since: sinceWhen(points) };
  }

  runs(): readonly RunSummary[] {
    return this.#parts.store.runs(RUNS);
  }

  saveRun(run: RunSummary): void {
    this.#parts.store.saveRun(run);
  }

  compare(before: string, after: string): Comparison {
    const [a, b] = [this.#cells(before), this.#cells(after)];
    return compareRuns(withUnnamed(a, b), withUnnamed(b, a));
  }

  #cells(runId: string): RunCells {
    const { store } = this.#parts;
    return runCells(store.listsOfRun(runId), store.ofRun(runId));
  }

  export(filter: HistoryFilter, format: ExportFormat): string {
    const checks = this.#parts.store.list(filter, null, MAX_EXPORT).map(({ check }) => check);
    return render(tableOf(checks), format);
  }
}

/** `about` is of one model, oldest first. */
function pointsOf(model: string, about: readonly AboutModel[]): readonly TimelinePoint[] {
  let shutdownDate: string | null = null;
  return about.map(({ check, list }) => {
    const { id: checkId, at, outcome, layer } = check;
    const source = check.probe === 'list' ? 'list' : 'check';
    shutdownDate = list?.entry?.shutdownDate ?? shutdownDate;
    if (list === null || list.entry !== null) return { checkId, at, source, outcome, layer };
    return { checkId, at, source, ...absentOn(at.slice(0, 10), { id: model, shutdownDate }) };
  });
}

/** Names of columns are stable, as programs read them. */
function tableOf(checks: readonly CheckRecord[]): Table {
  return {
    columns: [
      'at',
      'key',
      'key_last_four',
      'organization',
      'project',
      'model',
      'probe',
      'outcome',
      'strength',
      'layer',
      'cause',
      'status',
      'code',
      'request_id',
      'duration_ms',
      'models_listed',
      'excerpt',
      'type',
      'answered_by',
      'retry_after_seconds',
      'processing_ms',
      'requests_left',
      'requests_limit',
      'tokens_left',
      'tokens_limit',
    ],
    rows: checks.map((check) => [
      check.at,
      check.keyLabel,
      check.keyLastFour,
      check.organization,
      check.project,
      check.model,
      check.probe,
      check.outcome,
      check.strength,
      check.layer,
      check.cause,
      check.status,
      check.code,
      check.requestId,
      check.durationMs,
      check.modelsListed,
      check.excerpt,
      check.answer.type,
      check.answer.servedModel,
      check.answer.retryAfterSeconds,
      check.answer.processingMs,
      check.answer.pace?.requestsLeft ?? null,
      check.answer.pace?.requestsLimit ?? null,
      check.answer.pace?.tokensLeft ?? null,
      check.answer.pace?.tokensLimit ?? null,
    ]),
  };
}

export function render(table: Table, format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return toCsv(table);
    case 'json':
      return toJson(table);
    case 'markdown':
      return toMarkdown(table);
  }
}
