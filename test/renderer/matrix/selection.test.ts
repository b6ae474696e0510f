import { describe, expect, it } from 'vitest';
import { columnsOf, type GridFilter, NO_FILTER } from '../../../renderer/matrix/grid-model';
import { applyChanges } from '../../../renderer/matrix/matrix-data';
import {
  addOrRemove,
  cellsOf,
  chooseBlock,
  chooseWhere,
  countOf,
  NOTHING_CHOSEN,
  type Selection,
  sizeOf,
  targetOf,
  toggle,
} from '../../../renderer/matrix/selection';
import { hasFailed } from '../../../shared/matrix/cell';
import { filtered, first, keys, START, second, TODAY } from './support';

const data = applyChanges(null, START);
const columns = columnsOf(data.models, TODAY);
const gridOf = (filter: Partial<GridFilter>) => filtered(data, keys, columns, { ...NO_FILTER, ...filter });
const grid = gridOf({});
/** Two rows by three columns, of which the second row lists the last alone: the others are greyed out. */
const listed = gridOf({ state: 'listed' });
const ORIGIN = { row: 0, column: 0 };
const CORNER = { row: 1, column: 2 };

describe('choosing', () => {
  it('takes what failed, a block, and single cells, by key and model', () => {
    const failed = chooseWhere(grid, hasFailed);
    expect(cellsOf(failed, data.models).slice(0, 2)).toEqual([
      { keyId: first, models: ['o3', 'ft:gpt-4.1:acme::1'] },
      { keyId: second, models: ['gpt-5.5', 'gpt-5.4', 'o3', 'ft:gpt-4.1:acme::1'] },
    ]);
    expect(countOf(cellsOf(failed, data.models))).toBe(6);
    const block = chooseBlock(grid, { row: 1, column: 2 }, { row: 0, column: 1 });
    expect(sizeOf(block)).toBe(4);
    const without = toggle(grid, block, { row: 0, column: 1 });
    expect([sizeOf(without), sizeOf(toggle(grid, without, { row: 0, column: 1 }))]).toEqual([3, 4]);
  });

  it.each<[string, Selection]>([
    ['everything', chooseWhere(listed, () => true)],
    ['a block', chooseBlock(listed, ORIGIN, CORNER)],
  ])('leaves out of %s what the filter greys out', (_, selection) => {
    expect([listed.rows.length, listed.columns.length, sizeOf(selection)]).toEqual([2, 3, 4]);
  });

  it('leaves a single cell alone that the filter greys out', () => {
    expect(toggle(listed, NOTHING_CHOSEN, { row: 1, column: 0 })).toBe(NOTHING_CHOSEN);
  });
});

describe('choosing more', () => {
  const row = (index: number) => chooseBlock(grid, { row: index, column: 0 }, { row: index, column: 4 });

  it('adds a row to what is chosen, and takes it out again', () => {
    const both = addOrRemove(row(0), row(1));
    expect([sizeOf(both), addOrRemove(both, row(1))]).toEqual([10, row(0)]);
  });

  it('completes a row that was chosen in part', () => {
    expect(sizeOf(addOrRemove(toggle(grid, row(0), ORIGIN), row(0)))).toBe(5);
  });
});

describe('what a command acts on', () => {
  const keyIds = keys.map(({ id }) => id);
  const everything = chooseWhere(grid, () => true);
  const of = (filter: Partial<GridFilter>, selection: Selection, cursor = ORIGIN) => {
    const { count, chosen, hidden, obstacle } = targetOf(gridOf(filter), keyIds, selection, cursor);
    return { count, chosen, hidden, obstacle };
  };

  it.each<[string, Partial<GridFilter>, Selection, ReturnType<typeof of>]>([
    ['all that is chosen', {}, everything, { count: 15, chosen: 15, hidden: 0, obstacle: null }],
    [
      'what is chosen and shown',
      { model: 'gpt-5' },
      everything,
      { count: 6, chosen: 15, hidden: 9, obstacle: null },
    ],
    [
      'no cell that is greyed out',
      { state: 'listed' },
      everything,
      { count: 4, chosen: 15, hidden: 11, obstacle: null },
    ],
    [
      'nothing where all is hidden, not even the cell of the cursor',
      { model: 'o3' },
      chooseBlock(grid, ORIGIN, ORIGIN),
      { count: 0, chosen: 1, hidden: 1, obstacle: 'allHidden' },
    ],
    [
      'the cell of the cursor where none is chosen',
      { model: 'o3' },
      NOTHING_CHOSEN,
      { count: 1, chosen: 0, hidden: 0, obstacle: null },
    ],
    [
      'nothing where nothing is shown',
      { model: 'nowhere' },
      NOTHING_CHOSEN,
      { count: 0, chosen: 0, hidden: 0, obstacle: 'noMatch' },
    ],
  ])('is %s', (_, filter, selection, expected) => {
    expect(of(filter, selection)).toEqual(expected);
  });

  it('counts no cell of a key that is gone', () => {
    const left = keyIds.filter((id) => id !== first);
    expect(targetOf(grid, left, everything, ORIGIN).chosen).toBe(10);
  });
});
