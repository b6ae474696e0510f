/**
 * Keys that were deleted a moment ago. They are hidden at once and can be brought back for ten seconds; only then do
 * their secrets leave the vault. A crash in between is no undoing: the next use of the vault finishes it.
 */
import type { KeyActivity } from '../../shared/keys/activity';
import type { Environment } from '../environment';
import type { Custody } from './custody';

export const UNDO_MS = 10_000;

interface Pending {
  readonly ids: readonly string[];
  readonly until: string;
  readonly callOff: () => void;
}

export class Deletions {
  readonly #custody: Custody;
  readonly #environment: Environment;
  readonly #changed: () => void;
  #pending: Pending | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(custody: Custody, environment: Environment, changed: () => void) {
    this.#custody = custody;
    this.#environment = environment;
    this.#changed = changed;
  }

  pending(): KeyActivity['deleted'] {
    return this.#pending === null ? null : { count: this.#pending.ids.length, until: this.#pending.until };
  }

  /** Joins those that can still be brought back, whose time starts anew. */
  begin(ids: readonly string[]): boolean {
    if (ids.length === 0) return false;
    const now = this.#environment.now();
    this.#custody.store.setDeleted(ids, now.toISOString());
    this.#pending?.callOff();
    this.#pending = {
      ids: [...(this.#pending?.ids ?? []), ...ids],
      until: new Date(now.getTime() + UNDO_MS).toISOString(),
      callOff: this.#environment.timers.after(UNDO_MS, () => void this.finish()),
    };
    this.#changed();
    return true;
  }

  undo(): boolean {
    const pending = this.#take();
    if (pending === null) return false;
    this.#custody.store.setDeleted(pending.ids, null);
    this.#changed();
    return true;
  }

  /** Takes the secrets out of the vault now. Keys that the vault holds on to come back into the list. */
  finish(): Promise<void> {
    const pending = this.#take();
    // Those that are just being taken out count as well: whoever closes the vault waits for them.
    if (pending !== null) this.#last = this.#last.then(() => this.#erase(pending));
    return this.#last;
  }

  async #erase(pending: Pending): Promise<void> {
    try {
      const erased = await this.#custody.erase(pending.ids);
      if (!erased.ok) this.#custody.store.setDeleted(pending.ids, null);
    } catch {
      // A full disk, for instance. It must block neither a later deletion nor the closing of the vault.
      this.#bringBack(pending.ids);
    }
    this.#changed();
  }

  /** Where even that cannot be written they stay hidden, and the next start finishes the deletion. */
  #bringBack(ids: readonly string[]): void {
    try {
      this.#custody.store.setDeleted(ids, null);
    } catch {}
  }

  #take(): Pending | null {
    const pending = this.#pending;
    this.#pending = null;
    pending?.callOff();
    return pending;
  }
}
