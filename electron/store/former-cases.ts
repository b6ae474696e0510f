/**
 * Cases of version 1 kept a copy of each answer. Their answers move to the history, and the cases refer to them. Used when
 * data of an earlier version is opened, and when it is taken out of a damaged file.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Evidence } from '../../shared/diagnosis/evidence';
import { type AskedKey, type CheckRecord, checkOf, isRecorded } from '../../shared/history/check';
import type { Observation } from '../../shared/observations/observation';
import { NO_HEADERS } from '../../shared/observations/sender';
import { observed } from '../../shared/observations/showing';
import { openBody } from './body';
import type { StoredCase } from './case-store';
import { ModelLists } from './model-lists';
import { ObservationStore } from './observation-store';
import { keptOf } from './references';
import { firstPlace } from './rows';
import { isOfValues, sqliteCode } from './sqlite-error';

const FORMER_VERSION = 1;
const REFERRING_VERSION = 2;

/** What version 1 called the case within its body. */
const FORMER_NAME = 'item';

/** Only what can be read is changed; a body that is damaged stays as it is. To be called within a transaction. */
export function referToHistory(database: DatabaseSync): void {
  const cases = database
    .prepare('SELECT id, body FROM cases')
    .all()
    .flatMap(({ id, body }) => {
      const item = openBody<StoredCase>(body, FORMER_VERSION, FORMER_NAME);
      return item === null || !canRefer(database, item) ? [] : [{ id: String(id), item }];
    });
  moveAnswers(
    database,
    cases.flatMap(({ item }) => item.evidence),
  );
  const write = database.prepare('UPDATE cases SET body = sealed(?, ?) WHERE id = ?');
  for (const { id, item } of cases)
    write.run(REFERRING_VERSION, JSON.stringify({ ...item, evidence: item.evidence.map(keptOf) }), id);
}

/**
 * Tried, and taken back. The first versions kept no check value, so a fault of the disk may have left anything in a body, and
 * one such case must not keep the whole database from being opened.
 */
function canRefer(database: DatabaseSync, { evidence }: StoredCase): boolean {
  database.exec('SAVEPOINT trial');
  try {
    moveAnswers(database, evidence);
    evidence.forEach(keptOf);
    return true;
  } catch (error) {
    if (sqliteCode(error) !== null && !isOfValues(error)) throw error;
    return false;
  } finally {
    database.exec('ROLLBACK TO trial; RELEASE trial');
  }
}

function moveAnswers(database: DatabaseSync, evidence: readonly Evidence[]): void {
  const isKept = (table: 'checks' | 'observations', column: string) => {
    const find = database.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`);
    return (id: string) => find.get(id) !== undefined;
  };
  const [isRecordedYet, isWholeYet] = [isKept('checks', 'id'), isKept('observations', 'check_id')];
  const answers = evidence.flatMap((item) =>
    item.kind === 'probe' && isRecorded(item) ? [observed(item)] : [],
  );
  insertBeforeAll(
    database,
    answers.filter(({ id }) => !isRecordedYet(id)),
  );
  const observations = new ObservationStore(database);
  for (const answer of answers) if (!isWholeYet(answer.id)) observations.keep(answer);
}

/**
 * The history let go of these, because they were too old or are older than the history itself. They become its oldest, so that
 * none takes the place of anything newer.
 */
function insertBeforeAll(database: DatabaseSync, missing: readonly Observation[]): void {
  const each = [...new Map(missing.map((answer) => [answer.id, answer])).values()];
  const inOrder = each.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const first = firstPlace(database, 'checks');
  const lists = new ModelLists(database);
  const keyOf = keysIn(database);
  for (const [index, answer] of inOrder.entries()) {
    const check = checkOf(answer, null, keyOf(answer));
    const models = answer.answer.kind === 'success' ? answer.answer.models : null;
    const listId = models === null ? null : lists.keep(models);
    if (check !== null) insertAt(database, first - inOrder.length + index, check, listId);
  }
}

/** The key as it is known now, or was when it was last recorded. Its ending is known only where the answer kept it. */
function keysIn(database: DatabaseSync): (answer: Observation) => AskedKey {
  const known = database.prepare(
    `SELECT label, kind, organization, project FROM keys WHERE id = ?1
     UNION ALL SELECT * FROM
       (SELECT key_label, '', organization, project FROM checks WHERE key_id = ?1 ORDER BY rowid DESC LIMIT 1)`,
  );
  const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
  return ({ keyId, keyEnd }) => {
    const key = known.get(keyId);
    return {
      id: keyId,
      label: textOrNull(key?.['label']) ?? '',
      lastFour: keyEnd ?? '',
      kind: key?.['kind'] === 'legacy' ? 'legacy' : 'project',
      sentFor: NO_HEADERS,
      organization: textOrNull(key?.['organization']),
      project: textOrNull(key?.['project']),
    };
  };
}

/** With the columns of the time when cases began to refer; what was added since takes its default. */
function insertAt(database: DatabaseSync, place: number, check: CheckRecord, listId: string | null): void {
  const columns = {
    rowid: place,
    id: check.id,
    at: check.at,
    run_id: check.runId,
    key_id: check.keyId,
    key_label: check.keyLabel,
    key_last_four: check.keyLastFour,
    organization: check.organization,
    project: check.project,
    model: check.model,
    probe: check.probe,
    control: check.control ? 1 : 0,
    endpoint: check.endpoint,
    outcome: check.outcome,
    strength: check.strength,
    layer: check.layer,
    cause: check.cause,
    status: check.status,
    code: check.code,
    request_id: check.requestId,
    duration_ms: check.durationMs,
    excerpt: check.excerpt,
    models_listed: check.modelsListed,
    list_id: listId,
    answer: JSON.stringify(check.answer),
    sent_organization: check.sent.organization,
    sent_project: check.sent.project,
  };
  const names = Object.keys(columns);
  database
    .prepare(`INSERT INTO checks (${names.join()}) VALUES (${names.map(() => '?').join()})`)
    .run(...Object.values(columns));
}
