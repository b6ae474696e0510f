import { readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { redact } from '../../shared/redaction/redact';

/** Above this many UTF-16 units a text is read only when it came in one piece, so that typing never lags. */
export const LIVE_LIMIT = 200_000;

/** The same bound as the contract's `MAX_PASTE`, repeated because the contract brings a library along that the window must not carry. */
export const MAX_TEXT = 6_000_000;

export type LiveReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'read'; readonly text: string; readonly reading: Reading };

/** Reads a draft as it stands. Keys are hidden first: what is drawn beside the box may be seen by others. */
export function readDraft(text: string, pasted: boolean): LiveReading {
  if (text.trim() === '' || text.length > MAX_TEXT) return { kind: 'nothing' };
  if (text.length > LIVE_LIMIT && !pasted) return { kind: 'deferred' };
  const shown = redact(text);
  return { kind: 'read', text: shown, reading: readError(shown) };
}
