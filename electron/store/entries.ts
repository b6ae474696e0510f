import type { DatabaseSync } from 'node:sqlite';
import { jsonIn } from './rows';

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

export function removeEntry(database: DatabaseSync, name: string): void {
  database.prepare('DELETE FROM settings WHERE name = ?').run(name);
}
