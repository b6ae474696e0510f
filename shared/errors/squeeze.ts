/**
 * The letters and digits of a text alone, in lower case: what is left when blanks are lost or added, quotes and emphasis
 * changed and lines broken inside words. Sentences are recognized in this form, so that no pattern has to allow for
 * any of that.
 */
import { BREAK, type Clean } from './clean';

export interface Squeezed {
  readonly text: string;
  /** For each character its index in the cleaned text, and one entry more for the end. */
  readonly at: Int32Array;
}

const BREAK_UNIT = BREAK.charCodeAt(0);

/** Letters and digits of any script; blanks and punctuation are dropped. */
function kept(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  if (unit >= 0x30 && unit <= 0x39) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
  if (unit < 0xc0) return unit === BREAK_UNIT ? unit : 0;
  if (unit >= 0x2000 && unit <= 0x2bff) return 0;
  if (unit >= 0x3000 && unit <= 0x303f) return 0;
  if (unit >= 0xff00) return 0;
  return unit;
}

export function squeeze(clean: Clean): Squeezed {
  const { text } = clean;
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = kept(text.charCodeAt(i));
    if (unit === 0) continue;
    units[length] = unit;
    at[length] = i;
    length += 1;
  }
  at[length] = text.length;
  return { text: decode(units.subarray(0, length)), at: at.subarray(0, length + 1) };
}

/** The same for a phrase of the recognition table. */
export function squeezePhrase(phrase: string): string {
  const units = Array.from(phrase, (character) => kept(character.charCodeAt(0))).filter((unit) => unit !== 0);
  return String.fromCharCode(...units);
}

function decode(units: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += 8192)
    parts.push(String.fromCharCode(...units.subarray(i, i + 8192)));
  return parts.join('');
}
