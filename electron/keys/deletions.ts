/**
 * Keys that were deleted a moment ago. They are hidden at once and can be brought back for ten seconds; only then do
 * their secrets leave the vault. A crash in between is no undoing: the next use of the vault finishes it.
 */
import type { KeyActivity } from '../../shared/keys/activity';
import { UNDO_MS } from '../base/deleted-for-now';
import type { Environment } from '../base/environment';
import { isStoreError } from '../store/sqlite-error';
import type { OpenVault } from '../vault/vault';
import type { Custody } from './custody';

interface Pending {
  readonly custody: Custody;
  readonly ids: readonly string[];
  /** The person wants them back, and the disk did not take it yet. */
  readonly isUndone: boolean;
  readonly until: string;
  readonly callOff: () => void;
}

export class Deletions {
  readonly #environment: Environment;
  readonly #changed: () => void;
  #pending: Pending | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(environment: Environment, changed: () => void) {
    this.#environment = environment;
    this.#changed = changed;
  }

  pending(): KeyActivity['deleted'] {
    return this.#pending === null ? null : { count: this.#pending.ids.length, until: this.#pending.until };
  }

  /** Joins those that can still be brought back, whose time starts anew. */
  begin(custody: Custody, ids: readonly string[]): boolean {
    if (ids.length === 0) return false;
    custody.hide(custody.keys, ids);
    const earlier = this.#pending;
    if (earlier?.isUndone === true) bringBack(earlier.custody, earlier.ids);
    const joined = earlier === null || earlier.isUndone ? [] : earlier.ids;
    this.#wait({ custody, ids: [...joined, ...ids], isUndone: false });
    return true;
  }

  /** Throws what the disk throws, and then tries again by itself: a deletion that was undone is not carried out. */
  undo(): boolean {
    const pending = this.#pending;
    if (pending === null) return false;
    try {
      pending.custody.show(pending.custody.keys, pending.ids);
    } catch (error) {
      this.#wait({ ...pending, isUndone: true });
      throw error;
    }
    this.#take();
    this.#changed();
    return true;
  }

  #wait(pending: Pick<Pending, 'custody' | 'ids' | 'isUndone'>): void {
    this.#pending?.callOff();
    this.#pending = {
      ...pending,
      until: new Date(this.#environment.now().getTime() + UNDO_MS).toISOString(),
      callOff: this.#environment.timers.after(UNDO_MS, () => this.#timeIsOver()),
    };
    this.#changed();
  }

  #timeIsOver(): void {
    if (this.#pending?.isUndone !== true) return void this.finish();
    try {
      this.undo();
    } catch (error) {
      if (!isStoreError(error)) throw error;
    }
  }

  /** Takes the secrets out of the vault now. Keys that the vault holds on to come back into the list. */
  finish(): Promise<void> {
    const pending = this.#take();
    // Those that are just being taken out count as well: closing the vault waits for them.
    if (pending !== null)
      this.#last = this.#last.then(() => pending.custody.inTurn((vault) => this.#erase(pending, vault)));
    return this.#last;
  }

  /** The same within a turn at the vault. */
  async finishIn(vault: OpenVault): Promise<void> {
    const pending = this.#take();
    if (pending !== null) await this.#erase(pending, vault);
  }

  async #erase({ custody, ids, isUndone }: Pending, vault: OpenVault): Promise<void> {
    try {
      if (isUndone) custody.show(custody.keys, ids);
      else await custody.erase(vault, custody.keys, ids);
    } catch {
      // A full disk, for instance. It must block neither a later deletion nor the closing of the vault.
      bringBack(custody, ids);
    }
    this.#changed();
  }

  #take(): Pending | null {
    const pending = this.#pending;
    this.#pending = null;
    pending?.callOff();
    return pending;
  }
}

/** Where even that cannot be written they stay hidden, and the next start finishes the deletion. */
function bringBack(custody: Custody, ids: readonly string[]): void {
  try {
    custody.show(custody.keys, ids);
  } catch {}
}
