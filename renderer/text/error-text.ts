import { ERROR_CODES } from '../../shared/base/error-codes';
import type { Say } from '../../shared/messages/say';
import { CallError } from '../state/bridge';

/** The sentence for a failed call. What has no sentence of its own shows its code, so that it can be looked up. */
export function errorText(error: unknown, say: Say): string {
  if (!(error instanceof CallError)) return say('errors.fallback', { code: 'unexpected' });
  const known = ERROR_CODES.find((code) => code === error.code);
  if (known === undefined) return say('errors.fallback', { code: String(error.code) });
  return say(`errors.${known}`, error.values);
}
