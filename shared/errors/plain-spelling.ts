/** Quotes, dashes, blanks and wide letters as a keyboard types them. */

/** One character in its plainest spelling; empty where it is invisible. */
export function plainSpelling(unit: number): string {
  if (unit >= 0x20 && unit < 0x7f) return String.fromCharCode(unit);
  if (unit === 9 || unit === 0xa0 || unit === 0x3000 || unit === 0x202f) return ' ';
  if (unit === 10 || unit === 0x2028 || unit === 0x2029) return '\n';
  if (unit < 0xa0 || unit === 0xad || unit === 0xfeff) return '';
  if (unit >= 0x2000 && unit <= 0x206f) return punctuation(unit);
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
  if (unit === 0xab || unit === 0xbb || (unit >= 0x300a && unit <= 0x300f)) return '"';
  if (unit === 0xb4 || unit === 0x2bc) return "'";
  return String.fromCharCode(unit);
}

/** The block of general punctuation: blanks, joiners and directions, dashes, quotes. */
function punctuation(unit: number): string {
  if (unit <= 0x200a) return ' ';
  if (unit <= 0x200f || (unit >= 0x202a && unit <= 0x202e) || unit >= 0x2060) return '';
  if (unit <= 0x2015) return '-';
  if ((unit >= 0x2018 && unit <= 0x201b) || unit === 0x2032 || unit === 0x2039 || unit === 0x203a) return "'";
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033) return '"';
  return String.fromCharCode(unit);
}
