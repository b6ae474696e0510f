/** Bounds that both halves keep to. They bring no schema library along, which the window must not carry. */

/** Longest text taken from the paste box, in UTF-16 units: 5 MB of text and some room. */
export const MAX_PASTE = 6_000_000;

/** Longest text of a field for a key, in UTF-16 units: a key with what is copied along with it. */
export const MAX_SECRET = 20_000;
/** Longest base URL of a key, in UTF-16 units. */
export const MAX_BASE_URL = 500;
/**
 * Longest text of a field for the organization or the project that a key is sent for, in UTF-16 units. It is longer than
 * any id, so that what is wrong with a text can be said rather than cut off.
 */
export const MAX_HEADER_ID = 200;
/** Longest address of the console that is looked at, in UTF-16 units. */
export const MAX_CONSOLE_ADDRESS = 4_000;
/** Longest name of a case, in UTF-16 units. */
export const MAX_CASE_NAME = 120;
/** Cases that one deletion may name. */
export const MAX_DELETED_CASES = 1_000;
/** Longest text by which the history is searched, in UTF-16 units. */
export const MAX_SEARCH = 200;
/** Models that one change of a project's list may name. */
export const MAX_NAMED_MODELS = 200;
