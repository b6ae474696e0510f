/**
 * Rules for what the administration API says of a project. It settles as facts what an answer of a model can only
 * suggest: whether the project is archived, its spend limit, and which list refuses the model.
 */
import { letsThrough } from '../admin/policy';
import type { Cause, Confidence } from '../errors/reading';
import { isAccessCause, isOfName } from '../observations/layers';
import type { PolicyEvidence } from './evidence';
import type { Placed } from './key-answers';
import type { Rule, Settled } from './settled';
import { openBy, refusedFor, type Signals } from './signals';
import type { ReasonCode } from './verdict';

/**
 * What a fact means for the verdict. Rate limits follow organization and project (seen in a public client, likely), so a
 * model without one is likely, not certainly, missing from the organization.
 */
export const CAUSE_OF_FACT: ReadonlyMap<
  ReasonCode,
  { readonly cause: Cause; readonly confidence: Confidence }
> = new Map([
  ['not_on_allow_list', { cause: 'project_lacks_model', confidence: 'certain' }],
  ['on_block_list', { cause: 'project_lacks_model', confidence: 'certain' }],
  ['no_rate_limit', { cause: 'model_missing_or_no_access', confidence: 'likely' }],
  ['project_is_archived', { cause: 'project_archived', confidence: 'certain' }],
  ['spend_limit_reached', { cause: 'quota_or_billing', confidence: 'certain' }],
]);

/** The reading, unless the model has answered since: then something changed after it. */
function standing(signals: Signals): Placed<PolicyEvidence> | null {
  const { policy, decisive, openAt, seen } = signals;
  if (policy === null) return null;
  if (openBy(signals) !== null && openAt !== null && openAt > policy.index) return null;
  const seenSince = seen !== null && seen.index > policy.index;
  const refusedSince =
    decisive !== null && refusedFor(signals) !== null && decisive.index > (seen?.index ?? -1);
  return seenSince && !refusedSince ? null : policy;
}

export const archived: Rule = (signals) => {
  const reading = standing(signals);
  if (reading?.value.projectStatus !== 'archived') return null;
  return {
    state: 'failed',
    reason: 'project_is_archived',
    evidence: [reading.index],
    values: { project: reading.value.projectId },
  };
};

export const spendLimitReached: Rule = (signals) => {
  const reading = standing(signals);
  const limit = reading?.value.spendLimit;
  if (reading === null || limit === null || limit === 'unknown' || !limit?.enforcing) return null;
  return {
    state: 'failed',
    reason: 'spend_limit_reached',
    evidence: [reading.index],
    values: { dollars: String(limit.cents / 100) },
  };
};

/** Only a policy that lets the model through makes the rate limits speak of the organization. */
export const entitledByPolicy: Rule = (signals) => {
  const reading = standing(signals);
  const usable = reading?.value.usableModels ?? null;
  if (reading === null || usable === null || signals.model === null) return null;
  if (usable.includes(signals.model))
    return {
      state: 'passed',
      reason: 'has_rate_limit',
      evidence: [reading.index],
      values: { model: signals.model },
    };
  if (!letsThrough(reading.value.policy, signals.model) || !accessRefused(signals)) return null;
  return {
    state: 'failed',
    reason: 'no_rate_limit',
    evidence: [reading.index],
    values: { model: signals.model },
  };
};

export const policyFact: Rule = (signals) => {
  const reading = standing(signals);
  const { model } = signals;
  if (reading === null || model === null) return null;
  const { policy, projectId } = reading.value;
  const values = { model, project: projectId };
  const through = letsThrough(policy, model);
  if (policy.kind === 'none' && policy.emptied === 'allow_list')
    return { state: 'unknown', reason: 'empty_list', evidence: [reading.index], values };
  // A name that does not exist is on no list either: the list is not what stops it.
  if (!through && (signals.retired || isOfName(causeThatStands(signals)))) return null;
  if (policyNotFelt(signals))
    return { state: 'unknown', reason: 'policy_not_felt', evidence: [reading.index], values };
  return { ...factOf(policy.kind, through), evidence: [reading.index], values };
};

function factOf(
  kind: 'none' | 'allow_list' | 'deny_list',
  through: boolean,
): Pick<Settled, 'state' | 'reason'> {
  if (kind === 'none') return { state: 'passed', reason: 'no_policy' };
  if (kind === 'allow_list')
    return through
      ? { state: 'passed', reason: 'on_allow_list' }
      : { state: 'failed', reason: 'not_on_allow_list' };
  return through
    ? { state: 'passed', reason: 'not_on_block_list' }
    : { state: 'failed', reason: 'on_block_list' };
}

/** True where the policy as read is what refuses the model. */
export function refusedByPolicy(signals: Signals): boolean {
  const reading = standing(signals);
  return reading !== null && signals.model !== null && !letsThrough(reading.value.policy, signals.model);
}

/**
 * The policy lets the model through and the project has it, yet a call is refused: an answer from before the change, or
 * from a server that the change has not reached.
 */
export function policyNotFelt(signals: Signals): boolean {
  const reading = standing(signals);
  if (reading === null || signals.model === null || !letsThrough(reading.value.policy, signals.model))
    return false;
  const usable = reading.value.usableModels;
  return accessRefused(signals) && (usable === null || usable.includes(signals.model));
}

function accessRefused(signals: Signals): boolean {
  return isAccessCause(causeThatStands(signals));
}

function causeThatStands(signals: Signals): Cause | null {
  const { decisive, text } = signals;
  return decisive === null ? (text?.value.cause ?? null) : refusedFor(signals);
}
