/**
 * The rules of the ladder, a table a layer: the first row that fits decides. A row that claims `passed` or `failed`
 * names the evidence; a layer that no row settles is `unknown` and names the cheapest test that would settle it.
 */
import { type Cause, type Reading, WRONG_HOST } from '../errors/reading';
import { isUnderstood, restsOnStatusAlone } from '../errors/rules/fallback';
import { CAUSE_ROWS, isAccessCause, isOfName, LAYERS, type Layer, layerOf } from '../observations/layers';
import type { Strength } from '../observations/showing';
import { contrastOf } from './contrast';
import { archived, entitledByPolicy, policyFact, spendLimitReached } from './policy-rules';
import { type Found, openBy, type Refusal, refusalIn, refusedFor, type Signals } from './signals';
import type { LayerFinding, LayerState, ReasonCode, Test } from './verdict';

export interface Settled {
  readonly state: LayerState;
  readonly reason: ReasonCode;
  readonly evidence: readonly number[];
  readonly values?: Readonly<Record<string, string>>;
}
export type Rule = (signals: Signals) => Settled | null;

/** A refusal that stands now: the newest answer about the model, else of the key, else the pasted text. */
export function standingRefusal(signals: Signals): Found<Refusal> | null {
  const { decisive, keyRefusal, listRefusal, text } = signals;
  const strength = openBy(signals);
  if (strength !== null) return textThatStands(text, strength, signals.model);
  const here = decisive ?? keyRefusal;
  const refusal = here === null ? null : refusalIn(here.value);
  if (here !== null && refusal !== null) return { index: here.index, value: refusal };
  const said = text === null || text.value.cause === 'not_an_error' ? null : asRefusal(text);
  if (listRefusal === null || saysNothingOfModel(listRefusal.value)) return said;
  return PASSING.includes(listRefusal.value.cause) && said !== null ? said : asRefusal(listRefusal);
}

/** Not being allowed to list says nothing of using a model, nor does an answer that was not understood. */
function saysNothingOfModel(reading: Reading): boolean {
  return reading.cause === 'key_scope' || reading.cause === 'not_an_error' || !isUnderstood(reading);
}
/** Troubles of the moment, which the pasted text outlasts. */
const PASSING: readonly Cause[] = ['server_error', 'rate_limited'];

function asRefusal({ index, value }: Found<Reading>): Found<Refusal> {
  return { index, value: { cause: value.cause, reading: value } };
}

/** A refusal in the text that a success of ours does not disprove. */
function textThatStands(
  text: Found<Reading> | null,
  strength: Strength,
  model: string | null,
): Found<Refusal> | null {
  return text !== null && contrastOf(text.value, strength, model)?.stands === true ? asRefusal(text) : null;
}

/** Whether a call with this refusal had got past the layer. A bare status may be of anything that stands before the API. */
export function gotPast(layer: Layer, reading: Reading): boolean {
  return (
    !restsOnStatusAlone(reading) && isUnderstood(reading) && CAUSE_ROWS[reading.cause].after.includes(layer)
  );
}

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

/** Our newest test reached nothing. Where the API is known to have answered once, that says nothing against its answer. */
function cannotReach(signals: Signals): Settled | null {
  const { unreachable } = signals;
  if (unreachable === null) return null;
  const { text, decisive, keyRefusal, list, listRefusal } = signals;
  const isAnswered = [decisive, keyRefusal, list, listRefusal].some((answer) => answer !== null);
  const answeredBefore = isAnswered || (text !== null && gotPast('reach', text.value));
  return {
    state: answeredBefore ? 'unknown' : 'failed',
    reason: 'no_answer',
    evidence: [unreachable.index],
    values: { failure: unreachable.value },
  };
}

