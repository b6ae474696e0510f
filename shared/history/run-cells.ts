/** What one run says of each key and model, also where it says so by a list alone. */
import type { ListedModel } from '../diagnosis/evidence';
import { absentOn } from './absent';
import { type CheckRecord, refusesAll } from './check';
import type { Cell } from './compare';

/** A key's list as a run asked for it; `models` null where it was not answered. */
export interface ListOfRun {
  readonly check: Pick<CheckRecord, 'at' | 'keyId' | 'keyLabel' | 'outcome' | 'layer'>;
  readonly models: readonly ListedModel[] | null;
}

export interface RunCells {
  readonly cells: readonly Cell[];
  /** By key, the newest list of the run. */
  readonly lists: ReadonlyMap<string, ListOfRun>;
}

/** `checks`: those of single models. */
export function runCells(
  lists: readonly ListOfRun[],
  checks: readonly Pick<CheckRecord, 'keyId' | 'keyLabel' | 'model' | 'outcome' | 'strength' | 'layer'>[],
): RunCells {
  const listed = lists.flatMap(({ check: { keyId, keyLabel }, models }): readonly Cell[] =>
    (models ?? []).map(({ id }) => ({
      keyId,
      keyLabel,
      model: id,
      outcome: 'listed',
      strength: null,
      layer: null,
    })),
  );
  const checked = checks.flatMap(({ keyId, keyLabel, model, outcome, strength, layer }): readonly Cell[] =>
    model === null ? [] : [{ keyId, keyLabel, model, outcome, strength, layer }],
  );
  return {
    cells: [...listed, ...checked],
    lists: new Map(lists.map((list) => [list.check.keyId, list])),
  };
}

/** The run's cells, and what its lists say of those that only the other run named. */
export function withUnnamed(own: RunCells, other: RunCells): readonly Cell[] {
  const known = new Set(own.cells.map(nameOf));
  const unnamed = other.cells.flatMap((cell): readonly Cell[] => {
    const list = own.lists.get(cell.keyId);
    if (list === undefined || known.has(nameOf(cell))) return [];
    const said = saidOf(cell, list, other.lists.get(cell.keyId));
    return said === null ? [] : [{ ...cell, keyLabel: list.check.keyLabel, strength: null, ...said }];
  });
  return [...own.cells, ...unnamed];
}

function nameOf({ keyId, model }: Cell): string {
  return `${keyId}\n${model}`;
}

/** Null where it says nothing of the model. A list that was answered is complete, so that a model is lacking from it. */
function saidOf(
  { model }: Cell,
  { check, models }: ListOfRun,
  others: ListOfRun | undefined,
): Pick<Cell, 'outcome' | 'layer'> | null {
  if (models === null) return refusesAll(check) ? { outcome: 'denied', layer: check.layer } : null;
  const entry = others?.models?.find(({ id }) => id === model);
  return absentOn(check.at.slice(0, 10), { id: model, shutdownDate: entry?.shutdownDate ?? null });
}
