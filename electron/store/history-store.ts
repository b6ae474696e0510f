/** Checks and runs in the database. Model lists are kept once each, since a key's list rarely changes. */
import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { z } from 'zod';
import { CAUSES } from '../../shared/errors/reading';
import { type AnswerFacts, type CheckRecord, NO_ANSWER_FACTS } from '../../shared/history/check';
import type { HistoryFilter, RunSummary } from '../../shared/history/views';
import type { ListedModel } from '../../shared/models/listed-model';
import { LAYERS } from '../../shared/observations/layers';
import { PROBES } from '../../shared/observations/observation';
import { CHECK_OUTCOMES } from '../../shared/observations/showing';
import { conditions } from './history-conditions';
import { jsonIn, type Row, together } from './rows';

const amount = z.number().nullable();
const factsSchema = z.object({
  type: z.string().nullable(),
  retryAfterSeconds: amount,
  processingMs: amount,
  pace: z
    .object({ requestsLimit: amount, requestsLeft: amount, tokensLimit: amount, tokensLeft: amount })
    .nullable(),
  servedModel: z.string().nullable(),
});

/** Checks of earlier versions have none. */
function readFacts(text: string | null): AnswerFacts {
  if (text === null) return NO_ANSWER_FACTS;
  const parsed = factsSchema.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : NO_ANSWER_FACTS;
}

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  runId: z.string().nullable(),
  keyId: z.string(),
  keyLabel: z.string(),
  keyLastFour: z.string(),
  organization: z.string().nullable(),
  project: z.string().nullable(),
  model: z.string().nullable(),
  probe: z.enum(PROBES),
  control: z.number().transform((value) => value === 1),
  endpoint: z.string(),
  outcome: z.enum(CHECK_OUTCOMES),
  strength: z.enum(['proved', 'validated']).nullable(),
  layer: z.enum(LAYERS).nullable().catch(null),
  cause: z.enum(CAUSES).nullable().catch(null),
  status: z.number().nullable(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  durationMs: z.number(),
  excerpt: z.string().nullable(),
  modelsListed: z.number().nullable(),
  answer: z.string().nullable().transform(readFacts),
  sentOrganization: z.string().nullable(),
  sentProject: z.string().nullable(),
});

const runSchema = z.object({
  id: z.string(),
  kind: z.enum(['fill', 'confirm']),
  probe: z.enum(PROBES),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  total: z.number(),
  done: z.number(),
  state: z.enum(['running', 'done', 'cancelled', 'interrupted']),
  keys: z.number(),
  models: z.number(),
  example: z.string().nullable(),
});

const listSchema = z.array(z.object({ id: z.string(), shutdownDate: z.string().nullable() }));

const COLUMNS = `id, at, run_id AS runId, key_id AS keyId, key_label AS keyLabel, key_last_four AS keyLastFour,
  organization, project, model, probe, control, endpoint, outcome, strength, layer, cause, status, code,
  request_id AS requestId, duration_ms AS durationMs, excerpt, models_listed AS modelsListed, answer,
  sent_organization AS sentOrganization, sent_project AS sentProject`;

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

/** One thing recorded of a key that may say something of one model. */
export interface AboutModel {
  readonly check: CheckRecord;
  /** The model on the list that was answered, null where it is not on it; null as a whole for anything else. */
  readonly list: { readonly entry: ListedModel | null } | null;
}

