/** The one translator: sentences by name, for the window, reports, messages, notifications and boxes. */
import { LANGUAGES, type Language } from '../base/settings';
import { MESSAGES } from '.';
import { type Say, speaker } from './speaker';

export type { MessageKey, MessageValues, Say } from './speaker';

/** Sentences in one language, whatever the window's is: the same function for the same language each time. */
export function sayIn(language: Language): Say {
  return SAYS[language];
}

const SAYS = Object.fromEntries(
  LANGUAGES.map((language) => [language, speaker(language, MESSAGES[language])]),
) as Readonly<Record<Language, Say>>;
