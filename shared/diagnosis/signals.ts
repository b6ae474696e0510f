/** What the evidence amounts to, gathered before any rule is asked. */
import type { Cause, Reading } from '../errors/reading';
import { isUnderstood } from '../errors/rules/fallback';
import type { HostKind } from '../keys/key';
import { freeProbe, siblingsOf } from '../models/families';
import { isRetired } from '../models/retirements';
import { accountOf, type Bearing, type ToldBy } from '../observations/account';
import { hostKindOf } from '../observations/host';
import type { Observation } from '../observations/observation';
import { flickers, LONGEST_TURN_MS, type Streak, streakOf } from '../observations/proof';
import type { State } from '../observations/resolve';
import { isPacing, isPuzzle, type Strength } from '../observations/showing';
import type { Evidence, PolicyEvidence, Statement } from './evidence';
import {
  answersOf,
  calibrationFor,
  isAbout,
  isDoubtful,
  isOpenFor,
  isUnproven,
  type KeyTraits,
  lastOf,
  listedIds,
  listRefusal,
  organizationOfKey,
  type Placed,
  type PlacedAnswer,
  placed,
  projectOfKey,
  type Question,
  refusalIn,
  unreachable,
} from './key-answers';

export interface Signals {
  readonly model: string | null;
  readonly text: Placed<Reading> | null;
  /** The state of the model with this key, as the matrix has it. */
  readonly state: State;
  /** The answer about the model that stands; null where nothing told anything, or where the whole key is refused. */
  readonly decisive: Placed<Observation> | null;
  /** A refusal of the whole key that no later answer has superseded. */
  readonly keyRefusal: Placed<Observation> | null;
  /** The newest answer about the model that was not understood, where nothing else is known. */
  readonly puzzle: Placed<Observation> | null;
  /** Where the model was last open, whether or not that is what decides. */
  readonly openAt: number | null;
  readonly list: Placed<readonly string[]> | null;
  /** What last showed that the model is there for the key, unless a newer list lacks it. */
  readonly seen: Placed<'list' | 'entry'> | null;
  /** The answer to the newest request for the list, where it is a refusal that was not superseded. */
  readonly listRefusal: Placed<Reading> | null;
  /** Set where the newest probe got no answer at all. */
  readonly unreachable: Placed<string> | null;
  readonly keyProject: Placed<string> | null;
  readonly keyOrganization: string | null;
  /** What a free test of the model means with this key: see `afterFreeTest`. */
  readonly calibrated: boolean | null;
  readonly flickering: boolean;
  /** Whether a free test got through where such tests are shown to prove nothing. */
  readonly unproven: boolean;
  readonly streak: Streak;
  readonly statements: readonly Statement[];
  /** Whether a key of another project of the same organization lists the model. */
  readonly elsewhere: Placed<boolean> | null;
  readonly siblings: readonly string[];
  readonly retired: boolean;
  /** The newest reading of the policy of the project in question; null where none was read or it is of another project. */
  readonly policy: Placed<PolicyEvidence> | null;
  readonly key: KeyTraits | null;
  readonly host: HostKind;
}

export function gather(question: Question): Signals {
  const { model, evidence, today } = question;
  const answers = answersOf(question);
  const about = answers.filter(({ value }) => isAbout(value, model));
  const list = lastOf(answers.flatMap(({ index, value }) => placed(index, listedIds(value))));
  const listed = list?.value ?? [];
  const text = textOf(evidence);
  const keyProject = projectOfKey(answers);
  const calibrated = model === null ? null : calibrationFor(model, question);
  const gone = model !== null && isRetired(model, today);
  const account = accountOf(answers.map((seen) => bearingOf(seen, model, gone, calibrated)));
  const keyRefusal = account.keyRefusal?.seen ?? null;
  const decisive = keyRefusal === null ? decisiveOf(about, account.standing, text, calibrated) : null;
  return {
    model,
    text,
    state: account.state,
    decisive,
    keyRefusal,
    puzzle: decisive === null ? puzzleOf(answers, about) : null,
    openAt: lastOf(about.filter(({ value }) => isOpenFor(value, calibrated)))?.index ?? null,
    list,
    seen: lastSeen(model, about, list),
    listRefusal: listRefusal(answers),
    unreachable: unreachable(answers),
    keyProject,
    keyOrganization: organizationOfKey(answers),
    calibrated,
    // A free test that gets through counts as a success here only where such tests tell something.
    flickering: flickers(about.flatMap(({ value }) => (isDoubtful(value, calibrated) ? [] : [value]))),
    unproven: about.some(({ value }) => isUnproven(value, calibrated)),
    streak: streakFor(
      about.filter(({ value }) => !isUnproven(value, calibrated)),
      question,
    ),
    statements: evidence.flatMap((item) => (item.kind === 'statement' ? [item.statement] : [])),
    elsewhere: lastOf(evidence.flatMap((item, index) => placed(index, comparison(item)))),
    siblings: model === null ? [] : siblingsOf(model, listed),
    retired: gone && model !== null && !listed.includes(model),
    policy: policyOf(evidence, text?.value.facts.project ?? keyProject?.value ?? null),
    key: question.key ?? null,
    host: hostOfKey(question),
  };
}

const CHANGES: readonly Statement[] = ['changed_list', 'verified_organization', 'paid'];

