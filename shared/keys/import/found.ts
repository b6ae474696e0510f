/** What the finders share: a stretch of text that may be a key, and what stood round it. */
import { plainView } from '../../redaction/plain-view';
import type { Repair } from '../key-text';

export interface FoundKey {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Names and comments that stood near it, the nearest first; any may be empty or say nothing. */
  readonly hints: readonly string[];
}

/** One line as it was given, and as it is read: without the damage of copying. */
export interface Line {
  readonly raw: string;
  readonly clean: string;
}

/** A quoted key that was broken over two lines; the line break moves behind it, so that lines keep their numbers. */
const BROKEN = /(["'])((?:sk|ek)-[^"'\s]{8,})[ \t]*\n[ \t]*([A-Za-z0-9_-]+)\1/g;

export function linesOf(text: string): readonly Line[] {
  const given = text.replace(/\r\n?/g, '\n');
  const clean = plainView(given, { delimiters: false })
    .text.normalize('NFKC')
    .replace(BROKEN, '$1$2$3$1\n')
    .split('\n');
  return given.split('\n').map((raw, index) => ({ raw, clean: clean[index] ?? '' }));
}

/** What had to be put right between the line as given and the key read from it. */
export function damageOf(line: Line | undefined, text: string): readonly Repair[] {
  if (line === undefined || line.raw.includes(text)) return [];
  const { damages } = plainView(line.raw, { delimiters: false });
  return damages.size > 0 ? [...damages] : ['line_breaks'];
}

const KNOWN =
  '(?:sk-(?:proj|svcacct|service|admin|ant|or)-|ek_|gsk_|xai-|pplx-|hf_|ghp_|github_pat_|AIza|sk-(?=[^\\s"\'`,;|<>()\\[\\]{}]*(?:[0-9…*]|\\.{3})))';
const REST = '[^\\s"\'`,;|<>()\\[\\]{}「」『』“”‘’]';

/** A key's prefix at the start of a word, and the word; a plain `sk-` counts only with a digit or a gap in it, as words have none. */
const TOKEN = new RegExp(`(?<![^\\s"'\`=:,;|(<\\[{>「『“‘])${KNOWN}${REST}{6,}`, 'g');
const WHOLE = new RegExp(`^${KNOWN}${REST}{6,}$`);

export function tokensIn(clean: string): readonly RegExpExecArray[] {
  return [...clean.matchAll(TOKEN)];
}

/** Whatever is shown of a text must hold none of its keys. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, ' ');
}

export function isToken(text: string): boolean {
  return WHOLE.test(text);
}

/** Names of variables and properties whose value is meant to be an OpenAI key, whatever it looks like. */
export function isOpenAiKeyName(name: string): boolean {
  return /open_?ai/i.test(name) && /key|token|secret/i.test(name);
}
