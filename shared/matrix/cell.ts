/** What one cell of the matrix says: a view of what stands of the key's list and the tests of the model. */
import type { Cause } from '../errors/reading';
import type { Layer } from '../observations/layers';
import { resolve, type State } from '../observations/resolve';
import { lacks, type Told, toldByList } from '../observations/standing';
import type { CellCheck, MatrixRow, Order } from './views';

/**
 * What a state rests on. `not_listed`: the list answered without the model, which was then refused in nearly every case
 * seen (2026, strong). `reach`: refused before any model was looked at, such as by a host of the wrong region.
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
  readonly state: State;
  readonly basis: Basis;
  readonly layer: Layer | null;
  readonly cause: Cause | null;
  readonly at: string | null;
  readonly check: CellCheck | null;
}

const EMPTY = { layer: null, cause: null, check: null } as const;

/** One thing that was told, and what a cell that rests on it says beside its state. */
interface Source extends Told {
  readonly order: Order;
  readonly unproven: boolean;
  readonly cell: Omit<Cell, 'state'>;
}

/** `listed`: whether the model is on the key's newest list; `gone`: whether it has been shut down (`isShutDown`). */
export function cellOf(row: MatrixRow, listed: boolean, gone: boolean, check: CellCheck | null): Cell {
  if (row.refusal !== null) return refusedCell(row.refusal);
  const sources = [...listSource(row, listed, gone), ...checkSource(check)];
  const inOrder = sources.sort((one, other) => one.order - other.order);
  const { state, told, unproven } = resolve(inOrder, (source) => (source.unproven ? false : null));
  if (told !== null && state !== 'unknown') return { state, ...told.cell };
  if (unproven && check !== null)
    return { ...EMPTY, state: 'unknown', basis: 'unproven', at: check.at, check };
  return unknownCell(row, check);
}

function refusedCell({ layer, cause, at }: NonNullable<MatrixRow['refusal']>): Cell {
  return { ...EMPTY, state: 'denied', basis: layer === 'reach' ? 'reach' : 'key', layer, cause, at };
}

function unknownCell({ list, listed }: MatrixRow, check: CellCheck | null): Cell {
  if (list !== null && listed === null)
    return {
      ...EMPTY,
      state: 'unknown',
      basis: 'list_failed',
      layer: list.layer,
      cause: list.cause,
      at: list.at,
    };
  return { ...EMPTY, state: 'unknown', basis: 'nothing', at: check?.at ?? null, check };
}

function listSource(
  { listed: columns, listedAt, listedOrder }: MatrixRow,
  listed: boolean,
  gone: boolean,
): readonly Source[] {
  if (columns === null) return [];
  const told = toldByList(listed, false, gone);
  const basis = told.outcome === 'denied' ? 'retired' : told.outcome === 'listed' ? 'list' : 'not_listed';
  const cause = basis === 'retired' ? 'model_retired' : null;
  const cell = { ...EMPTY, basis, layer: told.layer, cause, at: listedAt } as const;
  return [{ ...told, order: listedOrder ?? 0, unproven: false, cell }];
}

function checkSource(check: CellCheck | null): readonly Source[] {
  if (check === null || check.outweighed) return [];
  const { layer, cause, at, outcome, strength, probe, order, unproven } = check;
  return [
    { probe, outcome, strength, layer, order, unproven, cell: { basis: 'check', layer, cause, at, check } },
  ];
}

/** True for a cell that "only what failed" takes: a model that is not listed is worth a test as much as a refused one. */
export function hasFailed(cell: Cell): boolean {
  return lacks(cell.state);
}
