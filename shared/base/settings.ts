/** What a person chooses for the whole app. */

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

/** Scripts that run from right to left, as their languages' readers expect of the whole window. */
const FROM_THE_RIGHT = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** Follows from the language, so that nobody has to enter it for a new one. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(language).maximize();
  return FROM_THE_RIGHT.includes(script ?? '') ? 'rtl' : 'ltr';
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
