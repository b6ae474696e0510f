import { beforeEach, describe, expect, it } from 'vitest';
import { HistoryService } from '../../../electron/history/history-service';
import { KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { savePolicy } from '../../../electron/practice/world';
import { openDatabase } from '../../../electron/store/database';
import { HistoryStore } from '../../../electron/store/history-store';
import { ProbingStore } from '../../../electron/store/probing-store';
import { EVERY_CHECK, type HistoryFilter } from '../../../shared/history/views';
import { DEFAULT_PROBING } from '../../../shared/matrix/views';
import { listed } from '../../support/evidence';
import { manualEnvironment } from '../../support/manual-environment';
import { wholeText } from '../../support/whole-text';
import { type Bench, benchOn, confirm, fill } from '../matrix/support';
import { practice } from '../practice/support';

const { storefront, sandbox } = KEY_IDS;
const ALL: HistoryFilter = EVERY_CHECK;

let simulator: Simulator;
let bench: Bench;
let today: string;

beforeEach(async () => {
  simulator = await practice();
  today = '2026-11-01T10:00:00.000Z';
  bench = await benchOn(simulator, { now: () => new Date(today) });
});

const retest = (keyId: string, model: string) =>
  bench.matrix.retest({ keyId, model, probe: 'free_probe', consent: false });

const exported = (filter: HistoryFilter) => wholeText(bench.history.export(filter, 'json'));

/** What another administrator does in the console. */
function allow(...models: readonly string[]): void {
  simulator.control.change((world, moment) =>
    savePolicy(world, PROJECTS.storefront, { kind: 'allow_list', models }, moment),
  );
}

describe('the history', () => {
  it('says since when a key lacks a model, and when it last had it', async () => {
    allow('gpt-5.5');
    await fill(bench.matrix, [storefront]);
    today = '2026-11-03T10:00:00.000Z';
    await retest(storefront, 'gpt-5.5');
    allow('gpt-5.4-mini');
    today = '2026-11-05T10:00:00.000Z';
    await fill(bench.matrix, [storefront]);
    today = '2026-11-06T10:00:00.000Z';
    await retest(storefront, 'gpt-5.5');
    const { since, points } = bench.history.timeline(storefront, null, 'gpt-5.5');
    expect(since).toEqual({
      kind: 'lacks',
      since: '2026-11-05T10:00:00.000Z',
      lastHad: { at: '2026-11-03T10:00:00.000Z', as: 'working' },
    });
    expect(points.map(({ source, outcome, layer }) => [source, outcome, layer])).toEqual([
      ['list', 'listed', null],
      ['check', 'confirmed', null],
      ['list', 'not_listed', null],
      ['check', 'denied', 'policy'],
    ]);
  });

  it('does not take a key that may not list for one that lacks the model', async () => {
    await fill(bench.matrix, [KEY_IDS.noList]);
    expect(bench.history.timeline(KEY_IDS.noList, null, 'gpt-5.5').since).toEqual({ kind: 'unknown' });
  });

  it('is read page by page, newest first, by key, model and outcome', async () => {
    const models = Array.from({ length: 70 }, (_, index) => `gpt-5-mini-${index}`);
    await confirm(
      bench.matrix,
      [storefront, sandbox].map((keyId) => ({ keyId, models })),
    );
    await retest(storefront, 'gpt-5.4-mini');
    const first = bench.history.page(ALL, null);
    expect([first.checks.length, first.total, first.checks[0]?.model]).toEqual([100, 141, 'gpt-5.4-mini']);
    const second = bench.history.page(ALL, first.older);
    expect([second.checks.length, second.older]).toEqual([41, null]);
    const ids = new Set([...first.checks, ...second.checks].map(({ id }) => id));
    expect(ids.size).toBe(141);
    const narrow = { ...ALL, keyId: storefront, state: 'passed_free_test', model: '5.4' } as const;
    expect(bench.history.page(narrow, null).checks.map(({ model }) => model)).toEqual(['gpt-5.4-mini']);
    expect(bench.history.page({ ...ALL, model: '%' }, null).total).toBe(0);
    const count = (model: string) => bench.history.page({ ...ALL, model }, null).total;
    expect(count(' GPT 5.4 ')).toBe(count('gpt-5.4'));
    expect(count('ｇｐｔ-5.4')).toBe(count('gpt-5.4'));
    expect(count('gpt-5.4, nowhere')).toBe(count('gpt-5.4'));
    expect(count('gpt-5.4')).toBeGreaterThan(0);
  });

  it('is searched by day, code, status, project, kind of test and run', async () => {
    await fill(bench.matrix, [storefront]);
    today = '2026-11-03T10:00:00.000Z';
    await retest(storefront, 'gpt-5.5');
    today = '2026-11-04T10:00:00.000Z';
    const run = await confirm(bench.matrix, [{ keyId: sandbox, models: ['gpt-5.5'] }]);
    const found = (part: Partial<HistoryFilter>) =>
      bench.history
        .page({ ...ALL, ...part }, null)
        .checks.map(({ at, probe }) => `${at.slice(8, 10)} ${probe}`);
    const tuesday = { from: '2026-11-03T00:00:00.000Z', until: '2026-11-04T00:00:00.000Z' };
    expect(found(tuesday)).toEqual(['03 free_probe']);
    expect(found({ until: '2026-11-03T10:00:00.000Z' })).toEqual(['01 list']);
    expect(found({ code: 'not_found' })).toEqual(['03 free_probe']);
    expect(found({ code: '403' })).toEqual(['03 free_probe']);
    expect(found({ code: '40' })).toEqual([]);
    expect(found({ code: '%' })).toEqual([]);
    expect(found({ project: PROJECTS.sandbox.slice(-6) })).toEqual(['04 free_probe']);
    expect(found({ probe: 'list' })).toEqual(['01 list']);
    expect(found({ runId: run.id })).toEqual(['04 free_probe']);
    expect(found({ ...tuesday, project: PROJECTS.sandbox })).toEqual([]);
  });

  it('tells what a free test passed from what a real request confirmed', async () => {
    await retest(sandbox, 'gpt-5.5');
    await bench.matrix.retest({ keyId: sandbox, model: 'gpt-5.5', probe: 'real_probe', consent: true });
    const probes = (state: HistoryFilter['state']) =>
      bench.history.page({ ...ALL, state }, null).checks.map(({ probe }) => probe);
    expect([probes('confirmed'), probes('passed_free_test')]).toEqual([['real_probe'], ['free_probe']]);
    const rows: unknown = JSON.parse(await exported(ALL));
    expect(rows).toMatchObject([
      { outcome: 'confirmed', strength: 'proved' },
      { outcome: 'passed_free_test', strength: 'validated' },
    ]);
  });

  it('compares two runs, also where a list is shorter than before', async () => {
    const first = await fill(bench.matrix, [storefront]);
    allow('gpt-5.5');
    const second = await fill(bench.matrix, [storefront]);
    const { differences, same } = bench.history.compare(first.id, second.id);
    const brief = differences.map(({ model, before, after }) => [model, before.outcome, after.outcome]);
    expect(brief.sort()).toEqual([
      ['gpt-5.4-mini', 'listed', 'not_listed'],
      ['gpt-5.5', 'not_listed', 'listed'],
      ['text-embedding-3-small', 'listed', 'not_listed'],
    ]);
    expect(same).toBe(0);
    expect(bench.history.runs().map(({ kind, state, done }) => [kind, state, done])).toEqual([
      ['fill', 'done', 1],
      ['fill', 'done', 1],
    ]);
  });

  it('compares every model of a key that was revoked between two runs', async () => {
    const first = await fill(bench.matrix, [storefront]);
    simulator.control.change((world) => ({
      ...world,
      keys: world.keys.map((key) => (key.id === storefront ? { ...key, revoked: true } : key)),
    }));
    const second = await fill(bench.matrix, [storefront]);
    const { differences, same, onlyOne } = bench.history.compare(first.id, second.id);
    expect([
      same,
      onlyOne,
      new Set(differences.map(({ after }) => `${after.outcome} at ${after.layer}`)),
    ]).toEqual([0, 0, new Set(['denied at key'])]);
  });

  it('calls a model that was shut down retired from that day on, as the matrix does', async () => {
    const key = bench.keys.find(storefront);
    if (key === null) throw new Error('No key');
    for (const [day, models] of [
      ['2026-10-01', ['gpt-4']],
      ['2026-10-02', []],
      ['2026-10-23', []],
    ] as const) {
      const evidence = listed(...models);
      if (evidence.kind === 'probe')
        bench.history.record({ ...evidence, at: `${day}T10:00:00.000Z` }, null, key);
    }
    const { since, points } = bench.history.timeline(storefront, null, 'gpt-4');
    expect(points.map(({ outcome, layer }) => [outcome, layer])).toEqual([
      ['listed', null],
      ['not_listed', null],
      ['denied', 'model_name'],
    ]);
    expect(since).toMatchObject({ kind: 'lacks', since: '2026-10-02T10:00:00.000Z' });
  });

  it('keeps the key’s name as it was when the check was made', async () => {
    await retest(storefront, 'gpt-5.5');
    await bench.keys.remove([storefront]);
    expect(bench.history.page(ALL, null).checks[0]).toMatchObject({
      keyId: storefront,
      keyLabel: 'Storefront · web',
      project: PROJECTS.storefront,
    });
  });

  it('holds no secret, in whatever the API echoes', async () => {
    simulator.control.setFaults([{ fault: { kind: 'echo_key', where: 'json' } }]);
    await retest(storefront, 'gpt-5.5');
    simulator.control.setFaults([{ fault: { kind: 'echo_key', where: 'html' } }]);
    await retest(storefront, 'gpt-5.5');
    const rows = JSON.stringify(bench.database.prepare('SELECT * FROM checks').all());
    const secret = simulator.keys.find(({ id }) => id === storefront)?.secret ?? '';
    expect(rows).toContain('invalid_api_key');
    expect(rows).not.toContain(secret.slice(-12));
    expect(await exported(ALL)).not.toContain(secret.slice(-12));
  });

  it('forgets what is older than it is to be kept, and no list that is still needed', async () => {
    await fill(bench.matrix, [storefront]);
    today = '2026-11-20T10:00:00.000Z';
    await fill(bench.matrix, [storefront, sandbox]);
    const rows = (table: string) =>
      Number(bench.database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get()?.['n']);
    expect([rows('checks'), rows('model_lists'), rows('runs')]).toEqual([3, 2, 2]);
    expect(bench.store.prune('2026-11-10T00:00:00.000Z')).toBe(1);
    expect([rows('checks'), rows('model_lists'), rows('runs')]).toEqual([2, 2, 1]);
    expect(bench.store.prune('2026-12-01T00:00:00.000Z')).toBe(2);
    expect([rows('checks'), rows('model_lists'), rows('runs')]).toEqual([0, 0, 0]);
  });

  describe('that is kept for 30 days', () => {
    const dates = () => bench.history.page(ALL, null).checks.map(({ at }) => at.slice(0, 10));
    const start = () =>
      new HistoryService({
        store: bench.store,
        environment: { ...manualEnvironment(), now: () => new Date(today) },
        keepDays: () => 30,
        recorded: () => undefined,
        rewritten: () => undefined,
      });

    const answerOn = async (...days: readonly string[]) => {
      for (const day of days) {
        today = `${day}T10:00:00.000Z`;
        await retest(storefront, 'gpt-5.5');
      }
    };

    it('says beforehand how much would be lost if it were kept for less', async () => {
      await answerOn('2026-11-01', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21');
      const history = start();
      const foretold = [0, 30, 10, 1].map((days) => history.forgottenBy(days));
      expect(foretold.slice(0, 3)).toEqual([0, 0, 1]);
      expect(dates()).toHaveLength(5);
      new HistoryService({
        store: bench.store,
        environment: { ...manualEnvironment(), now: () => new Date(today) },
        keepDays: () => 1,
        recorded: () => undefined,
        rewritten: () => undefined,
      });
      expect(dates()).toHaveLength(5 - (foretold[3] ?? 0));
    });

    it('loses what is older than the newest answer by more', async () => {
      await answerOn('2026-11-01', '2026-11-20', '2026-11-30');
      start();
      expect(dates()).toEqual(['2026-11-30', '2026-11-20', '2026-11-01']);
      await answerOn('2026-12-01', '2026-12-02');
      start();
      expect(dates()).toEqual(['2026-12-02', '2026-12-01', '2026-11-30', '2026-11-20']);
    });

    it.each(['2036-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'])(
      'loses nothing at a start with the clock at %s, nor by what is not answered then',
      async (wrong) => {
        await answerOn('2026-10-30', '2026-10-31', '2026-11-01');
        today = wrong;
        simulator.control.setFaults([{ fault: { kind: 'reset' } }]);
        await retest(storefront, 'gpt-5.5');
        start();
        expect(dates()).toEqual(expect.arrayContaining(['2026-10-30', '2026-10-31', '2026-11-01']));
      },
    );

    it('loses nothing by what this very machine answers while its clock runs ahead', async () => {
      await answerOn('2026-11-01', '2026-11-02', '2036-01-01', '2036-01-02');
      start();
      expect(dates()).toEqual(['2036-01-02', '2036-01-01', '2026-11-02', '2026-11-01']);
    });

    it('goes on losing what is old once the clock is right again', async () => {
      await answerOn('2026-11-01', '2036-01-01', '2026-12-10', '2026-12-11', '2026-12-12');
      start();
      expect(dates()).toEqual(['2026-12-12', '2026-12-11', '2026-12-10', '2036-01-01']);
    });

    it('goes by the clock where nothing was answered yet, as such tests told nothing', async () => {
      simulator.control.setFaults([{ fault: { kind: 'reset' } }]);
      await retest(storefront, 'gpt-5.5');
      today = '2027-11-01T10:00:00.000Z';
      start();
      expect(dates()).toEqual([]);
    });
  });

  it('calls a run cut short that was under way when the app ended', async () => {
    const run = {
      id: 'r',
      kind: 'fill',
      probe: 'list',
      startedAt: today,
      endedAt: null,
      total: 9,
      done: 0,
      keys: 2,
      models: 0,
      example: null,
    } as const;
    bench.store.saveRun({ ...run, state: 'running' });
    expect(new HistoryStore(bench.database).runs(1)[0]?.state).toBe('interrupted');
  });
});

describe('how hard the API may be asked', () => {
  it('is kept, and nonsense in the file is taken for the default', () => {
    const { database } = openDatabase(':memory:', () => new Date());
    const store = new ProbingStore(database);
    expect(store.read()).toEqual(DEFAULT_PROBING);
    store.write({ overall: 4, perKey: 1, keepDays: 0 });
    expect(new ProbingStore(database).read()).toEqual({ overall: 4, perKey: 1, keepDays: 0 });
    database.prepare("UPDATE settings SET value = '{\"overall\":9999}' WHERE name = 'probing'").run();
    expect(store.read()).toEqual(DEFAULT_PROBING);
    database.prepare("UPDATE settings SET value = '}' WHERE name = 'probing'").run();
    expect(store.read()).toEqual(DEFAULT_PROBING);
  });
});
