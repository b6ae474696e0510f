import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { storedCase } from '../../support/stored-case';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY_MS).toISOString();

/** Cases by their age in days, in the order in which they are written. */
function storeOf(...ages: readonly number[]): CaseStore {
  const store = new CaseStore(openDatabase(':memory:', () => new Date(NOW)).database);
  for (const age of ages) store.save(storedCase(String(age), at(age)));
  return store;
}

const ids = (store: CaseStore) => store.list(100).map(({ id }) => id);

describe('stored cases', () => {
  it('are listed by when they were last written, whatever the clock said', () => {
    const store = storeOf(3, 2, 20_000);
    expect(ids(store)).toEqual(['20000', '2', '3']);
    store.save(storedCase('3', at(-1_000)));
    store.save(storedCase('2', at(4)));
    expect(ids(store)).toEqual(['2', '3', '20000']);
  });
});

describe('a case that is deleted', () => {
  it('is in no file any more, neither the database nor its journal', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cases-'));
    const { database } = openDatabase(join(folder, 'cases.sqlite'), () => new Date(NOW));
    try {
      const store = new CaseStore(database);
      const words = 'what the program of this case printed';
      const holders = () =>
        readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
      store.save({ ...storedCase('1', at(0)), text: words });
      expect(holders()).not.toEqual([]);
      expect([store.delete(['1']).length, holders(), store.delete(['1'])]).toEqual([1, [], []]);
    } finally {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a case whose own id is damaged in the database', () => {
  const damages = ["'1~'", "CAST(x'31e4' AS TEXT)", "''"];

  function damaged(id: string) {
    const { database } = openDatabase(':memory:', () => new Date(NOW));
    const store = new CaseStore(database);
    for (const each of ['1', '2']) store.save({ ...storedCase(each, at(0)), text: `Text of ${each}` });
    database.exec(`UPDATE cases SET id = ${id} WHERE id = '1'`);
    return { database, store };
  }

  it.each(damages)('is opened, changed and deleted as any other once it was listed: %s', (id) => {
    const { store } = damaged(id);
    expect(ids(store)).toEqual(['2', '1']);
    expect(store.find('1')?.text).toBe('Text of 1');
    expect(store.tag('1', { name: 'Named', isPinned: false })).toBe(true);
    store.save({ ...storedCase('1', at(0)), text: 'Changed' });
    expect(store.list(9).map(({ text, name }) => [text, name])).toEqual([
      ['Changed', 'Named'],
      ['Text of 2', null],
    ]);
    expect([store.delete(['1']).length, ids(store)]).toEqual([1, ['2']]);
  });

  it('is found by its body where it was not listed, or its row cannot be written', () => {
    const { database, store } = damaged("'1~'");
    expect([store.find('1')?.text, store.find('3')]).toEqual(['Text of 1', null]);
    database.exec('PRAGMA query_only = 1');
    expect([ids(store), store.find('1')?.text]).toEqual([['2', '1'], 'Text of 1']);
  });
});

describe('pruning cases', () => {
  it('removes the old ones beyond the newest few', () => {
    const store = storeOf(60, 40, 20, 1);
    store.prune(at(30), 1);
    expect(ids(store)).toEqual(['1', '20']);
  });

  it('leaves the newest few, however old', () => {
    const store = storeOf(80, 60, 40);
    store.prune(at(30), 2);
    expect(ids(store)).toEqual(['40', '60']);
  });

  it('leaves what was written last while the clock was behind', () => {
    const store = storeOf(60, 40, 20_000);
    store.prune(at(30), 1);
    expect(ids(store)).toEqual(['20000']);
  });
});
