/** What the evidence amounts to, gathered before any rule is asked. */
import type { Cause, Reading } from '../errors/reading';
import { restsOnStatusAlone } from '../errors/rules/fallback';
import { freeProbe, siblingsOf } from '../models/families';
import { isRetired } from '../models/retirements';
import { afterFreeTest, type FreeTest } from './calibration';
import type { Evidence, PolicyEvidence, ProbeEvidence, Statement } from './evidence';
import { layerOf } from './layers';
import { outdoes, type Said } from './standing';
import { reachedValidation } from './validation';

export interface Question {
  readonly evidence: readonly Evidence[];
  readonly keyId: string | null;
  readonly model: string | null;
  /** ISO date, for the retirement table. */
  readonly today: string;
}

/** What one answer about the model proves. */
export type Meaning =
  | { readonly kind: 'open'; readonly strength: 'proved' | 'validated' }
  /** The model can be read with this key, which is as good as being listed and no more. */
  | { readonly kind: 'visible' }
  | { readonly kind: 'refused'; readonly cause: Cause; readonly reading: Reading };

export interface Found<T> {
  readonly index: number;
  readonly value: T;
}

export interface Signals {
  readonly model: string | null;
  readonly text: Found<Reading> | null;
  /** What is known of the model with this key (see `outdoes`); null where the key itself was refused since. */
  readonly decisive: Found<Meaning> | null;
  /** Where the model was last open, whether or not that is what decides. */
  readonly openAt: number | null;
  readonly list: Found<readonly string[]> | null;
  /** What last showed that the model is there for the key, unless a newer list lacks it. */
  readonly seen: Found<'list' | 'entry'> | null;
  /** The answer to the newest request for the list, where it is a refusal that was not outlived. */
  readonly listRefusal: Found<Reading> | null;
  /** Set where the newest probe got no answer at all. */
  readonly unreachable: Found<string> | null;
  readonly keyProject: Found<string> | null;
  readonly keyOrganization: string | null;
  /** What a free test of the model means with this key: see `afterFreeTest`. */
  readonly calibrated: boolean | null;
  readonly flickering: boolean;
  readonly statements: readonly Statement[];
  /** Whether a key of another project of the same organization lists the model. */
  readonly elsewhere: Found<boolean> | null;
  readonly siblings: readonly string[];
  readonly retired: boolean;
  /** The newest reading of the policy of the project in question; null where none was read or it is of another project. */
  readonly policy: Found<PolicyEvidence> | null;
}

/** What a probe's answer says of the model; null where it says nothing. */
export function meaningOf(probe: ProbeEvidence): Meaning | null {
  const { answer } = probe;
  if (answer.kind === 'success') {
    if (probe.probe === 'list') return null;
    return probe.probe === 'retrieve' ? { kind: 'visible' } : { kind: 'open', strength: 'proved' };
  }
  if (answer.kind !== 'refusal') return null;
  if (reachedValidation(probe)) return { kind: 'open', strength: 'validated' };
  // Not being allowed to read a model's entry says nothing about using it.
  if (probe.probe === 'retrieve' && answer.reading.cause === 'key_scope') return null;
  return tellsNothing(answer.reading)
    ? null
    : { kind: 'refused', cause: answer.reading.cause, reading: answer.reading };
}

/** A server's own fault; and a page that is bad or missing, whoever sent it: the API says what it objects to. */
function tellsNothing(reading: Reading): boolean {
  if (reading.cause === 'wrong_endpoint_or_parameter') return restsOnStatusAlone(reading);
  return reading.cause === 'not_an_error' || reading.cause === 'server_error';
}

