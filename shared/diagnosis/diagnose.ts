/** From evidence to verdict: gather first, compute after. Always answers, and never claims more than the evidence. */
import type { Cause, Confidence } from '../errors/reading';
import { realProbe } from '../models/families';
import { mayAskForVerification } from '../models/verification';
import { isAccessCause, type Layer } from '../observations/layers';
import { isSteady } from '../observations/proof';
import { type Contrast, contrastOf } from './contrast';
import type { Question } from './key-answers';
import { buildLadder } from './ladder';
import { CAUSE_OF_FACT, policyNotFelt } from './policy-rules';
import { rivalsOf } from './rivals';
import { gather, isTextPuzzling, openBy, type Signals } from './signals';
import { gotPast, isDoubtfulHere, standingRefusal } from './standing-refusal';
import type { LayerFinding, OtherKey, Proof, Test, Unknown, Verdict } from './verdict';

export function diagnose(question: Question): Verdict {
  const signals = gather(question);
  const ladder = buildLadder(signals);
  const failed = ladder.find((finding) => finding.state === 'failed') ?? null;
  const ruling = rule(signals, failed);
  const text = signals.text?.value.facts ?? null;
  const contrast = contrastWith(signals);
  const unknown = ruling.outcome === 'undecided' ? unknownOf(signals) : null;
  return {
    ...ruling,
    state: signals.state,
    proof: ruling.outcome === 'open' ? proofOf(signals) : null,
    streak: signals.streak,
    unknown,
    quote: unknown === 'not_understood' ? quoteOf(signals) : null,
    contrast: contrast?.differs ?? null,
    host: signals.host,
    otherKey: otherKey(failed, signals),
    ladder,
    rivals: rivalsOf(ruling, signals),
    model: signals.model ?? text?.model ?? null,
    project: text?.project ?? signals.keyProject?.value ?? null,
    organization: text?.organization ?? signals.keyOrganization,
    requestId: text?.requestId ?? standingRefusal(signals)?.value.reading.facts.requestId ?? null,
    siblings: signals.siblings,
    nextTest: nextTest(ruling, ladder, signals),
  };
}

export type VerdictCore = Pick<Verdict, 'outcome' | 'cause' | 'layer' | 'confidence'>;

const UNDECIDED: VerdictCore = { outcome: 'undecided', cause: null, layer: null, confidence: 'possible' };

function rule(signals: Signals, failed: LayerFinding | null): VerdictCore {
  if (failed !== null) return refusedAt(failed, signals);
  if (signals.flickering || policyNotFelt(signals))
    return { ...UNDECIDED, cause: 'project_lacks_model', confidence: 'likely' };
  const { text, decisive, list } = signals;
  const strength = openBy(signals);
  if (strength !== null)
    return { outcome: 'open', cause: null, layer: null, confidence: confidenceOfOpen(strength, signals) };
  if (text?.value.cause === 'not_an_error' && decisive === null && list === null)
    return {
      ...UNDECIDED,
      outcome: 'not_an_error',
      cause: 'not_an_error',
      confidence: text.value.confidence,
    };
  if (text?.value.cause === 'reason_not_shown' && decisive === null && list === null)
    return { ...UNDECIDED, cause: 'reason_not_shown', confidence: text.value.confidence };
  return UNDECIDED;
}

/** An answer to us is certain of what was sent from here. The failing program sends something else where a contrast is named. */
function confidenceOfOpen(strength: 'proved' | 'validated', signals: Signals): Confidence {
  if (strength === 'proved') return contrastWith(signals) === null ? 'certain' : 'likely';
  return signals.calibrated === true ? 'likely' : 'possible';
}

/**
 * Three successes in a row that span longer than any turn, where free tests tell something, and where nothing that they
 * cannot see may still refuse.
 */
function proofOf(signals: Signals): Proof | null {
  const { streak } = signals;
  if (!isSteady(streak) || contrastWith(signals) !== null) return null;
  if (streak.answered) return { ...streak, restsOn: 'real_request' };
  return freeTestsWouldProve(signals) ? { ...streak, restsOn: 'free_tests' } : null;
}

function freeTestsWouldProve(signals: Signals): boolean {
  return signals.calibrated === true && !verificationIsUnseen(signals);
}

/** Verification is checked after what a free test meets (recorded traffic, 2026). Only a real answer shows that it is passed. */
function verificationIsUnseen({ model, text, statements }: Signals): boolean {
  if (text?.value.cause === 'org_unverified' || statements.includes('verified_organization')) return true;
  return model !== null && mayAskForVerification(model);
}

/** Why successes of free tests, repeated, would not prove that the model is open; null where they would. */
type Doubt = 'refused_elsewhere' | 'not_calibrated' | 'proves_nothing' | 'verification_unseen';

export function doubtOf(question: Question): Doubt | null {
  const signals = gather(question);
  if (signals.calibrated === false) return 'proves_nothing';
  if (contrastWith(signals) !== null || diagnose(question).outcome === 'refused') return 'refused_elsewhere';
  if (verificationIsUnseen(signals)) return 'verification_unseen';
  return signals.calibrated === null ? 'not_calibrated' : null;
}

function contrastWith(signals: Signals): Contrast | null {
  const strength = openBy(signals);
  return strength === null || signals.text === null
    ? null
    : contrastOf(signals.text.value, strength, signals.model);
}

function unknownOf(signals: Signals): Unknown {
  if (signals.flickering || policyNotFelt(signals)) return 'depends';
  if (signals.puzzle !== null) return 'not_understood';
  if (signals.unproven) return 'not_allowed_to_see';
  if (signals.state !== 'listed' && signals.listRefusal?.value.cause === 'key_scope')
    return 'not_allowed_to_see';
  if (signals.decisive === null && isTextPuzzling(signals)) return 'not_understood';
  return 'not_tested';
}

