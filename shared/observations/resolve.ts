/** One cell: the state of one model with one key, from everything that was told of it in order of recording. */
import { type Known, standingOf, type Told } from './standing';

/**
 * `confirmed` only where a real request was answered; `denied` only where somebody refused. What a free test or the
 * key's list says is less than either, and has a state of its own.
 */
export const STATES = ['confirmed', 'passed_free_test', 'listed', 'not_listed', 'denied', 'unknown'] as const;
export type State = (typeof STATES)[number];

interface Resolved<T extends Told> {
  readonly state: State;
  /** What the state rests on; null where nothing was told. */
  readonly told: T | null;
  /** True where all that is known is a free test that got through where such tests are shown to prove nothing. */
  readonly unproven: boolean;
}

/** `calibrated`: what free tests are worth with this key at an endpoint (see `afterFreeTest`); null where not known. */
export function resolve<T extends Told>(
  told: readonly T[],
  calibrated: (told: T) => boolean | null,
): Resolved<T> {
  const isUnproven = (item: T) => item.strength === 'validated' && calibrated(item) === false;
  const standing = standingOf(
    told.filter((item) => !isUnproven(item)),
    null,
  );
  if (standing !== null && standing.outcome !== 'unknown')
    return { state: stateOf(standing), told: standing, unproven: false };
  const unproven = told.findLast(isUnproven) ?? null;
  return { state: 'unknown', told: unproven ?? standing, unproven: unproven !== null };
}

/** An outcome with its strength as one word. */
export function stateOf<O extends Known>({
  outcome,
  strength,
}: {
  readonly outcome: O;
  readonly strength: Told['strength'];
}): O | 'passed_free_test' {
  return outcome === 'confirmed' && strength === 'validated' ? 'passed_free_test' : outcome;
}
