/**
 * Takes secrets out of a text that is about to be shown, kept or sent on. Works by shape (prefixes of key kinds,
 * tokens, credentials in addresses, e-mail addresses) and by the values in use. Names that are no secrets stay:
 * model ids, `proj_…`, `org-…`, `req_…`. Linear in the text's length: every pattern starts at a literal and is bounded
 * or runs over one class of characters. Prefixes as of 2026-11-22 (OpenAI's documentation and public secret scanners).
 */
import { encodingsOf } from './encodings';

const GONE = '…[redacted]';

/** Shorter values are no secrets, and removing them would tear ordinary words apart. */
const SHORTEST_KNOWN = 6;

/**
 * Where a token may begin: not inside a word, but right after an escape (`\n`, `\u0022`, `%22`) or a colour code,
 * whose last letter only looks like part of a word.
 */
// Every pattern looks for its own beginning before it looks back, which costs more.
const START = String.raw`(?<=^|[^A-Za-z0-9]|\\[nrtbf]|\\u[0-9A-Fa-f]{4}|%[0-9A-Fa-f]{2}|\\x[0-9A-Fa-f]{2}|\[[0-9;]{0,8}m)`;

/** What already was replaced is left as it is, so that removing twice is removing once. */
const NOT_GONE = String.raw`(?!(?:(?:proj|svcacct|service|admin|None|ant|or|lf)-)?…\[redacted\])`;

/** A key that a terminal or a mail program broke over two lines: its second half is a run with digits and capitals. */
const NEXT_LINE = String.raw`(?:\s{0,3}(?:\\r)?(?:\\n|\n)[ \t>|]{0,40}(?=[\w-]{0,200}\d)(?=[\w-]{0,200}[A-Z])[\w-]{12,})?`;

interface Shape {
  readonly pattern: RegExp;
  readonly replace: (match: string, ...groups: readonly string[]) => string;
}

function shape(source: string, flags: string, replace: Shape['replace']): Shape {
  return { pattern: new RegExp(source, `g${flags}`), replace };
}

/** Prefixes that nothing but a key has: a digit, a star or sixteen characters after them are enough. */
const SURE_PREFIXES = [
  'sk-proj-',
  'sk-svcacct-',
  'sk-service-',
  'sk-admin-',
  'sk-None-',
  'sk-ant-',
  'sk-or-',
];

/** Prefixes that names of models and programs may share: an unbroken run of sixteen characters, or stars, tell a key. */
const PREFIXES = [
  ...[
    'sess-',
    'ek_',
    'fk-',
    'gsk_',
    'xai-',
    'pplx-',
    'hf_',
    'AIza',
    'sk-lf-',
    'pk-lf-',
    'sk_',
    'nvapi-',
    'r8_',
  ],
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'github_pat_', 'ya29.'],
];

/** Characters of a key, of stars in it, and of an ellipsis that stands for the rest of it. */
const BODY = String.raw`[\w*•…-]{3,}(?:\.{2,}[\w*•…-]*)?`;

function prefixed(prefixes: readonly string[], sign: string): Shape {
  const names = prefixes.map((prefix) => prefix.replace('.', String.raw`\.`)).join('|');
  const source = `(?=${names})${START}(${names})${NOT_GONE}(?=${sign})${BODY}${NEXT_LINE}`;
  return shape(source, '', (_all, prefix = '') => prefix + GONE);
}

