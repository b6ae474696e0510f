/** Labels: how people recognize keys. Two keys may share one; the app points it out and proposes another. */

import { MAX_LABEL } from './key';

/** Words that say "a key" and nothing of which one, in names of variables, columns and properties. */
const EMPTY_WORDS: ReadonlySet<string> = new Set([
  'access',
  'api',
  'apikey',
  'app',
  'auth',
  'bearer',
  'default',
  'env',
  'key',
  'keys',
  'my',
  'next',
  'openai',
  'org',
  'public',
  'react',
  'secret',
  'secrets',
  'sk',
  'token',
  'value',
  'vite',
]);

/** The part of a name that tells one key from another: `STAGING_OPENAI_API_KEY` → `Staging`; empty where nothing does. */
export function labelFromName(name: string): string {
  if (/\s/.test(name.trim())) return name.trim();
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word.toLowerCase()) && !/^\d$/.test(word));
  if (words.length === 0) return '';
  const [first = '', ...rest] = words.map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()));
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}

/** For a key that nobody named, in no language: whose key it is, and how its secret ends. `lastFour` may be empty. */
export function madeUpLabel(use: 'inference' | 'admin', lastFour: string): string {
  const whose = use === 'admin' ? 'Admin' : 'OpenAI';
  return lastFour === '' ? whose : `${whose} …${lastFour}`;
}

/** The wish itself where nobody has it, or the first of `wish (2)`, `wish (3)` … that is free. Cut to what a label may have. */
export function freeLabel(wish: string, taken: ReadonlySet<string>): string {
  const whole = cut(wish, MAX_LABEL);
  if (!taken.has(whole)) return whole;
  const base = whole.replace(/ \(\d+\)$/, '');
  const numbered = (number: number) => `${cut(base, MAX_LABEL - ` (${number})`.length)} (${number})`;
  let number = 2;
  while (taken.has(numbered(number))) number += 1;
  return numbered(number);
}

/** Never through the middle of a character. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
