/** Sentences by name, for whoever speaks without the window: reports, messages, notifications. */
import type { Language } from '../ipc/views';
import { MESSAGES } from '.';

type Leaves<T> = {
  readonly [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every sentence's name, as in `app.case.fixIt`: a misspelled one fails to compile. */
export type MessageKey = Leaves<(typeof MESSAGES)['en']>;
export type MessageValues = Readonly<Record<string, string | number>>;
export type Say = (key: MessageKey, values?: MessageValues) => string;

type Tree = { readonly [name: string]: string | Tree };

/** Sentences in one language, whatever the window's is. A value is put in as it stands and never read for placeholders. */
export function sayIn(language: Language): Say {
  return (key, values = {}) => {
    let found: string | Tree | undefined = MESSAGES[language];
    for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
    if (typeof found !== 'string') return key;
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) => String(values[name] ?? all));
  };
}
