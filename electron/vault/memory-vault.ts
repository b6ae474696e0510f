import { err, ok, type Result } from '../../shared/base/result';
import type { VaultStatus, VaultStore } from '../../shared/keys/key';
import { fingerprintOf, newFingerprintKey } from './fingerprint';
import { checkSecret, keychainBackend, type OpenVault, type Vault, type VaultError } from './vault';

/** Forgets everything when the app quits: for "this session only", and for practice. */
export class MemoryVault implements Vault {
  readonly #secrets = new Map<string, string>();
  readonly #fingerprintKey = newFingerprintKey();
  readonly #status: VaultStatus;
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: Exclude<VaultStore, 'keychain'>, platform: string) {
    this.#status = { store, state: 'ready', backend: keychainBackend(platform) };
  }

  async status(): Promise<VaultStatus> {
    return this.#status;
  }

  async retry(): Promise<VaultStatus> {
    return this.#status;
  }

  async peek(): Promise<boolean> {
    return true;
  }

  inTurn<T>(job: (vault: OpenVault) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => job(this));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async put(id: string, secret: string): Promise<Result<void, VaultError>> {
    const fit = checkSecret(secret, this.#status.backend);
    if (fit.ok) this.#secrets.set(id, secret);
    return fit;
  }

  async get(id: string): Promise<Result<string, VaultError>> {
    const secret = this.#secrets.get(id);
    return secret === undefined ? err({ kind: 'missing' }) : ok(secret);
  }

  async remove(id: string): Promise<Result<void, VaultError>> {
    return this.#secrets.delete(id) ? ok(undefined) : err({ kind: 'missing' });
  }

  async fingerprint(secret: string): Promise<Result<string, VaultError>> {
    return ok(fingerprintOf(secret, this.#fingerprintKey));
  }

  async fingerprints(secrets: readonly string[]): Promise<Result<readonly string[], VaultError>> {
    return ok(secrets.map((secret) => fingerprintOf(secret, this.#fingerprintKey)));
  }

  async close(): Promise<void> {
    this.#secrets.clear();
  }
}
