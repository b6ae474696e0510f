/**
 * Which cells are chosen, and what a command acts on. Whatever the filter greys out is not chosen, in whichever way the
 * cells around it are; what it hides later stays chosen, but nothing acts on it until it is shown again.
 */
import type { ChosenCells } from '../../shared/ipc/calls/probing';
import type { Cell } from '../../shared/matrix/cell';
import type { MatrixModel } from '../../shared/matrix/views';
import {
  cellFits,
  type Grid,
  type GridColumn,
  type GridPlace,
  type GridRowData,
  looksIntoCells,
} from './grid-model';
import { cellAt } from './matrix-data';

/** Chosen columns, by number, for each chosen key. */
export type Selection = ReadonlyMap<string, ReadonlySet<number>>;

export const NOTHING_CHOSEN: Selection = new Map();

export function sizeOf(selection: Selection): number {
  let size = 0;
  for (const columns of selection.values()) size += columns.size;
  return size;
}

function fits(grid: Grid, row: GridRowData, column: GridColumn, wanted: (cell: Cell) => boolean = always) {
  const cell = cellAt(row.data, column.number, column.gone);
  return cellFits(cell, grid.filter) && wanted(cell);
}

function always(): boolean {
  return true;
}

/** Cells of these rows, those columns of each that are kept. */
function pick(
  rows: readonly GridRowData[],
  columns: readonly GridColumn[],
  kept: (row: GridRowData, column: GridColumn) => boolean,
): Selection {
  const chosen = new Map<string, ReadonlySet<number>>();
  for (const row of rows) {
    const own = columns.filter((column) => kept(row, column));
    if (own.length > 0) chosen.set(row.key.id, new Set(own.map(({ number }) => number)));
  }
  return chosen;
}

/** All cells of the grid that fit. */
export function chooseWhere(grid: Grid, wanted: (cell: Cell) => boolean): Selection {
  return pick(grid.rows, grid.columns, (row, column) => fits(grid, row, column, wanted));
}

/** The block between two cells, both included. */
export function chooseBlock(grid: Grid, from: GridPlace, to: GridPlace): Selection {
  const rows = grid.rows.slice(Math.min(from.row, to.row), Math.max(from.row, to.row) + 1);
  const columns = grid.columns.slice(Math.min(from.column, to.column), Math.max(from.column, to.column) + 1);
  return pick(rows, columns, (row, column) => fits(grid, row, column));
}

/** Chooses the cell, or leaves it out again. */
export function toggle(grid: Grid, selection: Selection, place: GridPlace): Selection {
  const [row, column] = [grid.rows[place.row], grid.columns[place.column]];
  if (row === undefined || column === undefined || !fits(grid, row, column)) return selection;
  const columns = new Set(selection.get(row.key.id));
  if (!columns.delete(column.number)) columns.add(column.number);
  const next = new Map(selection);
  if (columns.size === 0) next.delete(row.key.id);
  else next.set(row.key.id, columns);
  return next;
}

/** Both together. */
export function joinedSelection(one: Selection, other: Selection): Selection {
  const next = new Map(one);
  for (const [keyId, columns] of other) next.set(keyId, new Set([...(next.get(keyId) ?? []), ...columns]));
  return next;
}

/** With these cells, or without them where all of them were chosen. */
export function addOrRemove(selection: Selection, cells: Selection): Selection {
  const next = joinedSelection(selection, cells);
  if (sizeOf(next) > sizeOf(selection)) return next;
  const left = new Map(selection);
  for (const [keyId, columns] of cells) {
    const kept = [...(selection.get(keyId) ?? [])].filter((column) => !columns.has(column));
    if (kept.length === 0) left.delete(keyId);
    else left.set(keyId, new Set(kept));
  }
  return left;
}

/** What a command acts on, and why there may be nothing. */
export interface RunTarget {
  readonly cells: Selection;
  readonly count: number;
  /** Chosen cells, shown or not; 0 where the cell of the cursor stands in for them. */
  readonly chosen: number;
  /** Chosen cells that the filter hides. */
  readonly hidden: number;
  readonly obstacle: 'noMatch' | 'allHidden' | null;
}

/** The chosen cells that are shown; where none is chosen, the one that the cursor is on, whatever it says. */
export function targetOf(
  grid: Grid,
  keyIds: readonly string[],
  selection: Selection,
  cursor: GridPlace,
): RunTarget {
  const chosen = keyIds.reduce((sum, keyId) => sum + (selection.get(keyId)?.size ?? 0), 0);
  const cells = chosen === 0 ? cellUnder(grid, cursor) : shownOf(grid, selection);
  const count = sizeOf(cells);
  const obstacle = count > 0 ? null : chosen > 0 ? 'allHidden' : 'noMatch';
  return { cells, count, chosen, hidden: chosen === 0 ? 0 : chosen - count, obstacle };
}

function cellUnder(grid: Grid, { row, column }: GridPlace): Selection {
  const [found, at] = [grid.rows[row], grid.columns[column]];
  if (found === undefined || at === undefined) return NOTHING_CHOSEN;
  return new Map([[found.key.id, new Set([at.number])]]);
}

function shownOf(grid: Grid, selection: Selection): Selection {
  if (looksIntoCells(grid.filter))
    return pick(
      grid.rows,
      grid.columns,
      (row, column) => selection.get(row.key.id)?.has(column.number) === true && fits(grid, row, column),
    );
  const shown = new Set(grid.columns.map(({ number }) => number));
  const chosen = new Map<string, ReadonlySet<number>>();
  for (const { key } of grid.rows) {
    const own = amongst(selection.get(key.id) ?? new Set(), shown);
    if (own.size > 0) chosen.set(key.id, own);
  }
  return chosen;
}

/** Mostly all of them are, and 60,000 need not be copied then. */
function amongst(chosen: ReadonlySet<number>, shown: ReadonlySet<number>): ReadonlySet<number> {
  for (const column of chosen)
    if (!shown.has(column)) return new Set([...chosen].filter((each) => shown.has(each)));
  return chosen;
}

/** As the main process takes it. */
export function cellsOf(selection: Selection, models: readonly MatrixModel[]): ChosenCells[] {
  return [...selection].map(([keyId, columns]) => ({
    keyId,
    models: [...columns].flatMap((number) => models[number]?.id ?? []),
  }));
}

export function countOf(cells: readonly ChosenCells[]): number {
  return cells.reduce((sum, { models }) => sum + models.length, 0);
}
