/** Names of models, projects and the rest where they stand in a cleaned text. */
import type { Clean } from './clean';
import type { Slot } from './match';

/** A value and where it stands; indices into the cleaned text. */
export interface FoundName {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** True where the text breaks off inside the name. */
  readonly cut: boolean;
}

const QUOTES = '`\'"';
/** The edges of a box may stand between the words and the name. */
const OPENING = /^(?:[ \t]{0,120}[|\u2502][ \t]{0,8}\n[ \t]{0,8}[|\u2502][ \t]{0,8})?[\s`'"*_<>(:=[{]{0,10}/;
const BARE = /^[\p{L}\p{N}][\p{L}\p{N}._:/@+-]*/u;
const ELISION = /…|\.{3}/;
/** A name as announcements and people write it, `GPT-5 Mini` or `gpt 4o mini`: its blanks belong to it. */
const SPOKEN =
  /^(?:(?:chat)?gpt(?:[ -](?:image|realtime))?[ -]?\d[\w.-]*|o[134]|text[ -]embedding[ -]\d)(?:[ -](?:mini|nano|pro|turbo|codex|sol|luna|terra|astra|small|large))*(?![\w-])/iu;

function spokenName(text: string): string | null {
  const name = SPOKEN.exec(text)?.[0].replace(/[.-]+$/, '') ?? '';
  return name.includes(' ') ? name : null;
}

/** What stands in the room that a phrase leaves for a name; null where the name itself was left out. */
export function nameInSlot(clean: Clean, slot: Slot): FoundName | null {
  if (slot.start === slot.end || slot.open) return openName(clean.text, slot);
  return closedName(clean.text, slot.start, slot.end);
}

/** A name with words of the sentence on both sides: blanks and line breaks inside it are damage. */
function closedName(text: string, start: number, end: number): FoundName | null {
  const raw = text.slice(start, end);
  const lead = /^[\s`'"*_<>(:=[{,]*(?:models?:?\s{1,3}[`'"]+)?/i.exec(raw)?.[0].length ?? 0;
  const body = upToClosingQuote(raw.slice(0, lead), raw.slice(lead))
    .replace(/[\s):\]},.]*$/, (tail) => (ELISION.test(tail) ? tail.trimEnd() : ''))
    .replace(/[\s`'"*_<>):\]},]*$/, '')
    // `gpt-5.5 (for limit gpt-5)`: what stands in brackets explains the name.
    .replace(/\s+\([^()]*$/, '');
  const words = body.replace(/\s+/g, ' ');
  const spoken = spokenName(words) === words;
  // Any other unquoted name has no blank of its own: the phrase reached over other words.
  if (!spoken && !/[`'"]/.test(raw.slice(0, lead)) && /\S[ \t]+\S/.test(body)) return null;
  const value = spoken ? words : body.replace(/\s+/g, '');
  if (!isName(value)) return null;
  return { value, start: start + lead, end: start + lead + body.length, cut: ELISION.test(value) };
}

/** A phrase may have reached over more words than the quoted name. */
function upToClosingQuote(lead: string, rest: string): string {
  const quote = /[`'"](?=[^`'"]*$)/.exec(lead)?.[0];
  const close = quote === undefined ? -1 : rest.indexOf(quote);
  return close > 0 ? rest.slice(0, close) : rest;
}

/** A name at the end of a phrase (or at its beginning, where the slot says where it must end). */
function openName(text: string, slot: Slot): FoundName | null {
  if (slot.end > slot.start) return nameBefore(text, slot.end);
  return nameAfter(text, slot.start);
}

function nameAfter(text: string, start: number): FoundName | null {
  // A quote that closes right behind the words: whoever quoted them named no model.
  if (/^["'`]\s/.test(text.slice(start, start + 2))) return null;
  const lead = OPENING.exec(text.slice(start, start + 160))?.[0] ?? '';
  const quote = lead
    .split('')
    .reverse()
    .find((character) => QUOTES.includes(character));
  const from = start + lead.length;
  const rest = text.slice(from, from + 200);
  if (quote !== undefined) {
    const close = closingQuote(rest, quote);
    if (close !== null) {
      const value = rest
        .slice(0, close)
        .replace(/\s*\n\s*/g, '')
        .trim();
      if (!/\s/.test(value))
        return isName(value) ? { value, start: from, end: from + close, cut: ELISION.test(value) } : null;
    }
  }
  return bareName(text, from, rest, quote !== undefined);
}

/** A closing quote of any sort: people and machines mix them. */
function closingQuote(rest: string, quote: string): number | null {
  const exact = rest.indexOf(quote);
  const any = rest.search(/[`'"]/);
  if (any < 0) return null;
  return exact >= 0 && exact - any < 4 ? Math.min(exact, any) : any;
}

function bareName(text: string, from: number, rest: string, quoted: boolean): FoundName | null {
  const token = spokenName(rest) ?? BARE.exec(rest)?.[0] ?? '';
  const elided = ELISION.test(rest.slice(token.replace(/\.+$/, '').length, token.length + 3).slice(0, 3));
  const value = token.replace(/[.:,/@+-]+$/, '');
  if (!isName(value)) return null;
  const end = from + value.length;
  const atEnd = text.slice(end).trim() === '';
  return { value, start: from, end, cut: elided || (quoted && atEnd) };
}

function nameBefore(text: string, end: number): FoundName | null {
  const from = Math.max(0, end - 160);
  const before = text.slice(from, end).replace(/[\s`'"*_)>\]]+$/, '');
  const value = /[\p{L}\p{N}][\p{L}\p{N}._:/@+-]*$/u.exec(before)?.[0] ?? '';
  if (!isName(value)) return null;
  const start = from + before.length - value.length;
  return { value, start, end: start + value.length, cut: false };
}

const NO_NAMES = new Set(
  'does is has that to or and not in at it was the a an this your you of for with on name model models id access version provided requested which from are be cannot'.split(
    ' ',
  ),
);

function isName(value: string): boolean {
  return (
    value.length > 0 &&
    value.length <= 160 &&
    /[\p{L}\p{N}]/u.test(value) &&
    !NO_NAMES.has(value.toLowerCase())
  );
}

/** Spellings that only a model of these services has, in prose too. */
const FAMILY =
  /(?<![\w./@=-])(?:ft:)?(?:(?:gpt|chatgpt|text-embedding|text-davinci|code-davinci|whisper|dall-e|tts|sora|omni-moderation|text-moderation|codex-mini|computer-use|claude|gemini|gemma|llama|mistral|mixtral|codestral|deepseek|qwen|grok|command|kimi|glm|phi)-[A-Za-z0-9](?:[\w.:-]*[A-Za-z0-9])?|o[134](?:-(?:mini|pro|preview|deep-research)(?:-[\d-]*\d)?)?(?![\w.-]*\w)|davinci-002|babbage-002)/g;

const OWN_FAMILY =
  /^(?:ft:)?(?:(?:chat)?gpt[ -]?\d|gpt-(?:image|realtime|audio|transcribe|live)|o[134](?![\p{L}\p{N}])|text[ -]embedding|whisper-\d|dall-e|tts-\d|sora-|codex-mini|computer-use)/iu;

/** True where a name, or its beginning, can be nothing but a model's of this service. */
export function isOfFamily(name: string): boolean {
  return OWN_FAMILY.test(name);
}

export function familyNames(text: string): readonly FoundName[] {
  return Array.from(text.matchAll(FAMILY), (match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
    cut: false,
  })).filter(
    ({ value, end }) =>
      /\d|-latest$/.test(value) && !/^\.(?:py|js|ts|md|json|txt|html|com)\b/.test(text.slice(end, end + 6)),
  );
}

/** A line or field that names the model in use. */
const LABELLED: readonly RegExp[] = [
  /(?:^|\n)[\s>*-]{0,8}Model(?: name| id)?["'`*]{0,3}:[ \t*]{0,4}([^\n]{1,80})/g,
  /(?<![\w.])["'`]?(?:model|model_?name|model_?id)["'`]?\s{0,2}[:=]\s{0,2}["'`]{1,3}([A-Za-z0-9][\w.:/-]{1,80})["'`]/gi,
  /(?<![\w.])model[:=]\s?([A-Za-z0-9][\w.:/-]{1,80})/gi,
  /\b(?:with|using|for|use|to) (?:the )?model:? ["'`]([A-Za-z0-9][\w.:/-]{1,80})["'`]/gi,
  /\bmodel ["'`]([A-Za-z0-9][\w.:/-]{1,80})["'`]/gi,
  /\b(?:received|original) model[ _]group\s?=\s?["'`]?([A-Za-z0-9][\w.:/-]{1,80})/gi,
  // The parameter's name, and behind it or before it what was sent for it.
  /\bparameter ["'`]?model["'`]?(?!\w)[^\n]{0,160}?\binvalid value:? ["'`]([A-Za-z0-9][\w.:/-]{1,80})["'`]/gi,
  /\binvalid value:? ["'`]([A-Za-z0-9][\w.:/-]{1,80})["'`](?=[^\n]{0,400}["'`]param["'`]\s?:\s?["'`]model["'`])/gi,
  /\btried to access ([A-Za-z0-9][\w.:/-]{1,80})/gi,
];

/** The model that the text names outside the deciding sentence, which begins at `at`; null where none or several could be meant. */
export function labelledModel(text: string, at: number): FoundName | null {
  for (const pattern of LABELLED) {
    const named = Array.from(text.matchAll(pattern)).flatMap((match) => {
      const raw = (match[1] ?? '').replace(/[\s"'`*,;.}\])]+$/, '');
      return namedIn(raw, match.index + match[0].indexOf(match[1] ?? '')) ?? [];
    });
    // Of several runs in one text, the one that failed was named last before it failed.
    const last = named.findLast(({ end }) => end <= at) ?? named[0];
    if (last !== undefined) return last;
  }
  return onlyFamilyName(text) ?? familyNameOnLine(text, at);
}

/** `gpt-5.5: 403 …` in a list of runs: the one name before the error on its line. */
function familyNameOnLine(text: string, at: number): FoundName | null {
  const from = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const names = familyNames(text.slice(from, at));
  const [first] = names;
  return first === undefined || names.length > 1
    ? null
    : { ...first, start: first.start + from, end: first.end + from };
}

/** `Model: OpenAI GPT-5` names the vendor too; a free label such as `My model (1)` stays as it is. */
function namedIn(raw: string, start: number): FoundName | null {
  const words = /^(?:OpenAI|Anthropic|Azure|Groq|Mistral|Google)\s+/i.exec(raw)?.[0].length ?? 0;
  const value = raw.slice(words);
  if (!/\d|-/.test(value) || !isName(value)) return null;
  return { value, start: start + words, end: start + words + value.length, cut: false };
}

function onlyFamilyName(text: string): FoundName | null {
  const names = familyNames(text);
  const first = names[0];
  return first !== undefined && names.every(({ value }) => value === first.value) ? first : null;
}

function firstMatch(text: string, pattern: RegExp): FoundName | null {
  const match = pattern.exec(text);
  const value = match?.[1];
  if (match === null || value === undefined) return null;
  const start = match.index + match[0].lastIndexOf(value);
  return { value, start, end: start + value.length, cut: false };
}

export function projectsOf(text: string): readonly FoundName[] {
  return Array.from(text.matchAll(/(?<![A-Za-z0-9])proj_[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?/g), (match) => ({
    value: match[0],
    start: match.index,
    end: match.index + match[0].length,
    cut: false,
  }));
}

export function organizationOf(text: string): FoundName | null {
  return (
    firstMatch(
      text,
      /openai-organization["'`]{0,2}\s{0,2}[:=]\s{0,2}["'`]{0,2}((?:org|user)-[A-Za-z0-9-]{2,60})/i,
    ) ??
    firstMatch(text, /(?<![\w-])(org-(?=[\w-]{0,60}[A-Z0-9])[A-Za-z0-9]{4,60})(?![\w-])/) ??
    // Other services write theirs with an underscore.
    firstMatch(text, /(?<![\w-])(org_[a-z0-9]{20,40})(?![\w-])/)
  );
}

export function requestIdOf(text: string): FoundName | null {
  return (
    firstMatch(text, /(?<![A-Za-z0-9]|[a-z]_)(req_(?=[A-Za-z]{0,80}\d)[A-Za-z0-9]{6,80})/) ??
    firstMatch(
      text,
      /(?:x-)?request[ _-]?id["'`*]{0,3}\s{0,3}(?:=>|[:=]|is)?\s{0,60}["'`*]{0,3}((?=[A-Za-z-]{0,60}\d)[A-Za-z0-9][A-Za-z0-9_-]{7,80})/i,
    ) ??
    firstMatch(
      text,
      /(?:请求\s?ID|リクエスト\s?ID)\s{0,3}[:=]?\s{0,3}["'`]?((?=[A-Za-z-]{0,60}\d)[A-Za-z0-9][A-Za-z0-9_-]{7,80})/i,
    )
  );
}

const URL = /https?:\/\/(?:[^\s/@]{0,200}@)?([A-Za-z0-9.-]{3,120}(?::\d{2,5})?)(\/[^\s"'`)\]>,}]{0,200})?/g;
const NO_API =
  /^(?:platform|help|community|status|developers|docs|chat|console)\.|github\.com|^(?:www\.)?openai\.com/;

/** Host and path of the endpoint that was called, as far as an address in the text shows them. */
export function addressOf(text: string): {
  readonly host: FoundName | null;
  readonly endpoint: FoundName | null;
} {
  for (const match of text.matchAll(URL)) {
    const value = (match[1] ?? '').replace(/\.$/, '');
    if (NO_API.test(value)) continue;
    const start = match.index + match[0].indexOf(value);
    const host: FoundName = { value, start, end: start + value.length, cut: false };
    return { host, endpoint: endpointOf(text) };
  }
  const bare = firstMatch(
    text,
    /(?:host=["']?|Connection to |lookup |ENOTFOUND |resolve host:? ["']?|to connect to |request to )((?:[A-Za-z0-9-]{1,63}\.){1,5}[a-z]{2,10})/,
  );
  return {
    host: bare ?? firstMatch(text, /(?<![\w.@-])(api\.openai\.com|chatgpt\.com)(?![\w-])/),
    endpoint: endpointOf(text),
  };
}

function endpointOf(text: string): FoundName | null {
  const found =
    firstMatch(
      text,
      /(?:POST|GET|DELETE)\s+(?:https?:\/\/[^\s/]{3,100})?(\/(?:v1\/)?[a-z][a-z_/-]{2,60}[a-z])/,
    ) ??
    firstMatch(text, /https?:\/\/[^\s/"']{3,100}(\/(?:v1|backend-api\/codex)\/[a-z][a-z_/]{2,60}[a-z])/) ??
    firstMatch(text, /\bin the (v1\/[a-z_/]{3,40}[a-z])/) ??
    firstMatch(
      text,
      /(?<![\w/])(\/?v1\/(?:chat\/completions|completions|responses|embeddings|images\/\w+|audio\/\w+|models|realtime|batches|files|moderations|fine_tuning\/jobs|assistants|threads)(?:\/[a-z_]+)?)/,
    );
  return found === null
    ? null
    : { ...found, value: found.value.startsWith('/') ? found.value : `/${found.value}` };
}
