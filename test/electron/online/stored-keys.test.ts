import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appFolder } from '../../../electron/online/app-folder';
import { StoredKeys } from '../../../electron/online/stored-keys';
import { DATABASE_NAME, openDatabase } from '../../../electron/store/database';
import { KeyStore } from '../../../electron/store/key-store';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { kindOf, lastFourOf } from '../../../shared/keys/key-text';
import { inventedKey } from '../../support/secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mad-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const secret = inventedKey('Ab3'.repeat(16));

/** The window's own connection, which stays open, with one key. */
async function windowWith(label: string, vault: MemoryVault) {
  const { database } = openDatabase(join(folder, DATABASE_NAME), () => new Date('2026-12-01T10:00:00Z'));
  const store = new KeyStore(database);
  const details = {
    ...{ id: 'one', use: 'inference' as const, label, colour: null },
    ...{ baseUrl: 'https://api.openai.com/v1', addedAt: '2026-12-01T10:00:00.000Z' },
  };
  const facts = {
    account: 'account-one',
    fingerprint: 'f',
    kind: kindOf(secret),
    lastFour: lastFourOf(secret),
  };
  store.begin(details, facts);
  store.confirm('one');
  await vault.put('account-one', secret);
  return { store, close: () => database.close() };
}

it('reads the keys of a window that is open, as they stand, and their secrets', async () => {
  const vault = new MemoryVault('session', 'linux');
  const window = await windowWith('Storefront', vault);
  const keys = StoredKeys.open(folder, vault);
  if (!keys.ok) throw new Error(keys.error);
  expect(keys.value.named('Storefront').map(({ id }) => id)).toEqual(['one']);
  expect(keys.value.named(lastFourOf(secret)).map(({ id }) => id)).toEqual(['one']);
  expect(keys.value.named('Store')).toEqual([]);
  expect(await keys.value.secretOf('one')()).toEqual({ ok: true, value: secret });
  window.close();
});

it('does not send what was put in the place of a key', async () => {
  const vault = new MemoryVault('session', 'linux');
  const window = await windowWith('Storefront', vault);
  await vault.put('account-one', inventedKey('Zz9'.repeat(16)));
  const keys = StoredKeys.open(folder, vault);
  if (!keys.ok) throw new Error(keys.error);
  expect(await keys.value.secretOf('one')()).toMatchObject({ ok: false, error: { code: 'vault_changed' } });
  window.close();
});

it('says what there is instead of a list', () => {
  const vault = new MemoryVault('session', 'linux');
  expect(StoredKeys.open(join(folder, 'nowhere'), vault)).toEqual({ ok: false, error: 'none' });
  mkdirSync(join(folder, 'damaged'));
  writeFileSync(join(folder, 'damaged', DATABASE_NAME), 'no database at all, but some text instead');
  expect(StoredKeys.open(join(folder, 'damaged'), vault)).toEqual({ ok: false, error: 'unreadable' });
});

it.each([
  ['linux', {}, '/home/ann/.config/Model Access Doctor'],
  ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Model Access Doctor'],
  ['darwin', {}, '/home/ann/Library/Application Support/Model Access Doctor'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Model Access Doctor'],
])('finds the folder of the app on %s', (platform, environment, expected) => {
  expect(appFolder(platform, environment, '/home/ann')).toBe(expected);
});
