/**
 * A key of the app, used by the command line while the window is open: the built app, the built program, a real keyring.
 * The program reads the list and the keyring, and changes neither.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KEY_IDS } from '../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../electron/practice/simulator';
import { buildProgram, ended } from '../electron/cli/built-program';
import { secretOf } from '../electron/practice/support';
import { PrivateKeyring } from '../support/private-keyring';
import { BareApp } from './support/bare-app';

let keyring: PrivateKeyring;
let simulator: Simulator;
let home: string;
let app: BareApp;
let program: string;
let secret: string;

beforeAll(async () => {
  keyring = await PrivateKeyring.start();
  simulator = await startSimulator({ latencyMs: 0, propagationMs: 0 });
  secret = secretOf(simulator, KEY_IDS.storefront);
  home = mkdtempSync(join(tmpdir(), 'doctor-terminal-'));
  const profile = join(home, 'Model Access Doctor');
  mkdirSync(profile);
  // Below the checkout, where the keychain's library is found.
  program = buildProgram(join(import.meta.dirname, '../../out/test'));
  app = await BareApp.start({ env: keyring.env, profile });
  const added = await app.verb('keys', 'add', { secret, label: 'Storefront', baseUrl: simulator.apiBaseUrl });
  if (!added.ok) throw new Error(added.error.code);
}, 120_000);
afterAll(async () => {
  await app.kill();
  await keyring.stop();
  await simulator.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

const ask = (argv: readonly string[]) =>
  // On the Node that the app brings along, since the person's may be without SQLite.
  ended(process.execPath, [program, 'can-i', ...argv], { env: { ...keyring.env, XDG_CONFIG_HOME: home } });
const listed = async () => JSON.stringify(await app.verb('keys', 'list', {}));

it('asks with the key of that label, or of those last four characters', async () => {
  const before = await listed();
  expect(await ask(['gpt-5.4-mini', '--key', 'Storefront'])).toMatchObject({ status: 0 });
  expect(await ask(['gpt-5.5', '--key', secret.slice(-4)])).toMatchObject({ status: 1 });
  expect(await listed()).toBe(before);
});

it('says that there is no such key', async () => {
  const { status, errors } = await ask(['gpt-5.5', '--key', 'Storefrnt']);
  expect([status, errors.trim()]).toEqual([4, 'The app keeps no key “Storefrnt”.']);
});

it('shows nothing of the secret', async () => {
  const { out, errors } = await ask(['gpt-5.5', '--key', 'Storefront', '--json']);
  expect(out + errors).not.toContain(secret.slice(8, 24));
  expect(JSON.parse(out)).toMatchObject({ key: { label: 'Storefront', last_four: secret.slice(-4) } });
});

it('ends by itself where the keychain is locked', async () => {
  await keyring.lock();
  const { status, errors } = await ask(['gpt-5.5', '--key', 'Storefront']);
  expect(status).toBe(4);
  expect(errors).toContain('keychain');
  await keyring.unlock();
});
