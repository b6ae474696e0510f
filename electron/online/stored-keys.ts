/**
 * The app's own keys, as its database stood when the command began. It is only read: the window may be open beside it, and
 * decides alone what happens to a key.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/base/result';
import type { KeySummary } from '../../shared/keys/key';
import { fail } from '../base/failure';
import { isOwnSecret } from '../keys/secret-facts';
import { copyInMemory, DATABASE_NAME } from '../store/database';
import { KeyStore } from '../store/key-store';
import type { Vault } from '../vault/vault';
import { vaultFailure } from '../vault/vault-failure';
import type { SecretOf } from './asked-key';

/** `none`: the app has never kept anything here. `unreadable`: damaged, or written by another version. */
export type NoList = 'none' | 'unreadable';

export class StoredKeys {
  readonly #store: KeyStore;
  readonly #vault: Vault;

  private constructor(store: KeyStore, vault: Vault) {
    this.#store = store;
    this.#vault = vault;
  }

  static open(folder: string, vault: Vault): Result<StoredKeys, NoList> {
    const path = join(folder, DATABASE_NAME);
    if (!existsSync(path)) return err('none');
    try {
      return ok(new StoredKeys(new KeyStore(copyInMemory(path, 'in_use')), vault));
    } catch {
      return err('unreadable');
    }
  }

  list(): readonly KeySummary[] {
    return this.#store.list();
  }

  /** Keys with this label, or with these last four characters. */
  named(name: string): readonly KeySummary[] {
    const all = this.list();
    const labelled = all.filter(({ label }) => label === name);
    return labelled.length > 0 ? labelled : all.filter(({ lastFour }) => lastFour === name);
  }

  /** The way to a key's secret. Another one in its place is not sent: nobody added it for this host. */
  secretOf(id: string): SecretOf {
    return async () => {
      const key = this.#store.heldAs(id);
      if (key === null) return fail('not_found');
      return this.#vault.inTurn(async (vault) => {
        const secret = await vault.get(key.account);
        if (!secret.ok) return vaultFailure(secret.error);
        const own = await isOwnSecret(vault, this.#store, key, secret.value);
        if (!own.ok) return vaultFailure(own.error);
        return own.value ? secret : fail('vault_changed');
      });
    };
  }
}
