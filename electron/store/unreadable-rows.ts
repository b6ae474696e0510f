/** Rows of keys that could not be read, kept as they were found. None holds a secret. */
import type { DatabaseSync } from 'node:sqlite';
import { type Row, together } from './rows';

type Table = 'keys' | 'admin_keys';

export function countUnreadable(
  database: DatabaseSync,
  table: Table,
  isReadable: (row: Row) => boolean,
): number {
  return database
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .filter((row) => !isReadable(row)).length;
}

/** Moves those rows that `isReadable` refuses; returns how many. `at`: ISO. */
export function setAsideUnreadable(
  database: DatabaseSync,
  table: Table,
  isReadable: (row: Row) => boolean,
  at: string,
): number {
  const bad = database
    .prepare(`SELECT rowid AS place, * FROM ${table}`)
    .all()
    .filter((row) => !isReadable(row));
  if (bad.length === 0) return 0;
  together(database, () => {
    const keep = database.prepare('INSERT INTO unreadable_rows (of_table, at, body) VALUES (?, ?, ?)');
    const remove = database.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    for (const row of bad) {
      keep.run(
        table,
        at,
        JSON.stringify(row, (_, cell: unknown) => (typeof cell === 'bigint' ? String(cell) : cell)),
      );
      remove.run(row['place'] ?? null);
    }
  });
  return bad.length;
}
