/** Which of the places where rows fit says why the call failed. */
import type { Clean } from './clean';
import { endsInObject, type Field, type FieldName, nearest, objectAround } from './fields';
import { type Hit, Matcher, strengthOf } from './match';
import { type Context, contextOf, isEarlier, isMention } from './mention';
import { isOfFamily, nameInSlot } from './names';
import type { Cause } from './reading';
import { type Row, STRENGTHS } from './row';
import { PLAIN_SHAPES, type Shape, shapeAt, shapeIn } from './shapes';
import type { Squeezed } from './squeeze';
import { REASONS, type StatusMention } from './statuses';
import { TABLE } from './table';
import { type VendorSign, vendorSigns } from './vendors';

const matcher = new Matcher(TABLE);

/** What was found in one text, before the facts are taken. */
export interface Material {
  readonly clean: Clean;
  readonly squeezed: Squeezed;
  readonly fields: readonly Field[];
  readonly statuses: readonly StatusMention[];
  /** True where an AI service's answer is read, so that no sign of the service is needed. */
  readonly known: boolean;
}

export interface Decision {
  readonly hit: Hit;
  readonly cause: Cause;
  readonly vendor: string | null;
  /** All rows of the same cause around it: together they name the facts. */
  readonly company: readonly Hit[];
  /** True where the same answer tells of another cause as well, by its code or its status. */
  readonly contradicted: boolean;
  /** True where the text ends inside the error object, and what it shows is not OpenAI's alone. */
  readonly breaksOff: boolean;
}

export interface Ruling {
  readonly decision: Decision | null;
  readonly others: readonly Decision[];
}

/** Words that show an AI service in a text. */
const SERVICE =
  /openai|chatgpt|\bgpt-?\d|\bgpt\b|\bcodex\b|\bo[134]-(?:mini|pro)|chat[/._]completions|v1\/(?:responses|embeddings|models|audio|images|completions)|\bllm\b|litellm|lang_?chain|\bproj_\w{3}|\borg-[A-Za-z0-9]{8}|\bwhisper-|dall-e|text-embedding|anthropic|claude|gemini|cloudaicompanion|generativelanguage|AI_APICallError|stream disconnected before|response\.completed|exceeded retry limit|APIConnectionError|APITimeoutError|invalid_request_error|insufficient_quota|invalid_api_key|model_not_found|Error code: [45]\d\d - /i;

export function decide(material: Material): Ruling {
  const { clean } = material;
  const context = contextOf(clean.text, material.statuses);
  const service =
    material.known || SERVICE.test(clean.text) || vendorSigns(clean, 0, clean.text.length).length > 0;
  const hits = allHits(material).filter(
    (hit) =>
      (service || hit.row.needsService !== true || standsAlone(hit, clean.text)) &&
      (hit.row.needsFamily !== true || namesFamily(hit, clean)) &&
      (service || !namesThing(hit, clean)) &&
      !isMention(hit, context, hasFields(hit, material)),
  );
  if (hits.length === 0) return { decision: byVendor(clean, context), others: [] };
  const ranked = hits
    .filter((hit) => !hits.some((other) => covers(other, hit)))
    .sort((a, b) => rank(b, material) - rank(a, material) || b.start - a.start);
  const decisions = ranked.map((hit) => attribute(hit, hits, material));
  const [decision = null] = decisions;
  return { decision, others: furtherCauses(decision, decisions) };
}

/** An error whose words are unknown, but whose class or address is another service's. */
function byVendor(clean: Clean, context: Context): Decision | null {
  for (const { vendor, start, end } of vendorSigns(clean, 0, clean.text.length)) {
    const hit: Hit = { row: UNKNOWN_WORDS, start, end, slots: [], weight: 0, strength: 'sign', by: 'phrase' };
    if (FAILED.test(clean.text.slice(Math.max(0, start - 300), end + 300)) && !isMention(hit, context, false))
      return { hit, cause: 'other_vendor', vendor, company: [], contradicted: false, breaksOff: false };
  }
  const found = shapeIn(clean.text);
  if (found === null) return null;
  const { shape, start, end } = found;
  const hit: Hit = { row: UNKNOWN_WORDS, start, end, slots: [], weight: 0, strength: 'sign', by: 'phrase' };
  if (!FAILED.test(clean.text.slice(Math.max(0, start - 300), end + 300)) || isMention(hit, context, true))
    return null;
  return {
    hit,
    cause: 'other_vendor',
    vendor: shape.vendor,
    company: [],
    contradicted: false,
    breaksOff: false,
  };
}