export class HistoryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    // What was under way when the app ended will never go on.
    database
      .prepare(
        `UPDATE runs SET state = 'interrupted', done = MIN(total, (SELECT COUNT(DISTINCT key_id || COALESCE(model, ''))
           FROM checks WHERE run_id = runs.id AND control = 0))
         WHERE state = 'running'`,
      )
      .run();
  }

  record(check: CheckRecord, models: readonly ListedModel[] | null): void {
    together(this.#database, () => {
      const list = models === null ? null : this.#keepList(models);
      this.#insert(check, list);
    });
  }

  #keepList(models: readonly ListedModel[]): string {
    const body = JSON.stringify(models.map(({ id, shutdownDate }) => ({ id, shutdownDate })));
    const id = createHash('sha256').update(body).digest('hex');
    this.#database
      .prepare('INSERT INTO model_lists (id, models) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(id, body);
    return id;
  }

  #insert(check: CheckRecord, listId: string | null): void {
    this.#database
      .prepare(
        `INSERT INTO checks (id, at, run_id, key_id, key_label, key_last_four, organization, project, model, probe,
           control, endpoint, outcome, strength, layer, cause, status, code, request_id, duration_ms, excerpt,
           models_listed, list_id, answer, sent_organization, sent_project)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        check.id,
        check.at,
        check.runId,
        check.keyId,
        check.keyLabel,
        check.keyLastFour,
        check.organization,
        check.project,
        check.model,
        check.probe,
        check.control ? 1 : 0,
        check.endpoint,
        check.outcome,
        check.strength,
        check.layer,
        check.cause,
        check.status,
        check.code,
        check.requestId,
        check.durationMs,
        check.excerpt,
        check.modelsListed,
        listId,
        JSON.stringify(check.answer),
        check.sent.organization,
        check.sent.project,
      );
  }

  find(id: string): CheckRecord | null {
    const row = this.#database.prepare(`SELECT ${COLUMNS} FROM checks WHERE id = ?`).get(id);
    return row === undefined ? null : (toCheck(row)[0] ?? null);
  }

  /** Newest first. `before`: only what was written earlier than this place. */
  list(filter: HistoryFilter, before: number | null, limit: number): PageOfChecks {
    const { where, values } = conditions(filter);
    const rows = this.#database
      .prepare(
        `SELECT rowid AS place, ${COLUMNS} FROM checks WHERE ${where} AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
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
   * What the matrix is made of, in order of recording: of each key and each of its lists the first and the newest check, and of
   * each cell the newest of every kind of answer, by the headers that were sent. A kind is what the answer itself says; which of
   * them stands is not decided here. `keyId`: of this key alone.
   */
  newest(keyId: string | null = null): readonly WithList[] {
    const ofKey = keyId === null ? '' : 'AND key_id = :keyId';
    const rows = this.#database
      .prepare(
        `SELECT list_id AS listId, ${COLUMNS} FROM checks WHERE rowid IN (
           SELECT MIN(rowid) FROM checks WHERE probe = 'list' ${ofKey}
             GROUP BY key_id, list_id, sent_organization, sent_project
           UNION SELECT MAX(rowid) FROM checks WHERE probe = 'list' ${ofKey}
             GROUP BY key_id, list_id, sent_organization, sent_project
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
    const listOf = this.#listReader();
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
   * Everything known of one key and one model, oldest first: checks of the model, and lists with or without it. Only what
   * was answered to the secret that ends so, or to any where that is null; sent with whatever headers.
   */
  about(keyId: string, lastFour: string | null, model: string): readonly AboutModel[] {
    const rows = this.#database
      .prepare(
        `SELECT list_id AS listId, ${COLUMNS} FROM checks
         WHERE key_id = ? AND key_last_four = COALESCE(?, key_last_four) AND control = 0 AND (model = ? OR probe = 'list') ORDER BY rowid DESC LIMIT 2000`,
      )
      .all(keyId, lastFour, model);
    const listOf = this.#listReader();
    const listIn = (listId: SQLOutputValue | undefined): AboutModel['list'] =>
      typeof listId === 'string'
        ? { entry: listOf(listId)?.find((item) => item.id === model) ?? null }
        : null;
    return rows
      .reverse()
      .flatMap((row) => toCheck(row).map((check) => ({ check, list: listIn(row['listId']) })));
  }

  #withLists(rows: readonly Row[]): readonly WithList[] {
    const listOf = this.#listReader();
    return rows.flatMap((row) => toCheck(row).map((check) => ({ check, models: listOf(row['listId']) })));
  }

  /** Reads each list once: many checks name the same, since keys of one project have the same models. */
  #listReader(): (listId: SQLOutputValue | undefined) => readonly ListedModel[] | null {
    const read = new Map<SQLOutputValue, readonly ListedModel[] | null>();
    return (listId = null) => {
      const known = read.get(listId);
      if (known !== undefined) return known;
      const models = this.#listOf(listId);
      read.set(listId, models);
      return models;
    };
  }

  #listOf(listId: SQLOutputValue): readonly ListedModel[] | null {
    if (typeof listId !== 'string') return null;
    const row = this.#database.prepare('SELECT models FROM model_lists WHERE id = ?').get(listId);
    const parsed = listSchema.safeParse(jsonIn(row?.['models']));
    return parsed.success ? parsed.data : null;
  }

  /** What a run asked of whole keys, in order of recording. */
  listsOfRun(runId: string): readonly WithList[] {
    const rows = this.#database
      .prepare(
        `SELECT list_id AS listId, ${COLUMNS} FROM checks WHERE run_id = ? AND probe = 'list' ORDER BY rowid`,
      )
      .all(runId);
    return this.#withLists(rows);
  }

  ofRun(runId: string): readonly CheckRecord[] {
    return this.#database
      .prepare(
        `SELECT ${COLUMNS} FROM checks WHERE run_id = ? AND model IS NOT NULL AND control = 0 ORDER BY rowid`,
      )
      .all(runId)
      .flatMap(toCheck);
  }

  saveRun(run: RunSummary): void {
    this.#database
      .prepare(
        `INSERT INTO runs (id, kind, probe, started_at, ended_at, total, done, state, keys, models, example)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, total = excluded.total, done = excluded.done,
           state = excluded.state`,
      )
      .run(
        run.id,
        run.kind,
        run.probe,
        run.startedAt,
        run.endedAt,
        run.total,
        run.done,
        run.state,
        run.keys,
        run.models,
        run.example,
      );
  }

  /** Those that began last come first. */
  runs(limit: number): readonly RunSummary[] {
    return this.#database
      .prepare(
        `SELECT id, kind, probe, started_at AS startedAt, ended_at AS endedAt, total, done, state, keys,
           models, example FROM runs
         ORDER BY rowid DESC LIMIT ?`,
      )
      .all(limit)
      .flatMap((row) => {
        const parsed = runSchema.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
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

  countBefore(before: string): number {
    const row = this.#database.prepare('SELECT COUNT(*) AS n FROM checks WHERE at < ?').get(before);
    return Number(row?.['n'] ?? 0);
  }

  /** Removes what is older than this ISO moment; returns how many checks went. */
  prune(before: string): number {
    const { changes } = this.#database.prepare('DELETE FROM checks WHERE at < ?').run(before);
    this.#database.prepare('DELETE FROM runs WHERE started_at < ?').run(before);
    this.#database.exec(
      'DELETE FROM model_lists WHERE id NOT IN (SELECT list_id FROM checks WHERE list_id IS NOT NULL)',
    );
    return Number(changes);
  }
}

/** None where a row was written by something else than this version: it is then passed over rather than misread. */
function toCheck(row: Row): readonly CheckRecord[] {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return [];
  const { sentOrganization, sentProject, ...check } = parsed.data;
  return [{ ...check, sent: { organization: sentOrganization, project: sentProject } }];
}
