import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyInMemory, openDatabase, writeTrouble } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { KeyStore } from '../../../electron/store/key-store';
import { FIRST_VERSION, NewerSchema, versionOf } from '../../../electron/store/migrations';
import { SettingsStore } from '../../../electron/store/settings-store';
import { storeErrorCode } from '../../../electron/store/sqlite-error';
import { DEFAULT_SETTINGS } from '../../../shared/base/settings';
import { checkRecord } from '../../support/check-record';
import { nextStep } from '../../support/next-step';

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
  new SettingsStore(database).write({
    ...DEFAULT_SETTINGS,
    language: 'ja',
    theme: 'dark',
    offerClipboard: true,
  });
  database.close();
  return readFileSync(path);
}

function settingsIn(file: string): number {
  const raw = new DatabaseSync(file);
  const count = Number(raw.prepare('SELECT count(*) AS n FROM settings').get()?.['n']);
  raw.close();
  return count;
}

const KEY = [
  {
    id: 'key-1',
    use: 'inference',
    label: 'Work',
    baseUrl: 'https://api.openai.com/v1',
    colour: null,
    addedAt: now().toISOString(),
  },
  { account: 'key-1', fingerprint: 'f', kind: 'project', lastFour: 'abcd' },
  'stored',
] as const;

describe('the database', () => {
  it('keeps settings across openings', () => {
    withSetting();
    const { database, setAside } = openDatabase(path, now);
    expect([new SettingsStore(database).read(), setAside]).toEqual([
      { ...DEFAULT_SETTINGS, language: 'ja', theme: 'dark', offerClipboard: true },
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
    ['held by another process while it is to be brought up to date', 'BEGIN IMMEDIATE', /locked/],
    ['of no version, and yet not empty', 'PRAGMA user_version = 0', /already exists/],
  ])('leaves a healthy file alone that is %s', (_name, trouble, message) => {
    withSetting();
    const other = new DatabaseSync(path);
    other.exec(trouble);
    expect(() => openDatabase(path, now, [nextStep])).toThrow(message);
    other.close();
    expect(readdirSync(folder).filter((name) => name.includes('.set-aside-'))).toEqual([]);
    expect(settingsIn(path)).toBe(Object.keys(DEFAULT_SETTINGS).length);
  });

  it('brings data to the next version once', () => {
    const { database: before } = openDatabase(path, now);
    new KeyStore(before).begin(...KEY);
    before.close();
    for (const time of [1, 2]) {
      const { database, setAside } = openDatabase(path, now, [nextStep]);
      const key = database.prepare('SELECT label, note, next FROM keys').get();
      expect([time, setAside, key]).toEqual([time, null, { label: 'Work', note: 'n', next: 'Work' }]);
      expect(versionOf(database)).toBe(FIRST_VERSION + 1);
      database.close();
    }
  });

  it('begins a new file with the newest version, to which no step has to bring it', () => {
    const { database } = openDatabase(path, now, [
      () => {
        throw new Error('not due');
      },
    ]);
    expect(versionOf(database)).toBe(FIRST_VERSION + 1);
    database.close();
  });

  it('leaves data as it was where a step fails', () => {
    const { database: before } = openDatabase(path, now);
    new KeyStore(before).begin(...KEY);
    before.close();
    const failing = (database: DatabaseSync) => {
      nextStep(database);
      throw new Error('the disk is gone');
    };
    expect(() => openDatabase(path, now, [failing])).toThrow('the disk is gone');
    const { database, setAside } = openDatabase(path, now);
    expect([setAside, versionOf(database), new KeyStore(database).find('key-1')?.note]).toEqual([
      null,
      FIRST_VERSION,
      '',
    ]);
    database.close();
  });

  it.each([1, FIRST_VERSION - 1])(
    'sets a file of version %i aside, which was never released, whole, and begins anew',
    (version) => {
      withSetting();
      const raw = new DatabaseSync(path);
      raw.exec(`PRAGMA user_version = ${version}`);
      raw.close();
      const { database, setAside } = openDatabase(path, now);
      expect([new SettingsStore(database).read().theme, versionOf(database)]).toEqual([
        'system',
        FIRST_VERSION,
      ]);
      database.close();
      expect(settingsIn(setAside ?? '')).toBe(Object.keys(DEFAULT_SETTINGS).length);
    },
  );

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
    expect(setAside?.startsWith(`${path}.set-aside-`)).toBe(true);
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
    expect(settingsIn(path)).toBe(Object.keys(DEFAULT_SETTINGS).length);
  });

  it('ignores a setting that makes no sense', () => {
    const { database } = openDatabase(path, now);
    database.prepare("INSERT INTO settings VALUES ('theme', 'purple'), ('language', '{')").run();
    expect(new SettingsStore(database).read()).toEqual(DEFAULT_SETTINGS);
    database.close();
  });
});
