/** The fold: of all that was told about one key and one model, what stands. Every view of the record goes by it. */
import type { Layer } from './layers';
import type { Probe } from './observation';
import type { CheckOutcome, Showing, Strength } from './showing';

/**
 * What is known of a model from a test of it or from the key's list. `not_listed`: the list was answered without it, so
 * that nobody refused anything yet.
 */
export type Known = CheckOutcome | 'not_listed';

/** What was told of the model at one moment. */
export interface Told {
  readonly probe: Probe;
  readonly outcome: Known;
  readonly strength: Strength | null;
  readonly layer: Layer | null;
  /** For `not_listed`: true where an earlier list held the model, so that something changed. */
  readonly dropped?: boolean;
}

export function toldBy({
  probe,
  showed,
}: {
  readonly probe: Probe;
  readonly showed: Omit<Showing, 'cause'>;
}): Told {
  const { outcome, strength, layer } = showed;
  return { probe, outcome, strength, layer };
}

/**
 * What a list that was answered says of one model. `wasListed`: whether an earlier list held it. `gone`: whether it had
 * been shut down by then; a list that still holds it is right about that.
 */
export function toldByList(listed: boolean, wasListed: boolean, gone: boolean): Told {
  const told = { probe: 'list', strength: null, layer: null } as const;
  if (listed) return { ...told, outcome: 'listed' };
  if (gone) return { ...told, outcome: 'denied', layer: 'model_name', dropped: wasListed };
  // Nobody refused anything yet, so there is no layer to name.
  return { ...told, outcome: 'not_listed', dropped: wasListed };
}

/** Where these refuse, they refuse before any model was looked at. */
const BELOW_MODELS: readonly (Layer | null)[] = ['reach', 'key', 'belonging'];

export function isBelowModels(layer: Layer | null): boolean {
  return BELOW_MODELS.includes(layer);
}

/** Whether it refuses the key with every model there is. Not being allowed to list says nothing of any. */
export function refusesAll({ outcome, layer }: Pick<Told, 'outcome' | 'layer'>): boolean {
  return outcome === 'denied' && isBelowModels(layer);
}

/** Whether the request got as far as models or beyond, so that the key itself was accepted. */
export function getsPastKey({ showed }: { readonly showed: Pick<Showing, 'outcome' | 'layer'> }): boolean {
  const { outcome } = showed;
  return outcome === 'confirmed' || outcome === 'listed' || (outcome === 'denied' && !refusesAll(showed));
}

/** An outcome, or the state that several of them amount to. */
type Said = Known | 'passed_free_test';

/** Whether the key goes without the model: it was refused, or the key's list lacks it. */
export function lacks(outcome: Said): boolean {
  return outcome === 'denied' || outcome === 'not_listed';
}

/** Being listed, and being confirmed by a weaker or a stronger test, are all ways of having it. */
export function accessBy(outcome: Said): 'has' | 'lacks' | 'unknown' {
  if (outcome === 'unknown') return 'unknown';
  return lacks(outcome) ? 'lacks' : 'has';
}

/**
 * Whether a model can be refused so and be listed all the same, as with a key without the permission or a project without
 * credit. Being listed then says nothing against the refusal, whichever came first.
 */
export function isUnseenByLists({ outcome, layer }: Pick<Told, 'outcome' | 'layer'>): boolean {
  return outcome === 'denied' && layer !== null && ![...BELOW_MODELS, 'policy', 'model_name'].includes(layer);
}

/**
 * Whether the newer one takes the older one's place: what is newer stands, unless it says less. `calibrated`: what free
 * tests are worth there (see `afterFreeTest`).
 */
export function supersedes(newer: Told, older: Told, calibrated: boolean | null): boolean {
  if (older.outcome === 'unknown') return true;
  switch (newer.outcome) {
    case 'unknown':
      return false;
    case 'denied':
      return newer.probe !== 'list' || refusesAll(newer) || listOutdoes(newer, older);
    case 'confirmed':
      return newer.strength !== 'validated' || validatedOutdoes(older, calibrated);
    case 'listed':
      return isOfLists(older);
    case 'not_listed':
      return listOutdoes(newer, older);
  }
}

function validatedOutdoes(older: Told, calibrated: boolean | null): boolean {
  if (older.outcome === 'confirmed') return older.strength !== 'proved';
  if (refusesAll(older)) return true;
  return calibrated !== false && !isOutOfSight(older);
}

/** Verification may be checked after validation, so that a free test does not meet what a real request met. */
function isOutOfSight({ probe, outcome, layer }: Told): boolean {
  return outcome === 'denied' && probe === 'real_probe' && layer === 'entitlement';
}

/** A request for the model's use, refused or answered, says more than being listed or readable. */
function isOfLists({ outcome, probe }: Told): boolean {
  if (outcome === 'listed' || outcome === 'not_listed') return true;
  return outcome === 'denied' && (probe === 'list' || probe === 'retrieve');
}

/** A list without the model that never held it says nothing against an answer that the model gave. */
function listOutdoes({ dropped }: Told, older: Told): boolean {
  if (older.outcome === 'confirmed') return dropped === true;
  return isOfLists(older) && !(older.outcome === 'denied' && older.probe === 'retrieve');
}

/** What stands of these, in order of recording; null for none. */
export function standingOf<T extends Told>(told: readonly T[], calibrated: boolean | null): T | null {
  return told.reduce<T | null>(
    (kept, next) => (kept === null || supersedes(next, kept, calibrated) ? next : kept),
    null,
  );
}
