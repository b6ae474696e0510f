/**
 * A text as it was before its journey: escapes of addresses, JSON, HTML and Markdown are read, other dashes become
 * hyphens, full-width letters half-width, and what cannot be seen or only colours is left out. Each place of the view
 * leads back to the original. The import of keys repairs with it what the redactor finds with it. Linear in the text.
 */

/** What was undone, for telling the person. */
export type Damage = 'invisible' | 'full_width' | 'dashes' | 'escapes' | 'highlighting';

interface PlainView {
  readonly text: string;
  readonly damages: ReadonlySet<Damage>;
  /** Offsets in the original of a non-empty stretch of the view. */
  original(start: number, end: number): { readonly start: number; readonly end: number };
}

interface ViewOptions {
  /**
   * True where escapes of blanks, quotes and line breaks are read as well. False leaves lines and the grammar of JSON
   * and tables as they are: only characters that a key may have are read.
   */
  readonly delimiters: boolean;
}

const ESC = String.fromCharCode(27);
const INVISIBLE = String.raw`\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff`;
/** Unseen as well, but people write some of them, as behind an emoji. */
const FILLERS = String.raw`\u034f\u115f\u1160\u3164\ufe00-\ufe0f`;
const FILLER = new RegExp(`[${FILLERS}]`);
const DASHES = String.raw`\u2010-\u2015\u2212\ufe58\ufe63\uff0d`;
/** Every place where something may have to be undone. */
const SPECIAL = new RegExp(
  String.raw`[\\%&<[*\u000b\u000c\u0085\u2028\u2029\u00a0\ud835${FILLERS}${ESC}\u009b${INVISIBLE}${DASHES}\uff01-\uff5e]`,
  'g',
);

const COLOUR = new RegExp(
  String.raw`(?:(?:${ESC}|\\{1,4}(?:u001b|x1b|033|e))\[|\u009b)[0-9;?]{0,16}[A-Za-z]|\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m(?:\[K)?|\[m\[K`,
  'iy',
);
/** Emphasis and remarks of a page, also where they were escaped once. */
const TAG =
  /(?:<|&lt;)(?:\/?(?:b|i|u|s|em|strong|mark|span|font|code|tt|kbd|del|ins|wbr|hl|em-hl)(?:\s[^<>\n]{0,120})?\s?\/?|!--[^<>\n]{0,40}--)(?:>|&gt;)/iy;
