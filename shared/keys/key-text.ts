/**
 * From what a person pastes to a usable key: damage that copying does is repaired, the rest is named.
 * Prefixes as of 2026-11-22; lengths changed several times and are only checked for the impossible.
 */

import { err, ok, type Result } from '../base/result';
import { type Damage, plainView } from '../redaction/plain-view';
import type { KeyKind } from './key';

const MIN_KEY_LENGTH = 20;
/** Far above any known form (164 characters), far below what a keychain or a header refuses. */
const MAX_KEY_LENGTH = 512;

/** What was put right, so that the window can say it. */
export type Repair = 'quotes' | 'bearer' | 'assignment' | 'blanks' | 'line_breaks' | 'cut' | Damage;

export interface KeyText {
  readonly secret: string;
  readonly kind: KeyKind;
  readonly repairs: readonly Repair[];
}

export type KeyTextError =
  | {
      readonly code:
        | 'key_empty'
        | 'key_redacted'
        | 'key_control_characters'
        | 'key_not_ascii'
        | 'key_is_a_name';
    }
  | { readonly code: 'key_too_short' | 'key_too_long' }
  | { readonly code: 'key_other_vendor'; readonly vendor: string };

const KINDS: readonly (readonly [string, KeyKind])[] = [
  ['sk-proj-', 'project'],
  ['sk-svcacct-', 'service_account'],
  ['sk-service-', 'service_account'],
  ['sk-admin-', 'admin'],
  ['ek_', 'realtime'],
  ['sk-', 'legacy'],
];

const OTHER_VENDORS: readonly (readonly [RegExp, string])[] = [
  [/^sk-ant-/, 'Anthropic'],
  [/^sk-or-/, 'OpenRouter'],
  [/^gsk_/, 'Groq'],
  [/^xai-/, 'xAI'],
  [/^AIza/, 'Google'],
  [/^pplx-/, 'Perplexity'],
  [/^hf_/, 'Hugging Face'],
  [/^(ghp_|github_pat_)/, 'GitHub'],
  [/^[0-9a-f]{32}$/, 'Azure OpenAI'],
  [/^sk-[0-9a-f]{32}$/, 'DeepSeek'],
];

export function kindOf(secret: string): KeyKind {
  return KINDS.find(([prefix]) => secret.startsWith(prefix))?.[1] ?? 'unknown';
}

interface Draft {
  readonly text: string;
  readonly repairs: readonly Repair[];
}
type Step = readonly [Repair, (text: string) => string];

/** What no key has and nobody sees. Replace with it, never test: it is global. */
// Written as escapes, since these characters cannot be seen: soft hyphen, zero-width, direction marks, word joiner, BOM.
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

const STEPS: readonly Step[] = [
  // The forms that Unicode calls compatible, beyond the full-width letters.
  ['full_width', (text) => text.normalize('NFKC')],
  ['blanks', (text) => text.trim()],
  [
    'assignment',
    (text) =>
      text.replace(
        /^(?:export\s+|set\s+|\$env:)?[A-Za-z_][A-Za-z0-9_]*\s*[=:]\s*(?=["'`]?(?:sk|ek)[-_])/,
        '',
      ),
  ],
  ['quotes', stripQuotes],
  ['bearer', (text) => text.replace(/^(?:authorization:\s*)?bearer\s+/i, '')],
  ['quotes', stripQuotes],
  ['cut', (text) => text.replace(/(["'`])[ \t]*[+,.]?[ \t]*\\?\s*(["'`])/g, '')],
  ['line_breaks', (text) => text.replace(/[ \t]*[\r\n]+[ \t>|]*/g, '')],
  ['blanks', (text) => text.replace(/[ \t]+/g, '')],
];

export function readKeyText(input: string): Result<KeyText, KeyTextError> {
  const draft = STEPS.reduce(repair, undamaged(input));
  const { text } = draft;
  const problem = problemOf(text);
  return problem === null
    ? ok({ secret: text, kind: kindOf(text), repairs: [...new Set(draft.repairs)] })
    : err(problem);
}

/** Escapes are read where a key of OpenAI's comes out; a gateway's own key may have any of these characters. */
function undamaged(input: string): Draft {
  const view = plainView(input, { delimiters: false });
  if (/(?:sk|ek)[-_]/.test(view.text)) return { text: view.text, repairs: [...view.damages] };
  return repair({ text: input, repairs: [] }, ['invisible', (text) => text.replace(INVISIBLE, '')]);
}

function repair(draft: Draft, [name, mend]: Step): Draft {
  const text = mend(draft.text);
  return text === draft.text ? draft : { text, repairs: [...draft.repairs, name] };
}

function stripQuotes(text: string): string {
  return text.replace(/^["'`“”‘’「『]+/, '').replace(/["'`“”‘’」』;,]+$/, '');
}

function problemOf(text: string): KeyTextError | null {
  if (text === '') return { code: 'key_empty' };
  if (/…|\.\.\.|\*{3,}|•{2,}|[xX]{8,}/.test(text)) return { code: 'key_redacted' };
  // A CR, LF or NUL inside would make the network layer quote the whole key in its error (measured 2026-11-22).
  if (hasControlCharacter(text)) return { code: 'key_control_characters' };
  if (/^\$?\{?[A-Z][A-Z0-9_]*(KEY|TOKEN)[A-Z0-9_]*\}?$/.test(text)) return { code: 'key_is_a_name' };
  const vendor = OTHER_VENDORS.find(([pattern]) => pattern.test(text))?.[1];
  if (vendor !== undefined) return { code: 'key_other_vendor', vendor };
  if (!/^[!-~]+$/.test(text)) return { code: 'key_not_ascii' };
  if (text.length < MIN_KEY_LENGTH) return { code: 'key_too_short' };
  return text.length > MAX_KEY_LENGTH ? { code: 'key_too_long' } : null;
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

/** The last four characters, for telling keys apart; fewer where the secret is short. */
export function lastFourOf(secret: string): string {
  return secret.length >= 12 ? secret.slice(-4) : '';
}
