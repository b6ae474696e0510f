/** Keys that nobody knows yet, in base64 or in hexadecimal: found by how their prefix looks there, and decoded. */
import { FOUR_BITS, isBetweenLines, SIX_BITS } from './key-alphabet';
import { GONE, keySpans, type Span } from './key-shapes';

/** `sk-` in base64, at each of the three positions that a byte can have; the group is the character that its first bits are in. */
const IN_BASE64 = /c2st|[HXn3]NrL[Q-Za-f]|[BFJNRVZdhlptx159]zay[0-3]/g;
const IN_HEX = /73[ :]?6b[ :]?2d/gi;
/** Enough for any key. */
const MOST = 1_200;

export function encodedSpans(text: string): readonly Span[] {
  return [...spansAt(text, IN_BASE64, fromBase64), ...spansAt(text, IN_HEX, fromHex)];
}

interface Reading {
  readonly text: string;
  /** For each character of `text` where it was read from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Where the reading stopped. */
  readonly end: number;
}

function spansAt(
  text: string,
  pattern: RegExp,
  decode: (text: string, at: number, form: string) => Reading,
): readonly Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { text: decoded, starts, ends, end } = decode(text, match.index, match[0]);
    for (const key of keySpans(decoded))
      spans.push({ start: starts[key.start] ?? 0, end: ends[key.end - 1] ?? end, mask: GONE, kind: 'key' });
    // Whatever was decoded was searched as a whole and is not decoded again.
    pattern.lastIndex = Math.max(end, match.index + match[0].length);
  }
  return spans;
}

/** Drops the bits before the first whole byte: none, two or four, by the position of the prefix. */
function fromBase64(text: string, at: number, form: string): Reading {
  const drop = form === 'c2st' ? 0 : form.charAt(1) === 'z' ? 4 : 2;
  return bytesFrom(text, at, SIX_BITS, 6, drop);
}

function fromHex(text: string, at: number): Reading {
  return bytesFrom(text, at, FOUR_BITS, 4, 0);
}

/** Up to the first byte that is no plain character. */
function bytesFrom(text: string, at: number, table: Uint8Array, bits: number, drop: number): Reading {
  let held = 0;
  let have = -drop;
  let decoded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let from = at;
  let i = at;
  for (; i < text.length && i - at < MOST; i += 1) {
    const unit = text.charCodeAt(i);
    const value = table[unit] ?? 255;
    if (value === 255) {
      if (isBetweenLines(unit) || (bits === 4 && unit === 0x3a)) continue;
      break;
    }
    held = ((held << bits) | value) & 0xffff;
    have += bits;
    if (have < 8) continue;
    have -= 8;
    const byte = (held >> have) & 0xff;
    if (byte > 0x7e || (byte < 0x20 && byte !== 0x0a && byte !== 0x0d)) break;
    decoded += String.fromCharCode(byte);
    starts.push(from);
    ends.push(i + 1);
    from = have === 0 ? i + 1 : i;
  }
  return { text: decoded, starts, ends, end: i };
}
