/**
 * The clock on the wall jumps by more than a year, forwards and back, while the app runs. It is the clock that the app's own
 * code reads; the one that only grows stays as it is, as on a machine whose date is set.
 */
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EVERY_CHECK } from '../../shared/history/views';
import { type HostileServer, startHostileServer } from '../support/hostile-server';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';
import { GOOD } from './support/probing';
import { attemptsOf, startWatch } from './support/watching';

const DAY_MS = 86_400_000;
const JUMPS = [400, -400] as const;
/** What a server asks to be left alone for; the app waits up to a fifth longer, or a quarter of a second. */
const PAUSE_MS = 3_000;
const LONGEST_PAUSE_MS = PAUSE_MS * 1.2 + 2_000;

let profile: string | undefined;
let server: HostileServer;
let arrivals: number[];
let running: BareApp | null = null;

beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());
afterEach(async () => {
  await running?.kill();
  running = null;
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  profile = undefined;
});

/** `days`: as many is the clock off from the start on. */
async function start(args: readonly string[] = [], days = 0): Promise<BareApp> {
  const { PATH = '', HOME = '' } = process.env;
  running = await BareApp.start({
    args,
    env: { PATH, HOME, MAD_CLOCK_OFF_MS: String(days * DAY_MS) },
    ...(profile === undefined ? {} : { profile }),
  });
  profile = running.profile;
  await expectClock(running, days);
  return running;
}

async function jump(app: BareApp, days: number): Promise<void> {
  await app.main((_electron, off) => Reflect.get(globalThis, 'setClockOff')(off), days * DAY_MS);
  await expectClock(app, days);
}

async function expectClock(app: BareApp, days: number): Promise<void> {
  const off = (await app.main(() => Date.now())) - Date.now();
  expect(Math.abs(off - days * DAY_MS)).toBeLessThan(DAY_MS / 2);
}

async function addKey(app: BareApp): Promise<string> {
  await app.verb('keys', 'use_session_only', {});
  const secret = inventedKey('Ck6'.repeat(16));
  const added = await app.verb('keys', 'add', { secret, label: 'Clock', baseUrl: server.baseUrl });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

async function runState(app: BareApp) {
  const runs = await app.verb('matrix', 'runs', {});
  if (!runs.ok || runs.value.run === null) throw new Error('There is no run.');
  return runs.value.run;
}

/** The first request is told to wait, every later one is answered. */
function serve(): void {
  arrivals = [];
  server.behave((_request, response) => {
    arrivals.push(performance.now());
    response.setHeader('content-type', 'application/json');
    if (arrivals.length > 1) return void response.end(GOOD);
    response.writeHead(429, { 'retry-after': String(PAUSE_MS / 1_000) });
    response.end('{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"}}');
  });
}

describe('a clock that jumps', () => {
  it.each(JUMPS)('by %i days makes the pause of a run neither shorter nor longer', async (days) => {
    const app = await start();
    const keyId = await addKey(app);
    serve();
    const models = ['gpt-5.4-mini-1', 'gpt-5.4-mini-2', 'gpt-5.4-mini-3'];
    const started = await app.verb('matrix', 'start', {
      ...{ kind: 'confirm', probe: 'free_probe', consent: true, expensive: false },
      cells: [{ keyId, models }],
    } as never);
    expect(started.ok).toBe(true);
    await app.until('the pause', async () => (await runState(app)).waitingUntil !== null);
    await jump(app, days);
    await app.until('the end of the run', async () => (await runState(app)).state !== 'running');
    const { state, done, counts, secondsLeft } = await runState(app);
    expect([state, done, counts.confirmed, secondsLeft]).toEqual(['done', 3, 3, null]);
    // Requests that were under way beside the first one came before it was answered.
    const [first = 0, ...later] = arrivals;
    const afterPause = later.filter((at) => at - first > PAUSE_MS / 2);
    expect(Math.min(...afterPause) - first).toBeGreaterThanOrEqual(PAUSE_MS - 50);
    expect(Math.min(...afterPause) - first).toBeLessThan(LONGEST_PAUSE_MS);
  });

  it.each(JUMPS)('by %i days neither ends a watch nor makes it wait', async (days) => {
    const app = await start(['--practice']);
    const id = await startWatch(app);
    const { outcomes } = await attemptsOf(app, id);
    await jump(app, days);
    const next = async () => (await attemptsOf(app, id)).outcomes.length > outcomes.length + 1;
    await app.until('two tests more', next, 15_000);
    const { state, nextAt, endsAt } = await attemptsOf(app, id);
    const now = await app.main(() => Date.now());
    const ahead = [nextAt, endsAt].map((at) => (at === null ? 0 : Date.parse(at) - now));
    expect([state, ...ahead.map((ms) => ms >= -1_000 && ms < 120_000)]).toEqual(['running', true, true]);
  });

  it('is no reason to forget what was answered, and the newest answer is the one that came last', async () => {
    const first = await start();
    const keyId = await addKey(first);
    serve();
    arrivals.push(0);
    const test = async (app: BareApp) => {
      const request = { keyId, model: 'gpt-5.4-mini', probe: 'free_probe', consent: true } as const;
      const check = await app.verb('matrix', 'retest', request);
      if (!check.ok) throw new Error(check.error.code);
      expect([check.value.outcome, check.value.durationMs >= 0 && check.value.durationMs < 5_000]).toEqual([
        'confirmed',
        true,
      ]);
      return check.value.id;
    };
    const made = [await test(first)];
    for (const days of JUMPS) {
      await jump(first, days);
      made.push(await test(first));
    }
    await first.kill();
    const second = await start([], Math.max(...JUMPS));
    const listed = await second.verb('history', 'list', { filter: EVERY_CHECK, before: null });
    const ids = listed.ok ? listed.value.checks.map(({ id }) => id) : [];
    expect(ids.filter((id) => made.includes(id))).toEqual([...made].reverse());
  });
});
