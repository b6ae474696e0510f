/** What one run says of each key and model, also where it says so by a list alone. */
import { isGone } from '../matrix/cell';
import type { ListedModel } from '../models/listed-model';
import { refusesAll, toldByList } from '../observations/standing';
import type { CheckRecord } from './check';
import type { Cell } from './compare';

/** A key's list as a run asked for it; `models` null where it was not answered. */
export interface ListOfRun {
  readonly check: Pick<CheckRecord, 'id' | 'at' | 'keyId' | 'keyLabel' | 'keyLastFour' | 'outcome' | 'layer'>;
  readonly models: readonly ListedModel[] | null;
}

type CheckOfRun = Pick<
  CheckRecord,
  'id' | 'keyId' | 'keyLabel' | 'keyLastFour' | 'model' | 'outcome' | 'strength' | 'layer'
>;

export interface RunCells {
  readonly cells: readonly Cell[];
  /** By key, the newest list of the run. */
  readonly lists: ReadonlyMap<string, ListOfRun>;
}

/** `checks`: those of single models. */
export function runCells(lists: readonly ListOfRun[], checks: readonly CheckOfRun[]): RunCells {
  const listed = lists.flatMap(({ check, models }): readonly Cell[] =>
    (models ?? []).map(({ id }) => ({
      ...whoseOf(check),
      model: id,
      outcome: 'listed',
      strength: null,
      layer: null,
    })),
  );
  const checked = checks.flatMap((check): readonly Cell[] => {
    const { model, outcome, strength, layer } = check;
    return model === null ? [] : [{ ...whoseOf(check), model, outcome, strength, layer }];
  });
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
    return said === null ? [] : [{ ...whoseOf(list.check), model: cell.model, strength: null, ...said }];
  });
  return [...own.cells, ...unnamed];
}

function whoseOf({
  id,
  keyId,
  keyLabel,
  keyLastFour,
}: Pick<CheckRecord, 'id' | 'keyId' | 'keyLabel' | 'keyLastFour'>) {
  return { checkId: id, keyId, keyLabel, keyLastFour };
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
  const named = { id: model, shutdownDate: entry?.shutdownDate ?? null };
  const { outcome, layer } = toldByList(false, false, isGone(named, check.at.slice(0, 10)));
  return { outcome, layer };
}
