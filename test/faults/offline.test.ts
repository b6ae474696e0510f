/** The network goes away under a run and comes back, for the built app and over Electron's own network. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROBE_TIMEOUT_MS } from '../../electron/probes/guarded-fetch';
import { EVERY_CHECK } from '../../shared/history/views';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';
import { IN_OWN_NETWORK, mayHaveOwnNetwork, OwnNetwork } from './support/own-network';
import { GOOD } from './support/probing';

const possible = mayHaveOwnNetwork();
const MODELS = Array.from({ length: 60 }, (_, index) => `gpt-5.4-mini-${index}`);
/** So that some answers are under way whenever the network goes. */
const ANSWER_AFTER_MS = 250;
/** The bar for going on once the network is back. */
const RESUME_MS = 5_000;

let app: BareApp;
let network: OwnNetwork;
let keyId: string;

beforeAll(async () => {
  if (!possible) return;
  app = await BareApp.start({ through: IN_OWN_NETWORK });
  network = new OwnNetwork(app.pid);
  const baseUrl = await network.serve(ANSWER_AFTER_MS, GOOD);
  await app.verb('keys', 'use_session_only', {});
  const added = await app.verb('keys', 'add', {
    secret: inventedKey('Of2'.repeat(16)),
    label: 'Offline',
    baseUrl,
  });
  if (!added.ok) throw new Error(added.error.code);
  keyId = added.value.id;
});
afterAll(async () => {
  if (!possible) return;
  network.stop();
  await app.stop();
});
afterEach(() => {
  if (possible) network.giveBack();
});

async function run() {
  const answer = await app.verb('matrix', 'runs', {});
  if (!answer.ok || answer.value.run === null) throw new Error('There is no run.');
  return answer.value.run;
}

async function startRun(): Promise<void> {
  const started = await app.verb('matrix', 'start', {
    kind: 'confirm',
    probe: 'free_probe',
    consent: true,
    expensive: false,
    cells: [{ keyId, models: MODELS }],
  });
  if (!started.ok) throw new Error(started.error.code);
}

async function test() {
  const request = { keyId, model: MODELS[0] ?? '', probe: 'free_probe', consent: true } as const;
  const check = await app.verb('matrix', 'retest', request, PROBE_TIMEOUT_MS + 5_000);
  if (!check.ok) throw new Error(check.error.code);
  return check.value;
}

async function checksOf(runId: string) {
  const page = await app.verb('history', 'list', { filter: { ...EVERY_CHECK, runId }, before: null });
  if (!page.ok) throw new Error(page.error.code);
  return page.value.checks;
}

describe.skipIf(!possible)('a network that goes away', () => {
  it('in the middle of a run stops it, is no verdict on a key, and loses none of its cells', {
    timeout: 2 * PROBE_TIMEOUT_MS + 30_000,
  }, async () => {
    await startRun();
    await app.until('some answers', async () => (await run()).done >= 8);
    network.takeAway();
    // What was under way hears nothing more, and ends by the request's own time; the next one is told at once.
    const isOver = async () => (await run()).state !== 'running';
    await app.until('the end of the run', isOver, PROBE_TIMEOUT_MS + 5_000);
    const { id, state, failure, done, left, counts, inFlight } = await run();
    expect([state, failure, done + left, inFlight]).toEqual(['cancelled', 'offline', MODELS.length, []]);
    expect([counts.confirmed >= 8, left > 0, counts.confirmed + counts.unknown]).toEqual([true, true, done]);
    const unanswered = (await checksOf(id)).filter(({ outcome }) => outcome !== 'confirmed');
    const codes = unanswered.map(({ outcome, code }) => `${outcome} ${code}`);
    expect(codes).toContain('unknown offline');
    expect(codes.filter((code) => !['unknown offline', 'unknown timeout'].includes(code))).toEqual([]);
    const listed = await app.verb('keys', 'list', {});
    expect(listed.ok && listed.value[0]?.health).toBeNull();
    network.giveBack();
    expect((await app.verb('matrix', 'start', { kind: 'rest', of: 'confirm' })).ok).toBe(true);
    await app.until('the end of the rest', async () => (await run()).state === 'done', 20_000);
    expect((await run()).counts.confirmed).toBe(left);
  });

  it('and comes back is used again within five seconds, by a run as well', { timeout: 60_000 }, async () => {
    network.takeAway();
    expect((await test()).code).toBe('offline');
    network.giveBack();
    const backAt = performance.now();
    await app.until('an answer', async () => (await test()).outcome === 'confirmed', RESUME_MS);
    expect(performance.now() - backAt).toBeLessThan(RESUME_MS);
    const before = network.arrivals;
    await startRun();
    await app.until('the end of the run', async () => (await run()).state === 'done', 20_000);
    expect([(await run()).counts.confirmed, network.arrivals - before]).toEqual([
      MODELS.length,
      MODELS.length,
    ]);
  });

  it('for a moment only loses no answer that was under way, and sends nothing twice', async () => {
    const before = network.arrivals;
    const answer = test();
    await app.until('its arrival', async () => network.arrivals > before);
    network.swallow();
    await new Promise((resolve) => setTimeout(resolve, 2 * ANSWER_AFTER_MS));
    network.giveBack();
    expect((await answer).outcome).toBe('confirmed');
    expect(network.arrivals - before).toBe(1);
  });

  it('without a word lets a request end by its own time', { timeout: 2 * PROBE_TIMEOUT_MS }, async () => {
    network.swallow();
    const { code, durationMs } = await test();
    expect([code, Math.round(durationMs / 1_000)]).toEqual(['timeout', PROBE_TIMEOUT_MS / 1_000]);
  });
});
