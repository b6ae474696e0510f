/**
 * The one local database: settings, what is known of keys apart from their secrets, and cases.
 * SQLite in WAL mode, because a file that is rewritten in place does not survive a full disk or a kill.
 */
import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { sealed } from './body';
import { writeEntry } from './entries';
import { FormerSchema, migrate, NewerSchema, SCHEMA_STEPS, type SchemaStep, versionOf } from './migrations';
import { finishSettingAside, newestSetAside, setAside } from './set-aside';
import { sqliteCode } from './sqlite-error';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** The newest file that was set aside and lies beside it, now or at an earlier start; null where there is none. */
  readonly setAside: string | null;
}

/**
 * Opens the file, or memory for practice. A file that is damaged, or of a version that was never released, is renamed, never
 * deleted. Any other failure (a full disk, another process at work, a newer schema) says nothing against the file, which is left
 * alone. `steps` are others where a test brings the data up to a version of its own.
 */
export function openDatabase(path: string, now: () => Date, steps = SCHEMA_STEPS): OpenedDatabase {
  if (path === ':memory:') return { database: prepare(path, steps), setAside: null };
  finishSettingAside(path);
  if (isEmptied(path)) setAside(path, now());
  try {
    return { database: prepare(path, steps), setAside: newestSetAside(path) };
  } catch (error) {
    if (!isOfNoUse(error) || !existsSync(path)) throw error;
    setAside(path, now());
    return { database: prepare(path, steps), setAside: newestSetAside(path) };
  }
}

/**
 * SQLite takes a file of no bytes for a new database. It is one that something emptied: this app leaves such a file only if it
 * is killed within the first moments of its very first start.
 */
function isEmptied(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && file.size === 0;
}

export const DATABASE_NAME = 'model-access-doctor.sqlite';

/**
 * The whole database in memory. `unwritable`: the file is in a place that cannot be written to, where SQLite cannot keep the
 * files that it needs beside it. `in_use`: another process may be writing to it. Throws where the file is damaged or of another
 * version.
 */
export function copyInMemory(path: string, file: 'unwritable' | 'in_use' = 'unwritable'): DatabaseSync {
  const copy = prepare(':memory:', SCHEMA_STEPS);
  try {
    copy
      .prepare('ATTACH ? AS source')
      .run(`${pathToFileURL(path).href}?${file === 'in_use' ? 'mode=ro' : 'immutable=1'}`);
    if (versionOf(copy, 'source') !== versionOf(copy))
      throw new NewerSchema('The database was written by another version of this app');
    const tables = copy.prepare("SELECT name FROM source.sqlite_schema WHERE type = 'table'").all();
    copy.exec('PRAGMA foreign_keys = OFF');
    for (const { name } of tables) {
      const columns = copy.prepare('SELECT name FROM pragma_table_info(?)').all(String(name));
      const list = columns.map((column) => `"${column['name']}"`).join();
      copy.exec(`INSERT INTO main."${name}" (${list}) SELECT ${list} FROM source."${name}"`);
    }
    copy.exec('DETACH source; PRAGMA foreign_keys = ON;');
    return copy;
  } catch (error) {
    copy.close();
    throw error;
  }
}

/** What keeps the database from being written to, as an error; null where nothing does. */
export function writeTrouble(database: DatabaseSync, now: () => Date): unknown {
  try {
    writeEntry(database, 'last_start', now().toISOString());
    return null;
  } catch (error) {
    return error;
  }
}

class Damaged extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGE_CODES: readonly (number | null)[] = [11, 26];

function isOfNoUse(error: unknown): boolean {
  return (
    error instanceof Damaged || error instanceof FormerSchema || DAMAGE_CODES.includes(sqliteCode(error))
  );
}

/** How long another process, such as a backup, may hold the file before a statement gives up, in milliseconds. */
const BUSY_MS = 2_000;

function prepare(path: string, steps: readonly SchemaStep[]): DatabaseSync {
  const existed = existsSync(path);
  const database = new DatabaseSync(path);
  try {
    keepPrivate(path);
    database.exec(
      `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`,
    );
    const check = database.prepare('PRAGMA quick_check').get();
    if (check?.['quick_check'] !== 'ok') throw new Damaged('The database is damaged');
    database.function('sealed', { deterministic: true }, (version, value) =>
      sealed(Number(version), String(value)),
    );
    migrate(database, steps);
    mendIndexes(database);
    return database;
  } catch (error) {
    database.close();
    // As on a full disk: the next start would take it for one that was emptied, and hide behind it what was set aside before.
    if (!existed && isEmptied(path)) rmSync(path);
    throw error;
  }
}

/** Before anything is written: SQLite gives the files beside it (-wal, -shm) the mode of the database itself. */
function keepPrivate(path: string): void {
  try {
    if (path !== ':memory:') chmodSync(path, 0o600);
  } catch {
    // On a disk that cannot be written to, or one without modes, there is nothing to be done about it.
  }
}

/** Small, and looked up by index: a fault in an index would hide a row that is there. */
const LOOKED_UP = ['settings', 'keys', 'admin_keys', 'admin_projects', 'vault_deletions'] as const;

/** `quick_check` doesn't compare indexes with their tables. They are made again where they disagree. */
function mendIndexes(database: DatabaseSync): void {
  for (const table of LOOKED_UP) {
    const check = database.prepare(`PRAGMA integrity_check('${table}')`).get();
    if (check?.['integrity_check'] !== 'ok') database.exec(`REINDEX ${table}`);
  }
}
