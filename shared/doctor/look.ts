/** What may be shown of a value. Of a key that is its kind and its last four characters, which the API prints as well. */
import type { KeyKind } from '../keys/key';
import { kindOf, lastFourOf, readKeyText } from '../keys/key-text';
import { redact } from '../redaction/redact';
import type { Setting } from './setting';

/** `elsewhere`: the value is not in the folder. `empty`: set to nothing. */
export type Look =
  | { readonly kind: 'key'; readonly keyKind: KeyKind; readonly lastFour: string }
  | { readonly kind: 'other_vendor'; readonly vendor: string; readonly lastFour: string }
  | { readonly kind: 'placeholder' | 'elsewhere' | 'empty' }
  | { readonly kind: 'text'; readonly text: string };

/** Words that people leave where a key belongs. */
const STANDS_FOR =
  /your|change[_-]?me|replace|example|placeholder|insert|dummy|to-?do|fake|<|>|\{\{|\$\{|^\$|x{4,}|\.{3}|…|\*{3,}/i;

export function valueLookOf({ subject, value }: Pick<Setting, 'subject' | 'value'>): Look {
  if (value === null) return { kind: 'elsewhere' };
  if (value.trim() === '') return { kind: 'empty' };
  return subject === 'key' ? keyLook(value.trim()) : { kind: 'text', text: withoutSignIn(value) };
}

function keyLook(value: string): Look {
  const read = readKeyText(value);
  if (!read.ok && read.error.code === 'key_other_vendor')
    return { kind: 'other_vendor', vendor: read.error.vendor, lastFour: lastFourOf(value) };
  if (!read.ok || isPlaceholder(read.value.secret)) return { kind: 'placeholder' };
  return { kind: 'key', keyKind: kindOf(read.value.secret), lastFour: lastFourOf(read.value.secret) };
}

/** A long mixture of letters and digits is a key, whichever word chance has put into it. */
function isPlaceholder(value: string): boolean {
  const isMixed = /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value);
  return STANDS_FOR.test(value) && !(isMixed && value.length >= 40);
}

/** An address may hold a password, and a name may be a key by mistake. */
function withoutSignIn(value: string): string {
  return redact(value.replace(/\/\/[^/@\s]*@/, '//…@').replace(/[?#].*$/, '')).slice(0, 200);
}
