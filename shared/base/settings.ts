/** What a person chooses for the whole app. */

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  /** null: follow the system. */
  readonly language: Language | null;
  readonly theme: Theme;
}

export const DEFAULT_SETTINGS: Settings = { language: null, theme: 'system' };
