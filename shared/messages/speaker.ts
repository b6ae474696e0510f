/** From a catalogue to its sentences by name. A program that speaks one language needs no other catalogue for it. */
import { directionOf, type Language } from '../base/settings';
import type { en } from './en';
import type { Messages, Plural } from './shape';

type Leaves<T> = {
  readonly [K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every sentence's name, as in `app.case.fixIt`: a misspelled one fails to compile. */
export type MessageKey = Leaves<typeof en>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Say = (key: MessageKey, values?: MessageValues) => string;

interface Tree {
  readonly [name: string]: string | Plural | Tree;
}

/**
 * Sentences of one catalogue. A text is put in as it stands and never read for placeholders; a number gets its thousands apart, as in
 * 60,200. A sentence with plural forms takes the one for its value `count`.
 */
export function speaker(language: Language, messages: Messages<typeof en>): Say {
  // Making these takes longer than saying a hundred sentences, and few need them.
  const rules = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));
  // A name or an id runs from left to right also in a sentence that does not: Unicode's isolates keep the two apart.
  const isolated = directionOf(language) === 'rtl' ? (text: string) => `\u2068${text}\u2069` : String;
  const shown = (value: string | number) =>
    typeof value === 'string' ? isolated(value) : isPlain(value) ? String(value) : numbers().format(value);
  // A screen full of cells says the same few hundred sentences.
  const known = new Map<MessageKey, string | Plural | null>();
  const sentenceOf = (key: MessageKey) => {
    const sentence = known.get(key) ?? sentenceAt(messages, key);
    known.set(key, sentence);
    return sentence;
  };
  return (key, values = {}) => {
    const sentence = sentenceOf(key);
    if (sentence === null) return key;
    const form =
      typeof sentence === 'string'
        ? sentence
        : (sentence[rules().select(Number(values['count']))] ?? sentence.other);
    return form.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) => shown(values[name] ?? all));
  };
}

/** Without thousands to set apart or a fraction, it is written alike in both languages. */
function isPlain(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1_000;
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
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
