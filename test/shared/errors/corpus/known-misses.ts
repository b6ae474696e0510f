/**
 * What the reader gets wrong today of the labelled texts: the id of a text, and its labels that are missed. The test
 * keeps this list exact: a text that is read rightly must leave it, and none may be added to make a change pass.
 */
export const KNOWN_MISSES: Readonly<Record<string, readonly string[]>> = {
  n120: ['http_status'],
  op16: ['cause'],
  oy05: ['cause'],
  oj03: ['http_status'],
  oo32: ['model'],
  ol07: ['http_status'],
};
