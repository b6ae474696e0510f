/** From evidence to verdict: gather first, compute after. Always answers, and never claims more than the evidence. */
import type { Cause, Confidence } from '../errors/reading';
import { realProbe } from '../models/families';
import { buildLadder, gotPast, standingRefusal } from './ladder';
import type { Layer } from './layers';
import { CAUSE_OF_FACT, policyNotFelt } from './policy-rules';
import { listIsShort, rivalsOf } from './rivals';
import { gather, isAccessCause, type Question, type Signals } from './signals';
import type { LayerFinding, OtherKey, Test, Verdict } from './verdict';

export function diagnose(question: Question): Verdict {
  const signals = gather(question);
  const ladder = buildLadder(signals);
  const failed = ladder.find((finding) => finding.state === 'failed') ?? null;
  const ruling = rule(signals, failed);
  const text = signals.text?.value.facts ?? null;
  return {
    ...ruling,
    otherKey: otherKey(failed, signals),
    ladder,
    rivals: ruling.cause === null ? [] : rivalsOf(ruling.cause, signals),
    model: signals.model ?? text?.model ?? null,
    project: text?.project ?? signals.keyProject?.value ?? null,
    organization: text?.organization ?? signals.keyOrganization,
    requestId: text?.requestId ?? standingRefusal(signals)?.value.reading.facts.requestId ?? null,
    siblings: signals.siblings,
    nextTest: nextTest(ruling, ladder, signals),
  };
}

type Ruling = Pick<Verdict, 'outcome' | 'cause' | 'layer' | 'confidence'>;

function rule(signals: Signals, failed: LayerFinding | null): Ruling {
  if (failed !== null) return refusedAt(failed, signals);
  if (signals.flickering || policyNotFelt(signals))
    return { outcome: 'undecided', cause: 'project_lacks_model', layer: null, confidence: 'likely' };
  const { decisive, text } = signals;
  if (decisive?.value.kind === 'open') {
    return {
      outcome: 'open',
      cause: null,
      layer: null,
      confidence: confidenceOfOpen(decisive.value.strength, signals),
    };
  }
  if (text?.value.cause === 'not_an_error' && decisive === null && signals.list === null) {
    return { outcome: 'not_an_error', cause: 'not_an_error', layer: null, confidence: text.value.confidence };
  }
  return { outcome: 'undecided', cause: null, layer: null, confidence: 'possible' };
}

function confidenceOfOpen(strength: 'proved' | 'validated', signals: Signals): Confidence {
  if (strength === 'proved') return 'certain';
  return signals.calibrated === true ? 'likely' : 'possible';
}

function refusedAt(failed: LayerFinding, signals: Signals): Ruling {
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
    case 'not_listed':
      return 'project_lacks_model';
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
  if (failed.reason === 'not_listed' || failed.reason === 'name_retired') return 'likely';
  const refusal = standingRefusal(signals);
  if (refusal === null) return 'likely';
  // The project's sentence is also printed for an organization that is not entitled: only a short list beside it excludes that.
  if (cause === 'project_lacks_model') {
    return signals.decisive?.value.kind === 'refused' && listIsShort(signals) ? 'certain' : 'likely';
  }
  if (isAccessCause(cause)) return signals.retired ? 'likely' : refusal.value.reading.confidence;
  return refusal.value.reading.confidence;
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
function nextTest(ruling: Ruling, ladder: readonly LayerFinding[], signals: Signals): Test | null {
  if (ruling.outcome === 'open') {
    const canProve = signals.model !== null && realProbe(signals.model) !== null;
    return ruling.confidence !== 'certain' && canProve ? { kind: 'probe', probe: 'real_probe' } : null;
  }
  if (ruling.outcome === 'not_an_error' || ruling.confidence === 'certain') return null;
  if (signals.list === null && signals.listRefusal === null) return { kind: 'probe', probe: 'list' };
  if (signals.decisive === null && signals.model !== null) return { kind: 'probe', probe: 'free_probe' };
  if (signals.flickering || policyNotFelt(signals)) return { kind: 'wait_and_repeat' };
  const failedAt = ladder.findIndex((finding) => finding.state === 'failed');
  // What an admin key has read needs no firming up.
  const reason = ladder[failedAt]?.reason;
  if (reason !== undefined && CAUSE_OF_FACT.get(reason)?.confidence === 'certain') return null;
  const below: readonly LayerFinding[] = failedAt < 0 ? ladder : ladder.slice(0, failedAt);
  return below.find((finding) => finding.state === 'unknown' && firmsUp(finding.layer))?.test ?? null;
}

function firmsUp(layer: Layer): boolean {
  return layer === 'entitlement' || layer === 'belonging';
}
