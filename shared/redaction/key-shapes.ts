/**
 * What keys of OpenAI and of others look like, as tables. Prefixes as of 2026-11-30 (vendors' documentation and public
 * secret scanners). Everything here reads a view of a text (`plain-view.ts`), in which damage is undone already.
 */
import { type KeyRun, keyRunFrom, LONGEST, MARK } from './key-run';
import { changesIn, isScrambled } from './scrambled';

/** A stretch of the view that holds a secret, and what is put in its place. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mask: string;
  readonly kind: 'key' | 'credential' | 'email';
}

export const GONE = '…[redacted]';

/** Lets a prefix be cut in two, by a line break or between two strings. */
const CUT = String.raw`(?:[=\\]?\r?\n[ \t>|│┃]{0,60}|["'\x60][ \t]{0,4}[+,.]?[ \t]{0,4}["'\x60])?`;
const cut = (word: string) => [...word].join(CUT);
const OPENAI = new RegExp(
  `s${CUT}k${CUT}-(?:${CUT}(?:${['proj', 'svcacct', 'service', 'admin', 'None'].map(cut).join('|')})${CUT}-|(ant|or)-)?`,
  'gi',
);
/** Azure OpenAI's keys have a mark of their own since 2024. */
const AZURE_MARK = 'JQQJ99';
const MARKED = new RegExp(`${cut(MARK)}|${AZURE_MARK}`, 'g');

/** Prefixes of others, and of OpenAI's keys without their first letters; those that end like a name are told by what follows. */
const VENDORS: readonly string[] = [
  ...[
    '-proj-',
    '-svcacct-',
    'sess-',
    'ek_',
    'fk-',
    'gsk_',
    'xai-',
    'pplx-',
    'hf_',
    'sk-lf-',
    'pk-lf-',
    'sk_',
    'nvapi-',
    'r8_',
  ],
  ...['AIza', 'ya29.', 'GOCSPX-', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
  ...['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glsoat-', 'glft-', 'npm_', 'pypi-', 'dckr_pat_'],
  ...[
    'xoxb-',
    'xoxp-',
    'xoxa-',
    'xoxr-',
    'xoxs-',
    'xoxe-',
    'xoxe.',
    'xapp-',
    'SG.',
    'lsv2_',
    'ls__',
    'tvly-',
  ],
  ...['csk-', 'fw_', 'tgp_v1_', 'jina_', 'ABSK', 'AKIA', 'ASIA', 'shpat_', 'dop_v1_', 'whsec_', 'rk_'],
];
const ANY_VENDOR = VENDORS.map((name) => name.replace('.', String.raw`\.`)).join('|');
const VENDOR = new RegExp(`(?:${ANY_VENDOR})`, 'g');

/**
 * What a key has in common with others of its kind: the mark of its vendor, and the words that it begins with, also of a
 * kind that is not known yet. Chance begins one key in a hundred with such a word.
 */
export const SHARED_PARTS = new RegExp(
  `^(?:${ANY_VENDOR}|(?:(?:[a-z]{2,10}|[A-Z][a-z]{1,9})[-_]){1,3})|${MARK}|${AZURE_MARK}`,
  'g',
);

export function keySpans(text: string): readonly Span[] {
  return [...openAiSpans(text), ...markedSpans(text), ...vendorSpans(text)];
}

function openAiSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  OPENAI.lastIndex = 0;
  let wordsUntil = 0;
  for (let match = OPENAI.exec(text); match !== null; match = OPENAI.exec(text)) {
    const isPlain = isPlainPrefix(match[0]);
    const from = match.index + match[0].length;
    if (isPlain && from < wordsUntil) continue;
    const run = openAiKey(text, match);
    if (run === null) {
      if (isPlain) wordsUntil = wordsFrom(text, from);
      continue;
    }
    spans.push(...spansOf(match.index, match[0].replace(/[^\w-]/g, ''), run));
    OPENAI.lastIndex = run.end;
  }
  return spans;
}

function openAiKey(text: string, match: RegExpExecArray): KeyRun | null {
  const from = match.index + match[0].length;
  if (isGone(text, from)) return null;
  const run = keyRunFrom(text, from);
  const isPlain = isPlainPrefix(match[0]);
  const isGlued = /[A-Za-z0-9]/.test(text.charAt(match.index - 1));
  return (isPlain ? isPlainKey(run.body, isGlued) : isSureKey(run.body, isGlued)) ? run : null;
}

/** `sk-` alone, however it is cut. */
function isPlainPrefix(prefix: string): boolean {
  return prefix.replace(/[^\w-]/g, '').length === 3;
}

/** How far `wordsFrom` looks beyond one body: each character is then looked at five times. */
const AHEAD = 175;

