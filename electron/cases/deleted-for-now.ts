/**
 * Cases that were deleted a moment ago. They are out of the database at once, so that no crash brings them back, and in memory
 * for ten seconds more, for whoever thinks better of it.
 */
import type { DeletedCases } from '../../shared/case/views';
import type { Environment } from '../base/environment';
import type { RemovedCase } from '../store/case-store';
import type { CaseRecords } from './case-records';

export const UNDO_CASES_MS = 10_000;

interface DeletedForNowDeps {
  readonly environment: Pick<Environment, 'now' | 'timers'>;
  readonly records: Pick<CaseRecords, 'delete' | 'restore'>;
  /** Told for each case that is deleted or back. */
  readonly changed: (id: string) => void;
}

interface Held {
  readonly cases: readonly RemovedCase[];
  readonly ids: readonly string[];
  readonly until: string;
  readonly callOff: () => void;
}

export class DeletedForNow {
  readonly #deps: DeletedForNowDeps;
  #held: Held | null = null;

  constructor(deps: DeletedForNowDeps) {
    this.#deps = deps;
  }

  pending(): DeletedCases | null {
    return this.#held === null ? null : { count: this.#held.cases.length, until: this.#held.until };
  }

  /** Joins those that can still be brought back, whose time starts anew. False where there is none of them. */
  delete(ids: readonly string[]): boolean {
    const removed = this.#deps.records.delete(ids);
    if (removed.length === 0) return false;
    const { environment } = this.#deps;
    this.#held?.callOff();
    this.#held = {
      cases: [...(this.#held?.cases ?? []), ...removed],
      ids: [...(this.#held?.ids ?? []), ...ids],
      until: new Date(environment.now().getTime() + UNDO_CASES_MS).toISOString(),
      callOff: environment.timers.after(UNDO_CASES_MS, () => this.forget()),
    };
    this.#tell(this.#held);
    return true;
  }

  /** Throws what the disk throws, and can then be tried again. */
  undo(): boolean {
    const held = this.#held;
    if (held === null) return false;
    this.#deps.records.restore(held.cases);
    this.forget();
    return true;
  }

  forget(): void {
    const held = this.#held;
    this.#held = null;
    held?.callOff();
    if (held !== null) this.#tell(held);
  }

  #tell({ ids }: Held): void {
    for (const id of ids) this.#deps.changed(id);
  }
}
