/** Where secrets are kept, as the rest of the app sees it. Nothing outside this folder knows how it is done. */

import { err, ok, type Result } from '../../shared/base/result';
import type { VaultStatus } from '../../shared/keys/key';

/**
 * Why the vault did not do what was asked. It carries no text of the operating system: that is in the
 * person's language and could quote anything.
 *
 * - `locked`: the keyring is there but closed, or its prompt was dismissed. Nothing was changed.
 * - `absent`: no keyring service answers, or it has no keyring to write to.
 * - `denied`: the system refused this program.
 * - `timeout`: nobody answered in time, usually because a prompt is waiting for the person.
 * - `too_large`: longer than this system's keychain takes.
 * - `missing`: the keyring is open and holds no such entry.
 * - `failed`: it broke off, or the secret is not one that may be stored (see `checkSecret`).
 */
export type VaultError = {
  readonly kind: 'locked' | 'absent' | 'denied' | 'timeout' | 'too_large' | 'missing' | 'failed';
};

/**
 * An entry of our own that is always there once the keychain was used (see `KeychainVault`), and one that is written and read
 * back, before a first canary is made, to learn whether the keyring is open. Nobody's account is called so.
 */
export const CANARY = 'canary';
export const SCOUT = 'scout';

/** What can be asked of the vault itself. */
export interface OpenVault {
  /** Stores or replaces; reports success only after reading the very same secret back. */
  put(id: string, secret: string): Promise<Result<void, VaultError>>;
  get(id: string): Promise<Result<string, VaultError>>;
  remove(id: string): Promise<Result<void, VaultError>>;
  /** Keyed digest (64 hexadecimal digits) that is equal for equal secrets, on this machine alone. */
  fingerprint(secret: string): Promise<Result<string, VaultError>>;
  /** The same for many at once, in the same order, with the keychain asked once. */
  fingerprints(secrets: readonly string[]): Promise<Result<readonly string[], VaultError>>;
}

/** Each call by itself is one turn. */
export interface Vault extends OpenVault {
  /** What is known so far. Never touches the keychain, so it never makes a prompt appear. */
  status(): Promise<VaultStatus>;
  /** Asks the keychain afresh, after an error or at the person's wish. */
  retry(): Promise<VaultStatus>;
  /**
   * True if the keychain is open and was used before. Writes nothing, so that a first start leaves the keychain as it
   * was.
   */
  peek(): Promise<boolean>;
  /**
   * Runs a job of several steps that nothing else gets in between. Turns follow each other in the order in which they
   * were asked for. Once the keychain as a whole is in trouble (`locked`, `absent`, `denied`, `timeout`), each further
   * call of this turn, and each turn that was asked for before the trouble, is answered with that trouble at once.
   * The job uses only the vault that it is given: a call to the vault itself would wait for its own turn for ever.
   */
  inTurn<T>(job: (vault: OpenVault) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type KeychainBackend = VaultStatus['backend'];

export function keychainBackend(platform: string): KeychainBackend {
  if (platform === 'darwin') return 'macos_keychain';
  return platform === 'win32' ? 'windows_credential_manager' : 'secret_service';
}

/** In bytes of UTF-8. Windows: CRED_MAX_CREDENTIAL_BLOB_SIZE. The others: our own bound, far above any key. */
function largestSecret(backend: KeychainBackend): number {
  return backend === 'windows_credential_manager' ? 2_560 : 65_536;
}

/**
 * The last fence before the keychain; whoever takes a key from a person has given the reason before.
 * A line break would later make an HTTP header throw an error that quotes the whole key; at a NUL the
 * keychain's C strings end; half a surrogate pair cannot be written as UTF-8.
 */
export function checkSecret(secret: string, backend: KeychainBackend): Result<void, VaultError> {
  if (secret === '' || /[\r\n\0]/.test(secret) || !secret.isWellFormed()) return err({ kind: 'failed' });
  if (Buffer.byteLength(secret, 'utf8') > largestSecret(backend)) return err({ kind: 'too_large' });
  return ok(undefined);
}
