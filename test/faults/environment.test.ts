/** A key in the environment of the start, as long as the app runs. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { findTraces, type Place } from '../support/trace-search';
import { BareApp } from './support/bare-app';
import { type ProcessEntry, treeOf } from './support/processes';

const SECRET = inventedKey('Ev9'.repeat(16));
const SECRETS = new Map([['in the environment', SECRET]]);

let keyring: PrivateKeyring;
let app: BareApp;
beforeAll(async () => {
  keyring = await PrivateKeyring.start();
  app = await BareApp.start({ env: { ...keyring.env, OPENAI_API_KEY: SECRET } });
  // The vault's process starts with the first question to it.
  await app.verb('keys', 'retry_vault', {});
});
afterAll(async () => {
  await app.stop();
  await keyring.stop();
});

/** What any program of the same user can read of these processes. */
function visible(processes: readonly ProcessEntry[]): readonly Place[] {
  return processes.flatMap(({ pid, command }) =>
    ['environ', 'cmdline'].map((file) => ({
      name: `${file} of ${/--type=\S+/.exec(command)?.[0] ?? 'main'}`,
      content: readFileSync(`/proc/${pid}/${file}`),
    })),
  );
}

it('would be found in the environment of a process that has it', () => {
  const control = spawn('sleep', ['60'], { env: { OPENAI_API_KEY: SECRET }, stdio: 'ignore' });
  try {
    const places = visible(treeOf(control.pid ?? 0));
    expect(findTraces(SECRETS, places)).toEqual(['in the environment as text in environ of main']);
  } finally {
    control.kill('SIGKILL');
  }
});

it('is passed on to no process that the app starts, by variable or by argument', () => {
  // The kernel may keep the environment that the main process was started with: see SECURITY.md.
  const started = app.processes().slice(1);
  expect(started.length).toBeGreaterThan(4);
  expect(findTraces(SECRETS, visible(started))).toEqual([]);
});

it('is gone from the environment that code in the main process could read or hand on', async () => {
  expect(await app.main(() => Object.keys(process.env).filter((name) => name.startsWith('OPENAI_')))).toEqual(
    [],
  );
  const info = await app.verb('app', 'info', {});
  expect(info.ok && info.value.environmentVariables).toEqual(['OPENAI_API_KEY']);
});
