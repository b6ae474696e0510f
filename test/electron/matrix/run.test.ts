import { describe, expect, it } from 'vitest';
import { fail } from '../../../electron/base/failure';
import { MatrixRun, type RunDeps } from '../../../electron/matrix/run';
import { Checker } from '../../../electron/probes/checker';
import type { ProbeSender, Target } from '../../../electron/probes/prober';
import { type QueueLimits, RequestQueue } from '../../../electron/probes/request-queue';
import type { ErrorCode } from '../../../shared/base/error-codes';
import { ok, type Result } from '../../../shared/base/result';
import type { Answer, Probe } from '../../../shared/observations/observation';
import { HEADERS, reading, validated } from '../../support/evidence';
import { keySummary } from '../../support/key-summary';
import { manualEnvironment } from '../../support/manual-environment';

const HERE = 'https://api.openai.com/v1';
const ELSEWHERE = 'https://eu.api.openai.com/v1';

/** Every list of models in these tests names this one alone. */
const LISTED = 'gpt-5.4-mini';

interface Sent {
  readonly at: number;
  readonly key: string;
  readonly model: string | null;
}

interface Setup {
  /** By key: its address and how many models it is asked for. */
  readonly keys: Readonly<Record<string, readonly [baseUrl: string, models: number]>>;
  readonly answer: (sent: Sent, count: number) => Answer | Promise<Answer>;
  readonly limits?: QueueLimits;
  readonly probe?: Probe;
  readonly vault?: (key: string) => ErrorCode | null;
  readonly isOnline?: boolean;
}

const OPEN: Answer = { kind: 'success', status: 200, headers: HEADERS, models: null };

function busy(retryAfterSeconds: number | null): Answer {
  const headers = { ...HEADERS, retryAfterSeconds };
  return { kind: 'refusal', status: 429, headers, reading: reading('rate_limited'), excerpt: '' };
}

function letThrough(): Answer {
  const evidence = validated();
  return evidence.kind === 'probe' ? evidence.answer : OPEN;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function running({ keys, answer, probe = 'real_probe', vault = () => null, ...setup }: Setup) {
  const environment = manualEnvironment();
  const { timers } = environment;
  const limits = setup.limits ?? { overall: 8, perKey: 2 };
  const queue = new RequestQueue({ timers, random: () => 0 }, limits);
  const sent: Sent[] = [];
  const prober: ProbeSender = {
    send: async ({ secret }, { model }) => {
      const request = { at: timers.now(), key: secret, model };
      return answer(request, sent.push(request));
    },
  };
  const asked: string[] = [];
  const target = async (keyId: string): Promise<Result<Target, ReturnType<typeof fail>['error']>> => {
    asked.push(keyId);
    const trouble = vault(keyId);
    return trouble === null ? ok({ secret: keyId, baseUrl: keys[keyId]?.[0] ?? '' }) : fail(trouble);
  };
  const mayCost = () => false;
  const find = (id: string) => keySummary({ id, baseUrl: keys[id]?.[0] ?? '' });
  const deps: RunDeps = {
    environment,
    keys: { target, mayCost, find, list: () => [] },
    checker: new Checker({ prober, queue, environment, record: () => true, keys: { mayCost } }),
    queue,
    calibrated: () => null,
    listed: () => [LISTED],
    isOnline: () => setup.isOnline ?? true,
    changed: () => undefined,
  };
  const cells = Object.entries(keys).map(([keyId, [, models]]) => ({
    keyId,
    models: Array.from({ length: models }, (_, index) => `gpt-5-mini-${index}`),
  }));
  const run = new MatrixRun({ id: 'run-1', kind: 'confirm', probe, agreed: true, cells }, deps);
  queue.onPause(() => run.hostPaused());
  const pass = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 500) {
      await settled();
      timers.advance(500);
    }
    await settled();
  };
  return { run, sent, asked, pass, timers, queue };
}

const keysOf = (sent: readonly Sent[]) => new Set(sent.map(({ key }) => key));
const four = { a: [HERE, 5], b: [HERE, 5], c: [HERE, 5], d: [HERE, 5] } as const;

