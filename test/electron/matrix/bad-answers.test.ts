import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_COLUMNS } from '../../../electron/matrix/matrix-state';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Fault } from '../../../electron/practice/faults';
import type { Simulator } from '../../../electron/practice/simulator';
import { EVERY_CHECK } from '../../../shared/history/views';
import { until } from '../../support/until';
import { practice } from '../practice/support';
import { type Bench, benchOn, cellText, confirm, fill, runOver } from './support';

const { sandbox, research, storefront } = KEY_IDS;
const MODEL = 'gpt-5.5';

/** Answers take their time on a busy machine, a flood above all; only what never ends shall run out of it. */
const AMPLE_MS = 15_000;

let simulator: Simulator;
let bench: Bench;

beforeEach(async () => {
  simulator = await practice();
  bench = await benchOn(simulator, { timeoutMs: AMPLE_MS, keyIds: [sandbox, research, storefront] });
});
afterEach(() => bench.matrix.close());

const NO_ANSWER: readonly (readonly [string, Fault, string])[] = [
  ['never answers', { kind: 'hang' }, 'timeout'],
  ['drips a byte now and then', { kind: 'drip', everyMs: 100 }, 'timeout'],
  ['sends a gigabyte', { kind: 'huge', bytes: 1_000_000_000 }, 'too_large'],
  ['sends a gzip bomb', { kind: 'gzip_bomb', bytes: 60_000_000 }, 'too_large'],
  ['sends a page with status 200', { kind: 'html', status: 200 }, 'unexpected'],
  ['sends half a JSON', { kind: 'half_json' }, 'unexpected'],
  [
    'sends to another host',
    { kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/v1/models' },
    'redirect',
  ],
  ['resets the connection', { kind: 'reset' }, 'reset'],
];

describe('a matrix of a server that', () => {
  it.each(NO_ANSWER)(
    '%s is unknown at the layer of reach, in time, with nothing stuck',
    async (_name, fault, code) => {
      simulator.control.setFaults([{ keyId: sandbox, fault }]);
      const timeoutMs = code === 'timeout' ? 2_000 : AMPLE_MS;
      bench = await benchOn(simulator, { timeoutMs, keyIds: [sandbox, research, storefront] });
      const lists = await fill(bench.matrix);
      const cells = await confirm(bench.matrix, [{ keyId: sandbox, models: [MODEL] }]);
      expect([lists.state, lists.counts.unknown, lists.counts.listed, cells.state]).toEqual([
        'done',
        1,
        2,
        'done',
      ]);
      const page = bench.history.page({ ...EVERY_CHECK, keyId: sandbox, state: 'unknown' }, null);
      expect(page.checks.map((check) => [check.layer, check.code])).toEqual([
        ['reach', code],
        ['reach', code],
      ]);
      const seen = bench.matrix.read(null);
      expect(cellText(seen, sandbox, MODEL)).toBe('unknown by list_failed at reach');
      expect(cellText(seen, research, MODEL)).toBe('not_listed by not_listed');
      expect(bench.keys.find(sandbox)?.health?.kind).toBe('undecided');
    },
  );

  it('keeps what was known of a key when it cannot be reached any more, and says so', async () => {
    await confirm(bench.matrix, [{ keyId: sandbox, models: [MODEL] }]);
    simulator.control.setFaults([{ keyId: sandbox, fault: { kind: 'reset' } }]);
    await confirm(bench.matrix, [{ keyId: sandbox, models: [MODEL] }]);
    const seen = bench.matrix.read(null);
    expect([seen.checks[0]?.outcome, seen.checks[0]?.newerAttempt?.code]).toEqual(['confirmed', 'reset']);
  });

  it('answers 429 for ever ends as unknown after a bounded number of requests', async () => {
    simulator.control.setFaults([{ fault: { kind: 'rate_limit', retryAfter: '0' } }]);
    const models = ['gpt-5.2', 'gpt-5.1', 'gpt-4.1', MODEL];
    const run = await confirm(bench.matrix, [{ keyId: sandbox, models }]);
    expect([run.state, run.counts.unknown]).toEqual(['done', models.length]);
    expect(simulator.control.requests().length).toBeLessThanOrEqual(models.length * 3);
  });

  it('asks for a pause is waited for, with nothing shown as under way, and that is said at once', async () => {
    simulator.control.setFaults([{ fault: { kind: 'rate_limit', retryAfter: '3' }, times: 2 }]);
    const announced: (readonly [boolean, number])[] = [];
    const told = await benchOn(simulator, {
      keyIds: [sandbox, research],
      changed: () =>
        announced.push([told.matrix.run?.waitingUntil != null, told.matrix.run?.inFlight.length ?? 0]),
    });
    const run = await fill(told.matrix);
    expect(run.counts.listed).toBe(2);
    expect(announced).toContainEqual([true, 0]);
  });

  it('asks for a very long pause is left alone, and nothing is said of what was not asked', async () => {
    simulator.control.setFaults([{ fault: { kind: 'rate_limit', retryAfter: '1000000000' } }]);
    const models = Array.from({ length: 30 }, (_, index) => `gpt-5-mini-${index}`);
    const run = await confirm(bench.matrix, [{ keyId: sandbox, models }]);
    const sent = simulator.control.requests().length;
    // So many go at once with one key.
    expect(sent).toBeLessThanOrEqual(2);
    expect([run.state, run.failure, run.counts.unknown, run.left]).toEqual([
      'cancelled',
      'host_paused',
      sent,
      30 - sent,
    ]);
    const page = bench.history.page(EVERY_CHECK, null);
    expect([page.total, bench.matrix.read(null).checks.length]).toEqual([sent, sent]);
  });

  it('asks for a very long pause is left alone by a test by itself, which says so, and no other key is', async () => {
    simulator.control.setFaults([{ keyId: sandbox, fault: { kind: 'rate_limit', retryAfter: '3600' } }]);
    const list = { model: null, probe: 'list', consent: false } as const;
    await bench.matrix.retest({ keyId: sandbox, ...list });
    const health = bench.keys.find(sandbox)?.health;
    expect(await bench.matrix.retest({ keyId: sandbox, ...list })).toMatchObject({
      ok: false,
      error: { code: 'host_paused' },
    });
    expect([simulator.control.requests().length, bench.keys.find(sandbox)?.health]).toEqual([1, health]);
    expect(await bench.matrix.retest({ keyId: research, ...list })).toMatchObject({
      value: { outcome: 'listed' },
    });
  });

  it('asks for a very long pause is asked again at once where the person lifts it', async () => {
    simulator.control.setFaults([
      { keyId: sandbox, fault: { kind: 'rate_limit', retryAfter: '3600' }, times: 1 },
    ]);
    const list = { keyId: sandbox, model: null, probe: 'list', consent: false } as const;
    await bench.matrix.retest(list);
    bench.matrix.liftPause();
    expect(await bench.matrix.retest(list)).toMatchObject({ value: { outcome: 'listed' } });
  });

  it('is cancelled at once while it hangs', async () => {
    simulator.control.setFaults([{ fault: { kind: 'hang' } }]);
    const patient = await benchOn(simulator, { timeoutMs: 60_000, keyIds: [sandbox] });
    patient.matrix.start({ kind: 'fill', keyIds: [] });
    await until('the question', () => simulator.control.inFlight() > 0);
    patient.matrix.cancel();
    expect((await runOver(patient.matrix)).state).toBe('cancelled');
    await until('the end of the connection', () => simulator.control.inFlight() === 0);
  });

  it('lists 100,000 models shows as many as it can, keeps them all and says so', async () => {
    const data = Array.from({ length: 100_000 }, (_, index) => ({ id: `model-${index}`, object: 'model' }));
    const body = JSON.stringify({ object: 'list', data });
    simulator.control.setFaults([
      { keyId: sandbox, fault: { kind: 'raw', status: 200, contentType: 'application/json', body } },
    ]);
    const patient = await benchOn(simulator, { keyIds: [sandbox] });
    await fill(patient.matrix);
    const seen = patient.matrix.read(null);
    expect([seen.newModels.length, seen.truncated, seen.rows[0]?.listed?.length]).toEqual([
      MAX_COLUMNS,
      true,
      MAX_COLUMNS,
    ]);
    const [check] = patient.history.page(EVERY_CHECK, null).checks;
    expect(check?.modelsListed).toBe(100_000);
  });
});
