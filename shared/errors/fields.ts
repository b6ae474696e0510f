/** Names and values of error objects, however they are printed: JSON, Python, Java and Go maps, `key=value`, prose. */
import type { Clean } from './clean';
import { KNOWN_CODES } from './table';

export type FieldName = 'code' | 'type' | 'param' | 'message';

/** One named value; indices into the cleaned text. `value` is null where the text says so (`null`, `None`, `nil`). */
export interface Field {
  readonly name: FieldName;
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
  /** True where prose has the same form, so that no error object need stand around it. */
  readonly inProse?: true;
}

const NAMES: Readonly<Record<string, FieldName>> = {
  code: 'code',
  errorcode: 'code',
  error_code: 'code',
  代码: 'code',
  コード: 'code',
  type: 'type',
  errortype: 'type',
  类型: 'type',
  タイプ: 'type',
  種類: 'type',
  param: 'param',
  message: 'message',
  codice: 'code',
  código: 'code',
  codigo: 'code',
  код: 'code',
  코드: 'code',
  typ: 'type',
  tipo: 'type',
};

/**
 * A line break, and the edge of a box, may stand between the signs; of longer paths only `error.code` is a field of the
 * error.
 */
const KEY =
  /(?<![\w@-])(?<!(?<!(?:\b|_)(?:error|err))\.)(["'`]?)\s{0,40}(?<![\w@-])(?<!(?<!(?:\b|_)(?:error|err))\.)(error_?code|code|error_?type|type|param|message|代码|类型|コード|タイプ|種類|codice|código|codigo|код|코드|typ|tipo)\s{0,40}["'`]?\s{0,40}\]?\s{0,40}(?:=>|[:=])\s*(?:[|>\u2502]\s*)?(?:string\(\d{1,3}\) |Optional<\w{1,20}>\s{0,40}- some\s?:\s?|(?:(?:Optional|Some|Just|String)\(\s?){1,2})?(["'`]?)[ \t]{0,3}/gi;
/** `type invalid_request_error, code account_deactivated, message …`, as gateways flatten an error into a sentence. */
const FLAT = /(?<![\w@.-])(type|code) ([a-z]+(?:_[a-z]+)+)(?=,)/gi;
/** `HTTP 401 (invalid_request_error: incorrect_hostname)`, as the .NET SDK prints type and code; either may be empty. */
const PAIR = /(?:\(([a-z]+(?:_[a-z]+)+)|\bHTTP \d{3} \(([A-Za-z_]*)): ([A-Za-z]+(?:_[a-z]+)*)?\)/g;
/** `404: not_found_error: …` or `403 model_not_found: …`, a status and a code before the words. */
const STATUS_CODE = /\b[45]\d\d:? ([a-z]+(?:_[a-z]+)+):/g;

/** An element of XML. */
const ELEMENT =
  /<(?:\w{1,20}:)?(error_?code|code|error_?type|type|param)>\s{0,40}([^<>\s]{1,90})\s{0,40}<\//gi;
/** The answer of a sign-in (RFC 6749, 5.2): the error is its code. */
const OAUTH =
  /["']error["']\s{0,3}:\s{0,3}["']([a-z]+(?:_[a-z]+)+)["'](?=\s{0,3},\s{0,40}["']error_description["'])/g;
/** `[429:insufficient_quota]`, status and type in brackets. */
const BRACKET = /\[[45]\d\d:\s?([a-z]+(?:_[a-z]+)+)\]/g;
/** A known code with no name before it: alone, or at the end of a clause or a cell behind a status or a bracket. */
const BARE_CODE =
  /(?:^\s{0,40}|\b[45]\d\d(?:[:,]| \/)? |\()([a-z]+(?:_[a-z]+)+)(?=\)|\s{0,3}[|;。、]|\s{0,40}$)/g;
/** A known code in quotes, behind a word that says that it came. */
const QUOTED =
  /\b(?:at|with|by|got|gets?|returned|returns|says?|said|answered|received|code|reason|error)[ :=]{1,3}["'`]([a-z]+(?:_[a-z]+)+)["'`](?!\s{0,3}[:,\]])/g;
/** ``HTTP 401 `ip_not_authorized` ``, a known code in quotes right behind the status. */
const STATUS_QUOTED = /\b[45]\d\d[:,]? ["'`]([a-z]+(?:_[a-z]+)+)["'`](?!\s{0,3}[:\]])/g;
/** `insufficient_quota (429)`, a known code before the status. */
const CODE_STATUS = /(?<![\w.])([a-z]+(?:_[a-z]+)+)(?=[,、;] ?[45]\d\d| \([45]\d\d\))/g;
/** `invalid_request_error.invalid_api_key`, the reason with which a realtime connection is closed; or with a slash. */
const DOTTED = /(?<![\w.])([a-z]+(?:_[a-z]+)*_error)[./]([a-z]+(?:_[a-z]+)+)/g;
/** `invalid_request_error: The model …` or `model_not_found: The model …`, a known type or code before the words. */
const BEFORE_WORDS = /(?<![\w.]|\d:? )([a-z]+(?:_[a-z]+)+): (?=["'`]?[A-Z])/g;

const NOTHING = /^(?:null|none|nil|<nil>|undefined|nan)$/i;
const LONGEST_VALUE = 90;

export function fieldsOf(clean: Clean): readonly Field[] {
  const fields = [...keyed(clean.text), ...spoken(clean.text)];
  return fields.sort((a, b) => a.start - b.start);
}

function keyed(text: string): readonly Field[] {
  return Array.from(text.matchAll(KEY)).flatMap((match): readonly Field[] => {
    const name = NAMES[(match[2] ?? '').toLowerCase()];
    if (name === undefined) return [];
    const valueStart = match.index + match[0].length;
    if (name === 'message') return [{ name, value: null, start: match.index, end: valueStart, valueStart }];
    const value = valueAt(text, valueStart, match[3] ?? '');
    if (value === null || isElsewhere(text, match, value.text)) return [];
    if (/^\d+$/.test(value.text) && isStatusCode(text, match)) return [];
    if (isEndOfName(text, match, value.text) || isOfAnotherObject(text, match, value.text)) return [];
    const read = NOTHING.test(value.text) ? null : value.text;
    if (read !== null && (!plausible(name, read) || isMisread(read))) return [];
    return [{ name, value: read, start: match.index, end: value.end, valueStart }];
  });
}

/**
 * Not of an answer's body: a comment for a type checker, the number in a program's own record of an exception, a status of
 * gRPC, or a constant of a library.
 */
function isElsewhere(text: string, match: RegExpExecArray, value: string): boolean {
  const isQuoted = match[1] !== '';
  if (!isQuoted && /#\s{0,4}$/.test(text.slice(Math.max(0, match.index - 5), match.index))) return true;
  if (isQuoted && match[2] === 'Code' && /^\d+$/.test(value)) return true;
  if (match[3] === '' && !isQuoted && /^[A-Z]+_[A-Z_]+$/.test(value)) return true;
  return /\brpc error:\s{0,3}$/.test(text.slice(Math.max(0, match.index - 14), match.index));
}

/** A single word that no error has for its code or type, in an object that has no message: a job's, a block's, an event's. */
function isOfAnotherObject(text: string, match: RegExpExecArray, value: string): boolean {
  if (!/["']/.test(match[1] ?? '') || /_|^\d+$/.test(value) || SINGLE_WORDS.test(value)) return false;
  const around = text.slice(Math.max(0, match.index - 300), match.index + 600);
  return !/["'](?:message|msg|error|detail|errors)["']\s{0,3}(?:=>|[:=])/i.test(around);
}

/** Codes and types of one word that the API uses. */
const SINGLE_WORDS = /^(?:requests|tokens)$/i;

/** `Error code: 403` and `Status Code: 403` name the HTTP status, not a code of the service. */
function isStatusCode(text: string, match: RegExpExecArray): boolean {
  return (
    match[1] === '' && /[A-Za-z][ \t_-]{1,2}$/.test(text.slice(Math.max(0, match.index - 4), match.index))
  );
}

/** `Roo Code: OpenAI …` is a product's name; `Error code: model_not_found` is a field. */
function isEndOfName(text: string, match: RegExpExecArray, value: string): boolean {
  if (match[1] !== '' || value.includes('_')) return false;
  return /(?<!\berror )\b[A-Za-z]+ $/i.test(text.slice(Math.max(0, match.index - 24), match.index));
}

interface Value {
  readonly text: string;
  readonly end: number;
}

/** A value up to its closing quote, or a bare word; null where the text breaks off inside it. */
function valueAt(text: string, start: number, quote: string): Value | null {
  const rest = text.slice(start, start + LONGEST_VALUE + 40);
  if (quote !== '') {
    const end = rest.indexOf(quote);
    if (end < 0 || end > LONGEST_VALUE) return null;
    return {
      text: rest
        .slice(0, end)
        .replace(/\s*\n\s*/g, '')
        .trimEnd(),
      end: start + end,
    };
  }
  const bare = /^(?:<nil>|[^\s"'`,;{}()[\]<>]+)/.exec(rest)?.[0];
  // `type: thinking: …` is prose.
  return bare === undefined || bare.endsWith(':')
    ? null
    : { text: bare.replace(/[.:]+$/, ''), end: start + bare.length };
}

/** Codes and types are single words; a media type, a number of another sort or a language type is none. */
function plausible(name: FieldName, value: string): boolean {
  if (value === '') return false;
  if (name === 'param') return value.length <= LONGEST_VALUE;
  if (name === 'type')
    return /^[A-Za-z][\w.-]{2,60}$/.test(value) && !LANGUAGE_TYPES.test(value) && !EVENT_TYPE.test(value);
  if (DECLARED_TYPES.test(value)) return false;
  return /^[A-Za-z][\w.-]{1,60}$/.test(value) || /^\d{3,6}$/.test(value);
}

/** What source code says that a code is, as in `array{code: string}`. */
const DECLARED_TYPES = /^(?:string|number|int|integer|bool|boolean|mixed|any|unknown)$/i;

/** `mode1_not_found`: what a picture's letters were taken for is not what stood there. */
function isMisread(value: string): boolean {
  if (!/[01]/.test(value) || KNOWN_CODES.has(value)) return false;
  const letters = value.replaceAll('0', 'o');
  return ['l', 'i'].some((letter) => KNOWN_CODES.has(letters.replaceAll('1', letter)));
}

const LANGUAGE_TYPES =
  /^(?:string|number|boolean|object|array|text|function|user|assistant|system|message|module|button|submit|json|json_object|json_schema|input_text|output_text|image_url|error|null|int|integer|float|any|unknown|refusal|reasoning|web_search\w*|file_search|mcp|open_?ai|azure)$/i;

/** `response.completed`: what an event of a stream, or one sent to a webhook, reports. */
const EVENT_TYPE = /^[a-z_]+(?:\.[a-z_]+)+$/;

function spoken(text: string): readonly Field[] {
  const flat = Array.from(text.matchAll(FLAT), (match) =>
    word((match[1] ?? '').toLowerCase() === 'code' ? 'code' : 'type', match[2] ?? '', match),
  );
  const pairs = Array.from(text.matchAll(PAIR)).flatMap((match) => [
    ...namedWord('type', match[1] ?? match[2], match),
    ...namedWord('code', match[3], match),
  ]);
  const coded = Array.from(text.matchAll(STATUS_CODE), (match) => word('code', match[1] ?? '', match));
  const bracketed = Array.from(text.matchAll(BRACKET), (match) => word('type', match[1] ?? '', match));
  const elements = Array.from(text.matchAll(ELEMENT)).flatMap((match) =>
    namedWord(NAMES[(match[1] ?? '').toLowerCase()] ?? 'code', match[2], match),
  );
  const signIn = Array.from(text.matchAll(OAUTH), (match) => word('code', match[1] ?? '', match));
  return [...flat, ...pairs, ...coded, ...bracketed, ...elements, ...signIn, ...known(text)];
}

/** Forms that prose has too: what stands there counts only where it is a word of the table. */
function known(text: string): readonly Field[] {
  const bare = [BARE_CODE, QUOTED, STATUS_QUOTED, CODE_STATUS, BEFORE_WORDS].flatMap((form) => [
    ...text.matchAll(form),
  ]);
  const dotted = Array.from(text.matchAll(DOTTED)).flatMap((match) => [
    ...namedWord('type', match[1], match),
    ...namedWord('code', match[2], match),
  ]);
  return [...bare.map(typeOrCode), ...dotted]
    .filter(({ value }) => KNOWN_CODES.has(value ?? ''))
    .map((field) => ({ ...field, inProse: true }));
}

function typeOrCode(match: RegExpExecArray): Field {
  const value = match[1] ?? '';
  return word(value.endsWith('_error') ? 'type' : 'code', value, match);
}

function namedWord(name: FieldName, value: string | undefined, match: RegExpExecArray): readonly Field[] {
  return value === undefined || value === '' ? [] : [word(name, value, match)];
}

function word(name: FieldName, value: string, match: RegExpExecArray): Field {
  const valueStart = match.index + match[0].lastIndexOf(value);
  return { name, value, start: match.index, end: valueStart + value.length, valueStart };
}

/** The values of one error object: the nearest of each name around the place where the sentence stands. */
export function nearest(
  fields: readonly Field[],
  name: FieldName,
  start: number,
  end: number,
  object: { readonly start: number; readonly end: number } | null,
): Field | null {
  const named = fields.filter((field) => field.name === name);
  const inside =
    object === null ? [] : named.filter((field) => field.start >= object.start && field.end <= object.end);
  const pool = inside.length > 0 ? inside : named;
  let best: Field | null = null;
  let least = FAR;
  for (const field of pool) {
    const distance = field.end <= start ? start - field.end : Math.max(0, field.start - end);
    if (distance < least) {
      best = field;
      least = distance;
    }
  }
  return best;
}

/** Beyond this many characters a field belongs to something else. */
const FAR = 1500;

/** The innermost braces around a place; null where there are none within reach. */
export function objectAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const open = scan(text, start - 1, -1, '{', '}');
  if (open === null) return null;
  const close = scan(text, end, 1, '}', '{');
  return { start: open, end: close ?? Math.min(text.length, end + FAR) };
}

/** Whether an object that opens before `start` is still open where the text ends. */
export function endsInObject(text: string, start: number): boolean {
  return (
    text.length - start < SCANNED &&
    scan(text, start - 1, -1, '{', '}') !== null &&
    scan(text, start, 1, '}', '{') === null
  );
}

/** Characters, at most, in which the braces of an object are looked for. */
const SCANNED = 4_000;

function scan(text: string, from: number, step: 1 | -1, wanted: string, other: string): number | null {
  let depth = 0;
  for (let i = from, steps = 0; i >= 0 && i < text.length && steps < SCANNED; i += step, steps += 1) {
    const character = text.charAt(i);
    if (character === other) depth += 1;
    else if (character === wanted && depth === 0) return i;
    else if (character === wanted) depth -= 1;
  }
  return null;
}