describe('a run that is paused', () => {
  it.each([1, 50])(
    'sends nothing more, also of what waits out %i s for its host, and all of it later',
    async (seconds) => {
      const { run, sent, pass } = running({
        keys: four,
        answer: (_sent, count) => (count <= 8 ? busy(seconds) : OPEN),
      });
      run.start();
      await settled();
      run.pause();
      await pass(120_000);
      expect([sent.length, run.view.state, run.view.inFlight]).toEqual([8, 'paused', []]);
      run.resume();
      await pass(1_000);
      expect([run.view.state, run.view.done, sent.length]).toEqual(['done', 20, 28]);
    },
  );

  it('sends nothing of what waits for its turn', async () => {
    const ends: ((answer: Answer) => void)[] = [];
    const { run, sent, pass } = running({
      keys: four,
      answer: () => new Promise((resolve) => ends.push(resolve)),
    });
    run.start();
    await settled();
    run.pause();
    for (const end of ends) end(OPEN);
    await pass(5_000);
    expect([sent.length, run.view.done, run.view.left]).toEqual([8, 8, 12]);
  });

  it('sends no comparison either, but does so once it goes on', async () => {
    const ends: ((answer: Answer) => void)[] = [];
    const { run, sent, pass } = running({
      keys: { a: [HERE, 1] },
      probe: 'free_probe',
      answer: (_sent, count) => (count > 1 ? letThrough() : new Promise((resolve) => ends.push(resolve))),
    });
    run.start();
    await settled();
    run.pause();
    ends[0]?.(letThrough());
    await pass(5_000);
    expect([sent.length, run.view.state, run.view.done]).toEqual([1, 'paused', 1]);
    run.resume();
    await pass(1_000);
    expect([sent.length, run.view.state, run.view.done]).toEqual([2, 'done', 1]);
  });
});

describe('a run over keys of several hosts', () => {
  it('asks the others while one of them wants to be left alone, and that one afterwards', async () => {
    const { run, sent, pass } = running({
      keys: { ...four, e: [ELSEWHERE, 3], f: [ELSEWHERE, 3] },
      answer: ({ at, key }) => (at < 30_000 && 'abcd'.includes(key) ? busy(30) : OPEN),
    });
    run.start();
    await pass(1_000);
    expect(sent.filter(({ key }) => 'ef'.includes(key))).toHaveLength(6);
    expect([run.view.done, run.view.waitingUntil]).toEqual([6, '2026-11-22T10:00:30.000Z']);
    await pass(35_000);
    expect(sent.filter(({ at, key }) => at > 0 && at < 30_000 && 'abcd'.includes(key))).toEqual([]);
    expect(run.view).toMatchObject({ state: 'done', done: 26, waitingUntil: null });
  });

  it('ends, once the others are asked, where one of them wants to be left alone for long', async () => {
    const { run, sent, pass, timers } = running({
      keys: { ...four, e: [ELSEWHERE, 9] },
      answer: ({ key }) => (key === 'e' ? OPEN : busy(86_400)),
      limits: { overall: 2, perKey: 1 },
    });
    run.start();
    await pass(10_000);
    const here = sent.filter(({ key }) => key !== 'e').length;
    expect(run.view).toMatchObject({
      state: 'cancelled',
      failure: 'host_paused',
      left: 20 - here,
      dropped: 0,
    });
    expect([sent.length, run.rest('run-2')?.cells.flatMap(({ models }) => models).length]).toEqual([
      9 + here,
      20 - here,
    ]);
    await pass(400_000);
    expect([sent.length, timers.pending]).toEqual([9 + here, 0]);
  });
});

describe('a run whose hosts all want to be left alone for long', () => {
  it('ends at once, with all that it owes', async () => {
    const { run, sent, asked, queue } = running({ keys: four, answer: () => OPEN });
    queue.pause('api.openai.com', 200_000);
    run.start();
    await settled();
    expect(run.view).toMatchObject({ state: 'cancelled', failure: 'host_paused', left: 20 });
    expect([sent, asked]).toEqual([[], []]);
  });

  it('ends as well where they say so while it waits for the person to go on', async () => {
    const { run, queue } = running({ keys: four, answer: () => OPEN });
    run.pause();
    run.start();
    queue.pause('api.openai.com', 200_000);
    expect(run.view).toMatchObject({ state: 'paused', left: 20 });
    run.resume();
    expect(run.view).toMatchObject({ state: 'cancelled', failure: 'host_paused', left: 20 });
  });
});

