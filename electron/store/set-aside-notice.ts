import { basename } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { readEntry, writeEntry } from './entries';
import { type Salvaged, salvage } from './salvage';

/** Holds the name of the file alone: the folder may be moved, and the next file has another name. */
const NAME = 'set_aside_dismissed';

/** Tells of a database that was set aside, at every start until the person has dismissed it. */
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
    return readEntry(this.#database, NAME) === basename(this.#path) ? null : this.#path;
  }

  /** Adds what can still be read of the file to the database in use; null where nothing can. The file stays as it is. */
  restore(): Salvaged | null {
    return this.#path === null ? null : salvage(this.#database, this.#path);
  }

  dismiss(): void {
    if (this.#path !== null) writeEntry(this.#database, NAME, basename(this.#path));
  }
}
