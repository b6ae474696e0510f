/**
 * The letters and digits of a text alone, in lower case: what is left when blanks are lost or added, quotes and emphasis
 * changed and lines broken inside words. Sentences are recognized in this form, so that no pattern has to allow for
 * any of that.
 */
import { BREAK } from './clean';

/** The kept units of a text. */
export interface Units {
  readonly units: Uint16Array;
  /** For each unit its index in the text that was squeezed, and one entry more for the end. */
  readonly at: Int32Array;
}

export interface Squeezed extends Units {
  readonly text: string;
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

/** What `kept` says of the first 192 units, which most texts consist of. */
const KEPT_OF_COMMON = Uint16Array.from({ length: 0xc0 }, (_, unit) => kept(unit));

/** The units alone: enough to look for phrases, at a fraction of the time where a text is long. */
export function squeezeUnits(text: string): Units {
  const units = new Uint16Array(text.length);
  const at = new Int32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const raw = text.charCodeAt(i);
    const unit = raw < 0xc0 ? (KEPT_OF_COMMON[raw] ?? 0) : kept(raw);
    if (unit === 0) continue;
    units[length] = unit;
    at[length] = i;
    length += 1;
  }
  at[length] = text.length;
  return { units: units.subarray(0, length), at: at.subarray(0, length + 1) };
}

export function squeeze(text: string): Squeezed {
  const { units, at } = squeezeUnits(text);
  return { text: decode(units), units, at };
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
