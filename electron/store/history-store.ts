/** Checks and runs in the database. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { AboutModel } from '../../shared/history/bearings';
import type { CheckRecord } from '../../shared/history/check';
import type { HistoryFilter, RunSummary } from '../../shared/history/views';
import type { ListedModel } from '../../shared/models/listed-model';
import type { Observation } from '../../shared/observations/observation';
import { type IsCounted, placesAbout } from './about-model';
import { CHECKS, checkCells, toCheck } from './check-table';
import { conditions } from './history-conditions';
import { ModelLists } from './model-lists';
import { ObservationStore } from './observation-store';
import { REFERRED_CHECKS } from './references';
import { type RemovedCheck, removeChecks, restoreChecks } from './removed-checks';
import { readable, type StoredRow, together } from './rows';
import { RUNS, toRun } from './run-table';

/** What is older than a moment, except for what a case rests on: that stays as long as the case. */
const PRUNED = `at < ? AND id NOT IN (${REFERRED_CHECKS})`;

export interface PageOfChecks {
  readonly checks: readonly CheckRecord[];
  /** Place in the order of writing before which the next page begins; null at the end. */
  readonly older: number | null;
}

interface WithList {
  readonly check: CheckRecord;
  /** null where no list was answered. */
  readonly models: readonly ListedModel[] | null;
}

