import { expect, it } from 'vitest';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { inventedKey } from '../../support/secrets';
import { describeVault } from './contract';

describeVault('the vault in memory', async () => {
  const vault = new MemoryVault('session', 'linux');
  return { vault, close: () => vault.close() };
});

it('says where it keeps the secrets', async () => {
  const vault = new MemoryVault('practice', 'darwin');
  expect(await vault.status()).toEqual({ store: 'practice', state: 'ready', backend: 'macos_keychain' });
  expect(await vault.retry()).toEqual(await vault.status());
});

it('holds nothing any more once it is closed', async () => {
  const vault = new MemoryVault('session', 'linux');
  await vault.put('id', inventedKey('closed'));
  await vault.close();
  expect(await vault.get('id')).toEqual({ ok: false, error: { kind: 'missing' } });
});

it('fingerprints differently each session, so that a fingerprint says nothing elsewhere', async () => {
  const [one, two] = [new MemoryVault('session', 'linux'), new MemoryVault('session', 'linux')];
  expect(await one.fingerprint(inventedKey('a'))).not.toEqual(await two.fingerprint(inventedKey('a')));
});

it('takes no more than the Windows Credential Manager would, there', async () => {
  const vault = new MemoryVault('session', 'win32');
  expect(await vault.put('id', 'k'.repeat(2_560))).toEqual({ ok: true, value: undefined });
  expect(await vault.put('id', 'k'.repeat(2_561))).toEqual({ ok: false, error: { kind: 'too_large' } });
});
