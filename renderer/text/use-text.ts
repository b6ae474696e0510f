import { createContext, useContext } from 'react';
import type { Language } from '../../shared/base/settings';
import { type Say, sayIn } from '../../shared/messages/say';

export interface Text {
  readonly say: Say;
  readonly language: Language;
}

/** The window's language. */
export const LanguageContext = createContext<Language>('en');

/** Sentences in the window's language. */
export function useText(): Text {
  const language = useContext(LanguageContext);
  return { say: sayIn(language), language };
}
