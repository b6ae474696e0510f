import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Salvaged, salvage } from './salvage';

const NAME = 'set_aside_dismissed';

/** Tells of a damaged database that was set aside, at every start until the person has dismissed it. */
export class SetAsideNotice {
  readonly #database: DatabaseSync;
  readonly #path: string | null;

  /** `path`: of the newest file that was set aside; null where there is none. */
  constructor(database: DatabaseSync, path: string | null) {
    this.#database = database;
    this.#path = path;
  }

  /** Path of the file, as long as the person is to be told of it. */
  get path(): string | null {
    if (this.#path === null) return null;
    const row = this.#database.prepare('SELECT value FROM settings WHERE name = ?').get(NAME);
    return row?.['value'] === nameOf(this.#path) ? null : this.#path;
  }

  /** Adds what can still be read of the file to the database in use; null where nothing can. The file stays as it is. */
  restore(): Salvaged | null {
    return this.#path === null ? null : salvage(this.#database, this.#path);
  }

  dismiss(): void {
    if (this.#path === null) return;
    this.#database
      .prepare(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      )
      .run(NAME, nameOf(this.#path));
  }
}

/** By its name: the folder may be moved, and a later damage has another name. */
function nameOf(path: string): string {
  return JSON.stringify(basename(path));
}
