/** Tests that a person deletes, and bringing them back in the places that they had. */
import type { DatabaseSync } from 'node:sqlite';
import { emptyJournal } from './entries';
import { ModelLists } from './model-lists';
import { REFERRED_CHECKS } from './references';
import { type StoredRow, together } from './rows';

/** A check that is in the database no longer, with all that went with it. */
export interface RemovedCheck {
  /** In the order of recording. */
  readonly place: number;
  readonly keyId: string;
  readonly check: StoredRow;
  readonly observation: StoredRow | null;
  readonly list: StoredRow | null;
}

/** Of these checks all but those that a case rests on: they stay as long as the case. */
export function removeChecks(database: DatabaseSync, ids: readonly string[]): readonly RemovedCheck[] {
  const removed: RemovedCheck[] = [];
  together(database, () => {
    const rows = database
      .prepare(
        `SELECT rowid AS place, * FROM checks
         WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (${REFERRED_CHECKS})`,
      )
      .all(JSON.stringify(ids));
    removed.push(...rows.map((row) => withParts(database, row)));
    const remove = database.prepare('DELETE FROM checks WHERE rowid = ?');
    for (const { place } of removed) remove.run(place);
    new ModelLists(database).prune();
  });
  // The person is told that they are removed from the computer.
  if (removed.length > 0) emptyJournal(database);
  return removed;
}

function withParts(database: DatabaseSync, { place, ...check }: StoredRow): RemovedCheck {
  const one = (sql: string, id: StoredRow[string] | undefined) =>
    database.prepare(sql).get(id ?? null) ?? null;
  return {
    place: Number(place),
    keyId: String(check['key_id']),
    check,
    observation: one('SELECT * FROM observations WHERE check_id = ?', check['id']),
    list: one('SELECT * FROM model_lists WHERE id = ?', check['list_id']),
  };
}

/** Which answer is newer goes by the place, so what was recorded meanwhile moves behind what is brought back. */
export function restoreChecks(database: DatabaseSync, removed: readonly RemovedCheck[]): void {
  together(database, () => {
    for (const { place, check, observation, list } of removed.toSorted((a, b) => a.place - b.place)) {
      makeRoom(database, place);
      if (list !== null) insert(database, 'INSERT OR IGNORE INTO model_lists', list);
      insert(database, 'INSERT INTO checks', { rowid: place, ...check });
      if (observation !== null) insert(database, 'INSERT INTO observations', observation);
    }
  });
}

/** SQLite gives the place of the newest row that was deleted to the next one. */
function makeRoom(database: DatabaseSync, place: number): void {
  if (database.prepare('SELECT 1 FROM checks WHERE rowid = ?').get(place) === undefined) return;
  const later = database.prepare('SELECT rowid AS place FROM checks WHERE rowid >= ? ORDER BY rowid DESC');
  const move = database.prepare('UPDATE checks SET rowid = rowid + 1 WHERE rowid = ?');
  for (const row of later.all(place)) move.run(row['place'] ?? null);
}

function insert(database: DatabaseSync, into: string, row: StoredRow): void {
  const columns = Object.keys(row);
  database
    .prepare(`${into} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...columns.map((column) => row[column] ?? null));
}
