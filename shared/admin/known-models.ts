/** Names of models that the app has met: on a list that it read, or in its own tables, which age. */
import { CONTROL_CANDIDATES } from '../models/families';
import { DATED_MODELS, isRetired, retirementOf } from '../models/retirements';
import { letsThrough, modelsOf, type Policy } from './policy';

/** Of the names given, those that the app never met. Each is a new model or a misspelt one; nobody here can tell. */
export function unseenModels(names: readonly string[], listed: readonly string[]): readonly string[] {
  const met = new Set([...listed, ...CONTROL_CANDIDATES]);
  return names.filter((name) => !met.has(name) && retirementOf(name) === null);
}

/**
 * What is worth proposing: met, not retired on `today` (ISO date), and not let through by this policy yet. What stood on a
 * list comes first, and last what is only known for its coming shutdown.
 */
export function modelsToPropose(policy: Policy, listed: readonly string[], today: string): readonly string[] {
  const met = new Set([...listed, ...modelsOf(policy), ...CONTROL_CANDIDATES, ...DATED_MODELS]);
  return [...met].filter((name) => !letsThrough(policy, name) && !isRetired(name, today));
}
