import type { IpcError } from '../../shared/base/error-codes';
import type { Result } from '../../shared/base/result';
import { type KeyText, readKeyText } from '../../shared/keys/key-text';
import { fail } from '../base/failure';

/** What a person gives for a key of either kind. */
export function readText(given: string): Result<KeyText, IpcError> {
  const text = readKeyText(given);
  return text.ok ? text : fail(text.error.code, 'vendor' in text.error ? { vendor: text.error.vendor } : {});
}

/** The same for a key that uses models, which an admin key cannot. */
export function readSecret(given: string): Result<KeyText, IpcError> {
  const text = readText(given);
  return text.ok && text.value.kind === 'admin' ? fail('key_admin') : text;
}