export function gather(question: Question): Signals {
  const probes = question.evidence.flatMap((item, index) =>
    item.kind === 'probe' && item.keyId === question.keyId && item.answer.kind !== 'not_sent'
      ? [{ index, value: item }]
      : [],
  );
  const about = probes.filter(({ value }) => !value.control && value.model === question.model);
  const list = lastOf(probes.flatMap(({ index, value }) => found(index, listedIds(value))));
  const listed = list?.value ?? [];
  const text = lastOf(
    question.evidence.flatMap((item, index) =>
      item.kind === 'text' ? [{ index, value: item.reading }] : [],
    ),
  );
  const keyProject = lastOf(
    probes.flatMap(({ index, value }) => found(index, headersOf(value)?.project ?? projectInText(value))),
  );
  const told = about.flatMap(({ index, value }) => found(index, meaningIn(value)));
  const lastTold = lastOf(told.filter(({ value }) => !isPacing(value.meaning)))?.index ?? -1;
  const refusal = listRefusal(probes);
  // A key that does not get as far as a model any more is not open, whatever it was before; nor is it refused once it does.
  const keyRefused = refusal !== null && stopsEveryModel(refusal.value);
  const calibrated = question.model === null ? null : calibrationFor(question.model, question);
  const best = strongest(told, text?.value ?? null, calibrated);
  return {
    model: question.model,
    text,
    decisive:
      keyRefused && refusal.index > lastTold
        ? null
        : best && { index: best.index, value: best.value.meaning },
    openAt: lastOf(told.filter(({ value }) => isOpen(value.said, calibrated)))?.index ?? null,
    list,
    seen: lastSeen(question.model, told, list),
    listRefusal: keyRefused && refusal.index < lastTold ? null : refusal,
    unreachable: unreachable(probes),
    keyProject,
    keyOrganization:
      lastOf(probes.flatMap(({ index, value }) => found(index, headersOf(value)?.organization ?? null)))
        ?.value ?? null,
    calibrated,
    flickering: flickers(recentMeanings(about.map(({ value }) => value))),
    statements: question.evidence.flatMap((item) => (item.kind === 'statement' ? [item.statement] : [])),
    elsewhere: lastOf(question.evidence.flatMap((item, index) => found(index, comparison(item)))),
    siblings: question.model === null ? [] : siblingsOf(question.model, listed),
    retired:
      question.model !== null &&
      isRetired(question.model, question.today) &&
      !listed.includes(question.model),
    policy: policyOf(question.evidence, text?.value.facts.project ?? keyProject?.value ?? null),
  };
}

/** A project that nothing names yet is taken to be the one that was read, since somebody chose it for this question. */
function policyOf(evidence: readonly Evidence[], project: string | null): Found<PolicyEvidence> | null {
  const readings = evidence.flatMap((item, index) =>
    item.kind === 'policy' ? [{ index, value: item }] : [],
  );
  return lastOf(readings.filter(({ value }) => project === null || value.projectId === project));
}

function found<T>(index: number, value: T | null): readonly Found<T>[] {
  return value === null ? [] : [{ index, value }];
}

function lastOf<T>(items: readonly T[]): T | null {
  return items.at(-1) ?? null;
}

/** One answer about the model in question, with what it means. */
type Told = Found<{ readonly meaning: Meaning; readonly said: Said }>;

/** What is known of the model. To be told to wait counts only where nothing but its being visible is known. */
function strongest(told: readonly Told[], text: Reading | null, calibrated: boolean | null): Told | null {
  const telling = told.filter(({ value }) => !isPacing(value.meaning));
  const best = telling.reduce<Told | null>(
    (kept, next) => (kept === null || outdoes(next.value.said, kept.value.said, calibrated) ? next : kept),
    null,
  );
  const textSpeaks = text !== null && text.cause !== 'not_an_error';
  const pacing = textSpeaks ? null : lastOf(told.filter(({ value }) => isPacing(value.meaning)));
  return best?.value.said.says === 'visible' ? (pacing ?? best) : (best ?? pacing);
}

function meaningIn(probe: ProbeEvidence): { readonly meaning: Meaning; readonly said: Said } | null {
  const meaning = meaningOf(probe);
  if (meaning === null) return null;
  const says = meaning.kind === 'open' ? meaning.strength : meaning.kind;
  const atEntitlement = meaning.kind === 'refused' && layerOf(meaning.reading) === 'entitlement';
  return { meaning, said: { probe: probe.probe, says, atEntitlement } };
}

function lastSeen(
  model: string | null,
  told: readonly Told[],
  list: Found<readonly string[]> | null,
): Found<'list' | 'entry'> | null {
  const entry = lastOf(told.filter(({ value }) => value.said.says === 'visible'));
  if (entry !== null && entry.index > (list?.index ?? -1)) return { index: entry.index, value: 'entry' };
  return list !== null && model !== null && list.value.includes(model)
    ? { index: list.index, value: 'list' }
    : null;
}

function isOpen({ says }: Said, calibrated: boolean | null): boolean {
  return says === 'proved' || (says === 'validated' && calibrated !== false);
}

