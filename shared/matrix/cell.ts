/** What one cell of the matrix says, from the key's list and the newest check of the model itself. */
import type { Layer } from '../diagnosis/layers';
import type { Cause } from '../errors/reading';
import { isUnseenByLists, stateOf } from '../history/check';
import { isRetired, retirementOf } from '../models/retirements';
import type { CellCheck, MatrixModel, MatrixRow, Order } from './views';

/**
 * `confirmed` only where a real request was answered; `denied` only where somebody refused. What a free test or the
 * key's list says is less than either, and has a state of its own.
 */
export const CELL_STATES = [
  'confirmed',
  'passed_free_test',
  'listed',
  'not_listed',
  'denied',
  'unknown',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/**
 * What a state rests on. `not_listed`: the list answered without the model, which so far always meant that it is
 * refused (seen 2026, strong). `reach`: refused before any model was looked at, such as by a host of the wrong region.
 * `unproven`: a free test got through, but such tests prove nothing for this key at that endpoint.
 */
export type Basis =
  | 'nothing'
  | 'list'
  | 'not_listed'
  | 'retired'
  | 'key'
  | 'reach'
  | 'list_failed'
  | 'check'
  | 'unproven';

export interface Cell {
  readonly state: CellState;
  readonly basis: Basis;
  readonly layer: Layer | null;
  readonly cause: Cause | null;
  readonly at: string | null;
  readonly check: CellCheck | null;
}

const EMPTY = { layer: null, cause: null, check: null } as const;

/** `listed`: whether the model is on the key's newest list; `gone`: whether it has been shut down (`isGone`). */
export function cellOf(row: MatrixRow, listed: boolean, gone: boolean, check: CellCheck | null): Cell {
  const fromList = listCell(row, listed, gone);
  if (check === null || check.outcome === 'unknown')
    return fromList ?? { ...EMPTY, state: 'unknown', basis: 'nothing', at: check?.at ?? null, check };
  if (fromList !== null && overrides(fromList, row, check)) return fromList;
  if (check.unproven)
    return { ...EMPTY, state: listed ? 'listed' : 'unknown', basis: 'unproven', at: check.at, check };
  const { layer, cause, at } = check;
  return { state: stateOf(check), basis: 'check', layer, cause, at, check };
}

function listCell(row: MatrixRow, listed: boolean, gone: boolean): Cell | null {
  const { list, listedAt } = row;
  if (list === null) return null;
  const failed = { ...EMPTY, layer: list.layer, cause: list.cause, at: list.at };
  if (list.outcome === 'denied' && (list.layer === 'key' || list.layer === 'belonging'))
    return { ...failed, state: 'denied', basis: 'key' };
  if (row.listed === null)
    return list.outcome === 'denied' && list.layer === 'reach'
      ? { ...failed, state: 'denied', basis: 'reach' }
      : { ...failed, state: 'unknown', basis: 'list_failed' };
  if (listed) return { ...EMPTY, state: 'listed', basis: 'list', at: listedAt };
  if (gone)
    return {
      state: 'denied',
      basis: 'retired',
      layer: 'model_name',
      cause: 'model_retired',
      at: listedAt,
      check: null,
    };
  // Nobody refused anything yet, so there is no layer and no cause to name.
  return { ...EMPTY, state: 'not_listed', basis: 'not_listed', at: listedAt };
}

/**
 * Whether the list says more than the check. A check of the model is worth more than its being listed, unless it is
 * older and was about what a list shows: the list follows the project's policy, and a dead key answers nothing.
 */
function overrides({ basis }: Cell, { list, listedOrder }: MatrixRow, check: CellCheck): boolean {
  const isNewer = (order: Order | null | undefined) => (order ?? 0) > check.order;
  switch (basis) {
    case 'key':
      return isNewer(list?.order);
    case 'list':
      return isNewer(listedOrder) && check.outcome === 'denied' && !isUnseenByLists(check);
    case 'not_listed':
    case 'retired':
      return isNewer(listedOrder) && (check.outcome === 'listed' || check.outcome === 'confirmed');
    default:
      return false;
  }
}

/** By the API's own date, else by the table, which a list that still holds the model overrules. */
export function isGone(model: MatrixModel, today: string): boolean {
  if (model.shutdownDate !== null) return model.shutdownDate <= today;
  return isRetired(model.id, today);
}

/** ISO date of the shutdown, past or announced; null where none is known. */
export function shutdownOf(model: MatrixModel): string | null {
  return model.shutdownDate ?? retirementOf(model.id)?.date ?? null;
}

/** True for a cell that "only what failed" takes: a model that is not listed is worth a test as much as a refused one. */
export function hasFailed(cell: Cell): boolean {
  return cell.state === 'denied' || cell.state === 'not_listed';
}
