/** Models that a key can use instead of one that it cannot: the nearest of those it lists, retired ones left out. */

import { familyOf, idOf } from './families';
import type { ListedModel } from './listed-model';
import { aliasOf } from './names';
import { isShutDown, retirementOf, shutdownOf } from './retirements';

/**
 * What tells the substitute from the model asked for. `spelling`: alias and snapshot of one model. `replacement`: what OpenAI's
 * page recommended on `RETIREMENTS_READ_ON`; it changes, so that a key's own list has to hold it.
 */
type NameDifference = 'replacement' | 'spelling' | 'variant' | 'generation' | 'family';

export interface Nearest {
  readonly model: string;
  readonly difference: NameDifference;
  /** ISO date of an announced shutdown; null where none is known. */
  readonly retiresOn: string | null;
}

/** A name taken apart: `gpt-5.4-mini` is brand `gpt`, generation 5.4, variant `mini`. */
interface Name {
  readonly brand: string;
  readonly generation: number | null;
  readonly variant: string;
}

const GENERATION = /^([a-z]+(?:-[a-z]+)*?)-?(\d+(?:\.\d+)?)(o?)(?:-(.*))?$/;

function nameOf(model: string): Name {
  const match = GENERATION.exec(aliasOf(model));
  if (match === null) return { brand: aliasOf(model), generation: null, variant: '' };
  const [, brand = '', generation = '', omni = '', variant = ''] = match;
  return { brand, generation: Number(generation), variant: [omni, variant].filter(Boolean).join('-') };
}

/**
 * The nearest models of the same family (those that the same kind of request reaches), the best first.
 * `today`: ISO date. `most`: how many at the most.
 */
export function nearestModels(
  asked: string,
  listed: readonly ListedModel[],
  today: string,
  most = 3,
): readonly Nearest[] {
  const meant = idOf(asked);
  const wanted = nameOf(meant);
  const candidates = listed.filter(
    ({ id, shutdownDate }) =>
      id !== asked &&
      familyOf(id) === familyOf(meant) &&
      !isShutDown({ id, shutdownDate }, today) &&
      (aliasOf(id) === id || aliasOf(id) === aliasOf(meant)),
  );
  return candidates
    .map(({ id, shutdownDate }) => ({
      model: id,
      difference: differenceOf(meant, id),
      retiresOn: shutdownOf({ id, shutdownDate }),
      distance: distanceOf(meant, wanted, id),
    }))
    .sort((a, b) => a.distance - b.distance || a.model.localeCompare(b.model))
    .slice(0, most)
    .map(({ model, difference, retiresOn }) => ({ model, difference, retiresOn }));
}

function differenceOf(asked: string, model: string): NameDifference {
  if (aliasOf(asked) === aliasOf(model)) return 'spelling';
  if (retirementOf(asked)?.replacement === model) return 'replacement';
  const [one, other] = [nameOf(asked), nameOf(model)];
  if (one.brand === other.brand && one.generation === other.generation) return 'variant';
  return one.brand === other.brand && one.variant === other.variant ? 'generation' : 'family';
}

/** Another brand weighs most, then another variant, then each step of a generation. */
function distanceOf(asked: string, wanted: Name, model: string): number {
  if (aliasOf(asked) === aliasOf(model)) return 0;
  if (retirementOf(asked)?.replacement === model) return 0.5;
  const name = nameOf(model);
  const steps =
    wanted.generation === null || name.generation === null
      ? 5
      : Math.min(5, Math.abs(wanted.generation - name.generation));
  return 1 + (name.brand === wanted.brand ? 0 : 10) + (name.variant === wanted.variant ? 0 : 2) + steps;
}
