/** One row that cannot be read hides no other, whatever list it is in. */
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import { ChangeStore } from '../../../electron/admin/change-store';
import { AdminKeyStore } from '../../../electron/store/admin-key-store';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { KeyStore } from '../../../electron/store/key-store';
import type { KeyUse } from '../../../electron/store/key-table';
import { SettingsStore } from '../../../electron/store/settings-store';
import type { ChangeRecord } from '../../../shared/admin/change';
import { DEFAULT_SETTINGS } from '../../../shared/base/settings';
import { EVERY_CHECK } from '../../../shared/history/views';
import { checkRecord } from '../../support/check-record';
import { storedCase } from '../../support/stored-case';

const AT = '2026-11-22T10:00:00.000Z';
let database: DatabaseSync;

beforeEach(() => {
  database = openDatabase(':memory:', () => new Date(AT)).database;
});

const key = (use: KeyUse, id: string) =>
  [
    { id, use, label: id, baseUrl: 'https://api.openai.com/v1', colour: null, addedAt: AT },
    { account: id, fingerprint: id, kind: use === 'admin' ? 'admin' : 'project', lastFour: 'abcd' },
    'stored',
  ] as const;

const change = (id: string): ChangeRecord => ({
  id,
  at: AT,
  keyId: 'k',
  project: { id: 'proj_1', name: 'One', status: 'active' },
  before: { kind: 'none' },
  after: { kind: 'none' },
  found: null,
  state: 'verified',
  requestIds: [],
  undoes: null,
  code: null,
});

interface Listed {
  readonly fill: (ids: readonly string[]) => void;
  readonly damage: string;
  readonly ids: () => readonly string[];
}

const LISTS: Readonly<Record<string, () => Listed>> = {
  'keys, by their health': () => {
    const store = new KeyStore(database);
    return {
      fill: (ids) => ids.map((id) => store.begin(...key('inference', id))),
      damage: "UPDATE keys SET health = '{\"kind\": \"acc' WHERE id = 'b'",
      ids: () => store.list().map(({ id }) => id),
    };
  },
  'keys, by their account': () => {
    const store = new KeyStore(database);
    return {
      fill: (ids) => ids.map((id) => store.begin(...key('inference', id))),
      damage: "UPDATE keys SET account = '' WHERE id = 'b'",
      ids: () => store.list().map(({ id }) => id),
    };
  },
  'admin keys': () => {
    const store = new AdminKeyStore(database);
    return {
      fill: (ids) => ids.map((id) => store.begin(...key('admin', id))),
      damage: "UPDATE admin_keys SET account = '', health = '{' WHERE id = 'b'",
      ids: () => store.list().map(({ id }) => id),
    };
  },
  'cases, by a cut text': () => {
    const store = new CaseStore(database);
    return {
      fill: (ids) => ids.map((id) => store.save(storedCase(id, AT))),
      damage: "UPDATE cases SET body = substr(body, 1, 50) WHERE id = 'b'",
      ids: () => store.list(9).map(({ id }) => id),
    };
  },
  'cases, by a changed letter': () => {
    const store = new CaseStore(database);
    return {
      fill: (ids) => ids.map((id) => store.save(storedCase(id, AT))),
      damage: "UPDATE cases SET body = replace(body, 'not_started', 'not_startee') WHERE id = 'b'",
      ids: () => store.list(9).map(({ id }) => id),
    };
  },
  changes: () => {
    const store = new ChangeStore(database);
    return {
      fill: (ids) => ids.map((id) => store.save(change(id))),
      damage: "UPDATE policy_changes SET body = 'null' WHERE id = 'b'",
      ids: () => store.list().map(({ id }) => id),
    };
  },
  checks: () => {
    const store = new HistoryStore(database);
    return {
      fill: (ids) => ids.map((id) => store.record(checkRecord({ id }), null)),
      damage: "UPDATE checks SET outcome = 'listee' WHERE id = 'b'",
      ids: () => store.list(EVERY_CHECK, null, 9).checks.map(({ id }) => id),
    };
  },
};

describe('a row that cannot be read', () => {
  it.each(Object.keys(LISTS))('hides no other among the %s', (name) => {
    const list = LISTS[name]?.();
    if (list === undefined) throw new Error(name);
    list.fill(['a', 'b', 'c']);
    database.exec(list.damage);
    const expected = name.includes('health') ? ['a', 'b', 'c'] : ['a', 'c'];
    expect([...list.ids()].sort()).toEqual(expected);
  });

  it('of a check’s facts or of a list of models hides neither the check nor the others', () => {
    const store = new HistoryStore(database);
    for (const id of ['a', 'b'])
      store.record(checkRecord({ id }), [{ id: `model-${id}`, shutdownDate: null }]);
    database.exec("UPDATE checks SET answer = '{' WHERE id = 'a'; UPDATE model_lists SET models = '[{'");
    expect(store.list(EVERY_CHECK, null, 9).checks.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(store.newest().map(({ models }) => models)).toEqual([null, null]);
  });

  it('among the settings leaves the others as they are', () => {
    const store = new SettingsStore(database);
    store.write({ ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' });
    database.exec("UPDATE settings SET value = '\"dar' WHERE name = 'theme'");
    expect(store.read()).toEqual({ ...DEFAULT_SETTINGS, language: 'ja' });
  });
});
