/** Whose error it is, and what in the same answer speaks against it. */
import { endsInObject, type Field, type FieldName, nearest, objectAround } from './fields';
import type { MarkedSpan } from './marks';
import { type Hit, strengthOf } from './match';
import type { Decision, Material } from './material';
import type { Cause } from './reading';
import { STRENGTHS } from './row';
import { isRefusedByAnyLayer, isVague } from './rules/fallback';
import { PLAIN_SHAPES, type Shape, shapeAt, shapeIn } from './shapes';
import { REASONS } from './statuses';
import { type VendorSign, vendorSigns } from './vendor-signs';

/** OpenAI's whole sentence. Its clause about access shows the service, whatever the model is called. */
export const MISSING_OR_NO_ACCESS = 'model-missing-or-no-access';

/** Whose error it is: the row says so, or a sign near it, unless the sentence itself is OpenAI's own. */
export function attribute(hit: Hit, hits: readonly Hit[], material: Material): Omit<Decision, 'isSure'> {
  const { cause } = hit.row;
  // Of another service the words decide, and those of any row may name what they speak of.
  const company = hits.filter(
    (other) =>
      (other.row.cause === cause || cause === 'other_vendor') && Math.abs(other.start - hit.start) < 400,
  );
  const found = {
    hit,
    company,
    contradicted: isContradicted(hit, hits, material),
    breaksOff: breaksOff(hit, material),
  };
  if (hit.row.vendor !== undefined)
    return { ...found, cause, vendor: vendorOf(hit, material) ?? hit.row.vendor };
  const vendor = ownSentence(hit, material.clean.text) ? null : vendorOf(hit, material);
  if (vendor !== null && !HERE.has(cause)) return { ...found, cause: 'other_vendor', vendor };
  const shape = HERE.has(cause) || ownSentence(hit, material.clean.text) ? null : shapeOf(hit, material);
  if (shape !== null) return { ...found, cause: 'other_vendor', vendor: shape.vendor };
  if (isAnsweredElsewhere(hit, material)) return { ...found, cause: 'other_vendor', vendor: 'other' };
  if (foreignCode(hit, material)) return { ...found, cause: 'other_vendor', vendor: 'other' };
  if (groqShape(hit, material)) return { ...found, cause: 'other_vendor', vendor: 'groq' };
  return { ...found, cause: material.known ? cause : behindStatus(hit, material), vendor: null };
}

/** Words that anyone says, in an answer from an address that is not OpenAI's. */
function isAnsweredElsewhere(hit: Hit, { clean: { text }, known }: Material): boolean {
  if (known || HERE.has(hit.row.cause) || (hit.isOwn && hit.strength === 'sentence')) return false;
  return !ownSentence(hit, text) && !OWN_ADDRESS.test(text) && OTHER_ENDPOINT.test(text);
}

