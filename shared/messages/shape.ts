/** A sentence that reads differently with its value `count`. Which count takes which form, the language decides. */
export type Plural = { readonly one: string; readonly other: string } & {
  readonly [form in 'zero' | 'two' | 'few' | 'many']?: string;
};

/** The same tree of keys with any sentences: what the second language must provide. A language without plurals gives one sentence. */
export type Messages<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends Plural
      ? string | Plural
      : Messages<T[K]>;
};
