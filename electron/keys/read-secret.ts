import type { IpcError } from '../../shared/ipc/views';
import { type KeyText, readKeyText } from '../../shared/keys/key-text';
import type { Result } from '../../shared/result';
import { fail } from '../failure';

/** What a person gives for a key, as a secret that may be stored. An admin key is none: it cannot use models. */
export function readSecret(given: string): Result<KeyText, IpcError> {
  const text = readKeyText(given);
  if (!text.ok) return fail(text.error.code, 'vendor' in text.error ? { vendor: text.error.vendor } : {});
  return text.value.kind === 'admin' ? fail('key_admin') : text;
}
