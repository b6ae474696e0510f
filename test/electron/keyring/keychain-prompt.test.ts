import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Environment } from '../../../electron/base/environment';
import { systemTimers } from '../../../electron/base/timers';
import { KeychainVault } from '../../../electron/vault/keychain-vault';
import { ForkTransport } from '../../support/fork-transport';
import { PrivateKeyring } from '../../support/private-keyring';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';
import { startVirtualDisplay, type VirtualDisplay } from '../../support/virtual-display';

const SECRET = inventedKey('behindThePrompt');
const ENVIRONMENT: Environment = {
  timers: systemTimers,
  now: () => new Date(),
  newId: randomUUID,
  random: Math.random,
};
const TIMEOUT = { ok: false, error: { kind: 'timeout' } };

let display: VirtualDisplay;
let keyring: PrivateKeyring;
let vault: KeychainVault;

beforeEach(async () => {
  display = await startVirtualDisplay();
  keyring = await PrivateKeyring.start({ display: display.name });
  vault = new KeychainVault(new ForkTransport(keyring.env).start, { platform: 'linux', timeout: 2_000 });
  await vault.put('one', SECRET);
  await keyring.lock();
});

afterEach(async () => {
  await vault.close();
  await keyring.stop();
  await display.stop();
});

/** The prompt is a program of its own, which the daemon starts when it first asks. */
const PROMPT_UP = { timeout: 10_000 };

/** The daemon asks in English here, because the private keyring sets the language. */
async function prompts(): Promise<number> {
  return (await display.windows()).split('"Unlock Login Keyring"').length - 1;
}

it('ends every job in time while nobody answers the prompt, and puts up only one', async () => {
  const jobs = Promise.all(Array.from({ length: 20 }, () => vault.get('one')));
  await expect.poll(prompts, PROMPT_UP).toBe(1);
  expect(await jobs).toEqual(Array(20).fill(TIMEOUT));
  expect(await vault.put('one', inventedKey('other'))).toEqual(TIMEOUT);
  expect(await prompts()).toBe(1);
});

it('leaves the prompt standing, so that a late answer still opens the keyring for the next job', async () => {
  expect(await vault.get('one')).toEqual(TIMEOUT);
  expect(await vault.status()).toMatchObject({ state: 'timeout' });
  expect(await prompts()).toBe(1);
  await keyring.unlock();
  expect(await vault.get('one')).toEqual({ ok: true, value: SECRET });
});

it('calls the keyring locked when the prompt is dismissed, without asking twice', async () => {
  const reading = vault.get('one');
  await expect.poll(prompts, PROMPT_UP).toBe(1);
  await keyring.dismissPrompt();
  expect(await reading).toEqual({ ok: false, error: { kind: 'locked' } });
  await expect.poll(prompts).toBe(0);
});

it('finds a keyring open that was opened in another way while the prompt stood', async () => {
  const retried = vault.retry();
  await expect.poll(prompts, PROMPT_UP).toBe(1);
  await keyring.unlock();
  await keyring.dismissPrompt();
  expect(await retried).toMatchObject({ state: 'ready' });
  expect(await vault.get('one')).toEqual({ ok: true, value: SECRET });
});

it('ends each of 20 mixed operations in ten seconds while nobody answers the one prompt', async () => {
  const patient = new KeychainVault(new ForkTransport(keyring.env).start, { platform: 'linux' });
  const { keys } = installedKeys(ENVIRONMENT, { vault: patient });
  await keyring.unlock();
  const added = await keys.add({ secret: SECRET, label: 'Mine', baseUrl: null });
  const id = added.ok ? added.value.id : '';
  await keyring.lock();
  const began = performance.now();
  const operations = Array.from({ length: 5 }, (_, number) => [
    keys.add({ secret: inventedKey(`another_${number}_0123456789`), label: '', baseUrl: null }),
    keys.rotate(id, inventedKey(`instead_${number}_0123456789`)),
    keys.target(id),
    keys.reviewVault(),
  ]).flat();
  const ended = await Promise.all(
    operations.map(async (operation) => {
      const result = await operation;
      return { code: result.ok ? 'ok' : result.error.code, after: performance.now() - began };
    }),
  );
  expect(ended.map(({ code }) => code)).toEqual(Array(20).fill('vault_timeout'));
  expect(Math.max(...ended.map(({ after }) => after))).toBeLessThan(10_000);
  expect(await prompts()).toBe(1);
  await keyring.unlock();
  expect(await keys.target(id)).toMatchObject({ ok: true, value: { secret: SECRET } });
  await patient.close();
});
