/**
 * A project's model policy as the administration API holds it, and what a change of it would do. Everything here is
 * computed; reading and writing is done elsewhere.
 * Facts of 2026-11-22: a write replaces mode and list as a whole; a project without a policy may use everything that
 * its organization has; the order of the list is not promised; names are compared letter by letter.
 */
import { err, ok, type Result } from '../base/result';

/** `emptied`: a list of this kind is there with nothing in it; what that lets through is not documented (2026-11). */
export type Policy =
  | { readonly kind: 'none'; readonly emptied?: 'allow_list' | 'deny_list' }
  | { readonly kind: 'allow_list'; readonly models: readonly string[] }
  | { readonly kind: 'deny_list'; readonly models: readonly string[] };

/** Longest list taken from an answer or written, in models. The API's own limit is not documented. */
export const MAX_POLICY_MODELS = 20_000;
/** Longest model id, in characters; fine-tuned ids are the longest known, at well under 200. */
export const MAX_MODEL_ID = 200;
/** The signs of all ids seen so far, fine-tuned ones and those of gateways included. */
const MODEL_ID = /^[A-Za-z0-9_.:/@+-]+$/;

/** What a person can want. `restore` is an undo: it puts an earlier policy back exactly as it was. */
export type Wish =
  | { readonly kind: 'let_through'; readonly models: readonly string[] }
  | { readonly kind: 'remove_restriction' }
  | { readonly kind: 'restore'; readonly policy: Policy };

/**
 * Why there is nothing to change. `no_restriction`: without a policy everything passes, and a new allow list would shut
 * out all else, so none is ever created. `already_so`: the policy already is as wished. `no_models`: none was named.
 */
type PlanRefusal = 'no_restriction' | 'already_so' | 'no_models' | 'too_many_models';

/** A change as it will be written, with the difference a person is asked to confirm. */
export interface Plan {
  readonly before: Policy;
  readonly after: Policy;
  /** Ids that the list gains and loses, in alphabetical order. For a list that goes or changes its kind, the whole of it. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** `everything`: later models included; `named`: only what the difference names; `narrower`: some models stop working. */
  readonly reach: 'named' | 'everything' | 'narrower';
}

export function modelsOf(policy: Policy): readonly string[] {
  return policy.kind === 'none' ? [] : policy.models;
}

/** True where a project with this policy may use the model, as far as the policy decides it. */
export function letsThrough(policy: Policy, model: string): boolean {
  if (policy.kind === 'none') return true;
  return policy.models.includes(model) === (policy.kind === 'allow_list');
}

/** Compares as sets, since neither order nor repetition means anything. */
export function samePolicy(one: Policy, other: Policy): boolean {
  if (one.kind !== other.kind) return false;
  const left = new Set(modelsOf(one));
  const right = new Set(modelsOf(other));
  return left.size === right.size && [...left].every((model) => right.has(model));
}

export function planChange(before: Policy, wish: Wish): Result<Plan, PlanRefusal> {
  const after = wished(before, wish);
  if (!after.ok) return after;
  if (samePolicy(before, after.value)) return err('already_so');
  if (modelsOf(after.value).length > MAX_POLICY_MODELS) return err('too_many_models');
  return ok({ before, after: after.value, ...difference(before, after.value) });
}

function wished(before: Policy, wish: Wish): Result<Policy, PlanRefusal> {
  switch (wish.kind) {
    case 'restore':
      return ok(wish.policy);
    case 'remove_restriction':
      return before.kind === 'none' ? err('no_restriction') : ok({ kind: 'none' });
    case 'let_through':
      return letThrough(before, [...new Set(wish.models.map((model) => model.trim()))].filter(isModelId));
  }
}

function letThrough(before: Policy, models: readonly string[]): Result<Policy, PlanRefusal> {
  if (models.length === 0) return err('no_models');
  if (before.kind === 'none') return err('no_restriction');
  if (before.kind === 'allow_list') {
    return ok({ kind: 'allow_list', models: [...new Set([...before.models, ...models])] });
  }
  const kept = before.models.filter((model) => !models.includes(model));
  // A block list that blocks nothing is no restriction; what the API makes of an empty list is not documented.
  return ok(kept.length === 0 ? { kind: 'none' } : { kind: 'deny_list', models: kept });
}

/** True for what a model could be called; a name that the app never met is none the worse for that. */
export function isModelId(name: string): boolean {
  return MODEL_ID.test(name) && name.length <= MAX_MODEL_ID;
}

function difference(before: Policy, after: Policy): Omit<Plan, 'before' | 'after'> {
  const sameKind = before.kind === after.kind;
  const old = new Set(modelsOf(before));
  const next = new Set(modelsOf(after));
  const added = [...next].filter((model) => !sameKind || !old.has(model)).sort();
  const removed = [...old].filter((model) => !sameKind || !next.has(model)).sort();
  return { added, removed, reach: reachOf(before, after, added, removed) };
}

function reachOf(
  before: Policy,
  after: Policy,
  added: readonly string[],
  removed: readonly string[],
): Plan['reach'] {
  if (after.kind === 'none') return before.kind === 'allow_list' ? 'everything' : 'named';
  if (after.kind !== before.kind) return after.kind === 'deny_list' ? 'everything' : 'narrower';
  const lost = after.kind === 'allow_list' ? removed : added;
  return lost.length > 0 ? 'narrower' : 'named';
}

/**
 * Of the models given, those that the change lets through beside the wished ones, in the given order. A list of models
 * is never complete (later ones come), so `reach` says what no list can.
 */
export function alsoLetsIn(
  plan: Plan,
  wishedModels: readonly string[],
  known: readonly string[],
): readonly string[] {
  return known.filter(
    (model) =>
      !wishedModels.includes(model) && !letsThrough(plan.before, model) && letsThrough(plan.after, model),
  );
}

/** Of the models given, those that stop working with the change. */
export function shutsOut(plan: Plan, known: readonly string[]): readonly string[] {
  return known.filter((model) => letsThrough(plan.before, model) && !letsThrough(plan.after, model));
}
