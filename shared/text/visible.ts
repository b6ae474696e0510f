/**
 * Signs that deceive the eye, made visible: those that turn the direction of what follows or take no room, and letters of
 * another script inside a Latin word. So `gpt-4` never reads as something else than what was pasted.
 */

/** Unicode 17, Bidi_Control and the control characters, and the blanks without width; joiners of emoji and scripts stay. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A word of Latin letters, digits and signs of names with a Cyrillic or Greek letter in it. */
const MIXED = /[\w.-]{0,80}[\u0370-\u03ff\u0400-\u052f](?:[\w.-]|[\u0370-\u03ff\u0400-\u052f]){0,80}/g;
const FOREIGN = /[\u0370-\u03ff\u0400-\u052f]/g;

/** `text` with each such sign spelled out, as in `⟨U+202E⟩`; a letter keeps its place before its number. */
export function visibleText(text: string): string {
  return text
    .replace(MIXED, (word) =>
      isMixed(word) ? word.replace(FOREIGN, (letter) => letter + numbered(letter)) : word,
    )
    .replace(HIDDEN, numbered);
}

/** Letters of both on either side of a hyphen are two words, as in `модель-gpt`; a unit behind a number is none, as in `10мс`. */
function isMixed(word: string): boolean {
  const beside = /[A-Za-z]/.test(word) ? /[A-Za-z0-9]/ : /[A-Za-z]/;
  return word.split(/[-._]/).some((part) => beside.test(part) && part.search(FOREIGN) >= 0);
}

function numbered(sign: string): string {
  return `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
