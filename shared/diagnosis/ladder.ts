/**
 * The rules of the ladder, a table a layer: the first row that fits decides. A row that claims `passed` or `failed`
 * names the evidence; a layer that no row settles is `unknown` and names the cheapest test that would settle it.
 */
import { type Reading, WRONG_HOST } from '../errors/reading';
import { isUnderstood } from '../errors/rules/fallback';
import { LAYERS, type Layer, layerOf } from '../observations/layers';
import {
  cannotReach,
  entitledElsewhere,
  listed,
  nameListed,
  notListed,
  projectDiffers,
  projectMatches,
  retiredName,
  siblingListed,
  spreading,
} from './own-rules';
import { archived, entitledByPolicy, policyFact, spendLimitReached } from './policy-rules';
import type { Rule } from './settled';
import { openBy, type Signals } from './signals';
import { gotPast, standingRefusal } from './standing-refusal';
import type { LayerFinding, ReasonCode, Test } from './verdict';

const PASSED: Readonly<Record<Layer, ReasonCode>> = {
  reach: 'answered',
  key: 'key_accepted',
  belonging: 'project_unknown',
  scope: 'scope_ok',
  money: 'money_ok',
  entitlement: 'entitled',
  policy: 'allowed_by_probe',
  model_name: 'name_known',
  endpoint: 'endpoint_ok',
  pace: 'pace_ok',
};

const FAILED: Readonly<Record<Layer, ReasonCode>> = {
  reach: 'no_answer',
  key: 'key_refused',
  belonging: 'belonging_refused',
  scope: 'scope_missing',
  money: 'money_refused',
  entitlement: 'not_verified',
  policy: 'refused_by_policy',
  model_name: 'name_unknown',
  endpoint: 'endpoint_refused',
  pace: 'pace_limited',
};

/** The test that would settle a layer nothing is known of. */
const TESTS: Readonly<Record<Layer, Test>> = {
  reach: { kind: 'probe', probe: 'list' },
  key: { kind: 'probe', probe: 'list' },
  belonging: { kind: 'probe', probe: 'free_probe' },
  scope: { kind: 'probe', probe: 'free_probe' },
  money: { kind: 'probe', probe: 'free_probe' },
  entitlement: { kind: 'other_project_key' },
  policy: { kind: 'probe', probe: 'list' },
  model_name: { kind: 'probe', probe: 'list' },
  endpoint: { kind: 'probe', probe: 'free_probe' },
  pace: { kind: 'probe', probe: 'free_probe' },
};

export function buildLadder(signals: Signals): readonly LayerFinding[] {
  return LAYERS.map((layer) => findingFor(layer, signals));
}

function findingFor(layer: Layer, signals: Signals): LayerFinding {
  for (const rule of [...OWN_RULES[layer], ...rulesForAll(layer)]) {
    const settled = rule(signals);
    if (settled)
      return { layer, values: {}, test: settled.state === 'unknown' ? TESTS[layer] : null, ...settled };
  }
  return { layer, state: 'unknown', reason: 'no_evidence', values: {}, evidence: [], test: TESTS[layer] };
}

function rulesForAll(layer: Layer): readonly Rule[] {
  return [refusedHere(layer), openHere(layer), impliedByRefusal(layer), impliedByList(layer)];
}

function reasonOf(reading: Reading, layer: Layer, fromText: boolean): ReasonCode {
  if (reading.rule === WRONG_HOST) return 'wrong_host';
  return fromText ? 'text_says' : FAILED[layer];
}

const refusedHere =
  (layer: Layer): Rule =>
  (signals) => {
    const refusal = standingRefusal(signals);
    if (refusal === null || layerOf(refusal.value.reading) !== layer) return null;
    if (!isUnderstood(refusal.value.reading)) return null;
    const reason = reasonOf(refusal.value.reading, layer, refusal.index === signals.text?.index);
    return { state: 'failed', reason, evidence: [refusal.index], values: valuesOf(refusal.value.reading) };
  };

/** Quota is checked before validation, so a free probe that reached validation passed it (recorded traffic, certain). */
const openHere =
  (layer: Layer): Rule =>
  (signals) => {
    const { decisive } = signals;
    const strength = openBy(signals);
    if (decisive === null || strength === null) return null;
    const certain = strength === 'proved' || signals.calibrated === true;
    if (!certain && (layer === 'policy' || layer === 'model_name' || layer === 'entitlement')) return null;
    // Verification may be checked after validation: a free probe leaves it open.
    if (layer === 'entitlement' && strength !== 'proved') return null;
    return { state: 'passed', reason: PASSED[layer], evidence: [decisive.index] };
  };

const impliedByRefusal =
  (layer: Layer): Rule =>
  (signals) => {
    const refusal = standingRefusal(signals);
    if (refusal === null || !gotPast(layer, refusal.value.reading)) return null;
    // The text does not say which key the program used.
    if (layer === 'belonging' && refusal.index === signals.text?.index) return null;
    return { state: 'passed', reason: PASSED[layer], evidence: [refusal.index] };
  };

const impliedByList =
  (layer: Layer): Rule =>
  (signals) => {
    if (layer !== 'reach' && layer !== 'key') return null;
    const { list, listRefusal } = signals;
    const answered = listRefusal !== null && gotPast(layer, listRefusal.value) ? listRefusal : list;
    return answered && { state: 'passed', reason: PASSED[layer], evidence: [answered.index] };
  };

const OWN_RULES: Readonly<Record<Layer, readonly Rule[]>> = {
  reach: [cannotReach],
  key: [],
  // A key that was of the right project may be shut out by now, so that a refusal comes before what only fits.
  belonging: [projectDiffers, archived, refusedHere('belonging'), projectMatches],
  scope: [],
  money: [spendLimitReached],
  entitlement: [refusedHere('entitlement'), entitledByPolicy, entitledElsewhere],
  policy: [policyFact, spreading, listed, notListed],
  model_name: [retiredName, nameListed, siblingListed],
  endpoint: [],
  pace: [],
};

function valuesOf(reading: Reading): Readonly<Record<string, string>> {
  const { facts } = reading;
  return {
    ...(facts.model === null ? {} : { model: facts.model }),
    ...(facts.project === null ? {} : { project: facts.project }),
    ...(facts.code === null ? {} : { code: facts.code }),
    ...(facts.missingScopes.length === 0 ? {} : { scopes: facts.missingScopes.join(', ') }),
  };
}
