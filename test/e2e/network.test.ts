/** Probes over the network stack that ships, against a server that the test controls: connections, bad answers, a real abort. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../electron/practice/blueprint';
import type { Fault } from '../../electron/practice/faults';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { PROBE_TIMEOUT_MS } from '../../electron/probes/guarded-fetch';
import type { DoctorApi } from '../../shared/ipc/contract';
import { type HostileServer, startHostileServer } from '../support/hostile-server';
import { PrivateKeyring } from '../support/private-keyring';
import { launchApp, type RunningApp } from './support/launch';
import { addSessionKeys } from './support/session-keys';

const MODEL = 'gpt-5.4-mini';
const KEYS = [KEY_IDS.sandbox, KEY_IDS.research, KEY_IDS.worker, KEY_IDS.mobile];

let simulator: Simulator;
let elsewhere: HostileServer;
let keyring: PrivateKeyring;
let running: RunningApp;
/** The app's own ids of the keys, by those of the simulator. */
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
  simulator = await startSimulator({ latencyMs: 30, propagationMs: 0 });
  elsewhere = await startHostileServer();
  keyring = await PrivateKeyring.start({ daemon: false });
  running = await launchApp({ env: keyring.env });
  ids = await addSessionKeys(running.page, simulator, KEYS);
});
afterAll(async () => {
  await running.close();
  await Promise.all([keyring.stop(), simulator.close(), elsewhere.close()]);
});
beforeEach(() => simulator.reset());

const idOf = (key: string) => ids.get(key) ?? '';

/** One free test, as the window asks for it: its outcome, layer and code, and how long it took. */
async function retested(key: string): Promise<readonly [string, string | null, string | null, number]> {
  const check = await running.page.evaluate(
    async ({ keyId, model }) => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const reply = await doctor.matrix.retest({ keyId, model, probe: 'free_probe', consent: false });
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.value;
    },
    { keyId: idOf(key), model: MODEL },
  );
  return [check.outcome, check.layer, check.code, check.durationMs];
}

/** Starts a run over so many names of models with every key. */
function confirmAll(models: number): Promise<void> {
  return running.page.evaluate(
    async ({ keyIds, count }) => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const names = Array.from({ length: count }, (_, index) => `gpt-5.4-mini-${index}`);
      const cells = keyIds.map((keyId) => ({ keyId, models: names }));
      const request = {
        kind: 'confirm',
        probe: 'free_probe',
        cells,
        consent: false,
        expensive: false,
      } as const;
      const reply = await doctor.matrix.start(request);
      if (!reply.ok) throw new Error(reply.error.code);
    },
    { keyIds: [...ids.values()], count: models },
  );
}

const runState = () =>
  running.page.evaluate(async () => {
    const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
    const reply = await doctor.matrix.read({ since: null });
    return reply.ok ? reply.value.run?.state : reply.error.code;
  });

describe('a run over the real network', () => {
  it('sends each test once, and never has more under way than the limits say', {
    timeout: 45_000,
  }, async () => {
    await confirmAll(20);
    // Every key's tests go out a few at a time, each over a connection of its own.
    await expect.poll(runState, { timeout: 30_000 }).toBe('done');
    const { control } = simulator;
    const sent = control.requests().length;
    expect(sent).toBeGreaterThanOrEqual(KEYS.length * 20);
    // One a test and no more: over a connection that was used before, Chromium may send a test again by itself.
    expect(control.connections()).toBeLessThanOrEqual(sent);
    expect(control.peakInFlight()).toBeLessThanOrEqual(8);
  });

  it('aborts what is under way at once when it is stopped', async () => {
    simulator.control.setFaults([{ fault: { kind: 'hang' } }]);
    await confirmAll(20);
    await expect.poll(() => simulator.control.inFlight()).toBeGreaterThan(0);
    await running.page.evaluate(async () => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      await doctor.matrix.cancel({});
    });
    await expect.poll(() => simulator.control.inFlight()).toBe(0);
    expect(await runState()).toBe('cancelled');
  });
});

describe('a server that', () => {
  it.each<[string, Fault, string]>([
    ['sends a gigabyte', { kind: 'huge', bytes: 1_000_000_000 }, 'too_large'],
    ['sends a gzip bomb', { kind: 'gzip_bomb', bytes: 300_000_000 }, 'too_large'],
    ['sends a page with status 200', { kind: 'html', status: 200 }, 'unexpected'],
    ['sends half a JSON', { kind: 'half_json' }, 'unexpected'],
    ['resets the connection', { kind: 'reset' }, 'reset'],
  ])('%s is out of reach, whatever the key may use', async (_what, fault, code) => {
    simulator.control.setFaults([{ fault }]);
    expect((await retested(KEY_IDS.sandbox)).slice(0, 3)).toEqual(['unknown', 'reach', code]);
  });

  it.each([301, 302, 303, 307, 308])(
    'redirects by %i to another origin never gets the key there',
    async (status) => {
      const location = `${elsewhere.baseUrl}/responses`;
      simulator.control.setFaults([{ fault: { kind: 'redirect', status, location } }]);
      expect((await retested(KEY_IDS.sandbox)).slice(0, 3)).toEqual(['unknown', 'reach', 'redirect']);
      expect(elsewhere.requests).toHaveLength(0);
    },
  );

  it('never answers, or drips a byte a second, is given up in time, without a connection left', {
    timeout: 3 * PROBE_TIMEOUT_MS,
  }, async () => {
    simulator.control.setFaults([
      { keyId: KEY_IDS.sandbox, fault: { kind: 'hang' } },
      { keyId: KEY_IDS.research, fault: { kind: 'drip', everyMs: 1_000 } },
    ]);
    const both = await Promise.all([retested(KEY_IDS.sandbox), retested(KEY_IDS.research)]);
    for (const [outcome, layer, code, durationMs] of both) {
      expect([outcome, layer, code]).toEqual(['unknown', 'reach', 'timeout']);
      expect(durationMs).toBeGreaterThan(PROBE_TIMEOUT_MS * 0.9);
      expect(durationMs).toBeLessThan(PROBE_TIMEOUT_MS * 2);
    }
    await expect.poll(() => simulator.control.inFlight()).toBe(0);
  });

  it('is itself again is asked as before', async () => {
    expect((await retested(KEY_IDS.sandbox)).slice(0, 2)).toEqual(['confirmed', null]);
    expect(running.output()).not.toMatch(/sk-|bug on|bad_request|MaxListeners/);
  });
});
