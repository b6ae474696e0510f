/**
 * One vault and the lists of what is in it, kept in step: keys that use models, and admin keys. Each change is written so
 * that a crash at any point leaves a note of what was under way, which is finished the next time the vault is used.
 */

import { err, ok, type Result } from '../../shared/base/result';
import type { RecoveryReport } from '../../shared/keys/activity';
import type { AdminKeyStore } from '../store/admin-key-store';
import type { DeletionLedger } from '../store/deletion-ledger';
import type { KeyStore } from '../store/key-store';
import type { HeldKey, KeyTable, SecretFacts, StoredDetails } from '../store/key-table';
import { isStoreError } from '../store/sqlite-error';
import type { OpenVault, Vault, VaultError } from '../vault/vault';
import { Clearing } from './clearing';
import { recover } from './recovery';
import { Register, type RegisterEntry } from './register';

export interface CustodyDeps {
  readonly vault: Vault;
  /** Both in one database with the ledger. */
  readonly keys: KeyStore;
  readonly admin: AdminKeyStore;
  readonly ledger: DeletionLedger;
  /** Tells this profile's entries in the vault from those of other profiles of the app on the same computer. */
  readonly profile: string;
  readonly now: () => Date;
}

export interface CustodyListeners {
  /** Told in the same breath in which a key has another secret. */
  readonly replaced: (id: string) => void;
  /** Keys were put back into the lists, or mended, from what the vault knows of them. */
  readonly recovered: (recovery: RecoveryReport) => void;
}

type Done = Promise<Result<void, VaultError>>;

export class Custody {
  readonly vault: Vault;
  readonly keys: KeyStore;
  readonly admin: AdminKeyStore;
  readonly register: Register;
  readonly #ledger: DeletionLedger;
  readonly #now: () => Date;
  readonly #listeners: CustodyListeners;
  readonly #clearing: Clearing;
  /** Ids of rows that a crash left without a word about their secret. */
  #halfAdded: readonly string[];
  /** True once the lists were compared with what the vault knows. */
  #compared = false;
  #refreshing = false;

  constructor(deps: CustodyDeps, listeners: CustodyListeners) {
    this.vault = deps.vault;
    this.keys = deps.keys;
    this.admin = deps.admin;
    this.register = new Register(deps.profile);
    this.#ledger = deps.ledger;
    this.#now = deps.now;
    this.#listeners = listeners;
    this.#clearing = new Clearing(deps.ledger, this.register, deps.now);
    this.#halfAdded = this.held()
      .filter(({ adding }) => adding)
      .map(({ account }) => account);
  }

  get tables(): readonly KeyTable[] {
    return [this.keys, this.admin];
  }

  held(): readonly HeldKey[] {
    return this.tables.flatMap((table) => table.held());
  }

