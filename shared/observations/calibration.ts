/**
 * What free tests are worth with one key at one endpoint. They mean something once access was seen to be decided before the
 * request is read, and nothing once a model that the key lacks got as far as being read.
 */
import type { Cause } from '../errors/reading';
import { CONTROL_CANDIDATES } from '../models/families';
import { isRetired } from '../models/retirements';
import type { Observation } from './observation';

/** One free test, as far as it tells what such tests are worth. */
interface FreeTest {
  /** ISO moment. */
  readonly at: string;
  readonly model: string | null;
  readonly control: boolean;
  readonly letThrough: boolean;
  readonly refusedFor: Cause | null;
}

/**
 * true: free tests tell something here; false: shown not to; null: not known. That access was once decided first is never
 * undone by a model that got through.
 */
export function afterFreeTest(before: boolean | null, test: FreeTest): boolean | null {
  if (showsThatAccessIsFirst(test)) return true;
  return test.control && test.letThrough && before === null ? false : before;
}

/** That a made-up name is unknown shows only that names are looked up first; a name that is known to exist shows more. */
function showsThatAccessIsFirst({ at, model, control, refusedFor }: FreeTest): boolean {
  if (refusedFor === 'project_lacks_model') return true;
  if (!control || model === null || refusedFor !== 'model_missing_or_no_access') return false;
  return CONTROL_CANDIDATES.includes(model) && !isRetired(model, at.slice(0, 10));
}

export function asFreeTest({
  at,
  model,
  control,
  showed,
}: Pick<Observation, 'at' | 'model' | 'control' | 'showed'>): FreeTest {
  const { outcome, cause } = showed;
  return {
    at,
    model,
    control,
    letThrough: outcome === 'confirmed',
    refusedFor: outcome === 'denied' ? cause : null,
  };
}
