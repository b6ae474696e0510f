import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { LANGUAGES, type Settings, THEMES } from '../../shared/base/settings';
import { readEntry, writeEntry } from './entries';

const DEFAULTS: Settings = { language: null, theme: 'system' };

const schema = z.object({
  language: z.enum(LANGUAGES).nullable().catch(DEFAULTS.language),
  theme: z.enum(THEMES).catch(DEFAULTS.theme),
});

export class SettingsStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  read(): Settings {
    const names = Object.keys(DEFAULTS);
    return schema.parse(Object.fromEntries(names.map((name) => [name, readEntry(this.#database, name)])));
  }

  write(settings: Settings): Settings {
    for (const [name, value] of Object.entries(settings)) writeEntry(this.#database, name, value);
    return this.read();
  }
}
