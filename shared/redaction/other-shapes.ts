/** Secrets that are told by more than a prefix: tokens with dots, credentials in headers, addresses and settings. */
import { GONE, type Span } from './key-shapes';
import { changesIn, isScrambled } from './scrambled';

interface Shape {
  readonly pattern: RegExp;
  readonly kind: Span['kind'];
  /** What is put in the place of the second group; the first one stays. null where it is no secret. */
  readonly mask: (secret: string) => string | null;
}

function shape(source: string, flags: string, kind: Span['kind'], mask: Shape['mask']): Shape {
  return { pattern: new RegExp(source, `g${flags}`), kind, mask };
}

const START = '(?<![A-Za-z0-9])';
const always: Shape['mask'] = () => GONE;
const onlyIf =
  (isSecret: (text: string) => boolean): Shape['mask'] =>
  (secret) =>
    isSecret(secret) ? GONE : null;

const SHAPES: readonly Shape[] = [
  shape(
    String.raw`(?=eyJ)${START}(eyJ)([\w-]{8,4000}(?:\.[\w-]{4,4000}){0,2}(?:\.[\w-]{0,3})?)`,
    '',
    'key',
    always,
  ),
  // Telegram: the bot's number, a colon and 35 characters.
  shape(String.raw`(?<!\d)(\d{8,10}:)(AA[\w-]{33})(?![\w-])`, '', 'key', always),
  shape(String.raw`(hooks\.slack\.com\/(?:services|workflows)\/)([A-Za-z0-9\/]{20,200})`, '', 'key', always),
  // Keys of resellers and others that a service starred out itself: a prefix, some characters, many stars.
  shape(
    String.raw`(?=[a-z]{2,8}[-_])${START}([a-z]{2,8}[-_])([\w-]{2,60}(?:\*{4,}|•{3,})[\w*•-]*)`,
    'i',
    'key',
    always,
  ),
  shape(String.raw`\b((?:Bearer|Basic)\s{1,8})([\w.~+\/=*-]{6,4000})`, 'i', 'credential', onlyIf(isToken)),
  shape(
    String.raw`((?:api[_-]?key|secret|(?:access|refresh|auth|id|api|bot)[_-]?token)["']{0,3}\s{0,3}[:=]\s{0,3}["']{0,3})([\w.~+\/=*-]{12,4000})`,
    'i',
    'credential',
    onlyIf(isToken),
  ),
  shape(
    String.raw`(passw(?:or)?d["']{0,3}\s{0,3}[:=]\s{0,3}["']{0,3})([\w.~+\/=*-]{12,4000})`,
    'i',
    'credential',
    onlyIf(isPassword),
  ),
  // Azure, Mistral, Cohere, Together, AWS: nothing but letters and digits, told by the word before them.
  shape(
    String.raw`((?:key|token|secret|credential)s?["')\]]{0,3}(?:\s{1,3}(?:is|was|of|id|provided|value|used)){0,2}\s{0,3}[:=>(]{0,2}\s{0,3}["'\x60(<]{0,2})([A-Za-z0-9\/+]{32,100})(?![\w\/+-])`,
    'i',
    'credential',
    onlyIf(isBareKey),
  ),
  shape(String.raw`(:\/\/)([^\s\/@:]{1,600}(?::[^\s\/@]{0,600})?@)`, '', 'credential', (secret) =>
    secret === '[redacted]@' ? null : '[redacted]@',
  ),
  shape(
    String.raw`(?<![\w.%+-])(?!git@)()([\w.%+-]{1,64}(?=@)(?<!:\/\/[^\s\/@]{1,600})@(?!\d{1,5}\.\d)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}(?:-[\w-]*)?(?![\w@-]))`,
    '',
    'email',
    // With what hangs on to it: that can be a key whose beginning the address took for its own end.
    () => '[redacted e-mail]',
  ),
];

export function otherSpans(text: string): readonly Span[] {
  return SHAPES.flatMap(({ pattern, kind, mask }) => {
    const spans: Span[] = [];
    for (const match of text.matchAll(pattern)) {
      const [, kept = '', secret = ''] = match;
      const masked = mask(secret);
      const start = match.index + kept.length;
      if (masked !== null) spans.push({ start, end: start + secret.length, mask: masked, kind });
    }
    return spans;
  });
}

/** Tells a credential from words and names, as in `my-config-name-v2`, `HTTP/1.1` or `base64`. */
function isToken(value: string): boolean {
  if (/\*{3}/.test(value)) return true;
  return value.split(/[^A-Za-z0-9]+/).some((part) => !isWord(part));
}

function isWord(part: string): boolean {
  if (/^[A-Za-z]+$/.test(part)) return !isScrambled(part) && !/^(?:[a-z]{24,}|[A-Z]{24,})$/.test(part);
  return /^[A-Za-z]{0,14}\d{0,4}$/.test(part) && changesIn(part) < 4;
}

/** A person's own, which may look like anything. */
function isPassword(value: string): boolean {
  return /\*{3}/.test(value) || (/\d/.test(value) && /[A-Za-z]/.test(value)) || isScrambled(value);
}

/** 32 or 64 hexadecimal digits, or a long mixture of small letters, capitals and digits. */
function isBareKey(value: string): boolean {
  if (/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(value)) return /\d/.test(value) && /[a-f]/.test(value);
  return isScrambled(value) && /\d/.test(value) && !/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(value);
}
