import { MAX_PASTE } from '../../shared/base/limits';
import { judgeText } from '../../shared/diagnosis/judge-text';
import type { Verdict } from '../../shared/diagnosis/verdict';
import type { Reading } from '../../shared/errors/reading';
import { redact } from '../../shared/redaction/redact';

/** Above this many UTF-16 units a text is read only when it came in one piece, so that typing never lags. */
export const LIVE_LIMIT = 200_000;

export type LiveReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deferred' }
  | { readonly kind: 'read'; readonly text: string; readonly reading: Reading; readonly verdict: Verdict };

/** Reads a draft as it stands. Keys are hidden first: what is drawn beside the box may be seen by others. */
export function readDraft(text: string, pasted: boolean, today: string): LiveReading {
  if (text.trim() === '' || text.length > MAX_PASTE) return { kind: 'nothing' };
  if (text.length > LIVE_LIMIT && !pasted) return { kind: 'deferred' };
  const shown = redact(text);
  // Judged like a case, so that the case says nothing else a moment later.
  return { kind: 'read', text: shown, ...judgeText(shown, today) };
}
