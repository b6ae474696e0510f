/** Keeps every check of every kind, and answers what was when. */

import type { Deleted } from '../../shared/base/deleted';
import { bearingOn, calibrationBy } from '../../shared/history/bearings';
import { type CheckRecord, checkOf, listedModels } from '../../shared/history/check';
import { compareRuns } from '../../shared/history/compare';
import { cellsOfBoth } from '../../shared/history/run-cells';
import { DAYS_NEEDED, sureMoment } from '../../shared/history/sure-moment';
import { pointsOf, sinceWhen } from '../../shared/history/timeline';
import type {
  ChecksPage,
  Comparison,
  ExportFormat,
  HistoryFilter,
  RunSummary,
  TimelineView,
} from '../../shared/history/views';
import type { KeySummary } from '../../shared/keys/key';
import type { ListedModel } from '../../shared/models/listed-model';
import type { Observation } from '../../shared/observations/observation';
import { sentForBy, speaksFor } from '../../shared/observations/sender';
import { DeletedForNow } from '../base/deleted-for-now';
import type { Environment } from '../base/environment';
import type { IsCounted } from '../store/about-model';
import type { HistoryStore, PageOfChecks } from '../store/history-store';
import type { RemovedCheck } from '../store/removed-checks';
import { historyTable } from './history-export';

interface HistoryDeps {
  readonly store: HistoryStore;
  readonly environment: Environment;
  /** Days; 0 for ever. */
  readonly keepDays: () => number;
  readonly recorded: (check: CheckRecord, models: readonly ListedModel[] | null) => void;
  /** Tests with these keys were deleted or brought back. */
  readonly rewritten: (keyIds: readonly string[]) => void;
}

/** A key as it is asked now. */
type AskedAs = Pick<KeySummary, 'lastFour' | 'kind' | 'sentFor'>;

const PAGE = 100;
const RUNS = 100;
/** Rows of an exported file that are read and written at once: some ten milliseconds' worth. */
const EXPORT_PAGE = 200;
const DAY_MS = 86_400_000;
/** So often, in checks, old ones are looked for. */
const PRUNE_EVERY = 500;

export class HistoryService {
  readonly #deps: HistoryDeps;
  readonly #deleted: DeletedForNow<RemovedCheck>;
  #untilPrune = PRUNE_EVERY;