describe('a run without a network', () => {
  const offline: Answer = { kind: 'no_answer', failure: 'offline', excerpt: '' };

  it('stops as soon as it knows, and keeps everything that was not answered', async () => {
    const { run, sent, pass, timers } = running({
      keys: four,
      answer: (_sent, count) => (count <= 6 ? OPEN : offline),
      isOnline: false,
    });
    run.start();
    await pass(60_000);
    expect(run.view).toMatchObject({
      state: 'cancelled',
      failure: 'offline',
      done: 6,
      left: 14,
      inFlight: [],
    });
    // What was already under way beside the first that failed is sent; nothing comes after it.
    expect(sent.length).toBeLessThanOrEqual(6 + 8);
    expect(timers.pending).toBe(0);
  });

  it('at one host alone goes on with the others', async () => {
    const { run, pass } = running({
      keys: { ...four, e: [ELSEWHERE, 3] },
      answer: ({ key }) => (key === 'e' ? offline : OPEN),
    });
    run.start();
    await pass(60_000);
    expect(run.view).toMatchObject({ state: 'done', failure: null, done: 23, left: 0 });
    expect(run.view.counts).toMatchObject({ confirmed: 20, unknown: 3 });
  });
});

describe('a run that is told to wait', () => {
  it('sends each cell three times at most, with more patience each time', async () => {
    const { run, sent, pass } = running({ keys: { a: [HERE, 3] }, answer: () => busy(null) });
    run.start();
    await pass(60_000);
    expect(run.view).toMatchObject({ state: 'done', done: 3, counts: { unknown: 3 } });
    const times = Map.groupBy(sent, ({ model }) => model);
    expect([...times.values()].map((each) => each.length)).toEqual([3, 3, 3]);
    for (const each of times.values())
      expect((each[2]?.at ?? 0) - (each[1]?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
  });

  it('does nothing at all until the end of the pause', async () => {
    const { run, sent, pass, asked, timers } = running({
      keys: four,
      answer: (_sent, count) => (count <= 8 ? busy(40) : OPEN),
    });
    run.start();
    await settled();
    const before = asked.length;
    await pass(39_000);
    // The alarms of the queue, one a key.
    expect([sent.length, asked.length, timers.pending]).toEqual([8, before, 4]);
    await pass(1_000);
    expect(run.view.state).toBe('done');
  });
});

describe('a run that waits for a server', () => {
  it('goes on at once where the person lifts the pause', async () => {
    const { run, sent, pass, queue } = running({
      keys: { a: [HERE, 5] },
      answer: (_sent, count) => (count <= 2 ? busy(50) : OPEN),
    });
    run.start();
    await pass(1_000);
    expect([run.view.waitingUntil !== null, sent.length]).toEqual([true, 2]);
    queue.lift();
    await pass(500);
    expect([run.view.state, run.view.done]).toEqual(['done', 5]);
  });

  it('goes on with the other keys while one is held back, and has its answers in the end', async () => {
    const { run, sent, pass } = running({
      keys: four,
      answer: ({ key, at }) => (key === 'a' && at < 40_000 ? busy(40) : OPEN),
    });
    run.start();
    await pass(5_000);
    expect(sent.filter(({ key }) => key !== 'a')).toHaveLength(15);
    expect(sent.filter(({ key }) => key === 'a').length).toBeLessThanOrEqual(2);
    await pass(60_000);
    expect([run.view.state, run.view.done]).toEqual(['done', 20]);
  });
});

describe('a run whose keychain', () => {
  const keys = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`key-${index}`, [HERE, 2] as const]),
  );

  it.each(['vault_locked', 'vault_absent', 'vault_denied', 'vault_timeout'] as const)(
    'gives no secret at all (%s) ends with that, asks no further, and can be gone on with',
    async (code) => {
      const { run, sent, asked, pass } = running({
        keys,
        answer: () => OPEN,
        limits: { overall: 1, perKey: 1 },
        vault: () => code,
      });
      run.start();
      await pass(1_000);
      expect(run.view).toMatchObject({ state: 'cancelled', failure: code, dropped: 0, left: 24 });
      expect([asked.length, sent.length]).toEqual([1, 0]);
      expect(run.rest('run-2')?.cells).toHaveLength(12);
    },
  );

  it.each([
    ['vault_missing', 2],
    ['not_found', 0],
  ] as const)('has one secret less (%s) leaves out that key alone', async (code, left) => {
    const { run, sent, pass } = running({
      keys,
      answer: () => OPEN,
      vault: (key) => (key === 'key-3' ? code : null),
    });
    run.start();
    await pass(1_000);
    expect(run.view).toMatchObject({ state: 'done', failure: null, done: 22, dropped: 2, left });
    expect(keysOf(sent).has('key-3')).toBe(false);
  });
});