export class HistoryStore {
  readonly #database: DatabaseSync;
  readonly #lists: ModelLists;
  readonly #observations: ObservationStore;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#lists = new ModelLists(database);
    this.#observations = new ObservationStore(database);
    endRuns(database, Number.MAX_SAFE_INTEGER);
  }

  /** `observation`: the answer as it came, where a case may refer to it. */
  record(
    check: CheckRecord,
    models: readonly ListedModel[] | null,
    observation: Observation | null = null,
  ): void {
    together(this.#database, () => {
      const listId = models === null ? null : this.#lists.keep(models);
      CHECKS.insert(this.#database, checkCells(check, listId));
      if (observation !== null) this.#observations.keep(observation);
    });
  }

  find(id: string): CheckRecord | null {
    const row = this.#database.prepare(`SELECT ${CHECKS.selected} FROM checks WHERE id = ?`).get(id);
    return row === undefined ? null : (toCheck(row)[0] ?? null);
  }

  /** Newest first. `before`: only what was written earlier than this place. */
  list(filter: HistoryFilter, before: number | null, limit: number): PageOfChecks {
    const { where, values } = conditions(filter);
    const rows = this.#database
      .prepare(
        `SELECT rowid AS place, ${CHECKS.selected} FROM checks WHERE ${where} AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
      )
      .all(...values, before ?? Number.MAX_SAFE_INTEGER, limit);
    const last = rows.length < limit ? undefined : rows.at(-1);
    return { checks: rows.flatMap(toCheck), older: last === undefined ? null : Number(last['place']) };
  }

  count(filter: HistoryFilter): number {
    const { where, values } = conditions(filter);
    return Number(
      this.#database.prepare(`SELECT COUNT(*) AS n FROM checks WHERE ${where}`).get(...values)?.['n'] ?? 0,
    );
  }

  /**
   * What the matrix is made of, in order of recording: of each key and each of its lists the first check and the newest of each
   * kind, and of each cell the newest of every kind of answer, by the headers that were sent. A kind is what the answer itself says; which of
   * them stands is not decided here. `keyId`: of this key alone.
   */
  newest(keyId: string | null = null): readonly WithList[] {
    const ofKey = keyId === null ? '' : 'AND key_id = :keyId';
    const rows = this.#database
      .prepare(
        `SELECT ${CHECKS.selected} FROM checks WHERE rowid IN (
           SELECT MIN(rowid) FROM checks WHERE probe = 'list' ${ofKey}
             GROUP BY key_id, list_id, sent_organization, sent_project
           UNION SELECT MAX(rowid) FROM checks WHERE probe = 'list' ${ofKey}
             GROUP BY key_id, list_id, sent_organization, sent_project, outcome, layer, cause
           UNION SELECT MAX(rowid) FROM checks WHERE model IS NOT NULL ${ofKey}
             GROUP BY key_id, model, control, endpoint, probe, outcome, strength, layer, cause,
               sent_organization, sent_project
         ) ORDER BY rowid`,
      )
      .all(keyId === null ? {} : { keyId });
    return this.#withLists(rows);
  }

  /** The newest list of each key that was answered. */
  newestLists(): readonly (readonly ListedModel[])[] {
    const listOf = this.#lists.reader();
    return this.#database
      .prepare(
        `SELECT list_id AS listId FROM checks WHERE rowid IN
           (SELECT MAX(rowid) FROM checks WHERE list_id IS NOT NULL GROUP BY key_id)`,
      )
      .all()
      .flatMap((row) => {
        const models = listOf(row['listId']);
        return models === null ? [] : [models];
      });
  }

  /**
   * Everything known of one key and one model, oldest first: checks of the model, lists with or without it, and where the
   * whole key was refused or accepted again, by whatever check.
   */
  about(keyId: string, model: string, isCounted: IsCounted): readonly AboutModel[] {
    const rows = this.#database
      .prepare(
        `SELECT ${CHECKS.selected} FROM checks
         WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
      )
      .all(JSON.stringify(placesAbout(this.#database, keyId, model, isCounted)));
    const listOf = this.#lists.reader();
    const listIn = (listId: SQLOutputValue | undefined): AboutModel['list'] =>
      typeof listId === 'string'
        ? { entry: listOf(listId)?.find((item) => item.id === model) ?? null }
        : null;
    return rows.flatMap((row) => toCheck(row).map((check) => ({ check, list: listIn(row['listId']) })));
  }

  #withLists(rows: readonly StoredRow[]): readonly WithList[] {
    const listOf = this.#lists.reader();
    return rows.flatMap((row) => toCheck(row).map((check) => ({ check, models: listOf(row['listId']) })));
  }

  /** Every check of a run, in order of recording. */
  ofRun(runId: string): readonly WithList[] {
    const rows = this.#database
      .prepare(`SELECT ${CHECKS.selected} FROM checks WHERE run_id = ? ORDER BY rowid`)
      .all(runId);
    return this.#withLists(rows);
  }

  /** The first of each kind of free test that tells what such tests are worth with these keys (see `afterFreeTest`). */
  freeTests(keyIds: readonly string[]): readonly CheckRecord[] {
    return this.#database
      .prepare(
        `SELECT ${CHECKS.selected} FROM checks WHERE rowid IN (
           SELECT MIN(rowid) FROM checks
           WHERE probe = 'free_probe' AND (control = 1 OR cause = 'project_lacks_model')
             AND key_id IN (SELECT value FROM json_each(?))
           GROUP BY key_id, key_last_four, sent_organization, sent_project, endpoint, control, outcome, cause,
             CASE WHEN control = 1 THEN model END
         ) ORDER BY rowid`,
      )
      .all(JSON.stringify(keyIds))
      .flatMap(toCheck);
  }

  saveRun(run: RunSummary): void {
    const changing = ['ended_at', 'total', 'done', 'state'].map((name) => `${name} = excluded.${name}`);
    RUNS.insert(this.#database, { ...run }, `ON CONFLICT (id) DO UPDATE SET ${changing.join()}`);
  }

  /** Those that began last come first. */
  runs(limit: number): readonly RunSummary[] {
    const rows = this.#database
      .prepare(`SELECT ${RUNS.selected} FROM runs ORDER BY rowid DESC LIMIT ?`)
      .all(limit);
    return readable(rows, toRun);
  }

  /** Of the newest days on which a check told something, the last such moment each; none after `until`. All ISO. */
  newestAnswers(days: number, until: string): readonly string[] {
    const newest = this.#database.prepare(
      "SELECT at FROM checks WHERE outcome <> 'unknown' AND at < ? ORDER BY at DESC LIMIT 1",
    );
    const moments: string[] = [];
    // Right behind `until` itself, and then before each day that was found.
    let before = `${until}~`;
    while (moments.length < days) {
      const row = newest.get(before);
      if (row === undefined) break;
      const at = String(row['at']);
      moments.push(at);
      before = at.slice(0, 10);
    }
    return moments;
  }

  /** Those of these checks that are there, newest first. */
  these(ids: readonly string[]): readonly CheckRecord[] {
    return this.#database
      .prepare(
        `SELECT ${CHECKS.selected} FROM checks WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid DESC`,
      )
      .all(JSON.stringify(ids))
      .flatMap(toCheck);
  }

  /** Gives back what was removed, for `restore`. What a case rests on stays. */
  remove(ids: readonly string[]): readonly RemovedCheck[] {
    return removeChecks(this.#database, ids);
  }

  restore(removed: readonly RemovedCheck[]): void {
    restoreChecks(this.#database, removed);
  }

  /** How many checks `prune` would remove. */
  countBefore(before: string): number {
    const row = this.#database.prepare(`SELECT COUNT(*) AS n FROM checks WHERE ${PRUNED}`).get(before);
    return Number(row?.['n'] ?? 0);
  }

  /** Removes what is older than this ISO moment, except for what a case rests on; returns how many checks went. */
  prune(before: string): number {
    const { changes } = this.#database.prepare(`DELETE FROM checks WHERE ${PRUNED}`).run(before);
    this.#database.prepare('DELETE FROM runs WHERE started_at < ?').run(before);
    this.#lists.prune();
    return Number(changes);
  }
}

/** What was under way when the app ended will never go on. Only runs that were recorded before this place are meant. */
export function endRuns(database: DatabaseSync, before: number): void {
  database
    .prepare(
      `UPDATE runs SET state = 'interrupted', done = MIN(total, (SELECT COUNT(DISTINCT key_id || COALESCE(model, ''))
         FROM checks WHERE run_id = runs.id AND control = 0))
       WHERE state = 'running' AND rowid < ?`,
    )
    .run(before);
}
