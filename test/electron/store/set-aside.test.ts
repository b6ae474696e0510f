/** A database that cannot be used is put out of the way with its last writes, whatever the clock says and wherever a crash comes. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { salvage } from '../../../electron/store/salvage';
import { finishSettingAside, newestSetAside, setAside } from '../../../electron/store/set-aside';
import { SettingsStore } from '../../../electron/store/settings-store';

const now = () => new Date('2026-11-22T10:00:00.000Z');
const earlier = () => new Date('2026-11-21T10:00:00.000Z');
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aside-'));
  path = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database whose last write stands in the file beside it, as a killed process leaves it. */
function killedAfterWriting(): void {
  const source = join(folder, 'source');
  const { database } = openDatabase(source, now);
  database.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO settings VALUES ('theme', '\"dark\"')");
  for (const suffix of ['', '-wal', '-shm']) copyFileSync(source + suffix, path + suffix);
  database.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(source + suffix, { force: true });
}

function themeIn(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT value FROM settings WHERE name = 'theme'").get();
  database.close();
  return row?.['value'];
}

/** Ends in the middle, before so many renames were made. */
function interrupted(after: number): boolean {
  let left = after;
  try {
    setAside(path, now(), (from, to) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      renameSync(from, to);
    });
    return false;
  } catch {
    return true;
  }
}

describe('a database that is set aside', () => {
  it('keeps its last writes wherever a crash ends it, and leaves them to no other database', () => {
    let steps = 0;
    for (let ends = true; ends; steps += 1) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      killedAfterWriting();
      ends = interrupted(steps);
      finishSettingAside(path);
      const kept = newestSetAside(path) ?? path;
      expect([steps, themeIn(kept)]).toEqual([steps, '"dark"']);
      const isAside = kept !== path;
      expect([existsSync(path), existsSync(`${path}-wal`)]).toEqual([!isAside, !isAside]);
      expect(readdirSync(folder).filter((name) => name.includes('.moving'))).toEqual([]);
    }
    expect(steps).toBeGreaterThan(3);
  });

  it('is told of at the start after the crash, and its last writes can be restored', () => {
    killedAfterWriting();
    interrupted(2);
    const { database, setAside: told } = openDatabase(path, now);
    expect([told === null, new SettingsStore(database).read().theme]).toEqual([false, 'system']);
    expect([themeIn(told ?? ''), salvage(database, told ?? '')]).toEqual(['"dark"', { restored: 0 }]);
    database.close();
  });

  it('is the newest by the order in which they were set aside, whatever the clock says', () => {
    const damagedAt = (clock: () => Date) => {
      writeFileSync(path, 'not a database at all, '.repeat(400));
      const { database, setAside: told } = openDatabase(path, clock);
      database.close();
      return told;
    };
    writeFileSync(`${path}.set-aside-2027-01-01T10-00-00-000Z.0`, 'set aside before');
    const told = [now, earlier, earlier].map(damagedAt);
    expect(new Set(told).size).toBe(3);
    const next = openDatabase(path, now);
    next.database.close();
    expect(next.setAside).toBe(told[2]);
    for (const each of told) rmSync(each ?? '');
    expect(newestSetAside(path)).toBe(`${path}.set-aside-2027-01-01T10-00-00-000Z.0`);
  });

  it('that was emptied keeps the file of its last writes when somebody tries to restore it', () => {
    killedAfterWriting();
    writeFileSync(path, '');
    const { database, setAside: told } = openDatabase(path, now);
    expect(salvage(database, told ?? '')).toEqual({ restored: 0 });
    expect(existsSync(`${told}-wal`)).toBe(true);
    database.close();
  });
});