/** What counts is what came after the newest change that the person made. */
function streakFor(about: readonly PlacedAnswer[], question: Question): Streak {
  const { evidence, turnMs } = question;
  const changed = evidence.findLastIndex(
    (item) => item.kind === 'statement' && CHANGES.includes(item.statement),
  );
  const counting = about.filter(({ index }) => index > changed);
  return streakOf(
    counting.map(({ value }) => value),
    { turnMs: turnMs ?? LONGEST_TURN_MS, looks: canOnlyLook(question) },
  );
}

/** Whether the model has no free test, so that it can only be looked up free of charge. */
export function canOnlyLook({ model }: Pick<Question, 'model'>): boolean {
  return model !== null && freeProbe(model) === null;
}

function textOf(evidence: readonly Evidence[]): Placed<Reading> | null {
  return lastOf(
    evidence.flatMap((item, index) => (item.kind === 'text' ? [{ index, value: item.reading }] : [])),
  );
}

/** A project that nothing names yet is taken to be the one that was read, since somebody chose it for this question. */
function policyOf(evidence: readonly Evidence[], project: string | null): Placed<PolicyEvidence> | null {
  const readings = evidence.flatMap((item, index) =>
    item.kind === 'policy' ? [{ index, value: item }] : [],
  );
  return lastOf(readings.filter(({ value }) => project === null || value.projectId === project));
}

interface SeenBearing extends Bearing {
  readonly seen: PlacedAnswer;
}

function bearingOf(
  seen: PlacedAnswer,
  model: string | null,
  gone: boolean,
  calibrated: boolean | null,
): SeenBearing {
  const { value } = seen;
  const ids = model === null ? null : listedIds(value);
  return {
    seen,
    probe: value.probe,
    showed: value.showed,
    isAbout: isAbout(value, model),
    lists: model === null || ids === null ? null : ids.includes(model),
    gone,
    calibrated,
  };
}

/**
 * The answer that stands. Being told to wait, and an objection that says nothing of the model, count only where nothing but
 * its being visible is known; the former not against a pasted text either.
 */
function decisiveOf(
  about: readonly PlacedAnswer[],
  standing: ToldBy<SeenBearing> | null,
  text: Placed<Reading> | null,
  calibrated: boolean | null,
): PlacedAnswer | null {
  const best = about.find(({ index }) => index === standing?.answer.seen.index) ?? null;
  if (best !== null && best.value.showed.outcome !== 'unknown' && best.value.showed.outcome !== 'listed')
    return isUnproven(best.value, calibrated) ? null : best;
  if (standing?.outcome === 'not_listed' && standing.dropped === true) return null;
  const textSpeaks = text !== null && text.value.cause !== 'not_an_error';
  const objections = about.filter(
    ({ value }) =>
      refusalIn(value) !== null &&
      value.showed.outcome === 'unknown' &&
      !(textSpeaks && isPacing(value.showed)),
  );
  return lastOf(objections) ?? (best?.value.showed.outcome === 'listed' ? best : null);
}

/** The newest answer whose words are not known: of the model, or of the list where nothing else was asked. */
function puzzleOf(answers: readonly PlacedAnswer[], about: readonly PlacedAnswer[]): PlacedAnswer | null {
  return lastOf((about.length > 0 ? about : answers).filter(({ value }) => isPuzzle(value)));
}

/** Whether the pasted text reports a failure whose words are not known. */
export function isTextPuzzling({ text }: Pick<Signals, 'text'>): boolean {
  return text !== null && text.value.cause !== 'not_an_error' && !isUnderstood(text.value);
}

function lastSeen(
  model: string | null,
  about: readonly PlacedAnswer[],
  list: Placed<readonly string[]> | null,
): Placed<'list' | 'entry'> | null {
  const entry = lastOf(about.filter(({ value }) => value.showed.outcome === 'listed'));
  if (entry !== null && entry.index > (list?.index ?? -1)) return { index: entry.index, value: 'entry' };
  return list !== null && model !== null && list.value.includes(model)
    ? { index: list.index, value: 'list' }
    : null;
}

function comparison(evidence: Evidence): boolean | null {
  if (evidence.kind !== 'statement') return null;
  if (evidence.statement === 'other_project_has_it') return true;
  return evidence.statement === 'other_project_lacks_it' ? false : null;
}

/** A key without traits is judged as OpenAI's, as a pasted text by itself is. */
function hostOfKey({ key, keyId, evidence }: Question): HostKind {
  if (key === undefined) return 'openai';
  const answers = evidence.flatMap((item) =>
    item.kind === 'probe' && item.keyId === keyId ? [item.answer] : [],
  );
  return hostKindOf(key.host, answers, key.hostSeen);
}

/** How far the model is open by the answer that stands; null where it is not. */
export function openBy({ decisive }: Pick<Signals, 'decisive'>): Strength | null {
  return decisive?.value.showed.outcome === 'confirmed' ? (decisive.value.showed.strength ?? 'proved') : null;
}

/** The cause for which the answer that stands refuses; null where it does not. */
export function refusedFor({ decisive }: Pick<Signals, 'decisive'>): Cause | null {
  return decisive === null ? null : (refusalIn(decisive.value)?.cause ?? null);
}
