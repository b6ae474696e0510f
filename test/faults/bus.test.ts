/**
 * The session bus dies under the running app. Chromium ends its process when that happens (`dbus/bus.cc`: "D-Bus
 * connection was disconnected. Aborting."), before any code of the app hears of it; so what counts is that no key is
 * lost by it, and that an app without a bus is an app that works. `draft.test.ts` is about what is being typed.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';

const ADDRESS = 'https://api.openai.com/v1';
const SECRET = inventedKey('Qb4'.repeat(16));

let keyring: PrivateKeyring;
let profile: string | undefined;
beforeAll(async () => {
  keyring = await PrivateKeyring.start();
});
afterAll(async () => {
  await keyring.stop();
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

const start = () => BareApp.start({ env: keyring.env, ...(profile === undefined ? {} : { profile }) });

async function vaultState(app: BareApp): Promise<string> {
  const status = await app.verb('keys', 'retry_vault', {});
  return status.ok ? status.value.state : status.error.code;
}

it('loses no key, starts without a bus, says so, and works again once there is one', async () => {
  const first = await start();
  profile = first.profile;
  try {
    expect((await first.verb('keys', 'add', { secret: SECRET, label: 'Kept', baseUrl: ADDRESS })).ok).toBe(
      true,
    );
  } finally {
    await keyring.killDaemon();
    await keyring.killBus();
    await first.kill();
  }
  const second = await start();
  try {
    expect(await vaultState(second)).not.toBe('ready');
    const keys = await second.verb('keys', 'list', {});
    expect(keys.ok && keys.value.map(({ label }) => label)).toEqual(['Kept']);
    await keyring.startBus();
    await keyring.startDaemon();
    await second.until('the keychain', async () => (await vaultState(second)) === 'ready', 10_000);
    const [key] = keys.ok ? keys.value : [];
    expect((await second.verb('keys', 'copy_secret', { id: key?.id ?? '' })).ok).toBe(true);
    expect(await second.main(({ clipboard }) => clipboard.readText())).toBe(SECRET);
  } finally {
    await second.kill();
  }
});
