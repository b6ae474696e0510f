/** Refusals of a request for its content, which come after access was decided. Sources: error guide, recorded traffic, 2026. */
import type { Reading } from '../errors/reading';
import { CHAT_PATH, freeProbe } from '../models/families';
import type { Observation } from './observation';

const CODES =
  /^(integer_below_min_value|decimal_below_min_value|empty_array|empty_string|invalid_value|missing_required_parameter|invalid_type|string_too_short|array_too_short)$/;

/** What endpoints that name neither a code nor a parameter say of a value that is too small, empty or missing. */
const SENTENCES =
  /below minimum value|less than the minimum|is too short|empty (array|string)|field required|missing required parameter|validation error for request/i;

/** True where the answer to a free test shows that the request got as far as the parameter that is invalid on purpose. */
export function reachedValidation({
  probe,
  model,
  endpoint,
  answer,
}: Pick<Observation, 'probe' | 'model' | 'endpoint' | 'answer'>): boolean {
  if (probe !== 'free_probe' || model === null || answer.kind !== 'refusal') return false;
  return isValidation(answer.reading, freeProbe(model, endpoint.endsWith(CHAT_PATH))?.breaks ?? null);
}

/**
 * A code by itself may be about the model's name, and a page on the way, or a refusal of the model for its endpoint, is a 400
 * as well: it has to be the API's own error object, about the broken parameter or in the words for such.
 */
function isValidation(reading: Reading, broken: string | null): boolean {
  const { httpStatus, type, code, param } = reading.facts;
  if (httpStatus !== 400 || type === null || reading.cause !== 'wrong_endpoint_or_parameter') return false;
  if (param === 'model') return false;
  if (param !== null && param === broken) return true;
  if (code !== null) return CODES.test(code);
  if (param !== null) return false;
  const sentence = reading.sentence ?? '';
  return CODES.test(type) || SENTENCES.test(sentence) || (broken !== null && names(sentence, broken));
}

/** `'$.input' is invalid`: the parameter that the test broke, in quotes, as some endpoints name it (issue trackers, 2024). */
function names(sentence: string, parameter: string): boolean {
  return new RegExp(`(?:^|['"\`])(?:\\$\\.)?${parameter}(?:\\[\\d*\\])?['"\`]`).test(sentence);
}
