/** Cases of earlier versions kept a copy of each answer. All of it is there afterwards, and stands in the history. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { probingSchemas } from '../../../electron/schemas/probing';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { referToHistory } from '../../../electron/store/former-cases';
import { HistoryStore } from '../../../electron/store/history-store';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { EVERY_CHECK } from '../../../shared/history/views';
import { anyObservation } from '../../support/any-observation';
import { backTo } from '../../support/earlier-schema';
import {
  AT,
  answered,
  earlier,
  KEY,
  listed,
  MODEL,
  notSent,
  refused,
  statement,
  text,
} from '../../support/evidence';
import { writeFormerCase } from '../../support/former-case';
import { historyOn } from '../../support/history-on';
import { manualEnvironment } from '../../support/manual-environment';
import { recorded } from '../../support/recorded';
import { storedCase } from '../../support/stored-case';

const now = () => new Date(AT);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'former-'));
  path = join(folder, 'data.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The file of the version before, as `fill` leaves it, opened by this one. */
function broughtUp(fill: (database: DatabaseSync) => void): DatabaseSync {
  const { database: old } = openDatabase(path, now);
  fill(old);
  old.exec(backTo(11));
  old.close();
  return openDatabase(path, now).database;
}

const former = (id: string, evidence: readonly Evidence[]) => ({
  ...storedCase(id, AT),
  keyId: KEY,
  model: MODEL,
  evidence,
});

const idsOf = (database: DatabaseSync) =>
  new HistoryStore(database).list(EVERY_CHECK, null, 99).checks.map(({ id }) => id);
const idOf = (item: Evidence) => (item.kind === 'probe' ? item.id : '');

describe('a case of an earlier version', () => {
  it('has all its evidence afterwards, whatever was answered', () => {
    let runs = 0;
    fc.assert(
      fc.property(fc.uniqueArray(anyObservation, { selector: ({ id }) => id, maxLength: 6 }), (answers) => {
        runs += 1;
        path = join(folder, `data-${runs}.sqlite`);
        const database = broughtUp((old) => writeFormerCase(old, former('case-1', answers)));
        const found = new CaseStore(database).find('case-1')?.evidence;
        database.close();
        expect(JSON.stringify(found)).toBe(JSON.stringify(answers));
      }),
      { numRuns: 25 },
    );
  });

  it('refers to the checks that the history has, which stay as they are', () => {
    const answers = [listed(MODEL), refused('free_probe', 'project_lacks_model')];
    const later = answered();
    const evidence = [text('project_lacks_model'), ...answers, statement('paid'), notSent()];
    const database = broughtUp((old) => {
      recorded(historyOn(old, manualEnvironment()), [...answers, later]);
      writeFormerCase(old, former('case-1', evidence));
    });
    expect(new CaseStore(database).find('case-1')?.evidence).toEqual(evidence);
    expect(idsOf(database)).toEqual([later, ...answers.toReversed()].map(idOf));
    const body = String(database.prepare('SELECT body FROM cases').get()?.['body']);
    expect([body.includes('durationMs'), body.includes('not_sent')]).toEqual([true, true]);
    database.close();
  });

  it('gives the history what it let go of, as its oldest, with what is known of the key', () => {
    const [gone, older, kept] = [answered(), earlier(listed(MODEL)), refused('free_probe', 'key_scope')];
    const database = broughtUp((old) => {
      recorded(historyOn(old, manualEnvironment()), [kept]);
      writeFormerCase(old, former('case-1', [older, gone]));
      writeFormerCase(old, former('case-2', [gone, kept]));
    });
    expect(idsOf(database)).toEqual([kept, gone, older].map(idOf));
    expect(new HistoryStore(database).find(idOf(gone))).toMatchObject({ keyLabel: 'Work', keyLastFour: '' });
    expect(new CaseStore(database).list(9).map(({ evidence }) => evidence)).toEqual([
      [gone, kept],
      [older, gone],
    ]);
    database.close();
  });

  it('stays as it is where it cannot be read, and hides no other', () => {
    const damaged = "UPDATE cases SET body = replace(body, 'listed', 'listee') WHERE id = 'case-1'";
    const bodyOf = (from: DatabaseSync) =>
      from.prepare("SELECT body FROM cases WHERE id = 'case-1'").get()?.['body'];
    let before: unknown;
    const database = broughtUp((old) => {
      for (const id of ['case-1', 'case-2']) writeFormerCase(old, former(id, [listed(MODEL)]));
      old.exec(damaged);
      before = bodyOf(old);
    });
    expect([bodyOf(database), new CaseStore(database).list(9).map(({ id }) => id)]).toEqual([
      before,
      ['case-2'],
    ]);
    database.close();
  });

  it('of the first versions, without a check value, is read too', () => {
    const item = former('case-1', [listed(MODEL), statement('paid')]);
    const database = broughtUp((old) => {
      writeFormerCase(old, item);
      old.prepare('UPDATE cases SET body = ?').run(JSON.stringify({ version: 1, item }));
    });
    expect(new CaseStore(database).find('case-1')).toEqual(item);
    database.close();
  });

  it('can be asked for page by page in the history, however far back it stands', () => {
    const gone = [answered(), listed(MODEL), refused('free_probe', 'key_scope')];
    const database = broughtUp((old) => writeFormerCase(old, former('case-1', gone)));
    const history = new HistoryStore(database);
    const asked: string[] = [];
    for (let before: number | null | undefined; before !== null; ) {
      const request = probingSchemas['history:list'].parse({ filter: EVERY_CHECK, before: before ?? null });
      const page = history.list(request.filter, request.before, 1);
      asked.push(...page.checks.map(({ id }) => id));
      before = page.older;
    }
    expect(asked.toSorted()).toEqual(gone.map(idOf).toSorted());
    database.close();
  });

  it('of the first versions, damaged in any bit, keeps neither the database closed nor another case from being read', () => {
    const { database } = openDatabase(':memory:', now);
    const item = former('case-1', [listed(MODEL), statement('paid'), refused('free_probe', 'key_scope')]);
    // No flipped bit may make one of the other's ids.
    const other = former('case-2', [{ ...listed(MODEL), id: 'of-the-other' } as Evidence, statement('paid')]);
    for (const each of [item, other]) writeFormerCase(database, each);
    const body = Buffer.from(JSON.stringify({ version: 1, item }));
    const damage = database.prepare("UPDATE cases SET body = ? WHERE id = 'case-1'");
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.nat(6), (at, bit) => {
        const flipped = Buffer.from(body);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        database.exec('BEGIN');
        damage.run(flipped.toString());
        referToHistory(database);
        const found = new CaseStore(database).find('case-2')?.evidence;
        database.exec('ROLLBACK');
        expect(found).toEqual(other.evidence);
      }),
      { numRuns: 400 },
    );
    database.close();
  });
});
