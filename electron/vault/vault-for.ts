import { MemoryVault } from './memory-vault';
import type { Vault } from './vault';

/**
 * Nothing goes into the keychain that no database would know of after quitting: where none can be kept, new keys are
 * kept for this session alone.
 */
export function vaultFor(
  store: { readonly unavailable: boolean },
  platform: string,
  keychain: () => Vault,
): Vault {
  return store.unavailable ? new MemoryVault('session', platform) : keychain();
}
