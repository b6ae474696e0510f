import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Settings } from '../../shared/ipc/views';
import { writeEntry } from './entries';
import { jsonIn } from './rows';

const DEFAULTS: Settings = { language: null, theme: 'system' };

const schema = z.object({
  language: z.enum(['en', 'ja']).nullable().catch(DEFAULTS.language),
  theme: z.enum(['system', 'light', 'dark']).catch(DEFAULTS.theme),
});

export class SettingsStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  read(): Settings {
    const rows = this.#database.prepare('SELECT name, value FROM settings').all();
    const values = Object.fromEntries(rows.map((row) => [String(row['name']), jsonIn(row['value'])]));
    return schema.parse({ ...DEFAULTS, ...values });
  }

  write(settings: Settings): Settings {
    for (const [name, value] of Object.entries(settings)) writeEntry(this.#database, name, value);
    return this.read();
  }
}
