/** The schema of the database, version by version, and how data of an earlier version is brought up to date. */
import type { DatabaseSync } from 'node:sqlite';
import { sealed } from './body';
import { sealOf } from './deletion-ledger';
import { referToHistory } from './former-cases';

/** Each entry brings the schema from its index to the next version; entries are never edited once released. */
const MIGRATIONS: readonly (string | ((database: DatabaseSync) => void))[] = [
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
  // Which headers a key is sent with, and each check was; until then none was sent of which the history knew. And whose host
  // answers showed a key's address to be.
  `ALTER TABLE keys ADD COLUMN sent_organization TEXT;
   ALTER TABLE keys ADD COLUMN sent_project TEXT;
   ALTER TABLE keys ADD COLUMN host_seen TEXT;
   ALTER TABLE checks ADD COLUMN sent_organization TEXT;
   ALTER TABLE checks ADD COLUMN sent_project TEXT;
   DROP INDEX checks_newest_list;
   DROP INDEX checks_newest_kind;
   CREATE INDEX checks_newest_list ON checks (key_id, list_id, sent_organization, sent_project) WHERE probe = 'list';
   CREATE INDEX checks_newest_kind ON checks (key_id, model, control, endpoint, probe, outcome, strength, layer, cause,
     sent_organization, sent_project) WHERE model IS NOT NULL;`,
  // Cases refer to the answers in the history, where each is kept whole, instead of keeping copies.
  (database) => {
    database.exec(`CREATE TABLE observations (
      check_id TEXT PRIMARY KEY REFERENCES checks (id) ON DELETE CASCADE,
      body TEXT NOT NULL
    ) STRICT;`);
    referToHistory(database);
  },
  // Each kind of refusal of a list, so that no start forgets one for a newer one that says less.
  `DROP INDEX checks_newest_list;
   CREATE INDEX checks_newest_list ON checks (key_id, list_id, sent_organization, sent_project, outcome, layer, cause)
     WHERE probe = 'list';`,
];

/** The version that this app writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

export class NewerSchema extends Error {}

/** Each step is whole or not at all. Throws `NewerSchema` if a newer version wrote the data, and what the disk throws. */
export function migrate(database: DatabaseSync): void {
  database.function('seal_of', { deterministic: true }, (account, at) => sealOf(String(account), String(at)));
  database.function('sealed', { deterministic: true }, (version, value) =>
    sealed(Number(version), String(value)),
  );
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > SCHEMA_VERSION)
    throw new NewerSchema('The database was written by a newer version of this app');
  for (const [index, step] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.exec('BEGIN IMMEDIATE');
    if (typeof step === 'string') database.exec(step);
    else step(database);
    database.exec(`PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}
