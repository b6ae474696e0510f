/** The same tree of keys with any sentences: what the second language must provide. */
export type Messages<T> = { readonly [K in keyof T]: T[K] extends string ? string : Messages<T[K]> };