/** What the answer says that was not understood, with secrets removed. */
function quoteOf({ puzzle, text }: Signals): string | null {
  if (puzzle?.value.answer.kind === 'refusal')
    return puzzle.value.answer.reading.sentence ?? (puzzle.value.answer.excerpt || null);
  return isTextPuzzling({ text }) ? (text?.value.sentence ?? null) : null;
}

function refusedAt(failed: LayerFinding, signals: Signals): VerdictCore {
  const cause = causeAt(failed, signals);
  return {
    outcome: 'refused',
    cause,
    layer: failed.layer,
    confidence: confidenceOfRefusal(failed, cause, signals),
  };
}

function causeAt(failed: LayerFinding, signals: Signals): Cause {
  const fact = CAUSE_OF_FACT.get(failed.reason);
  if (fact !== undefined) return fact.cause;
  switch (failed.reason) {
    case 'project_differs':
      return 'org_or_project_mismatch';
    case 'name_retired':
      return 'model_retired';
    case 'no_answer':
      return signals.unreachable === null ? (standingRefusal(signals)?.value.cause ?? 'network') : 'network';
    default:
      return standingRefusal(signals)?.value.cause ?? 'network';
  }
}

function confidenceOfRefusal(failed: LayerFinding, cause: Cause, signals: Signals): Confidence {
  if (failed.reason === 'project_differs') return 'certain';
  const fact = CAUSE_OF_FACT.get(failed.reason);
  if (fact !== undefined) return fact.confidence;
  if (failed.reason === 'name_retired') return 'likely';
  const refusal = standingRefusal(signals);
  if (refusal === null) return 'likely';
  if (cause === 'project_lacks_model') return confidenceOfProject(signals);
  if (isAccessCause(cause) && signals.retired) return 'likely';
  const { confidence } = refusal.value.reading;
  const isDoubtful = mayBeHandedOn(cause, signals) || isDoubtfulHere(signals);
  return confidence === 'certain' && isDoubtful ? 'likely' : confidence;
}

/** Another service may hand on what was refused to itself, with a key of its own, in OpenAI's words. */
function mayBeHandedOn(cause: Cause, { host }: Signals): boolean {
  return host === 'other' && cause !== 'other_vendor';
}

/**
 * The project's sentence is also printed for an organization that is not entitled, for a name that was shut down and by a
 * gateway that has a list of its own. Only another project's key that has the model excludes the first, and only a name that
 * is alive the second; how long a list is excludes nothing.
 */
function confidenceOfProject(signals: Signals): Confidence {
  const { decisive, elsewhere, retired, host } = signals;
  const isRefusedHere = decisive?.value.showed.cause === 'project_lacks_model';
  return isRefusedHere && elsewhere?.value === true && !retired && host === 'openai' ? 'certain' : 'likely';
}

/** A call that was refused further up had been made with a key that was accepted, and the project it names is that key's. */
function otherKey(failed: LayerFinding | null, { text }: Signals): OtherKey | null {
  if (failed === null || text === null) return null;
  const textCause = text.value.cause;
  if (failed.reason === 'project_differs') return { why: 'other_project', textCause };
  return failed.reason === 'key_refused' && gotPast('key', text.value)
    ? { why: 'key_refused', textCause }
    : null;
}

/** The cheapest test that could change or firm up the answer; null where nothing is left to learn by testing. */
function nextTest(ruling: VerdictCore, ladder: readonly LayerFinding[], signals: Signals): Test | null {
  const real = realTestOf(signals);
  if (ruling.outcome === 'open') return openBy(signals) === 'proved' ? null : real;
  if (ruling.outcome === 'not_an_error' || ruling.confidence === 'certain') return null;
  if (signals.list === null && signals.listRefusal === null) return { kind: 'probe', probe: 'list' };
  if (isUntested(signals)) return freeTestOf(signals, real);
  if (signals.flickering || policyNotFelt(signals)) return { kind: 'wait_and_repeat' };
  const failedAt = ladder.findIndex((finding) => finding.state === 'failed');
  // What an admin key has read needs no firming up.
  const reason = ladder[failedAt]?.reason;
  if (reason !== undefined && CAUSE_OF_FACT.get(reason)?.confidence === 'certain') return null;
  const below: readonly LayerFinding[] = failedAt < 0 ? ladder : ladder.slice(0, failedAt);
  const firming =
    below.find((finding) => finding.state === 'unknown' && firmsUp(finding.layer))?.test ?? null;
  return failedAt < 0 && real !== null && signals.model !== null ? real : firming;
}

/** Nothing was asked about the model itself, or its newest list speaks against an older refusal of it. */
function isUntested({ decisive, puzzle, model, list, seen, unproven }: Signals): boolean {
  if (model === null) return false;
  if (decisive === null) return puzzle === null && !unproven;
  const refused = decisive.value.showed.outcome === 'denied';
  return refused && seen !== null && list !== null && seen.index > decisive.index;
}

/** On a host that is not OpenAI's nothing is sure to be free of charge, so that only a test with consent is offered. */
function freeTestOf({ host }: Signals, real: Test | null): Test | null {
  return host === 'openai' ? { kind: 'probe', probe: 'free_probe' } : real;
}

function realTestOf({ model }: Signals): Test | null {
  return model !== null && realProbe(model) !== null ? { kind: 'probe', probe: 'real_probe' } : null;
}

function firmsUp(layer: Layer): boolean {
  return layer === 'entitlement' || layer === 'belonging';
}
