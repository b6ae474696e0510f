/** Which organization and project a case's requests are sent for, so that like is compared with like. */
import type { Reading } from '../../shared/errors/reading';
import type { KeySummary } from '../../shared/keys/key';
import { sentForBy } from '../../shared/observations/sender';
import type { Target } from '../probes/prober';
import { targetSentFor } from '../probes/prober';
import type { StoredCase } from '../store/case-store';

/** The pasted error of a case; null where it was opened without one. */
export function readingOf({ evidence }: Pick<StoredCase, 'evidence'>): Reading | null {
  const text = evidence.find((entry) => entry.kind === 'text');
  return text?.kind === 'text' ? text.reading : null;
}

/** The key's target with the headers of this case. */
export function sentAs(
  target: Target,
  item: Pick<StoredCase, 'evidence'>,
  key: Pick<KeySummary, 'kind' | 'sentFor'> | null,
): Target {
  return key === null ? target : targetSentFor(target, sentForBy(key, readingOf(item)));
}
