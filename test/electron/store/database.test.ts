import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AdminKeyStore } from '../../../electron/store/admin-key-store';
import { CaseStore } from '../../../electron/store/case-store';
import { copyInMemory, openDatabase, writeTrouble } from '../../../electron/store/database';
import { DeletionLedger } from '../../../electron/store/deletion-ledger';
import { HistoryStore } from '../../../electron/store/history-store';
import { KeyStore } from '../../../electron/store/key-store';
import { NewerSchema } from '../../../electron/store/migrations';
import { SettingsStore } from '../../../electron/store/settings-store';
import { storeErrorCode } from '../../../electron/store/sqlite-error';
import { DEFAULT_SETTINGS } from '../../../shared/base/settings';
import { NO_ANSWER_FACTS } from '../../../shared/history/check';
import { checkRecord } from '../../support/check-record';
import { backTo } from '../../support/earlier-schema';
import { storedCase } from '../../support/stored-case';

const now = () => new Date('2026-11-22T10:00:00.000Z');
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  path = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withSetting(): Buffer {
  const { database } = openDatabase(path, now);
  new SettingsStore(database).write({ ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' });
  database.close();
  return readFileSync(path);
}

describe('the database', () => {
  it('keeps settings across openings', () => {
    withSetting();
    const { database, setAside } = openDatabase(path, now);
    expect([new SettingsStore(database).read(), setAside]).toEqual([
      { ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' },
      null,
    ]);
    database.close();
  });

  it.each([
    ['a file of junk', (_whole: Buffer) => Buffer.from('not a database at all, '.repeat(400))],
    ['a file cut in the middle', (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2))],
    ['a file cut inside its header', (whole: Buffer) => whole.subarray(0, 40)],
  ])('sets %s aside, whole, and begins anew', (_name, damage) => {
    const damaged = damage(withSetting());
    writeFileSync(path, damaged);
    const { database, setAside } = openDatabase(path, now);
    expect(new SettingsStore(database).read().language).toBeNull();
    database.close();
    const next = openDatabase(path, now);
    expect(next.setAside).toBe(setAside);
    next.database.close();
    expect(readFileSync(setAside ?? '').equals(damaged)).toBe(true);
  });

  it.each([
    ['held by another process', 'PRAGMA user_version = 3; BEGIN IMMEDIATE', /locked/],
    ['of a version that cannot be brought up to date', 'PRAGMA user_version = 0', /already exists/],
  ])('leaves a healthy file alone that is %s', (_name, trouble, message) => {
    withSetting();
    const other = new DatabaseSync(path);
    other.exec(trouble);
    expect(() => openDatabase(path, now)).toThrow(message);
    other.close();
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toEqual([]);
    const again = new DatabaseSync(path);
    expect(again.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({
      n: Object.keys(DEFAULT_SETTINGS).length,
    });
    again.close();
  });

  it('reads checks of an earlier version, which had no facts of the answer', () => {
    const { database: old } = openDatabase(path, now);
    old.exec(`${backTo(4)}
      INSERT INTO checks (id, at, key_id, key_label, key_last_four, probe, control, endpoint, outcome, duration_ms)
      VALUES ('check-1', '2026-11-22T10:00:00.000Z', 'key-1', 'Work', 'abcd', 'list', 0, '/v1/models', 'listed', 5)`);
    old.close();
    const { database, setAside } = openDatabase(path, now);
    const check = new HistoryStore(database).find('check-1');
    expect([setAside, check?.outcome, check?.answer]).toEqual([null, 'listed', NO_ANSWER_FACTS]);
    database.close();
  });

  it('takes cases of an earlier version in the order in which they were last changed', () => {
    const { database: old } = openDatabase(path, now);
    const store = new CaseStore(old);
    for (const [id, updatedAt] of [
      ['second', '2026-11-02T10:00:00.000Z'],
      ['third', '2026-11-03T10:00:00.000Z'],
      ['first', '2026-11-01T10:00:00.000Z'],
    ] as const)
      store.save(storedCase(id, updatedAt));
    old.exec(backTo(5));
    old.close();
    const { database } = openDatabase(path, now);
    const ids = () => new CaseStore(database).list(9).map(({ id }) => id);
    expect(ids()).toEqual(['third', 'second', 'first']);
    new CaseStore(database).save(storedCase('fourth', '1970-01-01T10:00:00.000Z'));
    expect(ids()).toEqual(['fourth', 'third', 'second', 'first']);
    database.close();
  });

  it('knows of a run of an earlier version what its tests were about', () => {
    const { database: old } = openDatabase(path, now);
    const check = (id: string, keyId: string, model: string, control: number) =>
      `('${id}', '2026-11-22T10:00:00.000Z', 'run-1', '${keyId}', 'Work', 'abcd', '${model}', 'free_probe', ${control},
        '/v1/responses', 'denied', 5)`;
    old.exec(`${backTo(7)}
      INSERT INTO runs VALUES ('run-1', 'confirm', 'free_probe', '2026-11-22T10:00:00.000Z', NULL, 9, 0, 'running');
      INSERT INTO checks (id, at, run_id, key_id, key_label, key_last_four, model, probe, control, endpoint, outcome,
        duration_ms)
      VALUES ${[
        check('check-1', 'key-1', 'o3', 0),
        check('check-2', 'key-1', 'gpt-5.5', 0),
        check('check-3', 'key-2', 'o3', 0),
        check('check-4', 'key-2', 'a-control', 1),
      ].join()}`);
    old.close();
    const { database } = openDatabase(path, now);
    expect(new HistoryStore(database).runs(9)).toMatchObject([
      { id: 'run-1', state: 'interrupted', total: 9, done: 3, keys: 2, models: 2, example: 'gpt-5.5' },
    ]);
    database.close();
  });

  it('does not take what it could not begin, as on a full disk, for a file that was emptied', () => {
    mkdirSync(`${path}-journal`);
    expect(() => openDatabase(path, now)).toThrow(/unable to open/);
    rmSync(`${path}-journal`, { recursive: true });
    const { database, setAside } = openDatabase(path, now);
    database.close();
    expect([setAside, readdirSync(folder)]).toEqual([null, ['data.sqlite']]);
  });

  it('takes a file that was emptied for a damaged one, and says so', () => {
    withSetting();
    writeFileSync(path, '');
    const { database, setAside } = openDatabase(path, now);
    expect(setAside?.startsWith(`${path}.damaged-`)).toBe(true);
    expect(new SettingsStore(database).read().theme).toBe('system');
    database.close();
  });

  it('lets nobody else read the file, nor those that SQLite keeps beside it', () => {
    writeFileSync(path, 'not a database at all, '.repeat(400), { mode: 0o644 });
    const { database } = openDatabase(path, now);
    new SettingsStore(database).write({ ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' });
    const modes = ['', '-wal', '-shm'].map((suffix) => statSync(path + suffix).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    database.close();
  });

  it('keeps of an earlier version which deletions were decided on, and of no other row', () => {
    const { database: old } = openDatabase(path, now);
    old.exec(backTo(8));
    const key = (id: string, state: string, deletedAt: string | null) =>
      old
        .prepare(
          `INSERT INTO keys (id, label, kind, last_four, fingerprint, base_url, added_at, state, account, deleted_at)
           VALUES (?1, ?1, 'project', 'abcd', ?1, 'https://api.openai.com/v1', '2026-11-22T10:00:00.000Z', ?2, ?1, ?3)`,
        )
        .run(id, state, deletedAt);
    key('stored', 'stored', null);
    key('odd', 'storee', null);
    key('odder', 'stored', 'never');
    key('removing', 'removing', null);
    key('deleted', 'stored', '2026-11-22T10:00:00.000Z');
    old.exec("INSERT INTO stray_accounts VALUES ('stray')");
    old.exec(`INSERT INTO admin_keys (id, label, last_four, fingerprint, base_url, added_at, state)
      VALUES ('admin', 'Admin', 'abcd', 'a', 'https://api.openai.com/v1', '2026-11-22T10:00:00.000Z', 'stored')`);
    old.close();
    const { database } = openDatabase(path, now);
    expect([...new DeletionLedger(database).decided()].sort()).toEqual(['deleted', 'removing', 'stray']);
    expect(new KeyStore(database).list().map(({ id }) => id)).toEqual(['odd', 'odder', 'stored']);
    expect(new AdminKeyStore(database).held().map(({ account }) => account)).toEqual(['admin']);
    database.close();
  });

  it('makes an index again that disagrees with its table', () => {
    const { database: old } = openDatabase(path, now);
    old.exec("INSERT INTO settings VALUES ('theme', '\"dark\"')");
    old.exec('PRAGMA writable_schema = ON; PRAGMA wal_checkpoint(TRUNCATE)');
    const page = Number(
      old.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_settings_1'").get()?.[
        'rootpage'
      ],
    );
    const size = Number(old.prepare('PRAGMA page_size').get()?.['page_size']);
    old.close();
    const file = readFileSync(path);
    const at = file.indexOf('theme', (page - 1) * size);
    file[at] = (file[at] ?? 0) ^ 1;
    writeFileSync(path, file);
    const { database, setAside } = openDatabase(path, now);
    expect([setAside, new SettingsStore(database).read().theme]).toEqual([null, 'dark']);
    expect(database.prepare("SELECT value FROM settings WHERE name = 'theme'").get()).toEqual({
      value: '"dark"',
    });
    database.close();
  });

  it('gives a whole copy of a file that is not to be written to, and leaves the file as it is', () => {
    const { database: written } = openDatabase(path, now);
    new HistoryStore(written).record(checkRecord({ id: 'check-1' }), [{ id: 'gpt-5.5', shutdownDate: null }]);
    new SettingsStore(written).write({ ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark' });
    written.close();
    const before = readFileSync(path);
    const copy = copyInMemory(path);
    new SettingsStore(copy).write({ ...DEFAULT_SETTINGS, language: 'en', theme: 'dark' });
    expect(new HistoryStore(copy).newest()).toMatchObject([
      { check: { id: 'check-1' }, models: [{ id: 'gpt-5.5' }] },
    ]);
    copy.close();
    expect([readFileSync(path).equals(before), readdirSync(folder)]).toEqual([true, ['data.sqlite']]);
    writeFileSync(path, 'not a database at all, '.repeat(400));
    expect(() => copyInMemory(path)).toThrow();
  });

  it('says why nothing can be written, and nothing where it can', () => {
    withSetting();
    const closed = new DatabaseSync(path, { readOnly: true });
    expect(storeErrorCode(writeTrouble(closed, now))).toBe('store_read_only');
    closed.close();
    const { database } = openDatabase(path, now);
    expect(writeTrouble(database, now)).toBe(null);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const fill = (name: string) => {
      for (let number = 0; number < 1_000; number += 1)
        database.prepare('INSERT INTO settings VALUES (?, ?)').run(`${name}-${number}`, 'x'.repeat(9_000));
    };
    expect(() => fill('first')).toThrow();
    let thrown: unknown = null;
    try {
      fill('second');
    } catch (error) {
      thrown = error;
    }
    expect(storeErrorCode(thrown)).toBe('store_full');
    database.close();
  });

  it('leaves a file of a newer version untouched', () => {
    withSetting();
    const raw = new DatabaseSync(path);
    raw.exec('PRAGMA user_version = 999');
    raw.close();
    expect(() => openDatabase(path, now)).toThrow(NewerSchema);
    const again = new DatabaseSync(path);
    expect(again.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({
      n: Object.keys(DEFAULT_SETTINGS).length,
    });
    again.close();
  });

  it('ignores a setting that makes no sense', () => {
    const { database } = openDatabase(path, now);
    database.prepare("INSERT INTO settings VALUES ('theme', 'purple'), ('language', '{')").run();
    expect(new SettingsStore(database).read()).toEqual(DEFAULT_SETTINGS);
    database.close();
  });
});
