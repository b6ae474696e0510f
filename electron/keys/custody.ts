/**
 * One ring's database and vault, kept in step. Each change is written so that a crash at any point leaves a note of
 * what was under way, and is finished or taken back the next time the vault is used.
 */
import { err, ok, type Result } from '../../shared/result';
import type { KeyStore, NewKey, SecretFacts } from '../store/key-store';
import type { Vault, VaultError } from '../vault/vault';
import { VaultIndex } from '../vault/vault-index';

/** Secrets and what is known of them, always used together. */
export interface KeyRing {
  readonly vault: Vault;
  readonly store: KeyStore;
}

type Done = Promise<Result<void, VaultError>>;

/** Others who keep secrets in the same vault. */
export interface VaultNeighbour {
  readonly accounts: () => readonly string[];
  /** Brings in what was kept for the session alone: everything, or nothing and false. */
  readonly moveHome: () => Promise<boolean>;
}

/** What such a neighbour gets: how their accounts get into its index and out of it again. */
export interface VaultShare {
  readonly enter: (account: string) => Done;
  readonly strike: (account: string) => Done;
  /** For an account that may hold a secret or not; it is cleared the next time the vault is used. */
  readonly leave: (account: string) => void;
}

export class Custody {
  readonly vault: Vault;
  readonly store: KeyStore;
  readonly index: VaultIndex;
  /** What an earlier run left half done, as ids of keys. */
  #leftovers: readonly string[];
  readonly #replaced: (id: string) => void;
  #last: Promise<unknown> = Promise.resolve();
  #neighbours: readonly VaultNeighbour[] = [];

  /** `replaced`: told in the same breath in which a key has another secret. */
  constructor({ vault, store }: KeyRing, replaced: (id: string) => void) {
    this.#replaced = replaced;
    this.vault = vault;
    this.store = store;
    this.index = new VaultIndex(vault);
    this.#leftovers = store.unfinished().map(({ id }) => id);
  }

  /** Database, vault, database: the row says what is under way until the secret is safe. */
  keep(key: NewKey, secret: string): Done {
    return this.#next(() => this.#keep(key, secret));
  }

  async #keep(key: NewKey, secret: string): Done {
    this.store.begin(key);
    const put = await this.#put(key.account, secret);
    if (!put.ok) {
      this.store.forget(key.id);
      return put;
    }
    try {
      // An earlier attempt under the same account may have failed.
      this.store.dropStray(key.account);
      this.store.setState(key.id, 'stored');
    } catch (error) {
      // A full disk, for instance: the secret must not stay behind without the row that names it.
      this.#leftovers = [...this.#leftovers, key.id];
      await this.#reconcile();
      throw error;
    }
    return put;
  }

  /** The new secret is safe under an account of its own before the old one is let go. */
  replace(id: string, to: SecretFacts, secret: string): Done {
    return this.#next(() => this.#replace(id, to, secret));
  }

  async #replace(id: string, to: SecretFacts, secret: string): Done {
    this.store.noteStray(to.account);
    const put = await this.#put(to.account, secret);
    if (!put.ok) {
      await this.#clearStray(to.account);
      return put;
    }
    // Read only now: another replacement may have come before this one, and what it put there must go as well.
    const from = this.store.secretFacts(id)?.account;
    if (from === undefined) {
      await this.#clearStray(to.account);
      return err({ kind: 'missing' });
    }
    this.store.switchAccount(id, from, to);
    this.#replaced(id);
    await this.#clearStray(from);
    return put;
  }

  /** The secret that stands under the key's account already is another one from now on. */
  accept(id: string, facts: SecretFacts): void {
    this.store.replaceSecret(id, facts);
    this.#replaced(id);
  }

  /** One after the other; at the first that the vault holds on to, it and those after it stay. */
  erase(ids: readonly string[]): Done {
    return this.#next(() => this.#erase(ids));
  }

  async #erase(ids: readonly string[]): Done {
    const gone: string[] = [];
    let last: Result<void, VaultError> = ok(undefined);
    for (const id of ids) {
      const facts = this.store.secretFacts(id);
      if (facts === null) continue;
      this.store.setState(id, 'removing');
      last = await this.#eraseOne(id, facts.account);
      if (!last.ok) break;
      gone.push(facts.account);
    }
    if (gone.length > 0) await this.index.strike(gone);
    return last;
  }

  async #eraseOne(id: string, account: string): Done {
    const removed = await this.#removeEntry(account);
    try {
      if (removed.ok) this.store.forget(id);
      else this.store.setState(id, 'stored');
    } catch (error) {
      // The row still says that it is being removed, which is finished the next time the vault is used.
      this.#leftovers = [...this.#leftovers, id];
      throw error;
    }
    return removed;
  }

  /** Enters many accounts at once, because each writing of the index costs as much as a secret. */
  announce(accounts: readonly string[]): Done {
    return this.index.enter(accounts);
  }

  /** Lets others use the vault too, whose accounts are then nobody's leavings. */
  share(neighbour: VaultNeighbour): VaultShare {
    this.#neighbours = [...this.#neighbours, neighbour];
    return {
      enter: (account) => this.#enterFor(account),
      strike: (account) => this.index.strike([account]),
      leave: (account) => this.store.noteStray(account),
    };
  }

  /** An earlier attempt under the same account may have failed, and what is put there now is no stray. */
  async #enterFor(account: string): Done {
    const entered = await this.index.enter([account]);
    if (entered.ok) this.store.dropStray(account);
    return entered;
  }

  /** False where one of those who share the vault had to stay in the session. */
  async moveNeighboursHome(): Promise<boolean> {
    const moved = await Promise.all(this.#neighbours.map(({ moveHome }) => moveHome()));
    return !moved.includes(false);
  }

  /** Accounts of those who share the vault. */
  neighbourAccounts(): readonly string[] {
    return this.#neighbours.flatMap(({ accounts }) => accounts());
  }

  /** Finishes what was left half done. Only once the vault is needed anyway, so that starting the app asks for nothing. */
  reconcile(): Promise<void> {
    return this.#next(() => this.#reconcile());
  }

  async #reconcile(): Promise<void> {
    for (const id of this.#leftovers) {
      const facts = this.store.secretFacts(id);
      const removed = facts === null ? ok(undefined) : await this.#remove(facts.account);
      if (!removed.ok) return;
      this.store.forget(id);
      this.#leftovers = this.#leftovers.filter((leftover) => leftover !== id);
    }
    for (const account of this.store.strays()) {
      if (!(await this.#clearStray(account))) return;
    }
  }

  /** One after the other: what one is just writing looks to another like something left half done. */
  #next<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#last.then(step);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Entered in the index first: an account that it misses could never be found again. */
  async #put(account: string, secret: string): Done {
    const entered = await this.index.enter([account]);
    if (!entered.ok) return entered;
    const put = await this.vault.put(account, secret);
    // A call that timed out or broke off may have taken effect all the same; only one too large was never made.
    if (!put.ok && put.error.kind !== 'too_large') this.store.noteStray(account);
    return put;
  }

  async #remove(account: string): Done {
    const removed = await this.#removeEntry(account);
    if (removed.ok) await this.index.strike([account]);
    return removed;
  }

  /** An entry that is gone already is as good as removed. */
  async #removeEntry(account: string): Done {
    const removed = await this.vault.remove(account);
    return removed.ok || removed.error.kind === 'missing' ? ok(undefined) : err(removed.error);
  }

  async #clearStray(account: string): Promise<boolean> {
    const removed = await this.#remove(account);
    if (removed.ok) this.store.dropStray(account);
    return removed.ok;
  }
}
