/**
 * What the reader gets wrong today of the labelled texts: the id of a text, and its labels that are missed. The test
 * keeps this list exact: a text that is read rightly must leave it, and none may be added to make a change pass.
 */
export const KNOWN_MISSES: Readonly<Record<string, readonly string[]>> = {
  q005: ['cause'],
  q011: ['cause'],
  q014: ['cause'],
  q039: ['cause'],
  q045: ['cause'],
  q049: ['code'],
  q050: ['cause'],
  q051: ['cause'],
  q077: ['cause'],
  q079: ['cause'],
  q088: ['cause'],
  q106: ['cause'],
  q117: ['cause'],
  q118: ['cause'],
  q119: ['cause'],
  q121: ['model'],
};
