import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Settings } from '../../shared/ipc/views';
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
    const statement = this.#database.prepare(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    for (const [name, value] of Object.entries(settings)) statement.run(name, JSON.stringify(value));
    return this.read();
  }
}
