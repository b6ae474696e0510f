import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { RecoveryReport } from '../../shared/keys/activity';
import { readEntry, removeEntry, writeEntry } from './entries';

const REPORT = 'recovery_report';
const ASKED = 'keychain_asked';

const schema = z.object({
  restored: z.array(z.string()),
  mended: z.array(z.string()),
  withoutDetails: z.number(),
  damagedPages: z.number().default(0),
});

/** What was put back into the lists, until the person has read it; and whether the keychain was ever asked about an empty list. */
export class RecoveryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** null where there is nothing to tell. */
  read(): RecoveryReport | null {
    const parsed = schema.safeParse(readEntry(this.#database, REPORT));
    return parsed.success ? parsed.data : null;
  }

  /** Joins what the person has not read yet. */
  add(more: RecoveryReport): void {
    const before = this.read() ?? { restored: [], mended: [], withoutDetails: 0, damagedPages: 0 };
    writeEntry(this.#database, REPORT, {
      restored: [...before.restored, ...more.restored],
      mended: [...new Set([...before.mended, ...more.mended])],
      withoutDetails: before.withoutDetails + more.withoutDetails,
      damagedPages: Math.max(before.damagedPages, more.damagedPages),
    });
  }

  dismiss(): void {
    removeEntry(this.#database, REPORT);
  }

  /** True once the keychain was asked what an empty list may have lost. */
  get asked(): boolean {
    return readEntry(this.#database, ASKED) === true;
  }

  markAsked(): void {
    writeEntry(this.#database, ASKED, true);
  }
}
