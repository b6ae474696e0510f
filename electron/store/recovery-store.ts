import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { RecoveryReport } from '../../shared/keys/activity';
import { jsonIn } from './rows';

const REPORT = 'recovery_report';
const ASKED = 'keychain_asked';

const schema = z.object({
  restored: z.array(z.string()),
  mended: z.array(z.string()),
  withoutDetails: z.number(),
});

/** What was put back into the lists, until the person has read it; and whether an empty list was ever compared. */
export class RecoveryStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** null where there is nothing to tell. */
  read(): RecoveryReport | null {
    const parsed = schema.safeParse(this.#value(REPORT));
    return parsed.success ? parsed.data : null;
  }

  /** Joins what the person has not read yet. */
  add(more: RecoveryReport): void {
    const before = this.read() ?? { restored: [], mended: [], withoutDetails: 0 };
    this.#write(REPORT, {
      restored: [...before.restored, ...more.restored],
      mended: [...new Set([...before.mended, ...more.mended])],
      withoutDetails: before.withoutDetails + more.withoutDetails,
    });
  }

  dismiss(): void {
    this.#database.prepare('DELETE FROM settings WHERE name = ?').run(REPORT);
  }

  /** True once the keychain was asked what an empty list may have lost. */
  get asked(): boolean {
    return this.#value(ASKED) === true;
  }

  markAsked(): void {
    this.#write(ASKED, true);
  }

  #value(name: string): unknown {
    return jsonIn(this.#database.prepare('SELECT value FROM settings WHERE name = ?').get(name)?.['value']);
  }

  #write(name: string, value: unknown): void {
    this.#database
      .prepare(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      )
      .run(name, JSON.stringify(value));
  }
}
