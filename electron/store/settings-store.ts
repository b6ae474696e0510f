import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { DEFAULT_SETTINGS, LANGUAGES, type Settings, THEMES } from '../../shared/base/settings';
import { readEntry, writeEntry } from './entries';

const schema = z.object({
  language: z.enum(LANGUAGES).nullable().catch(DEFAULT_SETTINGS.language),
  theme: z.enum(THEMES).catch(DEFAULT_SETTINGS.theme),
  offerClipboard: z.boolean().nullable().catch(DEFAULT_SETTINGS.offerClipboard),
});

export class SettingsStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  read(): Settings {
    const names = Object.keys(DEFAULT_SETTINGS);
    return schema.parse(Object.fromEntries(names.map((name) => [name, readEntry(this.#database, name)])));
  }

  write(settings: Settings): Settings {
    for (const [name, value] of Object.entries(settings)) writeEntry(this.#database, name, value);
    return this.read();
  }
}
