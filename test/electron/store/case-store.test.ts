import { describe, expect, it } from 'vitest';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { WIZARD_START } from '../../../shared/wizard/wizard';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();

/** Cases by their age in days. */
function storeOf(...ages: readonly number[]): CaseStore {
  const store = new CaseStore(openDatabase(':memory:', () => new Date(NOW)).database);
  for (const age of ages)
    store.save({
      id: String(age),
      createdAt: at(age),
      updatedAt: at(age),
      text: null,
      keyId: null,
      model: null,
      evidence: [],
      wizard: WIZARD_START,
      watch: null,
    });
  return store;
}

const ids = (store: CaseStore) => store.list(100).map(({ id }) => id);

describe('pruning cases', () => {
  it('removes the old ones beyond the newest few', () => {
    const store = storeOf(1, 20, 40, 60);
    store.prune(at(30), 1);
    expect(ids(store)).toEqual(['1', '20']);
  });

  it('leaves the newest few, however old', () => {
    const store = storeOf(40, 60, 80);
    store.prune(at(30), 2);
    expect(ids(store)).toEqual(['40', '60']);
  });
});
