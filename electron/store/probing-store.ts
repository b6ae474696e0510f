import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { DEFAULT_PROBING, MAX_PROBING, type ProbingSettings } from '../../shared/matrix/views';
import { readEntry, writeEntry } from './entries';

const NAME = 'probing';

const schema = z.object({
  overall: z.number().int().min(1).max(MAX_PROBING.overall).catch(DEFAULT_PROBING.overall),
  perKey: z.number().int().min(1).max(MAX_PROBING.perKey).catch(DEFAULT_PROBING.perKey),
  keepDays: z.number().int().min(0).max(MAX_PROBING.keepDays).catch(DEFAULT_PROBING.keepDays),
});

/** How much is sent at once, and how long checks are kept: one entry of the settings. */
export class ProbingStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  read(): ProbingSettings {
    return schema.catch(DEFAULT_PROBING).parse(readEntry(this.#database, NAME));
  }

  write(settings: ProbingSettings): ProbingSettings {
    writeEntry(this.#database, NAME, schema.parse(settings));
    return this.read();
  }
}