/** Told to slow down, which passes. A limit of 0 does not: it is no access. */
function isPacing(meaning: Meaning): boolean {
  return meaning.kind === 'refused' && meaning.cause === 'rate_limited' && meaning.reading.facts.limit !== 0;
}

/** The server's own fault passes, and says nothing of the key. */
function stopsEveryModel(reading: Reading): boolean {
  const layer = layerOf(reading);
  return reading.cause !== 'server_error' && (layer === 'reach' || layer === 'key' || layer === 'belonging');
}

function listedIds(probe: ProbeEvidence): readonly string[] | null {
  if (probe.probe !== 'list' || probe.answer.kind !== 'success') return null;
  return probe.answer.models?.map((model) => model.id) ?? null;
}

function headersOf(probe: ProbeEvidence) {
  return probe.answer.kind === 'success' || probe.answer.kind === 'refusal' ? probe.answer.headers : null;
}

/** A refusal names the key's own project in its sentence, since the project is looked up from the key. */
function projectInText(probe: ProbeEvidence): string | null {
  if (probe.answer.kind !== 'refusal' || probe.answer.reading.cause !== 'project_lacks_model') return null;
  return probe.answer.reading.facts.project;
}

function listRefusal(probes: readonly Found<ProbeEvidence>[]): Found<Reading> | null {
  const newest = lastOf(probes.filter(({ value }) => value.probe === 'list'));
  if (newest?.value.answer.kind !== 'refusal') return null;
  return { index: newest.index, value: newest.value.answer.reading };
}

function unreachable(probes: readonly Found<ProbeEvidence>[]): Found<string> | null {
  const newest = lastOf(probes);
  return newest?.value.answer.kind === 'no_answer'
    ? { index: newest.index, value: newest.value.answer.failure }
    : null;
}

function comparison(evidence: Evidence): boolean | null {
  if (evidence.kind !== 'statement') return null;
  if (evidence.statement === 'other_project_has_it') return true;
  return evidence.statement === 'other_project_lacks_it' ? false : null;
}

/** Whether a free test of this model means anything with the key: of what was tested, only what went to the same endpoint tells. */
export function calibrationFor(
  model: string,
  { evidence, keyId }: Pick<Question, 'evidence' | 'keyId'>,
): boolean | null {
  const endpoint = `/v1${freeProbe(model)?.path ?? ''}`;
  return evidence
    .flatMap((item) => (item.kind === 'probe' && item.keyId === keyId ? [item] : []))
    .filter((item) => item.probe === 'free_probe' && item.endpoint === endpoint)
    .reduce<boolean | null>((known, item) => afterFreeTest(known, asFreeTest(item)), null);
}

function asFreeTest(probe: ProbeEvidence): FreeTest {
  const meaning = meaningOf(probe);
  const { at, model, control } = probe;
  const refusedFor = meaning?.kind === 'refused' ? meaning.cause : null;
  return { at, model, control, letThrough: meaning?.kind === 'open', refusedFor };
}

export function isAccessCause(cause: Cause): boolean {
  return (
    cause === 'project_lacks_model' || cause === 'model_missing_or_no_access' || cause === 'model_retired'
  );
}

/** Longer than any change was seen to spread; older answers tell of another time, not of flicker. */
const SPREADING_MS = 15 * 60_000;

function recentMeanings(probes: readonly ProbeEvidence[]): readonly Meaning[] {
  const newest = Date.parse(probes.at(-1)?.at ?? '');
  const recent = probes.filter((probe) => newest - Date.parse(probe.at) <= SPREADING_MS);
  return recent.map(meaningOf).filter((meaning) => meaning !== null);
}

/** Refused again after it had answered: a change that is still spreading (seen 2026: identical calls alternate for minutes). */
function flickers(meanings: readonly Meaning[]): boolean {
  const recent = meanings.filter((meaning) => meaning.kind !== 'visible' && !isPacing(meaning)).slice(-8);
  const firstOpen = recent.findIndex((meaning) => meaning.kind === 'open');
  if (firstOpen < 0) return false;
  const after = recent.slice(firstOpen);
  const steady = after.slice(-3);
  return (
    after.some(isAccessRefusal) &&
    !(steady.length === 3 && steady.every((meaning) => meaning.kind === 'open'))
  );
}

function isAccessRefusal(meaning: Meaning): boolean {
  return meaning.kind === 'refused' && isAccessCause(meaning.cause);
}
