/** Tells what chance made from what people write: names, dates, words joined by hyphens. */

/** Changes between small letters, capitals and digits; a capital that begins a word is none. */
export function changesIn(text: string): number {
  let changes = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = kindOf(text.charCodeAt(i));
    if (previous !== 0 && kind !== 0 && kind !== previous && !isCapitalized(text, i)) changes += 1;
    previous = kind;
  }
  return changes;
}

/** 0 for anything but a letter or digit of ASCII. */
function kindOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return 1;
  if (unit >= 0x41 && unit <= 0x5a) return 2;
  return unit >= 0x30 && unit <= 0x39 ? 3 : 0;
}

/** A small letter after the first capital of a word. */
function isCapitalized(text: string, at: number): boolean {
  return (
    kindOf(text.charCodeAt(at)) === 1 &&
    kindOf(text.charCodeAt(at - 1)) === 2 &&
    kindOf(text.charCodeAt(at - 2)) !== 2
  );
}

/** A run of letters and digits that hardly anybody would write: it changes its kind at least every sixth character. */
export function isScrambled(run: string): boolean {
  return changesIn(run) >= Math.max(3, run.length / 6);
}
