/**
 * The computer sleeps during a watch. The system's own daemon for it (logind) is played by `python3-dbusmock` on a bus of its
 * own, so that Electron hears of sleep as it does on a real machine; sleep itself is played by stopping every process.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { until } from '../support/until';
import { BareApp } from './support/bare-app';
import { attemptsOf, startWatch } from './support/watching';

const PYTHON = '/usr/bin/python3';
const hasLogind =
  existsSync(PYTHON) && existsSync('/usr/lib/python3/dist-packages/dbusmock/templates/logind.py');

/** Shorter than the wait that it falls into: in real sleep the app's clock stands still, so nothing is due on waking. */
const ASLEEP_MS = 500;
/** The bar for going on after waking. */
const RESUME_MS = 5_000;
/** Of the next test, when sleep begins. */
const FAR_MS = 3_500;

let bus: PrivateKeyring;
let logind: ChildProcess | null = null;
let app: BareApp;

const manager = ['call', '-d', 'org.freedesktop.login1', '-o', '/org/freedesktop/login1'] as const;
function call(...args: readonly string[]): string {
  return execFileSync('gdbus', [manager[0], '--address', busAddress(), ...manager.slice(1), ...args], {
    encoding: 'utf8',
    timeout: 10_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
const busAddress = () => bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';

function tellOfSleep(begins: boolean): void {
  const signal = ['org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', `[<${begins}>]`];
  call('-m', 'org.freedesktop.DBus.Mock.EmitSignal', ...signal);
}

beforeAll(async () => {
  if (!hasLogind) return;
  bus = await PrivateKeyring.start({ daemon: false });
  const env = { ...bus.env, DBUS_SYSTEM_BUS_ADDRESS: busAddress() };
  logind = spawn(PYTHON, ['-m', 'dbusmock', '--system', '--template', 'logind'], { env, stdio: 'ignore' });
  await until('the mock of logind', () => {
    try {
      return call('-m', 'org.freedesktop.DBus.Peer.Ping') !== '';
    } catch {
      return false;
    }
  });
  app = await BareApp.start({ env, args: ['--practice'] });
  await app.main(({ powerMonitor }) => {
    const heard: string[] = [];
    Reflect.set(globalThis, 'heardOfSleep', heard);
    powerMonitor.on('suspend', () => heard.push('suspend'));
    powerMonitor.on('resume', () => heard.push('resume'));
  });
});
afterAll(async () => {
  if (!hasLogind) return;
  await app.stop();
  logind?.kill();
  await bus.stop();
});

const heard = () => app.main(() => Reflect.get(globalThis, 'heardOfSleep') as readonly string[]);

async function sleep(): Promise<void> {
  tellOfSleep(true);
  await app.until('the app to hear of sleep', async () => (await heard()).includes('suspend'));
  const processes = app.processes();
  for (const { pid } of processes) process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  for (const { pid } of processes) process.kill(pid, 'SIGCONT');
  tellOfSleep(false);
}

it.skipIf(!hasLogind)('tests soon after waking, once, and goes on', { timeout: 90_000 }, async () => {
  const id = await startWatch(app);
  // Answers that decide nothing make the next test wait longer.
  await app.verb('practice', 'set_condition', { condition: 'broken' });
  const isFar = async () => {
    const { nextAt } = await attemptsOf(app, id);
    return nextAt !== null && Date.parse(nextAt) - Date.now() > FAR_MS;
  };
  await app.until('a test that is far off', isFar, 60_000);
  await app.verb('practice', 'set_condition', { condition: 'normal' });
  const before = await attemptsOf(app, id);
  await sleep();
  const awake = performance.now();
  await app.until('another plan', async () => (await attemptsOf(app, id)).nextAt !== before.nextAt);
  const isTested = async () => (await attemptsOf(app, id)).outcomes.length > before.outcomes.length;
  expect(await isTested()).toBe(false);
  await app.until('a test after waking', isTested, RESUME_MS);
  expect(performance.now() - awake).toBeLessThan(RESUME_MS);
  const { outcomes, state } = await attemptsOf(app, id);
  expect([outcomes.slice(before.outcomes.length), state]).toEqual([['refused'], 'running']);
  expect([...new Set(await heard())]).toEqual(['suspend', 'resume']);
});
