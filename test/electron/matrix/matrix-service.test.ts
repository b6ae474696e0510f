import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatrixService } from '../../../electron/matrix/matrix-service';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { EVERY_CHECK } from '../../../shared/history/views';
import { until } from '../../support/until';
import { practice } from '../practice/support';
import { type Bench, benchOn, cellText, confirm, fill, runOver } from './support';

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await practice();
  bench = await benchOn(simulator);
});
afterEach(() => bench.matrix.close());

const { storefront, research, sandbox, noList, revoked, restricted, weekend, sunday } = KEY_IDS;

/** Resolves when a run has had so many answers. */
const answers = (matrix: MatrixService, count: number) =>
  until(`${count} answers`, () => (matrix.run?.done ?? 0) >= count);

describe('filling the matrix', () => {
  it('takes one request a key, two where it is refused, and answers every cell with what it rests on', async () => {
    const run = await fill(bench.matrix);
    expect([run.state, run.done, run.total]).toEqual(['done', simulator.keys.length, simulator.keys.length]);
    const asked = simulator.control.requests();
    expect(new Set(asked.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set(['GET /models']));
    const twice = simulator.keys.filter(({ id }) => bench.keys.find(id)?.health?.kind === 'refused');
    expect([twice.length > 0, asked.length]).toEqual([true, simulator.keys.length + twice.length]);
    const seen = bench.matrix.read(null);
    expect(
      [
        [storefront, 'gpt-5.4-mini'],
        [storefront, 'gpt-5.5'],
        [sandbox, 'gpt-5.5'],
        [noList, 'gpt-5.5'],
        [revoked, 'gpt-5.5'],
      ].map(([keyId = '', model = '']) => cellText(seen, keyId, model)),
    ).toEqual([
      'listed by list',
      'not_listed by not_listed',
      'listed by list',
      'unknown by list_failed at scope',
      'denied by key at key',
    ]);
  });

  it('sends the window only what changed since it last read', async () => {
    await fill(bench.matrix);
    const first = bench.matrix.read(null);
    const { session, revision } = first;
    expect(bench.matrix.read({ session, revision })).toMatchObject({
      complete: false,
      newModels: [],
      rows: [],
      checks: [],
    });
    await bench.matrix.retest({ keyId: storefront, model: 'gpt-5.5', probe: 'free_probe', consent: false });
    const second = bench.matrix.read({ session, revision });
    expect([second.newModels, second.rows.map(({ keyId }) => keyId), second.checks.length]).toEqual([
      [],
      [],
      1,
    ]);
    expect(bench.matrix.read({ session: 'another', revision }).complete).toBe(true);
  });
});

describe('confirming cells', () => {
  it('says which layer refuses, and what could only be proved by a real request', async () => {
    await fill(bench.matrix);
    const model = 'gpt-5.5';
    const asked = [storefront, research, sandbox, restricted, weekend].map((keyId) => ({
      keyId,
      models: [model],
    }));
    const run = await confirm(bench.matrix, asked);
    expect(run.counts).toEqual({ listed: 0, confirmed: 1, denied: 4, unknown: 0 });
    const seen = bench.matrix.read(null);
    expect(asked.map(({ keyId }) => cellText(seen, keyId, model))).toEqual([
      'denied by check at policy',
      'denied by check at policy',
      'passed_free_test by check',
      'denied by check at scope',
      'denied by check at policy',
    ]);
  });

  it('finds what only a real request finds, with consent alone', async () => {
    const cells = [{ keyId: sunday, models: ['gpt-5.5-pro', 'gpt-image-2'] }];
    const bare = { kind: 'confirm', probe: 'real_probe', cells, expensive: false } as const;
    expect(bench.matrix.start({ ...bare, consent: false })).toMatchObject({
      error: { code: 'consent_missing' },
    });
    expect(bench.matrix.estimate(cells)).toEqual({
      requests: 1,
      outputTokens: 16,
      expensive: 1,
      impossible: 0,
    });
    const run = await confirm(bench.matrix, cells, 'real_probe');
    expect(run.total).toBe(1);
    expect(cellText(bench.matrix.read(null), sunday, 'gpt-5.5-pro')).toBe('denied by check at entitlement');
  });

  it('asks a key that is refused as such for no further model, and shows it refused with all', async () => {
    const models = [
      'gpt-5.5',
      'gpt-5.2',
      'gpt-5.1',
      'gpt-4.1',
      'gpt-4o',
      'gpt-4o-mini',
      'gpt-5.4',
      'gpt-6-sol',
    ];
    const run = await confirm(bench.matrix, [{ keyId: revoked, models }]);
    const asked = simulator.control.requests().filter(({ path }) => path === '/responses');
    expect([asked.length <= 2, run.done + run.dropped, run.left]).toEqual([true, models.length, 0]);
    expect(cellText(bench.matrix.read(null), revoked, models[0] ?? '')).toBe('denied by key at key');
  });

  it('compares once a key where a free test was let through', async () => {
    await fill(bench.matrix, [research]);
    await confirm(bench.matrix, [{ keyId: research, models: ['gpt-5.2', 'gpt-5.1', 'gpt-4.1'] }]);
    const compared = simulator.control
      .requests()
      .filter(({ path, model }) => path === '/responses' && model === 'gpt-5.5');
    expect(compared).toHaveLength(1);
    expect(cellText(bench.matrix.read(null), research, 'gpt-5.2')).toBe('passed_free_test by check');
  });

  it('compares at each endpoint for itself, and takes no result from one to another', async () => {
    const unread = { kind: 'raw', status: 400, contentType: 'application/json' } as const;
    const body = JSON.stringify({
      error: {
        message: "Invalid value: '1x1'.",
        type: 'invalid_request_error',
        param: 'size',
        code: 'invalid_value',
      },
    });
    simulator.control.setFaults([{ path: '/images/generations', fault: { ...unread, body } }]);
    await fill(bench.matrix, [storefront]);
    const models = ['gpt-image-1-mini', 'gpt-5.5', 'gpt-5.2'];
    await confirm(bench.matrix, [{ keyId: storefront, models }]);
    const seen = bench.matrix.read(null);
    expect(models.map((model) => cellText(seen, storefront, model))).toEqual([
      'not_listed by not_listed',
      'denied by check at policy',
      'denied by check at policy',
    ]);
    const again = await benchOn(simulator, { database: bench.database, keyIds: [] });
    expect(cellText(again.matrix.read(null), storefront, 'gpt-image-1-mini')).toBe(
      'not_listed by not_listed',
    );
  });

  it('never has more under way than the limits allow, overall and with one key', async () => {
    const slow = await practice({ latencyMs: 15 });
    const limited = await benchOn(slow, { limits: { overall: 5, perKey: 2 } });
    const models = ['gpt-5.2', 'gpt-5.1', 'gpt-4.1', 'gpt-4o', 'gpt-5', 'gpt-5.4'];
    await confirm(
      limited.matrix,
      [storefront, research, sandbox, weekend].map((keyId) => ({ keyId, models })),
    );
    expect(slow.control.peakInFlight()).toBe(5);
    slow.reset();
    await confirm(limited.matrix, [{ keyId: sandbox, models }]);
    expect(slow.control.peakInFlight()).toBe(2);
  });

  it('stops at once when cancelled, keeps what it has and can be started again', async () => {
    const slow = await practice({ latencyMs: 40 });
    const { matrix } = await benchOn(slow);
    const models = Array.from({ length: 40 }, (_, index) => `gpt-5-mini-${index}`);
    matrix.start({
      kind: 'confirm',
      probe: 'free_probe',
      cells: [{ keyId: sandbox, models }],
      consent: false,
      expensive: false,
    });
    await answers(matrix, 4);
    const [underWay] = matrix.runs();
    expect(underWay).toMatchObject({ keys: 1, models: 40, example: 'gpt-5-mini-0', state: 'running' });
    expect(underWay?.done).toBeGreaterThanOrEqual(4);
    matrix.cancel();
    const run = await runOver(matrix);
    await until('the end of what was under way', () => slow.control.inFlight() === 0);
    expect(run.state).toBe('cancelled');
    expect(matrix.read(null).checks).toHaveLength(run.done);
    expect((await confirm(matrix, [{ keyId: sandbox, models: ['gpt-5.5'] }])).state).toBe('done');
    // Whatever the stopped run would still send, it would have sent before the answer to the next one.
    const asked = slow.control.requests().map(({ model }) => model);
    expect(asked.filter((model) => model === 'gpt-5.5')).toHaveLength(1);
    expect(asked.length - 1).toBeLessThanOrEqual(run.done + 2);
  });

  it('goes on with what a stopped run left, and with nothing else', async () => {
    const slow = await practice({ latencyMs: 20 });
    const { matrix, history } = await benchOn(slow);
    expect(matrix.start({ kind: 'rest', of: 'confirm' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    const models = Array.from({ length: 20 }, (_, index) => `gpt-5-mini-${index}`);
    const cells = [{ keyId: sandbox, models }];
    matrix.start({ kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false });
    await answers(matrix, 4);
    matrix.cancel();
    const stopped = await runOver(matrix);
    expect(stopped.left).toBe(models.length - stopped.done);
    expect(matrix.start({ kind: 'rest', of: 'confirm' })).toMatchObject({
      ok: true,
      value: { total: stopped.left },
    });
    expect(await runOver(matrix)).toMatchObject({ state: 'done', done: stopped.left, left: 0 });
    const filter = EVERY_CHECK;
    const asked = history.page(filter, null).checks.map(({ model }) => model);
    expect(asked.sort()).toEqual([...models].sort());
    expect(matrix.start({ kind: 'rest', of: 'confirm' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('never goes on with real requests, which were agreed to for then', async () => {
    const slow = await practice({ latencyMs: 40 });
    const { matrix } = await benchOn(slow);
    const cells = [{ keyId: sandbox, models: ['gpt-5.4', 'gpt-5.2', 'gpt-5.1', 'gpt-4.1', 'gpt-4o'] }];
    matrix.start({ kind: 'confirm', probe: 'real_probe', cells, consent: true, expensive: false });
    matrix.cancel();
    const { left } = await runOver(matrix);
    expect(left).toBeGreaterThan(0);
    expect(matrix.read(null).rests).toEqual([]);
    expect(matrix.start({ kind: 'rest', of: 'confirm' })).toMatchObject({ error: { code: 'not_found' } });
  });

  it('keeps what was left beside a newer run, with what that one leaves, until it is dismissed', async () => {
    const slow = await practice({ latencyMs: 20 });
    const { matrix } = await benchOn(slow);
    const models = Array.from({ length: 20 }, (_, index) => `gpt-5-mini-${index}`);
    const stopAfter = async (done: number, asked: readonly string[]) => {
      const cells = [{ keyId: sandbox, models: asked }];
      matrix.start({ kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false });
      await answers(matrix, done);
      matrix.cancel();
      return runOver(matrix);
    };
    const { left, id: first } = await stopAfter(4, models);
    await confirm(matrix, [{ keyId: sandbox, models: ['gpt-5.5'] }]);
    expect(matrix.read(null).rests).toEqual([{ kind: 'confirm', runId: first, count: left }]);
    const { left: more, id: second } = await stopAfter(1, ['o3', 'o3-mini', 'gpt-4.1', 'gpt-4o']);
    expect(matrix.read(null).rests).toEqual([{ kind: 'confirm', runId: second, count: left + more }]);
    matrix.dismissRest('confirm');
    expect(matrix.read(null).rests).toEqual([]);
  });

  it('offers no longer what a newer run has tested since', async () => {
    const slow = await practice({ latencyMs: 20 });
    const { matrix } = await benchOn(slow);
    const models = ['gpt-5.2', 'gpt-5.1', 'gpt-4.1', 'gpt-4o', 'gpt-5', 'gpt-5.4', 'gpt-5.5', 'o3'];
    matrix.start({
      kind: 'confirm',
      probe: 'free_probe',
      cells: [{ keyId: sandbox, models }],
      consent: false,
      expensive: false,
    });
    matrix.cancel();
    await until('what is left', () => matrix.read(null).rests[0]?.count === models.length);
    await confirm(matrix, [{ keyId: sandbox, models: ['gpt-5.5', 'o3', 'gpt-4o-mini'] }]);
    expect(matrix.read(null).rests).toMatchObject([{ count: models.length - 2 }]);
    await confirm(matrix, [{ keyId: sandbox, models }]);
    expect(matrix.read(null).rests).toEqual([]);
  });

  it('sends nothing while paused, and goes on where it was', async () => {
    const slow = await practice({ latencyMs: 10 });
    const { matrix } = await benchOn(slow);
    const models = ['gpt-5.2', 'gpt-5.1', 'gpt-4.1', 'gpt-4o', 'gpt-5', 'gpt-5.4', 'gpt-5.5', 'o3'];
    matrix.start({
      kind: 'confirm',
      probe: 'free_probe',
      cells: [{ keyId: sandbox, models }],
      consent: false,
      expensive: false,
    });
    await until('two questions at once', () => slow.control.inFlight() === 2);
    matrix.pause();
    // What is on its way by then is answered.
    await until('their answers', () => matrix.run?.inFlight.length === 0);
    const sent = slow.control.requests().length;
    // A single test takes the same way, so a request of the paused run would be there before its answer.
    await matrix.retest({ keyId: research, model: null, probe: 'list', consent: false });
    const asked = slow.control.requests().map(({ path }) => path);
    expect([matrix.run?.state, matrix.run?.done, asked.length]).toEqual(['paused', sent, sent + 1]);
    expect(asked.filter((path) => path === '/models')).toHaveLength(1);
    expect(sent).toBeLessThan(models.length);
    matrix.resume();
    expect(await runOver(matrix)).toMatchObject({ state: 'done', done: models.length });
  });

  it('drops what is left of a key that is deleted meanwhile, and shows nothing of it', async () => {
    const slow = await practice({ latencyMs: 25 });
    const { matrix, keys, store } = await benchOn(slow);
    const models = Array.from({ length: 20 }, (_, index) => `gpt-5-mini-${index}`);
    const cells = [sandbox, research].map((keyId) => ({ keyId, models }));
    matrix.start({ kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false });
    await answers(matrix, 6);
    await keys.remove([sandbox]);
    const run = await runOver(matrix);
    expect(run.done + run.dropped).toBe(40);
    expect(run.dropped).toBeGreaterThan(8);
    const seen = matrix.read(null);
    expect(new Set(seen.checks.map(({ keyId }) => keyId))).toEqual(new Set([research]));
    const kept = store.count({ ...EVERY_CHECK, keyId: sandbox });
    expect(kept).toBe(run.done - 20);
  });
});

describe('a disk that takes nothing more', () => {
  const full = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
  };

  it('ends a run with what it was, and leaves room for the next one', async () => {
    const record = bench.store.record.bind(bench.store);
    bench.store.record = full;
    const run = await fill(bench.matrix);
    expect(run).toMatchObject({ state: 'cancelled', failure: 'store_failed', done: 0, inFlight: [] });
    expect(run.dropped).toBeGreaterThan(0);
    expect(bench.history.runs()[0]).toMatchObject({ id: run.id, state: 'interrupted' });
    bench.store.record = record;
    expect(await fill(bench.matrix)).toMatchObject({ state: 'done', failure: null });
  });

  it('does not begin a run that cannot be written down, and survives that its end cannot', async () => {
    const saveRun = bench.store.saveRun.bind(bench.store);
    bench.store.saveRun = full;
    expect(() => bench.matrix.start({ kind: 'fill', keyIds: [] })).toThrow('full');
    expect(bench.matrix.run).toBeNull();
    bench.store.saveRun = saveRun;
    const started = bench.matrix.start({ kind: 'fill', keyIds: [] });
    bench.store.saveRun = full;
    expect([started.ok, (await runOver(bench.matrix)).state]).toEqual([true, 'done']);
  });
});

describe('one check by itself', () => {
  it('answers with what was kept, with its evidence', async () => {
    const kept = await bench.matrix.retest({
      keyId: storefront,
      model: 'gpt-5.5',
      probe: 'free_probe',
      consent: false,
    });
    expect(kept).toMatchObject({
      ok: true,
      value: {
        outcome: 'denied',
        layer: 'policy',
        cause: 'project_lacks_model',
        status: 403,
        code: 'model_not_found',
        runId: null,
        endpoint: '/v1/responses',
        keyLabel: 'Storefront · web',
      },
    });
  });
});