const SHAPES: readonly Shape[] = [
  shape(String.raw`(?=eyJ)${START}eyJ[\w-]{8,}(?:\.[\w-]{4,}){0,2}(?:\.[\w-]{0,3})?`, '', () => `eyJ${GONE}`),
  shape(String.raw`sk-[\w-]{8,200}?T3BlbkFJ[\w-]*${NEXT_LINE}`, '', () => `sk-${GONE}`),
  prefixed(SURE_PREFIXES, String.raw`[\w*•.…-]*[\d*•…]|[\w-]{16}|[\w-]*\.{3}`),
  prefixed(PREFIXES, String.raw`[\w-]{0,40}(?:[A-Za-z0-9]{16}|[*•…]|\.{3})`),
  shape(String.raw`(?=sk-)${START}sk-${NOT_GONE}[\w*•…-]{2,}(?:\.{2,}[\w*•…-]*)?${NEXT_LINE}`, '', (all) =>
    isKeyLike(all.slice(3)) ? `sk-${GONE}` : all,
  ),
  // Keys of resellers and others that a service starred out itself: a prefix, some characters, many stars.
  shape(
    String.raw`(?=[a-z]{2,8}[-_])${START}([a-z]{2,8}[-_])[\w-]{2,60}(?:\*{3,}|•{3,})[\w*•-]*`,
    'i',
    (_all, prefix = '') => prefix + GONE,
  ),
  shape(
    String.raw`\b(Bearer|Basic)((?:\s|%20|\\n){1,4})([\w.~+\/=*-]{6,})`,
    'i',
    (all, scheme = '', gap = '', value = '') => (isToken(value) ? `${scheme}${gap}${GONE}` : all),
  ),
  shape(
    String.raw`((?:api[_-]?key|secret|passw(?:or)?d|(?:access|refresh|auth|id)[_-]?token|x-api-key)["'\\]{0,6}\s{0,3}[:=]\s{0,3}["'\\]{0,6})([\w.~+\/=-]{12,})`,
    'i',
    (all, name = '', value = '') => (isToken(value) ? `${name}${GONE}` : all),
  ),
  // After the keys: one that is too long for a name in an address is short enough once it was replaced.
  shape(
    String.raw`(:\/\/)[^\s\/@:]{1,256}(?::[^\s\/@]{0,256})?@`,
    '',
    (_all, slashes = '') => `${slashes}[redacted]@`,
  ),
  shape(
    String.raw`(?<![\w.%+-])(?!git@)[\w.%+-]{1,64}@(?!\d{1,5}\.\d)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}(?:-[\w-]*)?(?![\w@-])`,
    '',
    // With what hangs on to it: that can be a key whose beginning the address took for its own end.
    () => '[redacted e-mail]',
  ),
];

/** Tells the rest of a key from the rest of a word such as `sk-learn`: starred, or long and mixed. */
function isKeyLike(rest: string): boolean {
  if (/[*•…]|\.\.\./.test(rest)) return true;
  return /[A-Za-z0-9]{16}/.test(rest) || (rest.length >= 16 && /\d/.test(rest));
}

/** Tells a credential from a word or a name of a variable: digits among letters, or too long to be a word. */
function isToken(value: string): boolean {
  return /\*{3}/.test(value) || (/\d/.test(value) && /[A-Za-z]/.test(value)) || /[A-Za-z0-9]{24}/.test(value);
}

/**
 * The text without secrets, each replaced by a visible placeholder such as `sk-…[redacted]`.
 * `known`: secrets in use, removed whatever they look like, also where they stand encoded for an address, for JSON
 * or in base64.
 */
export function redact(text: string, known: readonly string[] = []): string {
  return redactorOf(known)(text);
}

/** The same for many texts, for which the forms of the known secrets are worked out once. */
export function redactorOf(known: readonly string[]): (text: string) => string {
  const long = longestFirst(known.filter((secret) => secret.length >= SHORTEST_KNOWN));
  const forms = long.flatMap((value) => longestFirst(encodingsOf(value)));
  return (text) => {
    let result = text;
    for (const form of forms) if (result.includes(form)) result = result.replaceAll(form, '[redacted]');
    for (const { pattern, replace } of SHAPES) result = result.replace(pattern, replace);
    return result;
  };
}

function longestFirst(values: readonly string[]): readonly string[] {
  return [...values].sort((a, b) => b.length - a.length);
}
