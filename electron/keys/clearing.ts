/** Takes secrets out of the vault, each only while the ledger says so of just this account, and knows which are to go now. */
import { err, ok, type Result } from '../../shared/base/result';
import type { DeletionLedger } from '../store/deletion-ledger';
import type { OpenVault, VaultError } from '../vault/vault';
import type { Register } from './register';

type Done = Promise<Result<void, VaultError>>;

export class Clearing {
  readonly #ledger: DeletionLedger;
  readonly #register: Register;
  readonly #now: () => Date;
  /** Accounts that are to be cleared now. A deletion that can still be undone is decided on, and not here. */
  readonly #due: Set<string>;

  /** What an earlier start decided on is due from the beginning. */
  constructor(ledger: DeletionLedger, register: Register, now: () => Date) {
    this.#ledger = ledger;
    this.#register = register;
    this.#now = now;
    this.#due = new Set(ledger.decided());
  }

  decide(account: string): void {
    this.#ledger.decide(account, this.#now().toISOString());
    this.#due.add(account);
  }

  /** Decided on elsewhere already. */
  markDue(account: string): void {
    this.#due.add(account);
  }

  /** Its record in the ledger is gone: it is cleared, or stays. */
  markOver(account: string): void {
    this.#due.delete(account);
  }

  /** `cleared`: told of each account whose secret is gone, before its record goes as well. */
  async clearDue(vault: OpenVault, cleared: (account: string) => void): Done {
    if (this.#due.size === 0) return ok(undefined);
    // Only what the ledger still says: a record that was dropped or damaged since decides nothing.
    const decided = this.#ledger.decided();
    for (const account of [...this.#due]) {
      if (decided.has(account)) {
        const removed = await this.remove(vault, account);
        if (!removed.ok) return removed;
        cleared(account);
        this.#ledger.drop(account);
      }
      this.#due.delete(account);
    }
    return ok(undefined);
  }

  /** Where the vault holds on to it, it stays due. */
  async clear(vault: OpenVault, account: string): Promise<void> {
    const removed = await this.remove(vault, account);
    if (!removed.ok) return;
    this.#ledger.drop(account);
    this.#due.delete(account);
  }

  /** With its entry in the register. */
  async remove(vault: OpenVault, account: string): Done {
    const removed = await this.removeSecret(vault, account);
    if (removed.ok) await this.#register.strike(vault, [account]);
    return removed;
  }

  /** One that is gone already is as good as removed. */
  async removeSecret(vault: OpenVault, account: string): Done {
    const removed = await vault.remove(account);
    return removed.ok || removed.error.kind === 'missing' ? ok(undefined) : err(removed.error);
  }
}
