/**
 * Takes out of a database that was set aside what can still be read of cases, history and changes, and adds it to the one in use.
 * Keys come back from the keychain instead; of them only what was noted and learned is taken.
 */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openBody } from './body';
import { CASE_VERSION } from './case-store';
import { endRuns } from './history-store';
import { firstPlace, type StoredRow, together } from './rows';
import { isOfValues } from './sqlite-error';

/** What a person knows as an entry. In this order: a check names its list. */
const TABLES = ['model_lists', 'runs', 'checks', 'cases', 'policy_changes'] as const;

/** The rest of each check, which is no entry of its own. */
const OBSERVATIONS = 'observations';

/** What the keychain doesn't keep of a key. */
const LEARNED = ['note', 'organization', 'project', 'checked_at', 'health'] as const;

export interface Salvaged {
  /** Entries that were not there. */
  readonly restored: number;
}

/**
 * `path`: the file, which is only read. Nothing that is there already is overwritten. null if the file is no
 * database any more. Throws what the disk throws, and then nothing was added.
 */
export function salvage(into: DatabaseSync, path: string): Salvaged | null {
  // SQLite deletes the file of last writes that lies beside an emptied one, even if it opened it for reading alone.
  if (statSync(path, { throwIfNoEntry: false })?.size === 0) return { restored: 0 };
  const damaged = opened(path);
  if (damaged === null) return null;
  try {
    let restored = 0;
    const firstRun = firstPlace(into, 'runs');
    together(into, () => {
      for (const table of TABLES) restored += copyRows(damaged, into, table);
      copyRows(damaged, into, OBSERVATIONS);
      describeKeys(damaged, into);
      endRuns(into, firstRun);
    });
    return { restored };
  } finally {
    damaged.close();
  }
}

function opened(path: string): DatabaseSync | null {
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    database.prepare('SELECT name FROM sqlite_schema').all();
    return database;
  } catch {
    return null;
  }
}

/**
 * What was taken out is older than all that was recorded since, so it comes before: as the newest, an answer of then would
 * outdo those of today.
 */
function copyRows(
  from: DatabaseSync,
  into: DatabaseSync,
  table: (typeof TABLES)[number] | typeof OBSERVATIONS,
): number {
  const known = new Set(
    into
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name),
  );
  const found = rowsOf(from, table);
  const rows = table === 'cases' ? inOrderOfWriting(found.filter(isReadable), into) : found;
  const columns = Object.keys(rows[0] ?? {}).filter((name) => known.has(name));
  if (columns.length === 0) return 0;
  const first = firstPlace(into, table) - rows.length;
  const insert = into.prepare(
    `INSERT OR IGNORE INTO ${table} (rowid, ${columns.join()}) VALUES (?, ${columns.map(() => '?').join()})`,
  );
  let added = 0;
  for (const [index, row] of rows.entries()) {
    try {
      added += Number(insert.run(first + index, ...columns.map((name) => row[name] ?? null)).changes);
    } catch (error) {
      // A check whose list is lost, or a cell of the wrong type: this row alone is left out.
      if (!isOfValues(error)) throw error;
    }
  }
  return added;
}

/** A case that cannot be read is not restored, so none is counted that the person would look for in vain. */
function isReadable(row: StoredRow): boolean {
  return openBody(row['body'], CASE_VERSION) !== null;
}

/** The number says which case was written last. */
function inOrderOfWriting(rows: readonly StoredRow[], into: DatabaseSync): readonly StoredRow[] {
  const least = into.prepare('SELECT COALESCE(MIN(written), 1) AS least FROM cases').get()?.['least'];
  const first = Number(least) - rows.length;
  return rows
    .toSorted((a, b) => Number(a['written'] ?? 0) - Number(b['written'] ?? 0))
    .map((row, index) => ({ ...row, written: first + index }));
}

function describeKeys(from: DatabaseSync, into: DatabaseSync): void {
  for (const row of rowsOf(from, 'keys'))
    for (const column of LEARNED) {
      const value = row[column];
      if (typeof value !== 'string' || typeof row['id'] !== 'string') continue;
      into
        .prepare(`UPDATE keys SET ${column} = ?1 WHERE id = ?2 AND COALESCE(${column}, '') = ''`)
        .run(value, row['id']);
    }
}

/** From both ends, each as far as it can be read: what is damaged in the middle keeps neither from being read. */
function rowsOf(database: DatabaseSync, table: string): readonly StoredRow[] {
  const found = new Map<unknown, StoredRow>();
  for (const order of ['ASC', 'DESC'])
    try {
      const rows = database.prepare(`SELECT rowid AS place_, * FROM ${table} ORDER BY rowid ${order}`);
      for (const row of rows.iterate()) found.set(row['place_'], row);
    } catch {}
  return [...found.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => row);
}