const OWN_ADDRESS = /\b(?:openai|chatgpt)\.com\b/i;
/** An endpoint of OpenAI's at another address, or the base URL of one. A person's own server has paths of its own. */
const OTHER_ENDPOINT =
  /https?:\/\/[\w.:-]{3,120}(?:\/[\w.-]{1,40}){0,3}\/v\d{1,2}(?:\/(?:chat\/completions|completions|responses|embeddings|messages|models)\b|\/?(?=["'`\s,;)\]}]|$))/i;

/** A bare status with which any layer may refuse: what came with it was a page, or was kept back by the client. */
function behindStatus(hit: Hit, material: Material): Cause {
  const { text } = material.clean;
  const isStatus = hit.strength === 'status' && isRefusedByAnyLayer(hit.row);
  // A class stands for its status.
  if (!isStatus && !(hit.by === 'phrase' && isVague({ rule: hit.row.id }))) return hit.row.cause;
  if (!isStatus) return PAGE.test(text.slice(hit.end, hit.end + NEAR_CLASS)) ? 'not_from_api' : hit.row.cause;
  if (PAGE.test(textNear(hit, material))) return 'not_from_api';
  return showsBody(material, hit) ? hit.row.cause : 'reason_not_shown';
}

/** True where a part of an answer's body stands near a place. */
export function showsBody(material: Material, place: MarkedSpan): boolean {
  return (
    BODY.test(textNear(place, material)) ||
    material.fields.some(
      (field) =>
        field.start > place.start - NEAR_STATUS &&
        field.start < place.end + NEAR_STATUS &&
        isOfBody(field, material.clean.text),
    )
  );
}

/** A client's own `message='Forbidden'` gives the status its words, and `type: 'default'` is the sort of a response. */
function isOfBody({ name, value, valueStart }: Field, text: string): boolean {
  if (name === 'message') return !REASON_ALONE.test(text.slice(valueStart, valueStart + 60));
  return value === null || !/^[a-z]+$/.test(value) || value === 'requests' || value === 'tokens';
}

const REASON_ALONE = new RegExp(`^(?:${REASONS})["'\`,\\s]`, 'i');

function textNear({ start, end }: MarkedSpan, { clean: { text } }: Material): string {
  return text.slice(Math.max(0, start - NEAR_STATUS), end + NEAR_STATUS);
}

/** In characters. */
const NEAR_STATUS = 1_000;
const NEAR_CLASS = 40;
const PAGE = /<(?:!doctype|html|head|body|center|title)\b/i;
/** The beginning of an object or of a value with which a refusal gives its reason. */
const BODY = /[{,]\s{0,40}\\{0,3}["'](?:error|detail|message|code|type|status)["']/i;

function shapeOf(hit: Hit, { clean: { text }, known }: Material): Shape | null {
  // Of an answer to our own test, the one who sent it weighs its form.
  if (!known && strengthOf(hit) < STRENGTHS.indexOf('code')) {
    const near = text.slice(Math.max(0, hit.start - 200), hit.end + 400);
    const plain = PLAIN_SHAPES.find(({ fits }) => fits.test(near)) ?? shapeIn(near)?.shape;
    if (plain !== undefined) return plain;
  }
  return shapeAt(text, objectAround(text, hit.start, hit.end));
}

/** A sentence beside another cause's code in its own error object, or in an answer by which the server says that it failed. */
function isContradicted(hit: Hit, hits: readonly Hit[], { clean, statuses, known }: Material): boolean {
  const failed = known && statuses.some(({ value }) => value >= 500);
  if (failed && !OF_A_FAILURE.has(hit.row.cause)) return true;
  const object = hit.by === 'phrase' ? objectAround(clean.text, hit.start, hit.end) : null;
  return (
    object !== null &&
    hits.some(
      ({ by, row, strength, start, end }) =>
        by === 'field' &&
        strength === 'code' &&
        row.areShared !== true &&
        row.cause !== hit.row.cause &&
        start > object.start &&
        end < object.end,
    )
  );
}

/** What is missing may name another cause, or another service. An answer that was sent to us is as long as it is. */
function breaksOff(hit: Hit, { clean: { text }, known }: Material): boolean {
  if (hit.breaksOff === true) return true;
  if (known || ownSentence(hit, text)) return false;
  const next = text.indexOf('{', hit.end);
  const isBody = next !== -1 && next - hit.end < NEAR_BODY;
  return endsInObject(text, hit.start) || (isBody && endsInObject(text, next + 1));
}

/** Characters between what a client says and the body that it prints, at most. */
const NEAR_BODY = 60;

/** Causes that a status from 500 fits. */
export const OF_A_FAILURE: ReadonlySet<Cause> = new Set([
  'server_error',
  'rate_limited',
  'network',
  'other_vendor',
]);

/** Failures of the way itself stay what they are, wherever the way led. */
const HERE: ReadonlySet<Cause> = new Set(['network', 'not_from_api', 'reason_not_shown']);

function vendorOf(hit: Hit, material: Material): string | null {
  const signs = vendorSigns(material.clean, hit.start, hit.end).filter(
    (sign) => !TRIED_NEXT.test(material.clean.text.slice(hit.end, Math.max(hit.end, sign.end))),
  );
  const own = OPENAI_SIGN.exec(material.clean.text.slice(Math.max(0, hit.start - 400), hit.start));
  if (own !== null && !signs.some((sign) => sign.start > hit.start - 400 + own.index)) return null;
  return nearestSign(signs, hit)?.vendor ?? null;
}

function nearestSign(signs: readonly VendorSign[], hit: Hit): VendorSign | null {
  const distance = (sign: VendorSign) =>
    Math.min(Math.abs(sign.end - hit.start), Math.abs(sign.start - hit.end));
  return signs.reduce<VendorSign | null>(
    (best, sign) => (best === null || distance(sign) < distance(best) ? sign : best),
    null,
  );
}

/** Between a refusal and the name of a service that was asked because of it. */
const TRIED_NEXT = /\b(?:fall(?:ing|s|en)?[ -]?back|fell back|switch(?:ing|ed) to|trying|instead)\b/i;

const OPENAI_SIGN =
  /OpenAIException|https?:\/\/api\.openai\.com|provider["'*]{0,3}\s?[:=]\s?["'*]{0,3}openai\b/i;

/** A project or organization id of OpenAI, or a link to its console, stands in the error itself. */
export function ownSentence(hit: Hit, text: string): boolean {
  return /proj_[A-Za-z0-9]{3}|\borg-[A-Za-z0-9]{6}|platform\.openai\.com|help\.openai\.com/.test(
    text.slice(hit.start, hit.end + 260),
  );
}

/**
 * Groq prints OpenAI's sentence for an unknown model, but leaves `param` out of a complete error object. So does
 * OpenAI's realtime service, which puts type and code first.
 */
function groqShape(hit: Hit, material: Material): boolean {
  if (hit.row.id !== MISSING_OR_NO_ACCESS) return false;
  const { text } = material.clean;
  const object = objectAround(text, hit.start, hit.end);
  const at = (name: FieldName) => nearest(material.fields, name, hit.start, hit.end, object)?.start ?? null;
  const [type, code] = [at('type'), at('code')];
  if (object !== null && text.charAt(object.end) === '}' && type !== null && code !== null)
    return !namesParam(text, object) && hit.start < type && type < code;
  return object === null && OPEN_MODELS.test(text.slice(hit.start, hit.end));
}

/** The word may be cut at the edge of a window. */
function namesParam(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /param\W/i.test(text.slice(start, end).replace(/\s/g, ''));
}

/** OpenAI writes its codes small and with underscores; a class or a status beside `DeploymentNotFound` is not its own. */
function foreignCode(hit: Hit, material: Material): boolean {
  if (strengthOf(hit) >= STRENGTHS.indexOf('code') || HERE.has(hit.row.cause)) return false;
  const code = nearest(material.fields, 'code', hit.start, hit.end, null);
  return code !== null && Math.abs(code.start - hit.end) < 300 && FOREIGN_CODE.test(code.value ?? '');
}

/** Names of HTTP statuses are what a person's own server makes of any failure. */
const FOREIGN_CODE =
  /^(?:(?:[A-Z][a-z]+){2,}|(?!ERR_|(?:INTERNAL_SERVER_ERROR|BAD_REQUEST|NOT_FOUND|TOO_MANY_REQUESTS)$)[A-Z]+(?:_[A-Z]+)+)$/;

/** Families that OpenAI does not serve and Groq does. */
const OPEN_MODELS = /\b(?:llama|mixtral|gemma|qwen|kimi|whisper-large|deepseek-r1-distill)[\w./-]*/i;
