import { MAX_PASTE } from '../../shared/base/limits';
import { diagnose } from '../../shared/diagnosis/diagnose';
import type { Verdict } from '../../shared/diagnosis/verdict';
import { readError } from '../../shared/errors/read-error';
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
  const reading = readError(shown);
  // Judged like a case, so that the case says nothing else a moment later.
  const evidence = [{ kind: 'text', at: today, reading } as const];
  const verdict = diagnose({ evidence, keyId: null, model: reading.facts.model, today });
  return { kind: 'read', text: shown, reading, verdict };
}
