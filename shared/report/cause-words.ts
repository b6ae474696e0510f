/** What is said of a cause: in a sentence, and in a word or two for a cell or a pill. */
import type { Cause } from '../errors/reading';
import type { MessageKey } from '../messages/say';
import type { Layer } from '../observations/layers';

/** The wrong host is refused as a request that does not suit the model is, but means another thing. */
function isWrongHost(cause: Cause, layer: Layer | null): boolean {
  return cause === 'wrong_endpoint_or_parameter' && layer === 'reach';
}

export function causeTitle(cause: Cause, layer: Layer | null): MessageKey {
  return isWrongHost(cause, layer) ? 'verdict.wrongHost.title' : `verdict.cause.${cause}.title`;
}

export function shortCause(cause: Cause, layer: Layer | null): MessageKey {
  return isWrongHost(cause, layer) ? 'verdict.wrongHost.short' : `verdict.cause.${cause}.short`;
}
