/** Keys in lines of any kind: `.env`, shell exports, YAML, INI, notes, one key a line. */
import { type FoundKey, isOpenAiKeyName, type Line, tokensIn, withoutTokens } from './found';

const COMMENT = /^\s*(?:#+|\/\/|;|--|rem\s)\s*(.*)$/i;
const SECTION = /^\s*\[([^\]]+)\]\s*$/;
const PARENT = /^\s*(?:-\s+)?["']?([\p{L}\p{N}_. -]+?)["']?\s*:\s*[{[]?\s*$/u;
const ASSIGNMENT =
  /^\s*(?:-\s+)?(?:export\s+|set\s+|\$env:|env\.)?["']?([A-Za-z_][\w.-]*)["']?\s*(?::=|[=:])\s*(.*)$/;
/** fish and the Windows prompt put a blank between name and value. */
const SET = /^\s*setx?\s+(?:-\w+\s+)*([A-Za-z_]\w*)\s+(.*)$/;
const NOISE =
  /\S+:\/\/\S+|\s--?\w+\b|#|\/\/|\b(?:export|set|setx|bearer|authorization)\b|[-–—=:|,;"'`<>()[\]{}*•]+/gi;

export function findInLines(lines: readonly Line[]): readonly FoundKey[] {
  const found: FoundKey[] = [];
  let above = '';
  lines.forEach(({ clean }, index) => {
    const heading = headingIn(clean);
    if (heading !== null) above = heading;
    else found.push(...findInLine(clean, index + 1, above));
  });
  return found;
}

/** A comment, a section or a parent key names what follows it, up to the next blank line; null for any other line. */
function headingIn(clean: string): string | null {
  if (clean.trim() === '') return '';
  if (tokensIn(clean).length > 0) return null;
  const name = COMMENT.exec(clean) ?? SECTION.exec(clean) ?? PARENT.exec(clean);
  return name === null ? null : (name[1] ?? '').trim();
}

function findInLine(clean: string, line: number, above: string): readonly FoundKey[] {
  const [, name = '', value = ''] = SET.exec(clean) ?? ASSIGNMENT.exec(clean) ?? [];
  const tokens = tokensIn(clean);
  if (tokens.length > 0) {
    return tokens.map((token) => ({ line, text: token[0], hints: [name, ...round(clean, token), above] }));
  }
  const text = withoutComment(value);
  return isOpenAiKeyName(name) && text !== '' ? [{ line, text, hints: [name, above] }] : [];
}

/** What is said of a key on its own line: a comment behind it, or words before it. */
function round(clean: string, token: RegExpExecArray): readonly string[] {
  const before = clean.slice(0, token.index);
  const behind = clean.slice(token.index + token[0].length);
  const words = SET.test(clean) || ASSIGNMENT.test(before) ? '' : before;
  return [behind, words].map((text) => withoutTokens(text).replace(NOISE, ' ').replace(/\s+/g, ' ').trim());
}

function withoutComment(value: string): string {
  return value
    .replace(/\s+#.*$/, '')
    .trim()
    .replace(/^["'`]+|["'`,;]+$/g, '');
}
