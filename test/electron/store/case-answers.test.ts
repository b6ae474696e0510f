/** A case refers to the answers in the history: they come back as they came, and stay as long as the case. */
import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardWrites } from '../../../electron/gate/guard-writes';
import { CaseStore } from '../../../electron/store/case-store';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { anyObservation } from '../../support/any-observation';
import { AT, answered, KEY, listed, MODEL, notSent, refused, statement, text } from '../../support/evidence';
import { historyOn } from '../../support/history-on';
import { keySummary } from '../../support/key-summary';
import { manualEnvironment } from '../../support/manual-environment';
import { recorded } from '../../support/recorded';
import { storedCase } from '../../support/stored-case';

const LATER = '2027-06-01T00:00:00.000Z';

let database: DatabaseSync;
let store: CaseStore;

beforeEach(() => {
  database = openDatabase(':memory:', () => new Date(AT)).database;
  store = new CaseStore(database);
});

const history = () => historyOn(database, manualEnvironment());

function saved(id: string, evidence: readonly Evidence[]): readonly Evidence[] {
  store.save({ ...storedCase(id, AT), keyId: KEY, model: MODEL, evidence: recorded(history(), evidence) });
  return evidence;
}

const MIXED = [
  text('project_lacks_model'),
  listed(MODEL, 'gpt-5.4-mini'),
  refused('free_probe', 'project_lacks_model'),
  statement('changed_list'),
  notSent(),
  answered(),
];

describe('the evidence of a case', () => {
  it('is read as it came, whatever the answers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyObservation, { selector: ({ id }) => id, maxLength: 6 }), (answers) => {
        const evidence = saved('case-1', answers);
        expect(JSON.stringify(store.find('case-1')?.evidence)).toBe(JSON.stringify(evidence));
        database.exec('DELETE FROM checks');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its place among what the case itself keeps', () => {
    expect([saved('case-1', MIXED), store.list(9)[0]?.evidence]).toEqual([MIXED, MIXED]);
  });

  it('is no copy: the case holds neither words of an answer nor names of a list', () => {
    saved('case-1', [
      listed('gpt-invented-list'),
      refused('free_probe', 'key_scope', { model: 'gpt-named' }),
    ]);
    const body = String(database.prepare('SELECT body FROM cases').get()?.['body']);
    expect(body).not.toMatch(/gpt-invented-list|gpt-named|key_scope/);
  });

  it('is read in as many statements for fifty cases as for one', () => {
    const statementsFor = (limit: number) => {
      const prepared = vi.spyOn(database, 'prepare');
      store.list(limit);
      const { length } = prepared.mock.calls;
      prepared.mockRestore();
      return length;
    };
    for (let number = 0; number < 50; number += 1)
      saved(`case-${number}`, [listed(MODEL), refused('free_probe', 'project_lacks_model')]);
    expect([store.list(50).length, statementsFor(50)]).toEqual([50, statementsFor(1)]);
  });
});

describe('an answer that cannot be read any more', () => {
  const evidence = [text('project_lacks_model'), listed(MODEL), refused('free_probe', 'project_lacks_model')];

  it.each([
    [
      'is damaged',
      "UPDATE observations SET body = replace(body, 'project_lacks_model', 'project_lacks_modem')",
      2,
    ],
    ['is cut off', 'UPDATE observations SET body = substr(body, 1, 60)', 1],
    ['has lost its list', "UPDATE model_lists SET models = '[{'", 1],
    ['is gone', "DELETE FROM checks WHERE probe = 'free_probe'", 2],
  ])('is told of by itself where it %s', (_name, damage, first) => {
    saved('case-1', evidence);
    database.exec(damage);
    const found = store.find('case-1')?.evidence ?? [];
    expect(found[first]).toMatchObject({ kind: 'unreadable', at: AT });
    expect(found.slice(0, first)).toEqual(evidence.slice(0, first));
  });

  it('is referred to still after the case was changed', () => {
    saved('case-1', evidence);
    database.exec("UPDATE model_lists SET models = '{' || models");
    const found = store.find('case-1');
    if (found === null) throw new Error('No case');
    store.save({ ...found, evidence: [...found.evidence, statement('paid')] });
    database.exec('UPDATE model_lists SET models = substr(models, 2)');
    expect(store.find('case-1')?.evidence).toEqual([...evidence, statement('paid')]);
  });
});

describe('the history', () => {
  it('keeps the answers that a case rests on, says so beforehand, and lets go of them after the case', () => {
    const kept = new HistoryStore(database);
    saved('case-1', [listed(MODEL), refused('free_probe', 'project_lacks_model')]);
    saved('case-2', [answered()]);
    recorded(history(), [answered('retrieve')]);
    expect([kept.countBefore(LATER), kept.prune(LATER)]).toEqual([1, 1]);
    store.delete(['case-1']);
    expect([kept.countBefore(LATER), kept.prune(LATER)]).toEqual([2, 2]);
    expect(store.find('case-2')?.evidence).toMatchObject([{ kind: 'probe', probe: 'real_probe' }]);
    expect(database.prepare('SELECT COUNT(*) AS n FROM observations').get()).toEqual({ n: 1 });
  });

  it('keeps of the thousands of answers of a run the checks alone', () => {
    const item = answered();
    if (item.kind === 'probe') history().record(item, 'run-1', keySummary({ id: KEY, label: 'Work' }));
    const rows = (table: string) => database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.['n'];
    expect([rows('checks'), rows('observations')]).toEqual([1, 0]);
  });

  it.each([
    ['that names no check', `replace(body, '"id":"probe', '"ie":"probe')`],
    ['that is a text', `replace(body, '"evidence":[', '"evidence":["text",')`],
    ['that is a number', `replace(body, '"evidence":[', '"evidence":[0,')`],
  ])('lets go of the rest beside a case with a reference %s', (_name, damaged) => {
    saved('case-1', [listed(MODEL)]);
    saved('case-2', [answered()]);
    recorded(history(), [answered('retrieve')]);
    const body = `SELECT body FROM cases WHERE id = 'case-2'`;
    const before = database.prepare(body).get();
    database.exec(`UPDATE cases SET body = ${damaged} WHERE id = 'case-2'`);
    expect(database.prepare(body).get()).not.toEqual(before);
    const kept = new HistoryStore(database);
    expect(kept.countBefore(LATER)).toBeGreaterThan(0);
    expect(kept.prune(LATER)).toBeGreaterThan(0);
    expect(store.find('case-1')?.evidence).toMatchObject([{ kind: 'probe', probe: 'list' }]);
  });

  it('keeps them beside a case that cannot be read', () => {
    saved('case-1', [listed(MODEL)]);
    store.save(storedCase('case-2', AT));
    database.exec("UPDATE cases SET body = substr(body, 1, 20) WHERE id = 'case-2'");
    expect(new HistoryStore(database).prune(LATER)).toBe(0);
    expect(store.find('case-1')?.evidence).toMatchObject([{ kind: 'probe', probe: 'list' }]);
  });
});

it('a text that is changed on its way into the database is read all the same', () => {
  guardWrites(database, (value) => value.replaceAll('invented-word', 'taken-out'));
  saved('case-1', [refused('free_probe', 'key_scope', { model: 'invented-word' })]);
  store.save({ ...storedCase('case-2', AT), text: 'an invented-word' });
  expect([store.find('case-1')?.evidence, store.find('case-2')?.text]).toMatchObject([
    [{ answer: { reading: { facts: { model: 'taken-out' } } } }],
    'an taken-out',
  ]);
});
