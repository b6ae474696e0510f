import { CAUSES, type Cause } from '../../shared/errors/reading';
import type { Say } from '../../shared/messages/say';
import type { Layer } from '../../shared/observations/layers';
import { NETWORK_FAILURES } from '../../shared/observations/observation';
import { causeTitle } from '../../shared/report/cause-words';

/** Why a key was not accepted, in words. What is kept of it is a cause or a network failure; anything else is shown as it is. */
export function reasonText(code: string, say: Say): string {
  if (code === 'wrong_host') return say('verdict.wrongHost.title');
  const cause = CAUSES.find((name) => name === code);
  if (cause !== undefined) return say(`verdict.cause.${cause}.title`);
  const failure = NETWORK_FAILURES.find((name) => name === code);
  return failure === undefined ? code : say(`app.case.failure.${failure}`);
}

/** What was refused, in a sentence. */
export function causeText(cause: Cause, layer: Layer | null, say: Say): string {
  return say(causeTitle(cause, layer));
}
