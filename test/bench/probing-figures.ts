/**
 * Figures of probing, against the practice server: ratios within one run, so that they mean the same on a fast and on
 * a slow computer. Bundled and started by `build/bench/probing.bench.mjs`; no test asserts any of them.
 */

import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { EVERY_CHECK } from '../../shared/history/views';
import { benchOn, confirm, fill } from '../electron/matrix/support';

const LATENCY_MS = 200;
const LIMITS = { overall: 8, perKey: 2 };
const SMALL_CROWD = { keys: 30, models: 50 };
/** Longer than any time-out that a check sets, so that none is still pending when memory is measured. */
const SETTLE_MS = 6_000;
/** A thousand cells at this latency take half a minute. */
const LONGEST_RUN_MS = 180_000;

function say(what: string, figure: string, goal: string): void {
  process.stdout.write(`${what.padEnd(50)} ${figure.padStart(14)}   ${goal}\n`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Keys of the large organization that may list and ask. */
function healthyKeys(simulator: Simulator, count: number) {
  const healthy = simulator.keys.filter(
    (key) => key.id.includes('team') && !key.revoked && key.mayList && key.mayRequest,
  );
  if (healthy.length < count) throw new Error('Too few keys for this measurement');
  return healthy.slice(0, count);
}

function modelNames(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `ft:gpt-4.1-mini-2025-04-14:cedar:case-${String(index + 1).padStart(3, '0')}`,
  );
}

/** The same requests by bare fetch and by the app, one after the other and in turn. */
async function overhead(): Promise<void> {
  const simulator = await startSimulator({ latencyMs: LATENCY_MS, crowd: SMALL_CROWD });
  const [key] = healthyKeys(simulator, 1);
  if (key === undefined) return;
  const bench = await benchOn(simulator, { keyIds: [key.id] });
  const bare = async (model: string) => {
    const response = await fetch(`${simulator.apiBaseUrl}/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model, input: 'hi', max_output_tokens: 1, store: false }),
    });
    await response.text();
  };
  const check = (model: string) =>
    bench.matrix.retest({ keyId: key.id, model, probe: 'free_probe', consent: false });
  await Promise.all([bare('gpt-5.5'), check('gpt-5.5')]);
  let [bareMs, checkMs] = [0, 0];
  for (const model of modelNames(15)) {
    bareMs += await timed(() => bare(model));
    checkMs += await timed(() => check(model));
  }
  say('a check, by the same request sent bare', `× ${(checkMs / bareMs).toFixed(3)}`, 'goal ≤ 1.15');
  await simulator.close();
}

/** One list call a key. With 20 requests at once every key goes in the first round. */
async function listPass(): Promise<void> {
  const simulator = await startSimulator({ latencyMs: LATENCY_MS, crowd: SMALL_CROWD });
  const keyIds = healthyKeys(simulator, 20).map(({ id }) => id);
  const { matrix } = await benchOn(simulator, { keyIds, limits: { overall: 20, perKey: 2 } });
  const whole = await timed(() => fill(matrix));
  const slowest = Math.max(...matrix.read(null).rows.map(({ list }) => list?.durationMs ?? 0));
  say('20 keys filled, by the slowest call', `× ${(whole / slowest).toFixed(3)}`, 'goal ≤ 1.3, 20 at once');
  await simulator.close();
}

async function schedule(): Promise<void> {
  const simulator = await startSimulator({ latencyMs: LATENCY_MS, crowd: SMALL_CROWD });
  const keyIds = healthyKeys(simulator, 20).map(({ id }) => id);
  const { matrix, history } = await benchOn(simulator, { keyIds, limits: LIMITS });
  const before = simulator.control.requests().length;
  const cells = keyIds.map((keyId) => ({ keyId, models: modelNames(50) }));
  const whole = await timed(() => confirm(matrix, cells, 'free_probe', LONGEST_RUN_MS));
  const sent = simulator.control.requests().length - before;
  const { checks } = history.page(EVERY_CHECK, null);
  const one = checks.reduce((sum, { durationMs }) => sum + durationMs, 0) / checks.length;
  const ideal = (sent / LIMITS.overall) * one;
  say(
    '1,000 cells confirmed, by the ideal schedule',
    `× ${(whole / ideal).toFixed(3)}`,
    'goal ≤ 1.1, 8 at once',
  );
  say('most requests at once', String(simulator.control.peakInFlight()), `never above ${LIMITS.overall}`);
  await simulator.close();
}

async function heap(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  for (let round = 0; round < 4; round += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}

/** Checks of the same 1,000 cells over and over: what grows then is a leak. The server's own notes are cleared. */
async function soak(): Promise<void> {
  const simulator = await startSimulator({ latencyMs: 0, crowd: SMALL_CROWD });
  const keyIds = healthyKeys(simulator, 20).map(({ id }) => id);
  const { matrix } = await benchOn(simulator, { keyIds, limits: { overall: 16, perKey: 4 } });
  const cells = keyIds.map((keyId) => ({ keyId, models: modelNames(50) }));
  const thousand = async () => {
    await confirm(matrix, cells, 'free_probe', LONGEST_RUN_MS);
    simulator.reset();
  };
  await thousand();
  const first = await heap();
  for (let round = 0; round < 9; round += 1) await thousand();
  const last = await heap();
  const figure = `${first.toFixed(1)} → ${last.toFixed(1)} MB`;
  say('heap after 1,000 and after 10,000 checks', figure, `× ${(last / first).toFixed(3)}, goal ≤ 1.05`);
  await simulator.close();
}

await overhead();
await listPass();
await schedule();
await soak();
process.exit(0);
