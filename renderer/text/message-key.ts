import type { MESSAGES } from '../../shared/messages';

type Leaves<T> = {
  readonly [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Every sentence's name, as in `app.case.fixIt`: a misspelled one fails to compile. */
export type MessageKey = Leaves<(typeof MESSAGES)['en']>;

export type MessageValues = Readonly<Record<string, string | number>>;

export type Say = (key: MessageKey, values?: MessageValues) => string;
