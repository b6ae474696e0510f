import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { DEFAULT_PROBING, type ProbingSettings } from '../../shared/matrix/views';
import { jsonIn } from './rows';

const schema = z.object({
  overall: z.number().int().min(1).max(32).catch(DEFAULT_PROBING.overall),
  perKey: z.number().int().min(1).max(8).catch(DEFAULT_PROBING.perKey),
  keepDays: z.number().int().min(0).max(3_650).catch(DEFAULT_PROBING.keepDays),
});

/** How much is sent at once, and how long checks are kept: one entry of the settings. */
export class ProbingStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  read(): ProbingSettings {
    const row = this.#database.prepare("SELECT value FROM settings WHERE name = 'probing'").get();
    if (row === undefined) return DEFAULT_PROBING;
    return schema.catch(DEFAULT_PROBING).parse(jsonIn(row['value']));
  }

  write(settings: ProbingSettings): ProbingSettings {
    this.#database
      .prepare(
        "INSERT INTO settings (name, value) VALUES ('probing', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      )
      .run(JSON.stringify(schema.parse(settings)));
    return this.read();
  }
}