/** What a page breaks a line with. */
const BREAK = /(?:<|&lt;)\/?(?:br|p|div)(?:\s[^<>\n]{0,120})?\s?\/?(?:>|&gt;)(?:\r?\n)?/iy;
const PERCENT = /%(?:25){0,3}(?:u00)?([0-7][0-9a-f])/iy;
const ENTITY =
  /&(?:amp;){0,2}(?:#0{0,4}([1-9]\d{0,4})(?!\d)|#x0{0,4}([1-9a-f][0-9a-f]{0,3})(?![0-9a-f])|(shy|zwnj|zwj|hyphen|dash|lowbar|quot|apos|nbsp|newline|lt|gt|amp)(?=;));?/iy;
const BACKSLASH =
  /\\{1,8}(?:u(?:000000|00|\{0{0,6})([0-7][0-9a-f])\}?|u(20[0-2][0-9a-f]|206[0-4]|00ad|feff)|x([0-7][0-9a-f])|([nrt])|(["'`/_-])|([*.#~]))/iy;
/** Two stars of Markdown; more of them hide something. */
const BOLD = /\*\*(?!\*)/y;

const NAMED: Readonly<Record<string, string>> = {
  ...{ shy: '', zwnj: '', zwj: '', hyphen: '-', dash: '-', lowbar: '_', quot: '"', apos: "'" },
  ...{ nbsp: ' ', newline: '\n', lt: '<', gt: '>', amp: '&' },
};

interface Undone {
  readonly end: number;
  readonly text: string;
  readonly damage: Damage;
}

export function plainView(original: string, { delimiters }: ViewOptions): PlainView {
  const parts: string[] = [];
  const damages = new Set<Damage>();
  // Each segment is a stretch of the view that is as long as its original, or one character read from an escape.
  const segments = new Segments();
  let length = 0;
  let from = 0;
  const put = (text: string, start: number, end: number, literal: boolean) => {
    if (text === '') return;
    segments.add(length, start, literal ? -1 : end);
    parts.push(text);
    length += text.length;
  };
  SPECIAL.lastIndex = 0;
  for (let match = SPECIAL.exec(original); match !== null; match = SPECIAL.exec(original)) {
    const at = match.index;
    const undone = undo(original, at, delimiters);
    if (undone === null) continue;
    put(original.slice(from, at), from, at, true);
    put(undone.text, at, undone.end, false);
    damages.add(undone.damage);
    from = undone.end;
    SPECIAL.lastIndex = from;
  }
  if (from === 0) return { text: original, damages, original: (start, end) => ({ start, end }) };
  put(original.slice(from), from, original.length, true);
  return {
    text: parts.join(''),
    damages,
    original: (start, end) => ({ start: segments.startOf(start), end: segments.endOf(end - 1) }),
  };
}

class Segments {
  readonly #views: number[] = [];
  readonly #starts: number[] = [];
  /** Where the original of a read escape ends; -1 for a literal stretch. */
  readonly #ends: number[] = [];

  add(view: number, start: number, end: number): void {
    this.#views.push(view);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  startOf(at: number): number {
    const index = this.#find(at);
    const start = this.#starts[index] ?? 0;
    return this.#ends[index] === -1 ? start + at - (this.#views[index] ?? 0) : start;
  }

  endOf(at: number): number {
    const end = this.#ends[this.#find(at)] ?? -1;
    return end === -1 ? this.startOf(at) + 1 : end;
  }

  #find(at: number): number {
    let low = 0;
    let high = this.#views.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#views[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** null where nothing is damaged here, or nothing that may be read. */
function undo(text: string, at: number, delimiters: boolean): Undone | null {
  const unit = text.charCodeAt(at);
  switch (unit) {
    case 0x5c:
      return escaped(text, at, delimiters);
    case 0x25:
      return read(PERCENT, text, at, delimiters, (hex) => fromHex(hex));
    case 0x26:
      return left(TAG, text, at) ?? lineBreak(text, at, delimiters) ?? entity(text, at, delimiters);
    case 0x3c:
      return left(TAG, text, at) ?? lineBreak(text, at, delimiters);
    case 0xd835:
      return styled(text, at);
    case 0x2a:
      return text.charAt(at - 1) === '*' ? null : left(BOLD, text, at);
    case 0x1b:
    case 0x5b:
    case 0x9b:
      return left(COLOUR, text, at);
    default:
      return character(unit, at, delimiters);
  }
}

function character(unit: number, at: number, delimiters: boolean): Undone | null {
  const end = at + 1;
  if ((unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xfe58 || unit === 0xfe63)
    return { end, text: '-', damage: 'dashes' };
  if (unit >= 0xff01 && unit <= 0xff5e)
    return { end, text: String.fromCharCode(unit - 0xfee0), damage: 'full_width' };
  if (unit === 0xa0) return delimiters ? { end, text: ' ', damage: 'invisible' } : null;
  if (/[\v\f\u0085\u2028\u2029]/.test(String.fromCharCode(unit)))
    return delimiters ? { end, text: '\n', damage: 'invisible' } : null;
  if (!delimiters && FILLER.test(String.fromCharCode(unit))) return null;
  return { end, text: '', damage: 'invisible' };
}

function lineBreak(text: string, at: number, delimiters: boolean): Undone | null {
  BREAK.lastIndex = at;
  return delimiters && BREAK.test(text) ? { end: BREAK.lastIndex, text: '\n', damage: 'highlighting' } : null;
}

/** Letters that are bold, slanted or of one width by themselves, as chats make them. */
function styled(text: string, at: number): Undone | null {
  const plain = text.slice(at, at + 2).normalize('NFKC');
  return /^[A-Za-z0-9]$/.test(plain) ? { end: at + 2, text: plain, damage: 'full_width' } : null;
}

/** What a pattern matches here is left out. */
function left(pattern: RegExp, text: string, at: number): Undone | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? { end: pattern.lastIndex, text: '', damage: 'highlighting' } : null;
}

function read(
  pattern: RegExp,
  text: string,
  at: number,
  delimiters: boolean,
  toText: (group: string) => string,
): Undone | null {
  pattern.lastIndex = at;
  const [, group] = pattern.exec(text) ?? [];
  return group === undefined ? null : taken(toText(group), pattern.lastIndex, delimiters);
}

/** The commonest first: a text of megabytes may hold little else. */
function escaped(text: string, at: number, delimiters: boolean): Undone | null {
  const next = text.charAt(at + 1);
  if (next === '"') return taken('"', at + 2, delimiters);
  if (!/[ux0e\\nrt'`/_\-*.#~]/i.test(next)) return null;
  return (/[ux0e\\]/i.test(next) ? left(COLOUR, text, at) : null) ?? backslash(text, at, delimiters);
}

function backslash(text: string, at: number, delimiters: boolean): Undone | null {
  BACKSLASH.lastIndex = at;
  const match = BACKSLASH.exec(text);
  if (match === null) return null;
  const end = BACKSLASH.lastIndex;
  const [, unicode, far, byte, blank, quote, mark] = match;
  const hex = unicode ?? byte;
  if (hex !== undefined) return taken(fromHex(hex), end, delimiters);
  if (far !== undefined) return farCharacter(Number.parseInt(far, 16), end);
  if (blank !== undefined) return taken(blank.toLowerCase() === 't' ? '\t' : '\n', end, delimiters);
  return taken(quote ?? mark ?? '', end, delimiters);
}

function farCharacter(unit: number, end: number): Undone {
  const isDash = unit >= 0x2010 && unit <= 0x2015;
  const isBlank = unit <= 0x200a && unit >= 0x2000;
  const isQuote = unit >= 0x2018 && unit <= 0x201f;
  return { end, text: isDash ? '-' : isBlank ? ' ' : isQuote ? '"' : '', damage: 'escapes' };
}

function entity(text: string, at: number, delimiters: boolean): Undone | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (match === null) return null;
  const [, decimal, hex, name] = match;
  if (name !== undefined) {
    const named = NAMED[name.toLowerCase()] ?? '';
    return named === ''
      ? { end: ENTITY.lastIndex, text: '', damage: 'escapes' }
      : taken(named, ENTITY.lastIndex, delimiters);
  }
  const unit = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  if (unit < 0x80) return taken(String.fromCharCode(unit), ENTITY.lastIndex, delimiters);
  const plain = SPECIAL_UNIT.test(String.fromCharCode(unit)) ? character(unit, at, delimiters) : null;
  return plain === null ? null : { ...plain, end: ENTITY.lastIndex, damage: 'escapes' };
}

const SPECIAL_UNIT = new RegExp(String.raw`^[\u00a0${INVISIBLE}${DASHES}\uff01-\uff5e]$`);

function taken(text: string, end: number, delimiters: boolean): Undone | null {
  return delimiters || /^[\w-]$/.test(text) ? { end, text, damage: 'escapes' } : null;
}

function fromHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
