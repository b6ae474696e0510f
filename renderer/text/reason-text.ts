import { NETWORK_FAILURES } from '../../shared/diagnosis/evidence';
import { CAUSES } from '../../shared/errors/reading';
import type { Say } from './message-key';

/** Why a key was not accepted, in words. What is kept of it is a cause or a network failure; anything else is shown as it is. */
export function reasonText(code: string, say: Say): string {
  const cause = CAUSES.find((name) => name === code);
  if (cause !== undefined) return say(`verdict.cause.${cause}.title`);
  const failure = NETWORK_FAILURES.find((name) => name === code);
  return failure === undefined ? code : say(`app.case.failure.${failure}`);
}
