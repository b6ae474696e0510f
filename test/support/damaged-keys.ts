/** Keys as texts bring them: every kind, in every surrounding, damaged in every way that was seen. All are invented. */
import fc from 'fast-check';

const MARK = ['T3Blbk', 'FJ'].join('');
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const WIDE = [...LETTERS, '-', '_'];

/** Characters by chance, of which each stretch of twelve has letters of both sizes or digits, as real keys do. */
function chance(length: number, characters: readonly string[]): fc.Arbitrary<string> {
  const numbers = fc.array(fc.nat(characters.length - 1), { minLength: length, maxLength: length });
  // A bias to the ends of the alphabet, and shrinking, would give keys of few letters, which no service hands out.
  const bodies = fc
    .noBias(fc.noShrink(numbers))
    .map((all) => all.map((index) => characters[index] ?? '').join(''));
  // Nobody could tell one key from two where chance puts the beginning of a key behind a line break, nor what a kind of key
  // begins with where a word and a hyphen come first.
  return bodies.filter((body) => !/s(?:k|ess)-|^(?:[a-z]{2,10}|[A-Z][a-z]{1,9})[-_]/.test(body));
}

const marked = (prefix: string, half: number, characters: readonly string[]) =>
  fc
    .tuple(chance(half, characters), chance(half, characters))
    .map(([a, b]) => `${['sk', prefix].filter(Boolean).join('-')}-${a}${MARK}${b}`);
const unmarked = (prefix: string, length: number) =>
  chance(length, WIDE).map((body) => ['sk', prefix, body].join('-'));

/** OpenAI's kinds, with and without the mark in the middle. */
export const OPENAI_KINDS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  legacy: marked('', 20, LETTERS),
  project: marked('proj', 74, WIDE),
  'short project': marked('proj', 58, WIDE),
  'project without a mark': unmarked('proj', 156),
  'service account': marked('svcacct', 58, WIDE),
  'service account without a mark': unmarked('svcacct', 120),
  admin: marked('admin', 58, WIDE),
};

export type Form = (text: string) => string;

const wrapped = (columns: number, lead: string, end: string): Form => {
  return (text) => {
    const width = columns - lead.length;
    const lines = Array.from({ length: Math.ceil(text.length / width) }, (_, i) =>
      text.slice(i * width, (i + 1) * width),
    );
    return lines.map((line) => lead + line).join(end);
  };
};

const LEADS: readonly (readonly [string, string])[] = [
  ['', '\n'],
  ['    ', '\n'],
  ['> ', '\n'],
  ['| ', '\n'],
  ['', '\r\n'],
  ['> > ', '\r\n'],
];

/** Of listings, differences, remarks and pages. */
const MORE_LEADS: readonly (readonly [string, string])[] = [
  ['+', '\n'],
  ['// ', '\n'],
  ['# ', '\n'],
  [' * ', '\r\n'],
  ['    12\t', '\n'],
  ['7:', '\n'],
  ['', '\n\n'],
  ['', '\u2028'],
  ['', '=\r\n'],
  ['', '^M\n'],
  ['  7  ', '\n'],
  ['', '<br>'],
  ['', '<br />\n'],
];

/** What mail, terminals and chats do to a whole text. */
export const WRAPPINGS: Readonly<Record<string, Form>> = Object.fromEntries(
  [
    ...[20, 40, 50, 64, 72, 76].flatMap((columns) => LEADS.map((lead) => [columns, lead] as const)),
    ...[50, 76].flatMap((columns) => MORE_LEADS.map((lead) => [columns, lead] as const)),
  ].map(([columns, [lead, end]]) => [
    `broken at ${columns} columns with ${JSON.stringify(lead + end)}`,
    wrapped(columns, lead, end),
  ]),
);

const halves = (text: string): readonly [string, string] => [text.slice(0, 30), text.slice(30)];
const each = (text: string, write: (letter: string) => string) => [...text].map(write).join('');
const hex = (letter: string) => letter.charCodeAt(0).toString(16).padStart(2, '0');

