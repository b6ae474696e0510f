/**
 * The one local database: settings, what is known of keys apart from their secrets, and cases.
 * SQLite in WAL mode, because a file that is rewritten in place does not survive a full disk or a kill.
 */
import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { sealOf } from './deletion-ledger';
import { writeEntry } from './entries';
import { finishSettingAside, newestSetAside, setAside } from './set-aside';
import { sqliteCode } from './sqlite-error';

/** Each entry brings the schema from its index to the next version; entries are never edited once released. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE keys (
     id TEXT PRIMARY KEY,
     label TEXT NOT NULL,
     kind TEXT NOT NULL,
     last_four TEXT NOT NULL,
     fingerprint TEXT NOT NULL UNIQUE,
     base_url TEXT NOT NULL,
     organization TEXT,
     project TEXT,
     added_at TEXT NOT NULL,
     checked_at TEXT,
     health TEXT,
     state TEXT NOT NULL
   ) STRICT;
   CREATE TABLE cases (
     id TEXT PRIMARY KEY,
     created_at TEXT NOT NULL,
     updated_at TEXT NOT NULL,
     body TEXT NOT NULL
   ) STRICT;
   CREATE INDEX cases_by_update ON cases (updated_at DESC);`,
  `CREATE TABLE model_lists (id TEXT PRIMARY KEY, models TEXT NOT NULL) STRICT;
   CREATE TABLE checks (
     id TEXT PRIMARY KEY,
     at TEXT NOT NULL,
     run_id TEXT,
     key_id TEXT NOT NULL,
     key_label TEXT NOT NULL,
     key_last_four TEXT NOT NULL,
     organization TEXT,
     project TEXT,
     model TEXT,
     probe TEXT NOT NULL,
     control INTEGER NOT NULL,
     endpoint TEXT NOT NULL,
     outcome TEXT NOT NULL,
     strength TEXT,
     layer TEXT,
     cause TEXT,
     status INTEGER,
     code TEXT,
     request_id TEXT,
     duration_ms INTEGER NOT NULL,
     excerpt TEXT,
     models_listed INTEGER,
     list_id TEXT REFERENCES model_lists (id)
   ) STRICT;
   CREATE INDEX checks_by_time ON checks (at);
   CREATE INDEX checks_by_cell ON checks (key_id, model);
   CREATE INDEX checks_by_run ON checks (run_id);
   CREATE INDEX checks_by_list ON checks (list_id);
   CREATE TABLE runs (
     id TEXT PRIMARY KEY,
     kind TEXT NOT NULL,
     probe TEXT NOT NULL,
     started_at TEXT NOT NULL,
     ended_at TEXT,
     total INTEGER NOT NULL,
     done INTEGER NOT NULL,
     state TEXT NOT NULL
   ) STRICT;`,
  `ALTER TABLE keys ADD COLUMN note TEXT NOT NULL DEFAULT '';
   ALTER TABLE keys ADD COLUMN colour TEXT;
   ALTER TABLE keys ADD COLUMN drift TEXT;
   ALTER TABLE keys ADD COLUMN deleted_at TEXT;
   ALTER TABLE keys ADD COLUMN account TEXT NOT NULL DEFAULT '';
   UPDATE keys SET account = id;
   CREATE UNIQUE INDEX keys_by_account ON keys (account);
   CREATE TABLE stray_accounts (account TEXT PRIMARY KEY) STRICT;`,
  `CREATE TABLE admin_keys (
     id TEXT PRIMARY KEY,
     label TEXT NOT NULL,
     last_four TEXT NOT NULL,
     fingerprint TEXT NOT NULL UNIQUE,
     base_url TEXT NOT NULL,
     added_at TEXT NOT NULL,
     checked_at TEXT,
     health TEXT,
     state TEXT NOT NULL
   ) STRICT;
   CREATE TABLE admin_projects (
     key_id TEXT NOT NULL REFERENCES admin_keys (id) ON DELETE CASCADE,
     project TEXT NOT NULL,
     name TEXT NOT NULL,
     status TEXT NOT NULL,
     PRIMARY KEY (key_id, project)
   ) STRICT;
   CREATE TABLE policy_changes (
     id TEXT PRIMARY KEY,
     at TEXT NOT NULL,
     state TEXT NOT NULL,
     body TEXT NOT NULL
   ) STRICT;
   CREATE INDEX policy_changes_by_time ON policy_changes (at DESC);`,
  'ALTER TABLE checks ADD COLUMN answer TEXT;',
  `ALTER TABLE cases ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
   UPDATE cases SET written = ranked.place
     FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY updated_at, rowid) AS place FROM cases) AS ranked
     WHERE cases.id = ranked.id;
   DROP INDEX cases_by_update;
   CREATE INDEX cases_by_writing ON cases (written);`,
  // What each start reads the newest of: without them it would read every check ever kept, three times.
  `CREATE INDEX checks_newest_list ON checks (key_id, list_id IS NULL) WHERE probe = 'list';
   CREATE INDEX checks_newest_of_cell ON checks (key_id, model,
     CASE WHEN outcome IN ('unknown', 'listed') THEN outcome WHEN strength = 'validated' THEN strength END)
     WHERE model IS NOT NULL AND control = 0;
   CREATE INDEX checks_newest_free_test ON checks (key_id, endpoint, outcome, cause, CASE WHEN control = 1 THEN model END)
     WHERE probe = 'free_probe' AND (control = 1 OR cause = 'project_lacks_model');`,
  // Of earlier runs, what their tests tell.
  `ALTER TABLE runs ADD COLUMN keys INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE runs ADD COLUMN models INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE runs ADD COLUMN example TEXT;
   UPDATE runs SET keys = tested.keys, models = tested.models, example = tested.example
     FROM (SELECT run_id, COUNT(DISTINCT key_id) AS keys, COUNT(DISTINCT model) AS models, MIN(model) AS example
       FROM checks WHERE control = 0 GROUP BY run_id) AS tested
     WHERE runs.id = tested.run_id;`,
  // Only the very words of earlier versions, which all meant that the person or the app had decided on the deletion.
  `CREATE TABLE vault_deletions (account TEXT PRIMARY KEY, at TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
   CREATE TABLE unreadable_rows (of_table TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
   INSERT OR IGNORE INTO vault_deletions SELECT account, at, seal_of(account, at)
     FROM (SELECT account, '1970-01-01T00:00:00.000Z' AS at FROM stray_accounts);
   INSERT OR IGNORE INTO vault_deletions SELECT account, at, seal_of(account, at)
     FROM (SELECT account, COALESCE(deleted_at, '1970-01-01T00:00:00.000Z') AS at FROM keys
       WHERE state = 'removing' OR deleted_at LIKE '____-__-__T__:__:__.___Z');
   INSERT OR IGNORE INTO vault_deletions SELECT id, at, seal_of(id, at)
     FROM (SELECT id, '1970-01-01T00:00:00.000Z' AS at FROM admin_keys WHERE state = 'removing');
   DROP TABLE stray_accounts;
   ALTER TABLE keys DROP COLUMN deleted_at;
   ALTER TABLE admin_keys ADD COLUMN account TEXT NOT NULL DEFAULT '';
   UPDATE admin_keys SET account = id;
   CREATE UNIQUE INDEX admin_keys_by_account ON admin_keys (account);`,
  // Again what each start reads the newest of: every kind of answer, whatever it is taken for.
  `DROP INDEX checks_newest_list;
   DROP INDEX checks_newest_of_cell;
   DROP INDEX checks_newest_free_test;
   CREATE INDEX checks_newest_list ON checks (key_id, list_id) WHERE probe = 'list';
   CREATE INDEX checks_newest_kind ON checks (key_id, model, control, endpoint, probe, outcome, strength, layer, cause)
     WHERE model IS NOT NULL;`,
  // Which headers a key is sent with, and each check was; until then none was sent of which the history knew.
  `ALTER TABLE keys ADD COLUMN sent_organization TEXT;
   ALTER TABLE keys ADD COLUMN sent_project TEXT;
   ALTER TABLE checks ADD COLUMN sent_organization TEXT;
   ALTER TABLE checks ADD COLUMN sent_project TEXT;
   DROP INDEX checks_newest_list;
   DROP INDEX checks_newest_kind;
   CREATE INDEX checks_newest_list ON checks (key_id, list_id, sent_organization, sent_project) WHERE probe = 'list';
   CREATE INDEX checks_newest_kind ON checks (key_id, model, control, endpoint, probe, outcome, strength, layer, cause,
     sent_organization, sent_project) WHERE model IS NOT NULL;`,
];

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** The newest damaged file that lies beside it, set aside now or at an earlier start; null where there is none. */
  readonly setAside: string | null;
}

