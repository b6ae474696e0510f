/** Which custody is in use: the one that outlives the session, or one in memory while nothing may be kept. */

import { ok, type Result } from '../../shared/base/result';
import type { RecoveryReport } from '../../shared/keys/activity';
import type { VaultStatus } from '../../shared/keys/key';
import type { KeyTable } from '../store/key-table';
import type { OpenVault, VaultError } from '../vault/vault';
import { Custody, type CustodyDeps, type CustodyListeners } from './custody';
import { factsOf } from './secret-facts';

interface SafeDeps {
  readonly home: CustodyDeps;
  /** Makes the custody that forgets everything at quitting; null where there is nothing to fall back to, as in practice. */
  readonly session: (() => CustodyDeps) | null;
  readonly recovered?: (recovery: RecoveryReport) => void;
}

export class Safe {
  readonly home: Custody;
  readonly #newSession: (() => CustodyDeps) | null;
  readonly #listeners: CustodyListeners;
  readonly #replacedListeners = new Set<(id: string) => void>();
  #current: Custody;

  constructor({ home, session, recovered }: SafeDeps) {
    this.#listeners = {
      replaced: (id) => {
        for (const listener of this.#replacedListeners) listener(id);
      },
      recovered: recovered ?? (() => undefined),
    };
    this.home = new Custody(home, this.#listeners);
    this.#newSession = session;
    this.#current = this.home;
  }

  /** Calls back in the same breath in which a key has another secret, or is sent otherwise: what is known of the old one is void. */
  onReplaced(listener: (id: string) => void): () => void {
    this.#replacedListeners.add(listener);
    return () => this.#replacedListeners.delete(listener);
  }

  /** The key's requests are sent for another organization or project from now on. */
  announceReplaced(id: string): void {
    this.#listeners.replaced(id);
  }

  get custody(): Custody {
    return this.#current;
  }

  /** True while nothing may be kept beyond this session. */
  get sessionOnly(): boolean {
    return this.#current !== this.home;
  }

  status(): Promise<VaultStatus> {
    return this.#current.vault.status();
  }

  /** Rows of either list that cannot be read. */
  unreadable(): number {
    return this.#current.tables.reduce((count, table) => count + table.unreadable(), 0);
  }

  /** True where the lists show by themselves that something may be missing from them. */
  get mayHaveLost(): boolean {
    return this.home.held().length === 0 || this.unreadable() > 0;
  }

  /**
   * Asks the keychain for what the lists may have lost, if it is open and was used before. False if it gave no answer.
   * On a first start it finds nothing of this app there, and writes nothing.
   */
  async lookForLost(): Promise<boolean> {
    if (!(await this.home.vault.peek())) return false;
    return (await this.home.vault.inTurn((vault) => this.home.settle(vault))).ok;
  }

  /** From now on keys are kept in memory until the app quits; those in the keychain stay there, out of reach. */
  useSessionOnly(): void {
    if (this.#newSession !== null && !this.sessionOnly)
      this.#current = new Custody(this.#newSession(), this.#listeners);
  }

  /**
   * Asks the keychain again. Once it answers, keys of both kinds that were kept for the session move into it.
   * `settled`: ends the deletions of the session, which cannot be undone any more once its keys have moved.
   */
  async retry(settled: () => Promise<void>): Promise<VaultStatus> {
    const status = await this.home.vault.retry();
    if (status.state !== 'ready') return this.status();
    if (this.sessionOnly) {
      await settled();
      await this.#moveHome(this.#current);
    } else {
      // What the lists may have lost comes back with it.
      await this.home.inTurn(async () => undefined);
    }
    return this.status();
  }

  /**
   * What cannot be moved keeps the session going, since its secret is nowhere else. Nothing leaves the session before
   * everything has arrived, so that the session still has every key if one could not be moved.
   */
  async #moveHome(session: Custody): Promise<void> {
    // From here on, so that a key added meanwhile goes where the others are going.
    this.#current = this.home;
    const { keys, admin } = this.home;
    const moves: readonly Move[] = [
      {
        from: session.keys,
        to: keys,
        copied: new Set(),
        carry: (id) => keys.carryOver(id, session.keys),
        carryBack: (id) => session.keys.carryOver(id, keys),
      },
      {
        from: session.admin,
        to: admin,
        copied: new Set(),
        carry: (id) => admin.carryOver(id, session.admin),
        carryBack: (id) => session.admin.carryOver(id, admin),
      },
    ];
    let moved = false;
    try {
      moved = await this.#copyAll(session, moves);
    } finally {
      if (!moved) this.#current = session;
    }
    if (moved) await session.vault.close();
    else for (const move of moves) await this.#takeBack(session, move);
  }

  /**
   * A copy left behind would outlive the deletion of the key in the session. What was deleted or replaced while it moved
   * stays so: there the session's copy goes.
   */
  #takeBack(session: Custody, { from, to, copied, carryBack }: Move): Promise<unknown> {
    // Behind whatever was asked of the copies until now.
    return this.home.inTurn(async (vault) => {
      const shown = new Set(to.shown());
      const changed = [...copied].filter((id) => !shown.has(id) || to.heldAs(id)?.account !== id);
      await session.inTurn((memory) => session.erase(memory, from, changed));
      const left = [...copied].filter((id) => !changed.includes(id));
      // Whatever was noted and learned of the copy while it was the one in the list.
      for (const id of left) carryBack(id);
      return this.home.erase(vault, to, left);
    });
  }

  async #copyAll(session: Custody, moves: readonly Move[]): Promise<boolean> {
    // Hidden ones are as good as deleted.
    for (const move of moves)
      for (const id of move.from.shown()) {
        const copied = await this.home.inTurn((vault) => this.#copy(session, vault, move, id));
        if (!copied.ok) return false;
      }
    return true;
  }

  async #copy(
    session: Custody,
    vault: OpenVault,
    { from, to, carry, copied }: Move,
    id: string,
  ): Promise<Result<void, VaultError>> {
    const key = from.heldAs(id);
    if (key === null) return ok(undefined);
    const secret = await session.vault.get(key.account);
    if (!secret.ok) return secret;
    const facts = await factsOf(vault, id, secret.value);
    if (!facts.ok) return facts;
    // The keychain has the same one already.
    if (to.findByFingerprint(facts.value.fingerprint) !== null) return ok(undefined);
    const kept = await this.home.keep(vault, to, { details: key.details, facts: facts.value }, secret.value);
    if (kept.ok) {
      carry(id);
      copied.add(id);
    }
    return kept;
  }

  async close(): Promise<void> {
    if (this.sessionOnly) await this.#current.vault.close();
    await this.home.vault.close();
  }
}

interface Move {
  readonly from: KeyTable;
  readonly to: KeyTable;
  /** Ids of those that have arrived, under an account of the same name. */
  readonly copied: Set<string>;
  /** Takes over what was learned of the key. */
  readonly carry: (id: string) => void;
  /** The same the other way, for a copy that goes again. */
  readonly carryBack: (id: string) => void;
}
