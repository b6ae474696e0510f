import { describe, expect, it } from 'vitest';
import { moved } from '../../../renderer/matrix/cursor';
import { columnFor, columnsOf, NO_FILTER } from '../../../renderer/matrix/grid-model';
import { applyChanges, cellAt, unknownRow } from '../../../renderer/matrix/matrix-data';
import { filtered, first, keys, row, START, second, TODAY } from './support';

const data = applyChanges(null, START);
const columns = columnsOf(data.models, TODAY);

describe('the grid', () => {
  it('orders columns by family, newest first, with fine-tuned models at the end', () => {
    expect(columns.map(({ model }) => model.id)).toEqual([
      'gpt-5.5',
      'gpt-5.4',
      'o3',
      'text-embedding-3-small',
      'ft:gpt-4.1:acme::1',
    ]);
  });

  it('puts a name before its snapshots, the newest of them first', () => {
    const ids = ['gpt-4-0613', 'gpt-5.5-2026-01-02', 'gpt-4', 'gpt-5.5-2026-04-23', 'gpt-5.5', 'gpt-5.5-pro'];
    const models = ids.map((id) => ({ id, shutdownDate: null }));
    expect(
      columnsOf(models, TODAY)
        .filter(({ group }) => group === 'general')
        .map(({ model }) => model.id),
    ).toEqual(['gpt-5.5', 'gpt-5.5-2026-04-23', 'gpt-5.5-2026-01-02', 'gpt-4', 'gpt-4-0613']);
  });

  it('has a column for a model that nobody lists, in which each list lacks it', () => {
    expect(columnFor('o3', columns, TODAY)).toBe(columns[2]);
    const column = columnFor('gpt-7-nova', columns, TODAY);
    const found = keys.map(({ id }) =>
      cellAt(data.rows.get(id) ?? unknownRow(id), column.number, column.gone),
    );
    expect(found.map(({ state }) => state)).toEqual(['not_listed', 'not_listed', 'unknown']);
  });

  it('takes in changes without touching rows that did not change', () => {
    const next = applyChanges(data, {
      ...START,
      revision: 2,
      complete: false,
      firstNewModel: 5,
      newModels: [{ id: 'gpt-6-sol', shutdownDate: null }],
      rows: [row(first ?? '', [0, 5])],
    });
    expect([next.models.length, next.rows.get(second ?? '') === data.rows.get(second ?? '')]).toEqual([
      6,
      true,
    ]);
    expect([...(next.rows.get(first ?? '')?.listed ?? [])]).toEqual([0, 5]);
  });

  it('forgets all of another session', () => {
    const next = applyChanges(data, { ...START, session: 't', newModels: [], rows: [] });
    expect([next.models, next.rows.size]).toEqual([[], 0]);
  });

  it('leaves out rows and columns that hold no cell of the wanted state', () => {
    const listed = filtered(data, keys, columns, { ...NO_FILTER, state: 'listed' });
    expect([listed.rows.map(({ key }) => key.id), listed.columns.map(({ number }) => number)]).toEqual([
      [first, second],
      [2, 0, 1],
    ]);
  });
});

describe('the text filters', () => {
  const found = (key: string) =>
    filtered(data, keys, columns, { ...NO_FILTER, key }).rows.map(({ key: { label } }) => label);
  const models = (model: string) =>
    filtered(data, keys, columns, { ...NO_FILTER, model }).columns.map((column) => column.model.id);

  it.each([
    ['STAGING', ['Staging server']],
    ['…h4Tq', ['Staging server']],
    ['…h4Tq · proj_9QmT…eZ7a', ['Staging server']],
    ['proj_9QmT4vLx2BcR8sYdK1nWeZ7a', ['Staging server']],
    ['org-4kTnVx8LmQ2d', ['Staging server']],
    ['nightly, frankfurt', ['Nightly batch', 'Gateway in Frankfurt']],
    // Too short to be more than chance in an id.
    ['9q', []],
  ])('find by “%s” the keys %j', (query, labels) => {
    expect(found(query)).toEqual(labels);
  });

  it.each([
    ['gpt 5.5', ['gpt-5.5']],
    [' ｇｐｔ-5.5, o3 ', ['gpt-5.5', 'o3']],
  ])('find by “%s” the models %j', (query, ids) => {
    expect(models(query)).toEqual(ids);
  });
});

describe('the cursor', () => {
  const extent = { rows: 10, columns: 6, page: 4 };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });
  it.each([
    ['ArrowRight', false, { row: 5, column: 4 }],
    ['ArrowLeft', true, { row: 5, column: 0 }],
    ['ArrowDown', true, { row: 9, column: 3 }],
    ['PageDown', false, { row: 9, column: 3 }],
    ['PageUp', false, { row: 1, column: 3 }],
    ['Home', false, { row: 5, column: 0 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 9, column: 5 }],
    ['x', false, null],
  ] as const)('%s (with Control: %s) leads to %o', (key, ctrl, expected) => {
    expect(moved({ row: 5, column: 3 }, press(key, ctrl), extent)).toEqual(expected);
  });

  it.each(['ArrowLeft', 'ArrowRight', 'Home'])('stays where it is for Alt+%s', (key) => {
    expect(moved({ row: 5, column: 3 }, { ...press(key), altKey: true }, extent)).toBeNull();
  });

  it('never leaves the grid', () => {
    expect(moved({ row: 0, column: 0 }, press('ArrowUp'), extent)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 9, column: 5 }, press('ArrowRight'), extent)).toEqual({ row: 9, column: 5 });
  });
});