const UNKNOWN_WORDS: Row = {
  id: 'vendor-sign',
  cause: 'other_vendor',
  confidence: 'possible',
  strength: 'sign',
  samples: [],
  source: 'Names of services',
};
const FAILED = /(?:Error|Exception)\b|\berror\b["':]|\b[45]\d\d\b|\bfailed\b/;

/**
 * A failed connection or a client's bare status that names no host at all, or the line of a status and nothing else:
 * whoever pastes it here means the service.
 */
function standsAlone(hit: Hit, text: string): boolean {
  const longest = LONGEST_ALONE[hit.row.cause];
  if (longest !== undefined && text.length < longest && !NAMES_A_HOST.test(text.replace(STACK_LINE, '')))
    return true;
  return text.length < 100 && STATUS_LINE.test(text);
}

/** In UTF-16 units. A client prints where in it a status stopped the program, which may be long. */
const LONGEST_ALONE: Readonly<Partial<Record<Cause, number>>> = {
  network: 600,
  not_from_api: 600,
  reason_not_shown: 4_000,
};

/** Where in the program itself it happened; its numbers are lines, not ports. */
const STACK_LINE = /^\s{0,40}(?:at |File "|from \S{1,200}:\d+:in )[^\n]{0,400}/gm;

const STATUS_LINE = new RegExp(
  String.raw`^\W{0,20}(?:(?:HTTP(?:\/[\d.]{1,3})?|error|status)(?: code)?:? )?[45]\d\d(?:[ :-]{1,3}(?:${REASONS}))?\W{0,20}$`,
  'i',
);

/** OpenAI's whole sentence. Its clause about access shows the service, whatever the model is called. */
const MISSING_OR_NO_ACCESS = 'model-missing-or-no-access';

/** `The model User does not exist`: a plain word for a model, in a text that shows no AI service, is another thing. */
function namesThing(hit: Hit, clean: Clean): boolean {
  if (hit.row.id === MISSING_OR_NO_ACCESS) return false;
  return hit.slots.some((slot) => {
    const name = slot.name === 'model' ? nameInSlot(clean, slot) : null;
    if (name === null || !/^[a-z]+$/i.test(name.value)) return false;
    const quoted = /["'`]/.test(clean.text.charAt(name.start - 1));
    // Before a line break it may be the beginning of a name that a terminal cut.
    return quoted ? /^[A-Z][a-z]/.test(name.value) : clean.text.charAt(name.end) !== '\n';
  });
}

function namesFamily(hit: Hit, clean: Clean): boolean {
  return hit.slots.some((slot) => slot.name === 'model' && isOfFamily(nameInSlot(clean, slot)?.value ?? ''));
}

const NAMES_A_HOST =
  /\w\.(?:com|net|org|io|dev|ai|cn|local|internal)\b|\b(?:\d{1,3}\.){3}\d|localhost|:\d{4,5}\b|\b(?:sql|redis|mongo\w*|postgres\w*|kafka|smtp|ftp|ssh|git|docker|npm|pip)\b/i;

function allHits(material: Material): readonly Hit[] {
  const { clean, squeezed, fields, statuses } = material;
  return [
    ...matcher.sentences(squeezed, clean),
    ...lastOfEach(matcher.codes(fields)),
    ...lastOfEach(statuses.flatMap(({ value, start, end }) => matcher.status(value, start, end))),
  ];
}

/** Of each row the last places: the end of a log says what stopped it, and hits are compared with one another. */
function lastOfEach(hits: readonly Hit[]): readonly Hit[] {
  const counts = new Map<Row, number>();
  return hits
    .slice()
    .reverse()
    .filter(({ row }) => {
      const count = (counts.get(row) ?? 0) + 1;
      counts.set(row, count);
      return count <= MOST_OF_A_ROW;
    });
}

const MOST_OF_A_ROW = 24;

/** An error told as past counts less than one of the same strength told as present. */
function rank(hit: Hit, material: Material): number {
  if (wasAnswered(hit, material)) return -1;
  return strengthOf(hit) - (isEarlier(hit, material.clean.text) ? 0.5 : 0);
}

/** `Failed to fetch: Request failed, status 401`: where a status came back, the network did its work. */
function wasAnswered(hit: Hit, { statuses }: Material): boolean {
  return (
    hit.row.cause === 'network' &&
    hit.strength === 'sign' &&
    statuses.some(
      ({ value, start }) => value >= 400 && value !== 407 && start >= hit.start - 40 && start <= hit.end + 80,
    )
  );
}

/** Of two of one strength that overlap, the longer one says more; of equals the earlier row. */
function covers(other: Hit, hit: Hit): boolean {
  if (other === hit || other.strength !== hit.strength) return false;
  // What only another service says is never a mere part of a sentence that both say.
  if (hit.row.vendor !== undefined && other.row.vendor === undefined) return false;
  return other.start < hit.end && hit.start < other.end && other.weight > hit.weight;
}

/** True where the place stands in an error object: beside a type or a code, or for these beside a message. */
function hasFields(hit: Hit, material: Material): boolean {
  const isField = material.fields.some((field) => field.start <= hit.start && field.end >= hit.end);
  const wanted = isField ? ['message'] : ['type', 'code'];
  return material.fields.some(
    (field) => wanted.includes(field.name) && Math.abs(field.start - hit.end) < 500,
  );
}

/** Whose error it is: the row says so, or a sign near it, unless the sentence itself is OpenAI's own. */
function attribute(hit: Hit, hits: readonly Hit[], material: Material): Decision {
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
  if (foreignCode(hit, material)) return { ...found, cause: 'other_vendor', vendor: 'other' };
  if (groqShape(hit, material)) return { ...found, cause: 'other_vendor', vendor: 'groq' };
  return { ...found, cause, vendor: null };
}

function shapeOf(hit: Hit, { clean: { text }, known }: Material): Shape | null {
  // Of an answer to our own test, the one who sent it weighs its form.
  if (!known && strengthOf(hit) < STRENGTHS.indexOf('code')) {
    const near = text.slice(Math.max(0, hit.start - 200), hit.end + 400);
    const plain = PLAIN_SHAPES.find(({ fits }) => fits.test(near));
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
  if (known || ownSentence(hit, text)) return false;
  const next = text.indexOf('{', hit.end);
  const isBody = next !== -1 && next - hit.end < NEAR_BODY;
  return endsInObject(text, hit.start) || (isBody && endsInObject(text, next + 1));
}

/** Characters between what a client says and the body that it prints, at most. */
const NEAR_BODY = 60;

/** Causes that a status from 500 fits. */
const OF_A_FAILURE: ReadonlySet<Cause> = new Set(['server_error', 'rate_limited', 'network', 'other_vendor']);

/** Failures of the way itself stay what they are, wherever the way led. */
const HERE: ReadonlySet<Cause> = new Set(['network', 'not_from_api', 'reason_not_shown']);

function vendorOf(hit: Hit, material: Material): string | null {
  const signs = vendorSigns(material.clean, hit.start, hit.end);
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

const OPENAI_SIGN =
  /OpenAIException|https?:\/\/api\.openai\.com|provider["'*]{0,3}\s?[:=]\s?["'*]{0,3}openai\b/i;

/** A project or organization id of OpenAI, or a link to its console, stands in the error itself. */
function ownSentence(hit: Hit, text: string): boolean {
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
    return at('param') === null && hit.start < type && type < code;
  return object === null && OPEN_MODELS.test(text.slice(hit.start, hit.end));
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

/** Other failures of the paste: surely recognized, and not merely the code beside a sentence. */
function furtherCauses(decision: Decision | null, all: readonly Decision[]): readonly Decision[] {
  const seen = new Set<Cause>(decision === null ? [] : [decision.cause]);
  const stronger = (hit: Hit) =>
    all.some(
      (other) => strengthOf(other.hit) > strengthOf(hit) && Math.abs(other.hit.start - hit.start) < 500,
    );
  // An SDK repeats the code of one error far below its sentence.
  const beside = new Set(
    all.filter(({ hit }) => hit.by === 'field' && stronger(hit)).map(({ hit }) => hit.row.id),
  );
  const besideStronger = ({ hit }: Decision) =>
    hit.by !== 'phrase' && (stronger(hit) || beside.has(hit.row.id));
  return all
    .filter((other) => strengthOf(other.hit) >= STRENGTHS.indexOf('code') && !besideStronger(other))
    .filter((other) => !seen.has(other.cause) && seen.add(other.cause))
    .slice(0, MOST_OTHERS);
}

const MOST_OTHERS = 5;
