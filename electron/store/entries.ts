import type { DatabaseSync } from 'node:sqlite';
import { jsonIn } from './rows';
import { sqliteCode } from './sqlite-error';

/** What stands in the table of settings under this name; undefined where nothing does that can be read. */
export function readEntry(database: DatabaseSync, name: string): unknown {
  return jsonIn(database.prepare('SELECT value FROM settings WHERE name = ?').get(name)?.['value']);
}

export function writeEntry(database: DatabaseSync, name: string, value: unknown): void {
  database
    .prepare(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, JSON.stringify(value));
}

/**
 * For what is to be gone from the disk as well: SQLite's journal (WAL) would hold it until later writes take its place. On a full
 * disk it stays there until then.
 */
export function emptyJournal(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
  }
}

export function removeEntry(database: DatabaseSync, name: string): void {
  database.prepare('DELETE FROM settings WHERE name = ?').run(name);
}
