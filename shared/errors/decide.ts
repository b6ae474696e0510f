/** Which of the places where rows fit says why the call failed. */
import { attribute, MISSING_OR_NO_ACCESS } from './attribution';
import { isSure } from './certainty';
import type { Clean } from './clean';
import { type Hit, Matcher, strengthOf } from './match';
import type { Decision, Material } from './material';
import { contextOf, isEarlier, isMention, isOver } from './mention';
import { isMisread, lookAlike, lookAlikes, vocabularyOf } from './misread';
import { isOfFamily, nameInSlot } from './names';
import type { Cause } from './reading';
import { type Row, STRENGTHS } from './row';
import { isClientsWord } from './rules/hidden';
import { squeezePhrase } from './squeeze';
import { REASONS } from './statuses';
import { TABLE } from './table';
import { inUnknownWords } from './unknown-words';
import { vendorSigns } from './vendor-signs';

const matcher = new Matcher(TABLE);
const VOCABULARY = vocabularyOf(TABLE.flatMap(({ says = [] }) => says));
let forPictures: Matcher | null = null;

/** Made once it is needed, which is seldom. */
function pictureMatcher(): Matcher {
  forPictures ??= new Matcher(TABLE, (phrase) => lookAlike(squeezePhrase(phrase)));
  return forPictures;
}

interface Ruling {
  readonly decision: Decision | null;
  readonly others: readonly Decision[];
  /** True where the words of an error were found, and only talk about one. */
  readonly isTalk: boolean;
}

/** Words that show an AI service in a text. */
const SERVICE =
  /openai|chatgpt|\bgpt-?\d|\bgpt\b|\bcodex\b|\bo[134]-(?:mini|pro)|chat[/._]completions|v1\/(?:responses|embeddings|models|audio|images|completions)|\bllm\b|litellm|lang_?chain|llama_?index|springframework\.ai|semantic[_ -]?kernel|pydantic_ai|crewai|\bproj_\w{3}|\borg-[A-Za-z0-9]{8}|\bwhisper-|dall-e|text-embedding|anthropic|claude|gemini|cloudaicompanion|generativelanguage|AI_APICallError|stream disconnected before|response\.completed|exceeded retry limit|APIConnectionError|APITimeoutError|invalid_request_error|insufficient_quota|invalid_api_key|model_not_found|Error code: [45]\d\d - /i;

export function decide(material: Material): Ruling {
  const { clean } = material;
  const context = contextOf(clean.text, material.statuses);
  const service =
    material.known || SERVICE.test(clean.text) || vendorSigns(clean, 0, clean.text.length).length > 0;
  const fitting = allHits(material).filter(
    (hit) =>
      (service || hit.row.needsService !== true || standsAlone(hit, clean.text)) &&
      (hit.row.needsFamily !== true || namesFamily(hit, clean)) &&
      (service || !namesThing(hit, clean)) &&
      !isReasonOfStatus(hit, clean.text) &&
      !(isClientsWord(hit.row) && BODY_BEHIND.test(clean.text.slice(hit.end, hit.end + 80))) &&
      !wasAnswered(hit, material),
  );
  // A part of a sentence that is only talked about is no report either.
  const talk = new Set(fitting.filter((hit) => isMention(hit, context, hasFields(hit, material))));
  const hits = fitting.filter(
    (hit) =>
      !talk.has(hit) &&
      !fitting.some(
        (other) => (talk.has(other) && covers(other, hit)) || isInsideOutput(hit, other, clean.text),
      ),
  );
  if (hits.length === 0)
    return { decision: inUnknownWords(clean, context), others: [], isTalk: talk.size > 0 };
  const ranked = hits
    .filter((hit) => !hits.some((other) => covers(other, hit)))
    .sort((a, b) => rank(b, material) - rank(a, material) || b.start - a.start);
  const decisions = ranked.map((hit) => {
    const found = attribute(hit, hits, material);
    return { ...found, isSure: isSure(found, material, context) };
  });
  const [decision = null] = decisions;
  return { decision, others: furtherCauses(decision, decisions), isTalk: false };
}

