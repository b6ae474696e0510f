import type { Cause, Reading } from './reading';

/** Of these nothing is known but that something failed, if that. */
const SAY_LITTLE: readonly Cause[] = ['not_an_error', 'reason_not_shown'];

/** Whether the text is worth offering unasked: a failure that the reader names, and not by a guess. */
export function isKnownFailure({ cause, confidence }: Pick<Reading, 'cause' | 'confidence'>): boolean {
  return confidence !== 'possible' && !SAY_LITTLE.includes(cause);
}
