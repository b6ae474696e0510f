/** Tells at a start whether the one before it came to its end, since a process that is killed writes nothing itself. */
import type { DatabaseSync } from 'node:sqlite';
import { readEntry, removeEntry, writeEntry } from './entries';

const NAME = 'unfinished_start';

/**
 * Notes that the app runs, since this ISO moment. Returns the moment of a start that was not followed by quitting; null where
 * there is none. Throws what the disk throws.
 */
export function noteStart(database: DatabaseSync, at: string): string | null {
  const before = readEntry(database, NAME);
  writeEntry(database, NAME, at);
  return typeof before === 'string' ? before : null;
}

/** Notes that the app quits. */
export function noteEnd(database: DatabaseSync): void {
  removeEntry(database, NAME);
}
