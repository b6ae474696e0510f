/** The answers that speak for one key in one question, and what they name. */
import type { Cause, Reading } from '../errors/reading';
import type { HostKind, SentFor } from '../keys/key';
import { freeProbe } from '../models/families';
import { afterFreeTest, asFreeTest } from '../observations/calibration';
import { layerOf } from '../observations/layers';
import type { Observation } from '../observations/observation';
import { hasHeaders, NO_HEADERS, speaksFor } from '../observations/sender';
import { getsPastKey, isBelowModels } from '../observations/standing';
import type { Evidence } from './evidence';

/** What is known of the chosen key apart from its answers. */
export interface KeyTraits {
  /** The last four characters of its present secret. */
  readonly end: string;
  /** Host name of its base URL, with the port. */
  readonly host: string;
  /** Whose host its answers elsewhere showed that to be; null for nothing. */
  readonly hostSeen: HostKind | null;
  /** True for a key of the old form, which reaches every project of its owner by a header (facts of 2026-11). */
  readonly reachesSeveral: boolean;
  /** The headers that it is sent with for this question. */
  readonly sentFor: SentFor;
}

export interface Question {
  readonly evidence: readonly Evidence[];
  readonly keyId: string | null;
  readonly model: string | null;
  /** ISO date, for the retirement table. */
  readonly today: string;
  /** Left out where no key is chosen. */
  readonly key?: KeyTraits;
  /** Milliseconds that answers may stay the same while a change spreads; `LONGEST_TURN_MS` unless told. */
  readonly turnMs?: number;
}

export interface Placed<T> {
  readonly index: number;
  readonly value: T;
}

export type PlacedAnswer = Placed<Observation>;

/** Everything that the key was answered, as far as it was sent as the failing request was. */
export function answersOf({ evidence, keyId, key }: Question): readonly PlacedAnswer[] {
  const answers = evidence.flatMap((item, index) =>
    item.kind === 'probe' && item.keyId === keyId && item.answer.kind !== 'not_sent' && isOfSecret(item, key)
      ? [{ index, value: item }]
      : [],
  );
  return key === undefined ? answers : answers.filter(({ value }) => isOfSender(value, key.sentFor));
}

/** What the key's former secret was answered says nothing of the one that it has now. */
function isOfSecret({ keyEnd }: Observation, key: Pick<KeyTraits, 'end'> | undefined): boolean {
  return keyEnd === undefined || key === undefined || keyEnd === key.end;
}

/** An answer to a request without a header is of the project that it names, whatever headers are sent now. */
function isOfSender(observation: Observation, wanted: SentFor): boolean {
  if (speaksFor(observation, wanted)) return true;
  if (wanted.project === null || hasHeaders(observation.sent ?? NO_HEADERS)) return false;
  return projectOf(observation) === wanted.project;
}

export function isAbout({ control, probe, model }: Observation, asked: string | null): boolean {
  return !control && probe !== 'list' && model === asked;
}

/**
 * Whether a free test of this model means anything with the key: of what was tested with its present secret and headers, only
 * what went to the same endpoint tells.
 */
export function calibrationFor(model: string, { evidence, keyId, key }: Tested): boolean | null {
  const tests = evidence.flatMap((item) =>
    item.kind === 'probe' &&
    item.keyId === keyId &&
    item.probe === 'free_probe' &&
    isOfSecret(item, key) &&
    (key === undefined || isOfSender(item, key.sentFor))
      ? [item]
      : [],
  );
  const own = tests.findLast((item) => isAbout(item, model) && item.answer.kind !== 'not_sent');
  const endpoint = own?.endpoint ?? `/v1${freeProbe(model)?.path ?? ''}`;
  return tests
    .filter((item) => item.endpoint === endpoint)
    .reduce<boolean | null>((known, item) => afterFreeTest(known, asFreeTest(item)), null);
}

type Tested = Pick<Question, 'evidence' | 'keyId'> & { readonly key?: Pick<KeyTraits, 'end' | 'sentFor'> };

export function placed<T>(index: number, value: T | null): readonly Placed<T>[] {
  return value === null ? [] : [{ index, value }];
}

export function lastOf<T>(items: readonly T[]): T | null {
  return items.at(-1) ?? null;
}

export function listedIds(probe: Observation): readonly string[] | null {
  if (probe.probe !== 'list' || probe.answer.kind !== 'success') return null;
  return probe.answer.models?.map((model) => model.id) ?? null;
}

function headersOf({ answer }: Observation) {
  return answer.kind === 'success' || answer.kind === 'refusal' ? answer.headers : null;
}

/** A refusal names the key's own project in its sentence, since the project is looked up from the key. */
function projectOf(observation: Observation): string | null {
  const { answer } = observation;
  const named = headersOf(observation)?.project ?? null;
  if (named !== null || answer.kind !== 'refusal' || answer.reading.cause !== 'project_lacks_model')
    return named;
  return answer.reading.facts.project;
}

export function projectOfKey(answers: readonly PlacedAnswer[]): Placed<string> | null {
  return lastOf(answers.flatMap(({ index, value }) => placed(index, projectOf(value))));
}

export function organizationOfKey(answers: readonly PlacedAnswer[]): string | null {
  const named = answers.flatMap(({ index, value }) => placed(index, headersOf(value)?.organization ?? null));
  return lastOf(named)?.value ?? null;
}

export function listRefusal(answers: readonly PlacedAnswer[]): Placed<Reading> | null {
  const at = answers.findLastIndex(({ value }) => value.probe === 'list');
  const newest = answers[at];
  if (newest === undefined || newest.value.answer.kind !== 'refusal') return null;
  const { reading } = newest.value.answer;
  // A key that got as far as a model since is not refused for what a list met on the way.
  const isOutlived = answers.slice(at + 1).some(({ value }) => getsPastKey(value));
  return isOutlived && stopsEveryModel(reading) ? null : { index: newest.index, value: reading };
}

/** The server's own fault passes, and says nothing of the key. */
function stopsEveryModel(reading: Reading): boolean {
  return reading.cause !== 'server_error' && isBelowModels(layerOf(reading));
}

export function unreachable(answers: readonly PlacedAnswer[]): Placed<string> | null {
  const newest = lastOf(answers);
  return newest?.value.answer.kind === 'no_answer'
    ? { index: newest.index, value: newest.value.answer.failure }
    : null;
}

export function isUnproven({ showed }: Observation, calibrated: boolean | null): boolean {
  return showed.strength === 'validated' && calibrated === false;
}

export function isDoubtful({ showed }: Observation, calibrated: boolean | null): boolean {
  return showed.strength === 'validated' && calibrated !== true;
}

export function isOpenFor(item: Observation, calibrated: boolean | null): boolean {
  return item.showed.outcome === 'confirmed' && !isUnproven(item, calibrated);
}

/** What an answer objected to, with the text as it was read; null where it objected to nothing. */
export interface RefusedCall {
  readonly cause: Cause;
  readonly reading: Reading;
}

export function refusalIn(observation: Observation): RefusedCall | null {
  const { answer, showed } = observation;
  if (answer.kind !== 'refusal' || showed.outcome === 'confirmed' || showed.cause === null) return null;
  return { cause: showed.cause, reading: answer.reading };
}