/**
 * Opens the file, or memory for practice. A file that is damaged is renamed, never deleted. Any other failure (a full
 * disk, another process at work, a newer schema) says nothing against the file, which is left alone.
 */
export function openDatabase(path: string, now: () => Date): OpenedDatabase {
  if (path === ':memory:') return { database: prepare(path), setAside: null };
  finishSettingAside(path);
  if (isEmptied(path)) setAside(path, now());
  try {
    return { database: prepare(path), setAside: newestSetAside(path) };
  } catch (error) {
    if (!isDamage(error) || !existsSync(path)) throw error;
    setAside(path, now());
    return { database: prepare(path), setAside: newestSetAside(path) };
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

/**
 * The whole database in memory, of a file in a place that cannot be written to, where SQLite cannot keep the files that
 * it needs beside it. Throws where the file is damaged or of another version.
 */
export function copyInMemory(path: string): DatabaseSync {
  const copy = prepare(':memory:');
  try {
    copy.prepare('ATTACH ? AS source').run(`${pathToFileURL(path).href}?immutable=1`);
    if (Number(copy.prepare('PRAGMA source.user_version').get()?.['user_version']) !== MIGRATIONS.length)
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

export class NewerSchema extends Error {}

class Damaged extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGE_CODES: readonly (number | null)[] = [11, 26];

function isDamage(error: unknown): boolean {
  return error instanceof Damaged || DAMAGE_CODES.includes(sqliteCode(error));
}

/** How long another process, such as a backup, may hold the file before a statement gives up, in milliseconds. */
const BUSY_MS = 2_000;

function prepare(path: string): DatabaseSync {
  const existed = existsSync(path);
  const database = new DatabaseSync(path);
  try {
    keepPrivate(path);
    database.exec(
      `PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`,
    );
    const check = database.prepare('PRAGMA quick_check').get();
    if (check?.['quick_check'] !== 'ok') throw new Damaged('The database is damaged');
    migrate(database);
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

function migrate(database: DatabaseSync): void {
  database.function('seal_of', { deterministic: true }, (account, at) => sealOf(String(account), String(at)));
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length)
    throw new NewerSchema('The database was written by a newer version of this app');
  for (let next = version; next < MIGRATIONS.length; next += 1) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]} PRAGMA user_version = ${next + 1}; COMMIT;`);
  }
}
