/** What a person chooses for the whole app. */

export type Language = 'en' | 'ja';
export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** null: follow the system. */
  readonly language: Language | null;
  readonly theme: Theme;
}
