/** What a list that was answered without a model says of it. */
import { isGone } from '../matrix/cell';
import type { MatrixModel } from '../matrix/views';
import type { ComparedSide } from './views';

/**
 * Nobody refused anything, so there is no layer to name, unless the model had been shut down by that day (ISO date), as the
 * matrix says it too.
 */
export function absentOn(day: string, model: MatrixModel): Pick<ComparedSide, 'outcome' | 'layer'> {
  return isGone(model, day)
    ? { outcome: 'denied', layer: 'model_name' }
    : { outcome: 'not_listed', layer: null };
}
