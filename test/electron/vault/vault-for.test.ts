import { describe, expect, it } from 'vitest';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { vaultFor } from '../../../electron/vault/vault-for';
import { inventedKey } from '../../support/secrets';

describe('the vault for new keys', () => {
  it('is the keychain where a database remembers what is in it', () => {
    const keychain = new MemoryVault('practice', 'linux');
    expect(vaultFor({ unavailable: false }, 'linux', () => keychain)).toBe(keychain);
  });

  it('is memory, which says so, where no database can be kept; the keychain is not even opened', async () => {
    const vault = vaultFor({ unavailable: true }, 'darwin', () => {
      throw new Error('The keychain was opened');
    });
    await vault.put('id-1', inventedKey('key_0123456789'));
    expect((await vault.get('id-1')).ok).toBe(true);
    expect(await vault.status()).toEqual({ store: 'session', state: 'ready', backend: 'macos_keychain' });
    await vault.close();
    expect(await vault.get('id-1')).toEqual({ ok: false, error: { kind: 'missing' } });
  });
});