/** A key of the old form reaches every project of its owner, so that another project may be the same key with a header. */
function projectDiffers(signals: Signals): Settled | null {
  const named = signals.text?.value.facts.project ?? null;
  if (named === null || signals.keyProject === null || named === signals.keyProject.value) return null;
  if (signals.text?.value.facts.furtherProjects.includes(signals.keyProject.value)) return null;
  const reachesSeveral = signals.key?.reachesSeveral === true;
  return {
    state: reachesSeveral ? 'unknown' : 'failed',
    reason: reachesSeveral ? 'project_by_header' : 'project_differs',
    evidence: [signals.text?.index ?? 0, signals.keyProject.index],
    values: { named, own: signals.keyProject.value },
  };
}

function projectMatches(signals: Signals): Settled | null {
  const named = signals.text?.value.facts.project ?? null;
  if (named === null || signals.keyProject === null) return null;
  return {
    state: 'passed',
    reason: 'project_matches',
    evidence: [signals.keyProject.index],
    values: { own: signals.keyProject.value },
  };
}

function spreading(signals: Signals): Settled | null {
  if (!signals.flickering || signals.decisive === null) return null;
  return { state: 'unknown', reason: 'flickering', evidence: [signals.decisive.index] };
}

/** The list and a model's entry follow the project's policy (seen 2026, strong), so being there means that it lets the name through. */
function listed(signals: Signals): Settled | null {
  const { seen, model } = signals;
  if (isAccessCause(refusedFor(signals))) return null;
  if (seen === null || model === null) return null;
  return {
    state: 'passed',
    reason: seen.value === 'list' ? 'listed' : 'entry_readable',
    evidence: [seen.index],
    values: { model },
  };
}

/** Nobody refused the model yet. One that is not listed was refused in nearly every case seen (2026, strong). */
function notListed(signals: Signals): Settled | null {
  if (signals.list === null || signals.state !== 'not_listed' || standingRefusal(signals) !== null)
    return null;
  return {
    state: 'unknown',
    reason: 'not_listed',
    evidence: [signals.list.index],
    values: listValues(signals),
  };
}

/** By the table, which ages: only the API's own list or refusal beside it makes it a failure. */
function retiredName(signals: Signals): Settled | null {
  const refusal = standingRefusal(signals);
  if (!signals.retired || signals.model === null || openBy(signals) !== null) return null;
  if (signals.list === null && (refusal === null || !isAccessCause(refusal.value.cause))) return null;
  const evidence = signals.list?.index ?? refusal?.index;
  return {
    state: 'failed',
    reason: signals.list === null ? 'name_on_retired_list' : 'name_retired',
    evidence: evidence === undefined ? [] : [evidence],
    values: { model: signals.model },
  };
}

/** A list says less than a request for the model that was refused for its name. */
function nameListed(signals: Signals): Settled | null {
  const { seen, model } = signals;
  if (seen === null || model === null || refusedForName(signals)) return null;
  return { state: 'passed', reason: 'name_known', evidence: [seen.index], values: { model } };
}

function refusedForName(signals: Signals): boolean {
  return isOfName(refusedFor(signals));
}

function siblingListed(signals: Signals): Settled | null {
  const [sibling] = signals.siblings;
  if (sibling === undefined || signals.list === null || openBy(signals) !== null) return null;
  if (refusedForName(signals)) return null;
  return {
    state: 'unknown',
    reason: 'sibling_listed',
    evidence: [signals.list.index],
    values: { sibling, model: signals.model ?? '' },
  };
}

function entitledElsewhere(signals: Signals): Settled | null {
  if (signals.elsewhere?.value !== true) return null;
  return { state: 'passed', reason: 'other_project_has_it', evidence: [signals.elsewhere.index] };
}

function listValues(signals: Signals): Readonly<Record<string, string>> {
  return { model: signals.model ?? '', count: String(signals.list?.value.length ?? 0) };
}

function valuesOf(reading: Reading): Readonly<Record<string, string>> {
  const { facts } = reading;
  return {
    ...(facts.model === null ? {} : { model: facts.model }),
    ...(facts.project === null ? {} : { project: facts.project }),
    ...(facts.code === null ? {} : { code: facts.code }),
    ...(facts.missingScopes.length === 0 ? {} : { scopes: facts.missingScopes.join(', ') }),
  };
}
