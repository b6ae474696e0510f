import { MemoryVault } from '../../electron/vault/memory-vault';
import type { VaultError } from '../../electron/vault/vault';
import { err } from '../../shared/base/result';
import type { VaultState } from '../../shared/keys/key';

/** A keychain that can be told to refuse. */
export class MoodyVault extends MemoryVault {
  refuse: VaultError['kind'] | null = null;
  state: VaultState = 'ready';

  override async retry() {
    return { store: 'keychain', state: this.state, backend: 'secret_service' } as const;
  }
  override async put(id: string, value: string) {
    return this.refuse === null ? super.put(id, value) : err({ kind: this.refuse });
  }
  override async remove(id: string) {
    return this.refuse === null ? super.remove(id) : err({ kind: this.refuse });
  }
}
