import type { Verdict } from '../diagnosis/verdict';
import { MESSAGES } from '../messages';
import type { MessageKey } from '../messages/say';
import { isElsewhere, remedyFor } from './remedies';

/** Names of the sentences that say what to do about a verdict's cause, in order. */
export function remedySteps(verdict: Pick<Verdict, 'cause' | 'host'>): readonly MessageKey[] {
  const { cause } = verdict;
  const remedy = remedyFor(verdict);
  if (cause === null || remedy === null) return [];
  const place = isElsewhere(verdict) ? 'elsewhere' : (`cause.${cause}` as const);
  const sentences: Readonly<Record<string, string>> =
    place === 'elsewhere' ? MESSAGES.en.remedies.elsewhere : MESSAGES.en.remedies.cause[cause];
  return Array.from({ length: remedy.steps }, (_, index) => `step${index + 1}`)
    .filter((step) => Object.hasOwn(sentences, step))
    .map((step) => `remedies.${place}.${step}` as MessageKey);
}
