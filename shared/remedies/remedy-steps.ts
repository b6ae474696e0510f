import type { Cause } from '../errors/reading';
import { MESSAGES } from '../messages';
import type { MessageKey } from '../messages/say';
import { REMEDIES } from './remedies';

/** Names of the sentences that say what to do, in order. */
export function remedySteps(cause: Cause): readonly MessageKey[] {
  const sentences: Readonly<Record<string, string>> = MESSAGES.en.remedies.cause[cause];
  return Array.from({ length: REMEDIES[cause].steps }, (_, index) => `step${index + 1}`)
    .filter((step) => Object.hasOwn(sentences, step))
    .map((step) => `remedies.cause.${cause}.${step}` as MessageKey);
}
