/** What a run still has to send with one key, and the answers that it is owed. */

/** One request of a run: for a cell, or a comparison that tells what the free tests of its key mean. */
export interface Job {
  /** null for the key's list; for a comparison the model that was let through. */
  readonly model: string | null;
  readonly isComparison: boolean;
  /** How often it was sent so far. */
  sent: number;
}

export class RunQueue {
  readonly keyId: string;
  readonly #models: readonly (string | null)[];
  /** Place of the next model to be asked for. */
  #next = 0;
  /** To be taken first: what was put back, and comparisons. */
  readonly #first: Job[] = [];
  readonly #owed: Set<string | null>;
  /** Endpoints at which a comparison was asked for. */
  readonly #compared = new Set<string>();
  /** Jobs that were taken and are not over. */
  underWay = 0;
  /** The key was refused as such, or it is being asked whether it is. */
  isRefused = false;

  constructor(keyId: string, models: readonly (string | null)[]) {
    this.keyId = keyId;
    this.#models = models;
    this.#owed = new Set(models);
  }

  /** Cells whose answer is still owed, whether or not they are still to be sent. */
  get owed(): ReadonlySet<string | null> {
    return this.#owed;
  }

  /** Jobs that can be taken. */
  get left(): number {
    return this.#first.length + this.#models.length - this.#next;
  }

  /** A comparison comes before everything else, since it says how to read what is there already. */
  get urgency(): number {
    return this.#first.some(({ isComparison }) => isComparison) ? Number.POSITIVE_INFINITY : this.left;
  }

  /** null where nothing is left. */
  take(): Job | null {
    const again = this.#first.pop();
    if (again !== undefined) return again;
    const model = this.#models[this.#next];
    if (model === undefined) return null;
    this.#next += 1;
    return { model, isComparison: false, sent: 0 };
  }

  putBack(job: Job): void {
    this.#first.push(job);
  }

  answered(model: string | null): void {
    this.#owed.delete(model);
  }

  /** Once an endpoint. */
  compare(model: string | null, endpoint: string): void {
    if (this.#compared.has(endpoint)) return;
    this.#compared.add(endpoint);
    this.#first.push({ model, isComparison: true, sent: 0 });
  }

  /** Sends nothing more with this key; gives the number of cells left out. `forGood`: nor are their answers owed any more. */
  drop(forGood: boolean): number {
    const cells =
      this.#first.filter(({ isComparison }) => !isComparison).length + this.#models.length - this.#next;
    this.#first.length = 0;
    this.#next = this.#models.length;
    if (forGood) this.#owed.clear();
    return cells;
  }
}
