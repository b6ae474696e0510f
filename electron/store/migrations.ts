/** Which version of the schema a database has, and how data of an earlier version is brought up to date. */
import type { DatabaseSync } from 'node:sqlite';
import { together } from './rows';
import { SCHEMA } from './schema';

/** The oldest version that is brought up to date. Those before it were written during development alone, and never released. */
export const FIRST_VERSION = 15;

/** Brings the schema and the data to the next version. It runs within a transaction of its own. */
export type SchemaStep = (database: DatabaseSync) => void;

/**
 * The first one brings `FIRST_VERSION` to the next, and so on. A step that was released is never edited. A new database takes none
 * of them: `SCHEMA` creates the newest version.
 */
export const SCHEMA_STEPS: readonly SchemaStep[] = [];

/** Written by a version that was never released. Nothing brings it up to date. */
export class FormerSchema extends Error {}

export class NewerSchema extends Error {}

/**
 * Each step is whole or not at all. Throws `FormerSchema` or `NewerSchema` if the data has a version that is not known here, and
 * what the disk throws. The data is then as it was.
 */
export function migrate(database: DatabaseSync, steps: readonly SchemaStep[]): void {
  const version = versionOf(database);
  const newest = FIRST_VERSION + steps.length;
  if (version > newest) throw new NewerSchema('The database was written by a newer version of this app');
  if (version === 0) {
    bring(database, newest, () => database.exec(SCHEMA));
    return;
  }
  if (version < FIRST_VERSION)
    throw new FormerSchema('The database was written by a version of this app that was never released');
  for (const [index, step] of steps.entries())
    if (version <= FIRST_VERSION + index) bring(database, FIRST_VERSION + index + 1, step);
}

function bring(database: DatabaseSync, version: number, step: SchemaStep): void {
  together(database, () => {
    step(database);
    database.exec(`PRAGMA user_version = ${version}`);
  });
}

/** 0 for a database in which nothing was created yet. */
export function versionOf(database: DatabaseSync, schema = 'main'): number {
  return Number(database.prepare(`PRAGMA ${schema}.user_version`).get()?.['user_version'] ?? 0);
}
