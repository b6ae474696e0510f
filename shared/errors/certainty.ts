/**
 * What makes a reading certain: a whole sentence or code that this service alone sends, in a report, with nothing against
 * it. Everything else fits best, or fits.
 */
import { OF_A_FAILURE, ownSentence } from './attribution';
import { objectAround } from './fields';
import type { Hit } from './match';
import type { Decision, Material } from './material';
import { type Context, isTalkedOf } from './mention';
import { addressOf } from './names';
import { vendorSigns } from './vendor-signs';

type Ruled = Omit<Decision, 'isSure'>;

export function isSure(found: Ruled, material: Material, context: Context): boolean {
  if (found.contradicted || found.breaksOff) return false;
  if (context.isCode || (!material.known && isTalkedOf(found.hit, context))) return false;
  return found.hit.row.vendor === undefined ? isOpenAis(found, material) : isVendors(found, material);
}

function isOpenAis(found: Ruled, material: Material): boolean {
  const { hit } = found;
  const { text } = material.clean;
  // OpenAI's own ids in the sentence outweigh whatever passed it on.
  if (hit.by === 'phrase' && ownSentence(hit, text)) return !failedElsewhere(hit, material);
  if (isFromElsewhere(hit, material) || failedElsewhere(hit, material)) return false;
  return hit.by === 'phrase' ? hit.isOwn || isInOwnObject(hit, material) : isInOwnObject(hit, material);
}

/** Words as short as `model not exist` are anyone's, unless a sign of the service stands beside them. */
function isVendors({ hit, vendor }: Ruled, { clean }: Material): boolean {
  if (/https?:\/\/api\.openai\.com/.test(clean.text)) return false;
  if (hit.by === 'phrase' && hit.weight >= WHOLE_SENTENCE) return true;
  return vendorSigns(clean, hit.start, hit.end).some((sign) => sign.vendor === vendor);
}

/** Letters and digits. */
const WHOLE_SENTENCE = 24;

/** Another host was asked, or another service is named near it. */
function isFromElsewhere(hit: Hit, { clean }: Material): boolean {
  const host = addressOf(clean.text).host?.value ?? null;
  if (host !== null && !OWN_HOST.test(host)) return true;
  return vendorSigns(clean, hit.start, hit.end).length > 0;
}

const OWN_HOST = /(?:^|\.)(?:openai\.com|chatgpt\.com)(?::\d+)?$/i;

/** Beside the error object's other fields, whose words are OpenAI's. An answer to our own test is such an object. */
function isInOwnObject(hit: Hit, { clean, fields, known }: Material): boolean {
  if (known) return true;
  const object = objectAround(clean.text, hit.start, hit.end);
  const near = fields.filter(({ start }) =>
    object === null ? Math.abs(start - hit.start) < NEAR : start >= object.start && start <= object.end,
  );
  return near.some(({ name, value }) => name === 'type' && OWN_TYPES.test(value ?? ''));
}

/** Characters between the fields of one error that is printed without braces, at most. */
const NEAR = 400;

const OWN_TYPES =
  /^(?:invalid_request_error|insufficient_quota|requests|tokens|server_error|request_forbidden|access_terminated|billing_not_active|invalid_request|usage_limit_reached|image_generation_user_error)$/;

/** A status from 500 right before the words: a server failed, whatever it says. */
function failedElsewhere(hit: Hit, { clean }: Material): boolean {
  return (
    !OF_A_FAILURE.has(hit.row.cause) &&
    /(?<![\d.])5\d\d\W{1,6}$/.test(clean.text.slice(Math.max(0, hit.start - 12), hit.start))
  );
}