/** A client that prints the body behind the status keeps nothing back. */
const BODY_BEHIND =
  /^[\s\d:,.-]{0,8}\{\s{0,10}\\{0,3}["'](?:code|message|msg|error|errors|detail|status|type|success|object)\\{0,3}["']\s{0,3}:/;

/** A client's error as Node prints it holds the response of the client below. Only a line at the margin begins anew. */
function isInsideOutput(hit: Hit, outer: Hit, text: string): boolean {
  return (
    isClientsWord(hit.row) &&
    isClientsWord(outer.row) &&
    outer.end <= hit.start &&
    hit.start - outer.end < LONGEST_OBJECT &&
    !/\n[\w[]/.test(text.slice(outer.end, hit.start))
  );
}

const LONGEST_OBJECT = 20_000;

/** `429 Too Many Requests`: HTTP's words for a status of several causes say no more than the status. */
function isReasonOfStatus({ by, strength, row, start, end }: Hit, text: string): boolean {
  return (
    by === 'phrase' &&
    strength === 'sign' &&
    (row.cause === 'rate_limited' || row.cause === 'server_error') &&
    REASON.test(text.slice(start, end)) &&
    (BEFORE_REASON.test(text.slice(Math.max(0, start - 24), start)) ||
      /^\W{1,3}[45]\d\d\b/.test(text.slice(end, end + 6)))
  );
}

const BEFORE_REASON =
  /(?:(?<!\d)[45]\d\d[\s:"'([-]{1,4}|(?:status_?(?:text|message)|reason)["']?\s?[:=]\s?["']?)$/i;
const REASON = new RegExp(`^(?:${REASONS.replaceAll(' ', ' ?')})$`, 'i');

/**
 * A failed connection or a client's bare status that names no host at all, the line of a status or the head of an answer, and
 * nothing else: whoever pastes it here means the service.
 */
function standsAlone(hit: Hit, text: string): boolean {
  const longest = isClientsWord(hit.row) ? LONGEST_OUTPUT : LONGEST_ALONE[hit.row.cause];
  if (
    hit.strength !== 'status' &&
    longest !== undefined &&
    text.length < longest &&
    !NAMES_A_HOST.test(text.replace(STACK_LINE, '').replace(CLASS, ''))
  )
    return true;
  return (text.length < 100 && STATUS_LINE.test(text)) || HEAD_OF_ANSWER.test(text);
}

/** In UTF-16 units. A client prints where in it a status stopped the program, which may be long. */
const LONGEST_OUTPUT = 4_000;
const LONGEST_ALONE: Readonly<Partial<Record<Cause, number>>> = {
  network: 600,
  not_from_api: 600,
  ip_blocked: 600,
  keyless_sign_in: 600,
};

/** Where in the program itself it happened; its numbers are lines, not ports. */
const STACK_LINE = /^\s{0,40}(?:at |File "|from \S{1,200}:\d+:in )[^\n]{0,400}/gm;

/** `System.Net.WebException` is no host. */
const CLASS = /\b[A-Z]\w{0,60}(?:\.[A-Z]\w{0,60}){1,8}/g;

const STATUS_LINE = new RegExp(
  String.raw`^\W{0,20}(?:(?:HTTP(?:\/[\d.]{1,3})?|error|status|response)(?: code)?:? \[?)?[45]\d\d(?:[ :-]{1,3}(?:${REASONS}))?\W{0,20}$`,
  'i',
);

/** The first line of an answer and its headers, and nothing else. */
const HEAD_OF_ANSWER = /^\s*HTTP\/[\d.]{1,3} [45]\d\d[^\n]{0,60}(?:\n[\w-]{1,60}: [^\n]{0,2000}){1,60}\s*$/;

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
  const { clean, squeezed, fields, statuses, known } = material;
  const sentences =
    !known && isMisread(clean.text, VOCABULARY)
      ? pictureMatcher().sentences(lookAlikes(squeezed), clean)
      : matcher.sentences(squeezed, clean);
  return [
    ...sentences,
    ...(known ? [] : matcher.beginning(squeezed)),
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
  if (isOver(hit, material.clean.text)) return strengthOf(hit) - STRENGTHS.length;
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
    (field) => field.inProse !== true && wanted.includes(field.name) && Math.abs(field.start - hit.end) < 500,
  );
}

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
