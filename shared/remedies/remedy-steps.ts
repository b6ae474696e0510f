import type { Verdict } from '../diagnosis/verdict';
import { remedies } from '../messages/en/remedies';
import type { MessageKey } from '../messages/speaker';
import { isElsewhere, remedyFor } from './remedies';

/** Names of the sentences that say what to do about a verdict's cause, in order. */
export function remedySteps(verdict: Pick<Verdict, 'cause' | 'host'>): readonly MessageKey[] {
  const { cause } = verdict;
  const remedy = remedyFor(verdict);
  if (cause === null || remedy === null) return [];
  const place = isElsewhere(verdict) ? 'elsewhere' : (`cause.${cause}` as const);
  const sentences: Readonly<Record<string, string>> =
    place === 'elsewhere' ? remedies.elsewhere : remedies.cause[cause];
  return Array.from({ length: remedy.steps }, (_, index) => `step${index + 1}`)
    .filter((step) => Object.hasOwn(sentences, step))
    .map((step) => `remedies.${place}.${step}` as MessageKey);
}
