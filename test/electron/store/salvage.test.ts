import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { probingSchemas } from '../../../electron/schemas/probing';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { salvage } from '../../../electron/store/salvage';
import { EVERY_CHECK } from '../../../shared/history/views';

import { checkRecord } from '../../support/check-record';
import { listed, refused } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { recorded } from '../../support/recorded';
import { storedCase } from '../../support/stored-case';

const COUNT = 400;
const AT = '2026-11-22T10:00:00.000Z';
const now = () => new Date(AT);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'salvage-'));
  path = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file with cases and checks, as `undo` would have left it. */
function written(undo = ''): Buffer {
  const { database } = openDatabase(path, now);
  const history = new HistoryStore(database);
  const cases = new CaseStore(database);
  database.exec('BEGIN');
  for (let number = 0; number < 20; number += 1) cases.save(storedCase(`case-${number}`, AT));
  database.exec('COMMIT');
  for (let number = 0; number < COUNT; number += 1)
    history.record(checkRecord({ id: `check-${number}` }), [
      { id: `model-${number % 7}`, shutdownDate: null },
    ]);
  database.exec(`${undo}; PRAGMA wal_checkpoint(TRUNCATE);`);
  database.close();
  return readFileSync(path);
}

/** What is in use after the file was set aside, and what was taken out of it. */
function salvaged(file: Buffer) {
  writeFileSync(path, file);
  const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
  const taken = salvage(fresh, path);
  const checks = new HistoryStore(fresh).list(EVERY_CHECK, null, 10_000).checks.length;
  const cases = new CaseStore(fresh).list(100).map(({ id }) => id);
  const again = salvage(fresh, path);
  fresh.close();
  return { taken, checks, cases, again };
}

describe('what is taken out of a damaged database', () => {
  it('is everything where everything can be read, in the same order, and once', () => {
    const { taken, checks, cases, again } = salvaged(written());
    expect([taken?.restored, checks, cases.length, cases[0]]).toEqual([COUNT + 20 + 7, COUNT, 20, 'case-19']);
    expect(again).toEqual({ restored: 0 });
  });

  it('is everything of a version that was never released and had fewer columns', () => {
    const undo = 'ALTER TABLE checks DROP COLUMN answer; PRAGMA user_version = 12;';
    expect(salvaged(written(undo))).toMatchObject({ checks: COUNT, taken: { restored: COUNT + 27 } });
  });

  it('is no case that cannot be read, and none is counted', () => {
    const undo =
      "UPDATE cases SET body = replace(body, '\"version\":2', '\"version\":1') WHERE id = 'case-3'";
    const { taken, cases } = salvaged(written(undo));
    expect([taken?.restored, cases.length, cases.includes('case-3')]).toEqual([COUNT + 19 + 7, 19, false]);
  });

  it('is the evidence of the cases with them', () => {
    const evidence = [listed('gpt-5.5'), refused('free_probe', 'project_lacks_model')];
    const { database } = openDatabase(path, now);
    recorded(historyOn(database, manualEnvironment()), evidence);
    new CaseStore(database).save({ ...storedCase('case-1', AT), evidence });
    database.close();
    const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
    expect(salvage(fresh, path)).toEqual({ restored: 2 + 1 + 1 });
    expect(new CaseStore(fresh).list(9).map((item) => item.evidence)).toEqual([evidence]);
    fresh.close();
  });

  it('can be asked for page by page in the history, however far back it stands', () => {
    writeFileSync(path, written());
    const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
    salvage(fresh, path);
    const history = new HistoryStore(fresh);
    const asked: string[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const request = probingSchemas['history:list'].parse({ filter: EVERY_CHECK, before: before ?? null });
      const page = history.list(request.filter, request.before, 100);
      asked.push(...page.checks.map(({ id }) => id));
      before = page.older;
    }
    expect([asked.length, new Set(asked).size]).toEqual([COUNT, COUNT]);
    fresh.close();
  });

  it('is what stands before and behind a page that was overwritten', () => {
    const file = written();
    const page = 4_096;
    const at = Math.floor(file.indexOf('check-200') / page) * page;
    file.fill(0xff, at, at + page);
    const { checks, cases } = salvaged(file);
    expect([checks > COUNT / 2, checks < COUNT, cases.length]).toEqual([true, true, 20]);
  });

  it.each([
    ['junk', Buffer.from('no database, '.repeat(400)), null],
    ['an empty file', Buffer.alloc(0), { restored: 0 }],
  ])('is nothing of %s', (_name, file, taken) => {
    expect(salvaged(file)).toMatchObject({ taken, checks: 0, cases: [] });
  });

  it('overwrites nothing', () => {
    const file = written();
    writeFileSync(path, file);
    const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
    new CaseStore(fresh).save({ ...storedCase('case-3', AT), model: 'mine' });
    salvage(fresh, path);
    expect(new CaseStore(fresh).find('case-3')?.model).toBe('mine');
    fresh.close();
  });

  it('comes before all that was recorded since, so that no answer of then supersedes one of today', () => {
    writeFileSync(path, written());
    const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
    const history = new HistoryStore(fresh);
    history.record(checkRecord({ id: 'today' }), null);
    new CaseStore(fresh).save(storedCase('case-today', AT));
    salvage(fresh, path);
    expect(history.list(EVERY_CHECK, null, 2).checks.map(({ id }) => id)).toEqual([
      'today',
      `check-${COUNT - 1}`,
    ]);
    expect(history.newest().at(-1)?.check.id).toBe('today');
    expect(new CaseStore(fresh).list(3).map(({ id }) => id)).toEqual(['case-today', 'case-19', 'case-18']);
    fresh.close();
  });

  it('leaves no run of then under way, and the one of today as it is', () => {
    const run = {
      kind: 'fill',
      probe: 'list',
      startedAt: AT,
      endedAt: null,
      total: 9,
      done: 0,
      keys: 1,
    } as const;
    const under = (id: string) => ({ ...run, id, state: 'running', models: 1, example: null }) as const;
    const { database } = openDatabase(path, now);
    const before = new HistoryStore(database);
    before.saveRun(under('then'));
    before.record(checkRecord({ id: 'check-1', runId: 'then' }), null);
    database.close();
    const fresh = openDatabase(join(folder, 'fresh.sqlite'), now).database;
    const history = new HistoryStore(fresh);
    history.saveRun(under('today'));
    salvage(fresh, path);
    expect(history.runs(9).map(({ id, state, done }) => [id, state, done])).toEqual([
      ['today', 'running', 0],
      ['then', 'interrupted', 1],
    ]);
    fresh.close();
  });
});
