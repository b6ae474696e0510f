/** The one translator: sentences by name, for the window, reports, messages, notifications and boxes. */
import type { Language } from '../base/settings';
import { MESSAGES } from '.';
import type { Plural } from './shape';

type Leaves<T> = {
  readonly [K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every sentence's name, as in `app.case.fixIt`: a misspelled one fails to compile. */
export type MessageKey = Leaves<(typeof MESSAGES)['en']>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Say = (key: MessageKey, values?: MessageValues) => string;

interface Tree {
  readonly [name: string]: string | Plural | Tree;
}

/**
 * Sentences in one language, whatever the window's is: the same function for the same language each time. A text is put in as it
 * stands and never read for placeholders; a number gets its thousands apart, as in 60,200. A sentence with plural forms takes the one
 * for its value `count`.
 */
export function sayIn(language: Language): Say {
  return SAYS[language];
}

const SAYS: Readonly<Record<Language, Say>> = { en: speaker('en'), ja: speaker('ja') };

function speaker(language: Language): Say {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const shown = (value: string | number) => (typeof value === 'number' ? numbers.format(value) : value);
  // A screen full of cells says the same few hundred sentences.
  const known = new Map<MessageKey, string | Plural | null>();
  const sentenceOf = (key: MessageKey) => {
    const sentence = known.get(key) ?? sentenceAt(MESSAGES[language], key);
    known.set(key, sentence);
    return sentence;
  };
  return (key, values = {}) => {
    const sentence = sentenceOf(key);
    if (sentence === null) return key;
    const form =
      typeof sentence === 'string'
        ? sentence
        : (sentence[rules.select(Number(values['count']))] ?? sentence.other);
    return form.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) => shown(values[name] ?? all));
  };
}

function sentenceAt(messages: Tree, key: string): string | Plural | null {
  let found: string | Plural | Tree | undefined = messages;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name as 'other'] : undefined;
  return typeof found === 'string' || isPlural(found) ? found : null;
}

/** A group of sentences never has both of these names. */
export function isPlural(found: Plural | Tree | undefined): found is Plural {
  return typeof found?.['one'] === 'string' && typeof found['other'] === 'string';
}
