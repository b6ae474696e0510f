import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { checkRecord } from '../../support/check-record';

const AT = '2026-11-22T10:00:00.000Z';

function opened() {
  const { database } = openDatabase(':memory:', () => new Date(AT));
  return { database, store: new HistoryStore(database) };
}

describe('what the matrix is made of', () => {
  it('is the newest of each kind of answer, and of each list the first, too, in the order of recording', () => {
    const { store } = opened();
    const model = 'gpt-5.5';
    const probe = 'free_probe';
    const models = [{ id: model, shutdownDate: null }];
    store.record(checkRecord({ id: 'old-list' }), models);
    store.record(checkRecord({ id: 'old-check', model, probe, outcome: 'denied', cause: 'key_scope' }), null);
    store.record(checkRecord({ id: 'list' }), models);
    store.record(checkRecord({ id: 'check', model, probe, outcome: 'denied', cause: 'key_scope' }), null);
    store.record(checkRecord({ id: 'refused-list', outcome: 'denied' }), null);
    store.record(checkRecord({ id: 'silence', model, probe, outcome: 'unknown' }), null);
    store.record(checkRecord({ id: 'control', model: 'o3', probe, control: true }), null);
    expect(store.newest().map(({ check, models: listed }) => [check.id, listed?.length ?? null])).toEqual([
      ['old-list', 1],
      ['list', 1],
      ['check', null],
      ['refused-list', null],
      ['silence', null],
      ['control', null],
    ]);
  });

  it('is found without sorting all checks ever kept', () => {
    const { database, store } = opened();
    const prepared = vi.spyOn(database, 'prepare');
    store.newest();
    const sql = prepared.mock.calls[0]?.[0] ?? '';
    prepared.mockRestore();
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    const details = steps.map((step) => String(step['detail']));
    expect(details.filter((detail) => detail.includes('GROUP BY'))).toEqual([]);
    expect(details.filter((detail) => detail.includes('INDEX checks_newest_'))).toHaveLength(3);
  });
});