  constructor(deps: HistoryDeps) {
    this.#deps = deps;
    const { environment, store } = deps;
    this.#deleted = new DeletedForNow<RemovedCheck>({
      environment,
      remove: (ids) => store.remove(ids),
      restore: (removed) => store.restore(removed),
      changed: (_ids, removed) => deps.rewritten([...new Set(removed.map(({ keyId }) => keyId))]),
    });
    this.prune();
  }

  /** The one way in. What was called off is not kept. */
  record(evidence: Observation, runId: string | null, key: KeySummary): void {
    const check = checkOf(evidence, runId, key);
    if (check === null) return;
    this.#untilPrune -= 1;
    // Before it is kept: a clock that was set far back must not make the newest answer go, which a case may rest on.
    if (this.#untilPrune <= 0) this.prune();
    const models = listedModels(evidence);
    // Of a run the check is all that is kept: no case asked for its thousands of answers.
    this.#deps.store.record(check, models, runId === null ? evidence : null);
    this.#deps.recorded(check, models);
  }

  /**
   * Age is counted from the newest answer whose moment is sure, never from the clock alone: one that runs years ahead would
   * empty the history at a start.
   */
  prune(): void {
    this.#untilPrune = PRUNE_EVERY;
    const { store, keepDays } = this.#deps;
    const oldest = this.#oldestOf(keepDays());
    if (oldest !== null) store.prune(oldest);
  }

  /** How many checks would go if they were kept for so many days. */
  forgottenBy(keepDays: number): number {
    const oldest = this.#oldestOf(keepDays);
    return oldest === null ? 0 : this.#deps.store.countBefore(oldest);
  }

  #oldestOf(keepDays: number): string | null {
    const answers = this.#newestAnswers();
    // Where nothing was ever answered, nothing is lost that told anything.
    const today = answers.length === 0 ? this.#deps.environment.now().toISOString() : sureMoment(answers);
    return daysBefore(today, keepDays);
  }

  /** ISO moment before which nothing need be kept; null while everything is. */
  oldestKept(): string | null {
    return daysBefore(sureMoment(this.#newestAnswers()), this.#deps.keepDays());
  }

  #newestAnswers(): readonly string[] {
    const { store, environment } = this.#deps;
    return store.newestAnswers(DAYS_NEEDED, environment.now().toISOString());
  }

  page(filter: HistoryFilter, before: number | null): ChecksPage {
    return {
      ...this.#deps.store.list(filter, before, PAGE),
      total: this.#deps.store.count(filter),
    };
  }

  /** Every model on the newest list of any key. */
  modelsListed(): readonly string[] {
    return [...new Set(this.#deps.store.newestLists().flatMap((models) => models.map(({ id }) => id)))];
  }

  /** Says how many stay because a case rests on them. */
  delete(ids: readonly string[]): { readonly kept: number } {
    const there = this.#deps.store.these(ids).length;
    return { kept: there - this.#deleted.delete(ids) };
  }

  /** What can still be brought back. */
  deleted(): Deleted | null {
    return this.#deleted.pending();
  }

  undoDelete(): boolean {
    return this.#deleted.undo();
  }

  close(): void {
    this.#deleted.forget();
  }

  find(id: string): CheckRecord | null {
    return this.#deps.store.find(id);
  }

  /**
   * What was answered to the key's present secret, sent as it is sent now, since other answers say nothing of it. `key`: null for
   * every secret that it ever had, however it was sent.
   */
  timeline(keyId: string, key: AskedAs | null, model: string): TimelineView {
    const { store } = this.#deps;
    const about = store.about(keyId, model, key === null ? () => true : answersTo(key));
    const calibrated = calibrationBy(store.freeTests([keyId]));
    const dates = about.flatMap(({ list }) => list?.entry?.shutdownDate ?? []);
    const named = { id: model, shutdownDate: dates.at(-1) ?? null };
    const points = pointsOf(about.map((each) => bearingOn(named, each, calibrated)));
    return { points, since: sinceWhen(points) };
  }

  runs(): readonly RunSummary[] {
    return this.#deps.store.runs(RUNS);
  }

  saveRun(run: RunSummary): void {
    this.#deps.store.saveRun(run);
  }

  compare(before: string, after: string): Comparison {
    const { store } = this.#deps;
    const [a, b] = [store.ofRun(before), store.ofRun(after)];
    const keyIds = [...new Set(a.map(({ check }) => check.keyId))];
    return compareRuns(...cellsOfBoth(a, b, calibrationBy(store.freeTests(keyIds))));
  }

  /** These alone, newest first. */
  exportThese(ids: readonly string[], format: ExportFormat): AsyncIterable<string> {
    return historyTable([this.#deps.store.these(ids)], format);
  }

  /** All of it, in parts, newest first. What is recorded once its first rows were read is left out. */
  export(filter: HistoryFilter, format: ExportFormat): AsyncIterable<string> {
    return historyTable(this.#pages(filter), format);
  }

  *#pages(filter: HistoryFilter): Generator<readonly CheckRecord[]> {
    let before: number | null = null;
    do {
      const page: PageOfChecks = this.#deps.store.list(filter, before, EXPORT_PAGE);
      yield page.checks;
      before = page.older;
    } while (before !== null);
  }
}

function answersTo(key: AskedAs): IsCounted {
  const wanted = sentForBy(key);
  return (check) => check.keyLastFour === key.lastFour && speaksFor(check, wanted);
}

function daysBefore(today: string | null, days: number): string | null {
  return days === 0 || today === null ? null : new Date(Date.parse(today) - days * DAY_MS).toISOString();
}
