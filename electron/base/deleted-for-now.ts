/**
 * Things that were deleted a moment ago. They are out of the database at once, so that no crash brings them back, and in memory
 * for ten seconds more, for whoever thinks better of it.
 */
import type { Deleted } from '../../shared/base/deleted';
import type { Environment } from './environment';

/** So long anything that was deleted can be brought back. In milliseconds. */
export const UNDO_MS = 10_000;

interface DeletedForNowDeps<Removed> {
  readonly environment: Pick<Environment, 'now' | 'timers'>;
  /** Takes them out of the database and gives back what `restore` needs; empty where none of them was there. */
  readonly remove: (ids: readonly string[]) => readonly Removed[];
  /** Throws what the disk throws, and has then restored nothing. */
  readonly restore: (removed: readonly Removed[]) => void;
  /** Told of what was deleted, of what is back, and of what cannot be brought back any more. */
  readonly changed: (ids: readonly string[], removed: readonly Removed[]) => void;
}

interface Held<Removed> {
  readonly removed: readonly Removed[];
  readonly ids: readonly string[];
  readonly until: string;
  readonly callOff: () => void;
}

export class DeletedForNow<Removed> {
  readonly #deps: DeletedForNowDeps<Removed>;
  #held: Held<Removed> | null = null;

  constructor(deps: DeletedForNowDeps<Removed>) {
    this.#deps = deps;
  }

  pending(): Deleted | null {
    return this.#held === null ? null : { count: this.#held.removed.length, until: this.#held.until };
  }

  /** Joins those that can still be brought back, whose time starts anew. Says how many went. */
  delete(ids: readonly string[]): number {
    const removed = this.#deps.remove(ids);
    if (removed.length === 0) return 0;
    const { environment } = this.#deps;
    this.#held?.callOff();
    this.#held = {
      removed: [...(this.#held?.removed ?? []), ...removed],
      ids: [...(this.#held?.ids ?? []), ...ids],
      until: new Date(environment.now().getTime() + UNDO_MS).toISOString(),
      callOff: environment.timers.after(UNDO_MS, () => this.forget()),
    };
    this.#tell(this.#held);
    return removed.length;
  }

  /** Throws what the disk throws, and can then be tried again. */
  undo(): boolean {
    const held = this.#held;
    if (held === null) return false;
    this.#deps.restore(held.removed);
    this.forget();
    return true;
  }

  forget(): void {
    const held = this.#held;
    this.#held = null;
    held?.callOff();
    if (held !== null) this.#tell(held);
  }

  #tell({ ids, removed }: Held<Removed>): void {
    this.#deps.changed(ids, removed);
  }
}