  /** Every account that a row or a decided deletion speaks for. */
  claimed(): ReadonlySet<string> {
    return new Set([...this.held().map(({ account }) => account), ...this.#ledger.decided()]);
  }

  /**
   * One turn at the vault, begun with whatever was left half done. A vault that is in trouble answers that first, and
   * every call of the job with the same trouble at once. A full disk keeps nobody from using a key.
   */
  inTurn<T>(job: (vault: OpenVault) => Promise<T>): Promise<T> {
    return this.vault.inTurn(async (vault) => {
      await this.settle(vault);
      return job(vault);
    });
  }

  /** Lets the next turn compare the lists with the vault once more, as it stands then. */
  compareAgain(): void {
    this.#compared = false;
  }

  async settle(vault: OpenVault): Done {
    try {
      const cleared = await this.#clearing.clearDue(vault, this.#forgetting());
      if (!cleared.ok) return cleared;
      const added = await this.#endAdding(vault);
      if (!added.ok || this.#compared) return added;
      return await this.#compare(vault);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      return ok(undefined);
    }
  }

  /** Takes the rows of accounts out of their list. The lists are read only if there is such an account. */
  #forgetting(): (account: string) => void {
    let rows: Rows | null = null;
    return (account) => {
      rows ??= this.#rows();
      const row = rows.get(account);
      row?.table.forget(row.id);
    };
  }

  #rows(): Rows {
    return new Map(
      this.tables.flatMap((table) =>
        table.held().map(({ account, id }) => [account, { table, id }] as const),
      ),
    );
  }

  /** What was being added when the app ended is in the vault, and then is added; or it never got there. */
  async #endAdding(vault: OpenVault): Done {
    if (this.#halfAdded.length === 0) return ok(undefined);
    const rows = this.#rows();
    for (const account of this.#halfAdded) {
      const found = await vault.get(account);
      if (!found.ok && found.error.kind !== 'missing') return found;
      const row = rows.get(account);
      if (found.ok) row?.table.confirm(row.id);
      else row?.table.forget(row.id);
      this.#halfAdded = this.#halfAdded.filter((each) => each !== account);
    }
    return ok(undefined);
  }

  async #compare(vault: OpenVault): Done {
    const recovery = await recover(this, vault, this.#now().toISOString(), this.#listeners.replaced);
    if (!recovery.ok) return recovery;
    this.#compared = true;
    const { restored, mended, damagedPages } = recovery.value;
    if (restored.length > 0 || mended.length > 0 || damagedPages > 0)
      this.#listeners.recovered(recovery.value);
    return ok(undefined);
  }

  /** Database, vault, database: the row says what is under way until the secret is safe. */
  async keep(vault: OpenVault, table: KeyTable, key: NewHeldKey, secret: string): Done {
    const { details, facts } = key;
    table.begin(details, facts);
    const put = await this.#put(vault, { account: facts.account, details }, secret);
    if (!put.ok) {
      table.forget(details.id);
      return put;
    }
    try {
      // An earlier attempt under the same account may have failed.
      this.#ledger.drop(facts.account);
      this.#clearing.markOver(facts.account);
      table.confirm(details.id);
    } catch (error) {
      // A full disk, for instance: the row still says that it is being added, which ends the next time.
      this.#halfAdded = [...this.#halfAdded, facts.account];
      throw error;
    }
    return put;
  }

  /** Puts a secret that stands in the vault already into a list. It is not written again: a write that fails is cleared. */
  async claim(vault: OpenVault, table: KeyTable, { details, facts }: NewHeldKey): Done {
    const entered = await this.register.enter(vault, [{ account: facts.account, details }]);
    if (entered.ok) table.begin(details, facts, 'stored');
    return entered;
  }

  /** The new secret is safe under an account of its own before the old one is let go. */
  async replace(vault: OpenVault, table: KeyTable, id: string, to: SecretFacts, secret: string): Done {
    const key = table.heldAs(id);
    if (key === null) return err({ kind: 'missing' });
    this.#clearing.decide(to.account);
    const { account, details } = key;
    const entry = { account: to.account, details };
    const entered = await this.register.enter(vault, [{ account, details, superseded: true }, entry]);
    const put = entered.ok ? await this.#put(vault, entry, secret) : entered;
    // If the key was deleted meanwhile it stays so: its deletion is decided for the old account, and another would undo it.
    if (!put.ok || this.#ledger.hasDecided(key.account)) {
      await this.#clearing.clear(vault, to.account);
      return put.ok ? err({ kind: 'missing' }) : put;
    }
    this.#ledger.together(() => {
      table.replaceSecret(id, to);
      this.#ledger.drop(to.account);
      this.#clearing.decide(key.account);
    });
    this.#clearing.markOver(to.account);
    this.#listeners.replaced(id);
    await this.#clearing.clear(vault, key.account);
    return put;
  }

  /** The secret that stands under the key's account already is another one from now on. */
  accept(table: KeyTable, id: string, facts: SecretFacts): void {
    table.replaceSecret(id, facts);
    this.#listeners.replaced(id);
  }

  /** Hides keys of a table. Their secrets stay until `erase`. All of them or none. */
  hide(table: KeyTable, ids: readonly string[]): void {
    const at = this.#now().toISOString();
    this.#ledger.together(() => {
      for (const { account } of keysOf(table, ids)) this.#ledger.decide(account, at);
    });
  }

  /** Brings hidden keys back. */
  show(table: KeyTable, ids: readonly string[]): void {
    this.#ledger.together(() => {
      for (const { account } of keysOf(table, ids)) this.#ledger.drop(account);
    });
  }

  /** One after the other; at the first that the vault holds on to, it and those after it are shown again. */
  async erase(vault: OpenVault, table: KeyTable, ids: readonly string[]): Done {
    const gone: string[] = [];
    let last: Result<void, VaultError> = ok(undefined);
    this.hide(table, ids);
    for (const { id, account } of keysOf(table, ids)) {
      last = await this.#clearing.removeSecret(vault, account);
      if (!last.ok) break;
      // If the disk refuses what follows, the decision stands and is carried out the next time.
      this.#clearing.markDue(account);
      table.forget(id);
      this.#ledger.drop(account);
      this.#clearing.markOver(account);
      gone.push(account);
    }
    if (!last.ok) this.show(table, ids);
    if (gone.length > 0) await this.register.strike(vault, gone);
    return last;
  }

  /** Enters many accounts at once, because each writing of the register costs as much as a secret. */
  announce(entries: readonly RegisterEntry[]): Done {
    return this.inTurn((vault) => this.register.enter(vault, entries));
  }

  /** Takes one entry out of the vault that no key of this profile claims. */
  async clearUnclaimed(vault: OpenVault, account: string): Done {
    const removed = await this.#clearing.remove(vault, account);
    return removed.ok ? this.register.strikeEarlier(vault, [account]) : removed;
  }

  /**
   * Brings the vault's copy of labels and colours up to date, where the keychain was open when it was last used. Nobody
   * waits for it: whatever is missed is made up for by the next comparison.
   */
  async refresh(): Promise<void> {
    if (this.#refreshing || !this.#compared) return;
    const { state } = await this.vault.status();
    if (state !== 'ready' || this.#refreshing) return;
    this.#refreshing = true;
    await this.inTurn((vault) => {
      this.#refreshing = false;
      return this.register.enter(vault, this.held());
    }).catch(() => {
      this.#refreshing = false;
    });
  }

  /** Entered in the register first: an account that it misses could not be found again without the lists. */
  async #put(vault: OpenVault, entry: RegisterEntry, secret: string): Done {
    const entered = await this.register.enter(vault, [entry]);
    if (!entered.ok) return entered;
    const put = await vault.put(entry.account, secret);
    // A call that timed out or broke off may have taken effect all the same; only one too large was never made.
    if (!put.ok && put.error.kind !== 'too_large') this.#clearing.decide(entry.account);
    return put;
  }
}

/** By account. */
type Rows = ReadonlyMap<string, { readonly table: KeyTable; readonly id: string }>;

/** A key as it is to be kept. */
interface NewHeldKey {
  readonly details: StoredDetails;
  readonly facts: SecretFacts;
}

function keysOf(table: KeyTable, ids: readonly string[]): readonly HeldKey[] {
  return ids.flatMap((id) => table.heldAs(id) ?? []);
}
