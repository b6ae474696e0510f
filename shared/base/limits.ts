/** Bounds that both halves keep to. They bring no schema library along, which the window must not carry. */

/** Longest text taken from the paste box, in UTF-16 units: 5 MB of text and some room. */
export const MAX_PASTE = 6_000_000;
