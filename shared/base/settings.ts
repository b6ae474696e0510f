/** What a person chooses for the whole app. */

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Settings {
  /** null: follow the system. */
  readonly language: Language | null;
  readonly theme: Theme;
  /** Whether an error on the clipboard is offered when the window comes to the front; null: not decided, and so it is not. */
  readonly offerClipboard: boolean | null;
}

export const DEFAULT_SETTINGS: Settings = { language: null, theme: 'system', offerClipboard: null };
