/** Whether an answer says that the key itself is bad, whatever the model. */
import type { Cause, Reading } from '../errors/reading';
import type { Answer } from './observation';

const OF_THE_KEY: readonly Cause[] = ['key_invalid', 'account_disabled', 'project_archived'];

/** Whether an answer with this cause blames the key itself. */
export function isOfTheKey(cause: Cause): boolean {
  return OF_THE_KEY.includes(cause);
}

/**
 * The cause, where the API itself says so; null for anything else. A page with a bare 401 may be of a gateway on the way, and
 * a key is called bad only where the words or the code are the API's.
 */
export function keyRefusedFor(answer: Answer): Cause | null {
  if (answer.kind !== 'refusal') return null;
  const { cause } = answer.reading;
  return isOfTheKey(cause) && !isDoubtfulOfKey(answer.reading) ? cause : null;
}

/** True where an answer reads as if the key were refused, but nothing in it is sure to come from the API. */
export function isDoubtfulOfKey({ cause, confidence, facts }: Reading): boolean {
  return cause === 'key_invalid' && (confidence !== 'certain' || facts.httpStatus !== 401);
}
