/** The schema of earlier versions, for tests of bringing their data up to date. */

/** What takes back each version of the schema, by its number. */
const UNDOING: readonly (readonly [version: number, sql: string])[] = [
  [5, 'ALTER TABLE checks DROP COLUMN answer;'],
  [
    6,
    `DROP INDEX cases_by_writing; ALTER TABLE cases DROP COLUMN written;
     CREATE INDEX cases_by_update ON cases (updated_at DESC);`,
  ],
  [7, 'DROP INDEX checks_newest_list; DROP INDEX checks_newest_of_cell; DROP INDEX checks_newest_free_test;'],
  [
    8,
    'ALTER TABLE runs DROP COLUMN keys; ALTER TABLE runs DROP COLUMN models; ALTER TABLE runs DROP COLUMN example;',
  ],
  [
    9,
    `DROP TABLE vault_deletions; DROP TABLE unreadable_rows; DROP INDEX admin_keys_by_account;
     ALTER TABLE admin_keys DROP COLUMN account; ALTER TABLE keys ADD COLUMN deleted_at TEXT;
     CREATE TABLE stray_accounts (account TEXT PRIMARY KEY) STRICT;`,
  ],
  [
    10,
    `DROP INDEX checks_newest_list; DROP INDEX checks_newest_kind;
     CREATE INDEX checks_newest_list ON checks (key_id, list_id IS NULL) WHERE probe = 'list';
     CREATE INDEX checks_newest_of_cell ON checks (key_id, model) WHERE model IS NOT NULL;
     CREATE INDEX checks_newest_free_test ON checks (key_id, endpoint) WHERE probe = 'free_probe';`,
  ],
  [
    11,
    `DROP INDEX checks_newest_list; DROP INDEX checks_newest_kind;
     ALTER TABLE keys DROP COLUMN sent_organization; ALTER TABLE keys DROP COLUMN sent_project;
     ALTER TABLE keys DROP COLUMN host_seen;
     ALTER TABLE checks DROP COLUMN sent_organization; ALTER TABLE checks DROP COLUMN sent_project;
     CREATE INDEX checks_newest_list ON checks (key_id, list_id) WHERE probe = 'list';
     CREATE INDEX checks_newest_kind ON checks (key_id, model) WHERE model IS NOT NULL;`,
  ],
  [12, 'DROP TABLE observations;'],
  [
    13,
    `DROP INDEX checks_newest_list;
     CREATE INDEX checks_newest_list ON checks (key_id, list_id, sent_organization, sent_project) WHERE probe = 'list';`,
  ],
];

/** SQL that brings a database of today back to an earlier version of its schema. */
export function backTo(version: number): string {
  const undone = UNDOING.filter(([of]) => of > version).map(([, sql]) => sql);
  return `${undone.reverse().join(' ')} PRAGMA user_version = ${version};`;
}