/**
 * Before this index no body behind a plain `sk-` can be a key's, since joined words alone go on for longer than any key; 0
 * where that is not sure. Without it a text of prefixes alone would be read hundreds of times.
 */
function wordsFrom(text: string, from: number): number {
  const stretch = text.slice(from, from + LONGEST + AHEAD);
  if (stretch.length < LONGEST + AHEAD || !/^[\w-]+$/.test(stretch)) return 0;
  // Every body in it is LONGEST long, and of such a one `isPlainKey` asks no more than this.
  const mayHoldKey = /[A-Za-z0-9]{16}/.test(stretch) || stretch.includes(MARK);
  return mayHoldKey ? 0 : from + AHEAD;
}

/** Behind a prefix that nothing but a key has. */
function isSureKey(body: string, isGlued: boolean): boolean {
  if (isGlued) return body.length >= 16 && isScrambled(body);
  return /[\d*•…]|\.{3}/.test(body) ? body.length >= 3 : body.length >= 16;
}

/** Behind `sk-`, which words such as `task-` end with: starred, or long and mixed. */
function isPlainKey(body: string, isGlued: boolean): boolean {
  if (isGlued) return body.includes(MARK) || (/^[A-Za-z0-9]{40,}$/.test(body) && isMixed(body));
  if (/[*•…]|\.{3}/.test(body)) return body.length >= 3;
  return hasLongPiece(body) || (body.length >= 16 && body.length <= LONGEST_WITHOUT && isScrambled(body));
}

function isMixed(body: string): boolean {
  return /[a-z]/.test(body) && /[A-Z]/.test(body) && /\d/.test(body);
}

/** Longer than any key that has no sixteen letters and digits in a row. */
const LONGEST_WITHOUT = 300;

/** Sixteen letters and digits in a row that are no word. */
function hasLongPiece(body: string): boolean {
  if (!/[A-Za-z0-9]{16}/.test(body)) return false;
  return body
    .split(/[^A-Za-z0-9]+/)
    .some((piece) => piece.length >= 16 && (/\d/.test(piece) || changesIn(piece) >= piece.length / 6));
}

function spansOf(start: number, prefix: string, { pieces, end }: KeyRun): readonly Span[] {
  return pieces.map((piece, index) => ({
    start: index === 0 ? start : piece.start,
    end: index === pieces.length - 1 ? end : piece.end,
    mask: index === 0 ? prefix + GONE : GONE,
    kind: 'key',
  }));
}

/** A piece of a key that holds a mark, with or without its beginning. */
function markedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  MARKED.lastIndex = 0;
  for (let match = MARKED.exec(text); match !== null; match = MARKED.exec(text)) {
    let start = match.index;
    while (start > 0 && match.index - start < 200 && /[\w-]/.test(text.charAt(start - 1))) start -= 1;
    const run = keyRunFrom(text, start);
    if (run.body.length >= 16 && run.end > match.index)
      spans.push(...spansOf(start, run.body.startsWith('sk-') ? 'sk-' : '', run));
    MARKED.lastIndex = Math.max(run.end, match.index + match[0].length);
  }
  return spans;
}

function vendorSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  VENDOR.lastIndex = 0;
  for (let match = VENDOR.exec(text); match !== null; match = VENDOR.exec(text)) {
    const [prefix] = match;
    const from = match.index + prefix.length;
    const isGlued = /[A-Za-z0-9]/.test(text.charAt(match.index - 1));
    if (isGone(text, from) || (isGlued && prefix.length < 4)) continue;
    const run = dotted(text, prefix, keyRunFrom(text, from));
    if (!(isGlued ? run.body.length >= 24 && isScrambled(run.body) : isVendorKey(run.body))) continue;
    spans.push(...spansOf(match.index, prefix, run));
    VENDOR.lastIndex = run.end;
  }
  return spans;
}

/** SendGrid puts a second part behind a dot. */
function dotted(text: string, prefix: string, run: KeyRun): KeyRun {
  const last = run.pieces.at(-1);
  if (!prefix.endsWith('.') || last === undefined || text.charAt(run.end) !== '.') return run;
  const more = keyRunFrom(text, run.end + 1);
  const pieces = [...run.pieces.slice(0, -1), { start: last.start, end: more.end }];
  return { pieces, body: `${run.body}.${more.body}`, end: more.end };
}

function isVendorKey(body: string): boolean {
  return /[*•…]|\.{3}/.test(body)
    ? body.length >= 3
    : hasLongPiece(body) || (body.length >= 24 && isScrambled(body));
}

/** What already was replaced is left as it is, so that removing twice is removing once. */
function isGone(text: string, at: number): boolean {
  return text.startsWith(GONE, at);
}
