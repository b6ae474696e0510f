/** Every table and index of the database, as this version has them. */
import { ADMIN_KEYS } from './admin-key-store';
import { CHECKS } from './check-table';
import { KEYS } from './key-store';
import { RUNS } from './run-table';

/** Which checks a start reads the newest of. Without these indexes it would read every check that was ever kept. */
const CHECK_INDEXES = `
  CREATE INDEX checks_by_time ON checks (at);
  CREATE INDEX checks_by_cell ON checks (key_id, model);
  CREATE INDEX checks_by_run ON checks (run_id);
  CREATE INDEX checks_by_list ON checks (list_id);
  CREATE INDEX checks_newest_list ON checks (key_id, list_id, sent_organization, sent_project, outcome, layer, cause)
    WHERE probe = 'list';
  CREATE INDEX checks_newest_kind ON checks (key_id, model, control, endpoint, probe, outcome, strength, layer, cause,
    sent_organization, sent_project) WHERE model IS NOT NULL;`;

export const SCHEMA = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  ${KEYS.create}
  ${ADMIN_KEYS.create}
  CREATE TABLE admin_projects (
    key_id TEXT NOT NULL REFERENCES admin_keys (id) ON DELETE CASCADE,
    project TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (key_id, project)
  ) STRICT;
  CREATE TABLE vault_deletions (account TEXT PRIMARY KEY, at TEXT NOT NULL, seal TEXT NOT NULL) STRICT;
  CREATE TABLE unreadable_rows (of_table TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    body TEXT NOT NULL,
    written INTEGER NOT NULL,
    name TEXT,
    pinned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX cases_by_writing ON cases (written);
  CREATE TABLE model_lists (id TEXT PRIMARY KEY, models TEXT NOT NULL) STRICT;
  ${CHECKS.create}
  ${CHECK_INDEXES}
  CREATE TABLE observations (
    check_id TEXT PRIMARY KEY REFERENCES checks (id) ON DELETE CASCADE,
    body TEXT NOT NULL
  ) STRICT;
  ${RUNS.create}
  CREATE TABLE policy_changes (id TEXT PRIMARY KEY, at TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE INDEX policy_changes_by_time ON policy_changes (at DESC);`;