/** Mathematical letters of one width, as chats offer them. */
function oneWidth(letter: string): string {
  const unit = letter.charCodeAt(0);
  if (/[A-Z]/.test(letter)) return String.fromCodePoint(0x1d670 + unit - 0x41);
  if (/[a-z]/.test(letter)) return String.fromCodePoint(0x1d68a + unit - 0x61);
  return /\d/.test(letter) ? String.fromCodePoint(0x1d7f6 + unit - 0x30) : letter;
}

/** Careless copying. Less of the key is there afterwards, and the redactor may leave eleven characters. */
const CUTS: Readonly<Record<string, Form>> = {
  'without its first letter': (key) => key.slice(1),
  'without its first two letters': (key) => key.slice(2),
};

/** How many characters of a key a form takes away. Whoever plants a part of one plants so many more. */
export function lostBy(form: Form): number {
  const whole = 'x'.repeat(20);
  return Object.values(CUTS).includes(form) ? whole.length - form(whole).length : 0;
}

/** What is done to a key alone. */
export const DAMAGES: Readonly<Record<string, Form>> = {
  'with non-breaking hyphens': (key) => key.replaceAll('-', '\u2011'),
  'with en dashes': (key) => key.replaceAll('-', '\u2013'),
  'with em dashes': (key) => key.replaceAll('-', '\u2014'),
  'with minus signs': (key) => key.replaceAll('-', '\u2212'),
  'with %2D': (key) => key.replaceAll('-', '%2D'),
  'with %252D': (key) => key.replaceAll('-', '%252d'),
  'with entities': (key) => key.replaceAll('-', '&#45;').replaceAll('_', '&#x5f;'),
  'with named entities': (key) => key.replaceAll('-', '&hyphen;').replaceAll('_', '&lowbar;'),
  'with unicode escapes': (key) => key.replaceAll('-', '\\u002d'),
  'with doubled unicode escapes': (key) => key.replaceAll('-', '\\\\u002D'),
  'with Markdown escapes': (key) => key.replaceAll('-', '\\-').replaceAll('_', '\\_'),
  'all in unicode escapes': (key) => each(key, (letter) => `\\u00${hex(letter)}`),
  'all in percent escapes': (key) => each(key, (letter) => `%${hex(letter)}`),
  'all in entities': (key) => each(key, (letter) => `&#${letter.charCodeAt(0)};`),
  'all in byte escapes': (key) => each(key, (letter) => `\\x${hex(letter)}`),
  'in full width': (key) => each(key, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'with zero-width spaces': (key) => key.replace(/(.{7})/g, '$1\u200b'),
  'with soft hyphens': (key) => key.replace(/(.{11})/g, '$1\u00ad'),
  'in two strings that are added': (key) => halves(key).join('" + "'),
  'in two strings on two lines': (key) => halves(key).join("' \\\n    '"),
  'in two strings of a query': (key) => halves(key).join("' || '"),
  'in two strings of a shell': (key) => halves(key).join('" + `\n  "'),
  ...CUTS,
  'in a list of two strings': (key) => halves(key).join('", "'),
  'found by grep': (key) => {
    const [a, b] = halves(key);
    return `\u001b[01;31m\u001b[K${a}\u001b[m\u001b[K${b}`;
  },
  'highlighted in a page': (key) => {
    const [a, b] = halves(key);
    return `<mark>${a}</mark>${b}`;
  },
  'in letters of one width': (key) => each(key, oneWidth),
  'behind fillers': (key) => key.replace(/(.{9})/g, '$1\ufe0f'),
  'in two pieces of code': (key) => `<code>${halves(key).join('</code><code>')}</code>`,
  'cut by a remark of a page': (key) => halves(key).join('<!-- -->'),
  'where a page may break it': (key) => key.replace(/(.{15})/g, '$1<wbr/>'),
  'all in escapes with braces': (key) => each(key, (letter) => `\\u{${hex(letter)}}`),
  'all in long escapes': (key) => each(key, (letter) => `\\U000000${hex(letter)}`),
  'all in old percent escapes': (key) => each(key, (letter) => `%u00${hex(letter)}`),
  'all in padded entities': (key) => each(key, (letter) => `&#0${letter.charCodeAt(0)};`),
  'set in bold': (key) => {
    const [a, b] = halves(key);
    return `**${a}**${b}`;
  },
  'glued to its name': (key) => `OPENAI_API_KEY${key}`,
  'glued to a word': (key) => `key9${key}`,
  'in base64': (key) => Buffer.from(key).toString('base64'),
  'in base64 behind one character': (key) => Buffer.from(`x${key}`).toString('base64'),
  'in base64 behind a name': (key) => Buffer.from(`user:${key}`).toString('base64'),
  'in base64 for addresses': (key) => Buffer.from(`ab${key}`).toString('base64url'),
  'in base64 of a mail': (key) =>
    wrapped(76, '', '\r\n')(Buffer.from(`Authorization: Bearer ${key}`).toString('base64')),
  'in hexadecimal': (key) => Buffer.from(key).toString('hex'),
  'in hexadecimal capitals': (key) => Buffer.from(key).toString('hex').toUpperCase(),
  'in a dump of bytes': (key) => each(key, (letter) => `${hex(letter)} `),
};

/** RFC 4648, without the filling at its end. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

/** How programs write the bytes of a text, and how a text is encoded more than once. */
export const LISTINGS: Readonly<Record<string, Form>> = {
  'as hexadecimal numbers': (key) => each(key, (letter) => `0x${hex(letter)}, `),
  'as hexadecimal numbers without blanks': (key) => each(key, (letter) => `0X${hex(letter).toUpperCase()},`),
  'as pairs with hyphens': (key) => [...key].map(hex).join('-'),
  'as a list of numbers': (key) => JSON.stringify([...Buffer.from(key)]),
  'as a buffer in JSON': (key) => JSON.stringify(Buffer.from(key), null, 2),
  'in octal escapes': (key) =>
    each(key, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`),
  'as code points': (key) => each(key, (letter) => `U+00${hex(letter)} `),
  'in escapes of a style sheet': (key) => each(key, (letter) => `\\${hex(letter)} `),
  'as mail escapes it': (key) => each(key, (letter) => `=${hex(letter).toUpperCase()}`),
  'in hexadecimal of UTF-16': (key) => Buffer.from(key, 'utf16le').toString('hex'),
  'in base64 of UTF-16': (key) => Buffer.from(key, 'utf16le').toString('base64'),
  'in base64 of base64': (key) => Buffer.from(Buffer.from(key).toString('base64')).toString('base64'),
  'in base64 of a record with base64': (key) =>
    Buffer.from(JSON.stringify({ auth: Buffer.from(`user:${key}`).toString('base64') })).toString('base64'),
  'in base64 of base64 of base64': (key) =>
    Buffer.from(Buffer.from(Buffer.from(key).toString('base64')).toString('base64')).toString('base64'),
  'in base32': (key) => base32(Buffer.from(key)),
  'in base32 behind two characters': (key) => base32(Buffer.from(`x:${key}`)),
  'as octal numbers': (key) =>
    each(key, (letter) => `0${letter.charCodeAt(0).toString(8).padStart(3, '0')} `),
  'in a dump with its text': (key) =>
    key.replace(/.{1,16}/g, (line) => `00000010  ${each(line, (letter) => `${hex(letter)} `)} |${line}|\n`),
};

export const SURROUNDINGS: Readonly<Record<string, Form>> = {
  nothing: (key) => key,
  prose: (key) =>
    `Incorrect API key provided: ${key}. You can find your API key at https://platform.openai.com.`,
  JSON: (key) => `{"error": {"message": "Incorrect API key provided: ${key}. Find it there."}}`,
  'JSON in JSON': (key) => JSON.stringify(`{"a":"line\\n${key}"}`),
  Python: (key) => `{'headers': {'authorization': 'Bearer ${key}', 'x': 1}}`,
  address: (key) => `https://host.test/v1?key=${key}&b=1`,
  shell: (key) => `export OPENAI_API_KEY=${key}\nexport OPENAI_ORG=org-4kTnVx8LmQ2d\n`,
  YAML: (key) => `  openai:\n    api_key: ${key}\n    model: gpt-5.5\n`,
  Japanese: (key) => `キーは「${key}」です。`,
  colours: (key) => `\u001b[31m${key}\u001b[0m`,
  table: (key) => `| name | ${key} | 2026-11-30 |`,
  page: (key) => `<td class="k">${key}</td>`,
};
