/** What a run asks with one key: the cells that it still owes, and its tests that are in the queue. */

/** A test that was handed to the queue and is not over. */
export interface RunTest {
  readonly row: RunRow;
  /** null for the key's list; for a comparison the model that was let through. */
  readonly model: string | null;
  readonly isComparison: boolean;
  readonly abort: AbortController;
  /** True once its turn came for the first time. */
  hasBegun: boolean;
  /** False while it waits for the keychain, for its turn or for a host. */
  isInFlight: boolean;
}

export class RunRow {
  readonly keyId: string;
  readonly host: string;
  /** Cells whose answer is still owed, whether or not they are still to be sent. */
  readonly owed: Set<string | null>;
  readonly tests = new Set<RunTest>();
  /** The test that met a refusal of the key as such, until that is settled. Nothing else is sent with the key meanwhile. */
  doubter: RunTest | null = null;
  readonly #models: readonly (string | null)[];
  /** Place of the next model to be handed over. */
  #next = 0;
  #newest: RunTest | null = null;
  /** Endpoints at which a comparison was asked for. */
  readonly #compared = new Set<string>();

  constructor(keyId: string, host: string, models: readonly (string | null)[]) {
    this.keyId = keyId;
    this.host = host;
    this.owed = new Set(models);
    this.#models = models;
  }

  /** Cells whose answer is owed no longer. */
  get settled(): readonly (string | null)[] {
    return this.#models.filter((model) => !this.owed.has(model));
  }

  /** The test of the next cell, to be handed over; null where none is left, and while the last one waits for its first turn. */
  next(): RunTest | null {
    const model = this.#models[this.#next];
    if (model === undefined || this.#newest?.hasBegun === false) return null;
    this.#next += 1;
    this.#newest = this.#add(model, false);
    return this.#newest;
  }

  /** Once an endpoint, else null. */
  comparison(model: string | null, endpoint: string): RunTest | null {
    if (this.#compared.has(endpoint)) return null;
    this.#compared.add(endpoint);
    return this.#add(model, true);
  }

  end(test: RunTest): void {
    this.tests.delete(test);
    test.hasBegun = true;
  }

  /** Whether anything is still to be sent besides this one: while the key has cells left, one of them waits. */
  hasOthers(own: RunTest): boolean {
    return this.#othersWaiting(own).length > 0;
  }

  /** Sends nothing more with the key; gives the number of other cells left out. `forGood`: nor are their answers owed any more. */
  drop(own: RunTest, forGood: boolean): number {
    const waiting = this.#othersWaiting(own);
    const unsent = this.#models.length - this.#next;
    this.#next = this.#models.length;
    if (forGood) this.owed.clear();
    for (const { abort } of waiting) abort.abort();
    return unsent + waiting.filter(({ isComparison }) => !isComparison).length;
  }

  #othersWaiting(own: RunTest): readonly RunTest[] {
    return [...this.tests].filter((test) => test !== own && !test.isInFlight && !test.abort.signal.aborted);
  }

  #add(model: string | null, isComparison: boolean): RunTest {
    const abort = new AbortController();
    const test: RunTest = { row: this, model, isComparison, abort, hasBegun: false, isInFlight: false };
    this.tests.add(test);
    return test;
  }
}
