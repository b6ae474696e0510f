/** How every table that the app lists is read and written. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

export type StoredRow = Readonly<Record<string, SQLOutputValue>>;

/**
 * Reads each row by itself. One that cannot be read (a bad cell, something that another version wrote) is left out, stays
 * in the database, and hides no other.
 */
export function readable<T>(rows: readonly StoredRow[], read: (row: StoredRow) => T | null): readonly T[] {
  return rows.flatMap((row) => {
    const value = read(row);
    return value === null ? [] : [value];
  });
}

/** What a text of JSON says; undefined where it is none. */
export function jsonIn(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All of these writes or none. Throws what the work or the disk throws, with everything as it was. */
export function together(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The place of the row of a table that was recorded first; 1 where there is none. What is older goes before it. */
export function firstPlace(database: DatabaseSync, table: string): number {
  return Number(database.prepare(`SELECT COALESCE(MIN(rowid), 1) AS place FROM ${table}`).get()?.['place']);
}
