/** How much room a text takes in a terminal, and where its lines may break. */
import { eastAsianWidth } from 'get-east-asian-width';

const ASCII = /^[\u0020-\u007e]*$/;
const NO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]$/u;

/** In columns. Letters of Chinese, Japanese and Korean take two, marks on a letter none. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const sign of text) width += widthOfSign(sign);
  return width;
}

/** A text has few different signs, and looking one up takes long. */
const widths = new Map<string, number>();

function widthOfSign(sign: string): number {
  if (sign >= ' ' && sign <= '~') return 1;
  const known = widths.get(sign);
  if (known !== undefined) return known;
  const width = NO_WIDTH.test(sign) ? 0 : eastAsianWidth(sign.codePointAt(0) ?? 0);
  widths.set(sign, width);
  return width;
}

/** Signs that begin no line, and signs that end none, in Japanese (JIS X 4051). */
const NOT_FIRST = '、。，．・：；？！）］｝」』】〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%';
const NOT_LAST = '（［｛「『【〈《“‘';

/** The lines of one paragraph. `width`: columns, at least 1. An address stays whole, so that it can still be followed. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of unitsOf(text).flatMap((each) => fitted(each, width))) {
    if (line !== '' && widthOf(line) + widthOf(unit.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? unit.trimStart() : unit;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Stretches that stay on one line: words with the blanks behind them, and wide letters one by one. */
function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  let open = false;
  for (const sign of text) {
    const last = units.at(-1);
    const isWide = widthOfSign(sign) === 2;
    const sticks = NOT_FIRST.includes(sign) || /\s/.test(sign) || widthOfSign(sign) === 0;
    if (last !== undefined && (sticks || open || (!isWide && isWord(last))))
      units[units.length - 1] = last + sign;
    else units.push(sign);
    open = NOT_LAST.includes(sign);
  }
  return units;
}

/** Ends in a narrow letter, so that the next one belongs to it. */
function isWord(unit: string): boolean {
  const last = [...unit].at(-1) ?? '';
  return !/\s/.test(last) && widthOfSign(last) === 1;
}

function fitted(unit: string, width: number): readonly string[] {
  if (widthOf(unit.trimEnd()) <= width || unit.includes('://')) return [unit];
  const parts: string[] = [];
  let part = '';
  for (const sign of unit) {
    if (part !== '' && widthOf(part) + widthOfSign(sign) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}
