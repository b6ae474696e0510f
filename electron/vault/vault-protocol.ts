/** What the app and the process that holds the keychain library say to each other. */

export type VaultCall =
  | { readonly op: 'read'; readonly account: string }
  | { readonly op: 'write'; readonly account: string; readonly secret: string }
  | { readonly op: 'erase'; readonly account: string };

/** The number ties a reply to its request: a late reply to a call that was given up is recognized and dropped. */
export type VaultRequest = VaultCall & { readonly number: number };

export type VaultAnswer =
  /** null: the library found nothing, which on a locked keyring says nothing (see keychain-vault.ts). */
  | { readonly kind: 'read'; readonly secret: string | null }
  | { readonly kind: 'written' }
  | { readonly kind: 'erased'; readonly existed: boolean }
  | { readonly kind: 'refused'; readonly reason: KeychainRefusal }
  /** The library itself could not be loaded, for want of libsecret for instance. */
  | { readonly kind: 'unavailable' };

/** `no_keyring`: the service answers but has no keyring to write to. */
type KeychainRefusal = 'no_keyring' | 'other';

export type VaultReply = VaultAnswer & { readonly number: number };

/** One running process, however it was started. Listeners are set before anything is sent. */
export interface VaultProcess {
  send(request: VaultRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

export type StartVaultProcess = () => VaultProcess;

const ANSWERS: readonly unknown[] = ['read', 'written', 'erased', 'refused', 'unavailable'];

/** Only its shape as a reply: the other end is the app's own code, so this guards against mishaps, not malice. */
export function isVaultReply(message: unknown): message is VaultReply {
  if (typeof message !== 'object' || message === null) return false;
  return (
    'number' in message &&
    typeof message.number === 'number' &&
    'kind' in message &&
    ANSWERS.includes(message.kind)
  );
}
