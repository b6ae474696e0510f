/**
 * What the app acknowledged, held against what is there after a crash. An operation that was not acknowledged may have
 * happened or not; anything else than these two states counts as lost.
 */

/** The secret of a key by its label; null: no such key. */
type State = string | null;

export interface Operation {
  /** The app said that it is done. */
  readonly acknowledged: () => void;
  /** The app said that nothing was changed. */
  readonly refused: () => void;
}

export class Ledger {
  readonly #certain = new Map<string, State>();
  readonly #open = new Map<string, State[]>();
  #acknowledged = 0;

  /** How many operations the app acknowledged. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Labels of keys that are there by all that was acknowledged, and that no open operation touches. */
  get settledLabels(): readonly string[] {
    return [...this.#certain].flatMap(([label, secret]) =>
      secret !== null && !this.#open.has(label) ? [label] : [],
    );
  }

  /** To be called before the request is sent. `after`: the secret that the key has if the operation succeeds. */
  begin(label: string, after: State): Operation {
    this.#open.set(label, [...(this.#open.get(label) ?? []), after]);
    const close = () => {
      const left = (this.#open.get(label) ?? []).filter((state) => state !== after);
      if (left.length === 0) this.#open.delete(label);
      else this.#open.set(label, left);
    };
    return {
      acknowledged: () => {
        this.#acknowledged += 1;
        this.#certain.set(label, after);
        close();
      },
      refused: close,
    };
  }

  /**
   * Holds `found` (the secret by label, of every key that is listed and can be read) against the record; returns one
   * sentence for each thing lost, and goes on from what was found.
   */
  judge(found: ReadonlyMap<string, string>): readonly string[] {
    const labels = new Set([...this.#certain.keys(), ...this.#open.keys(), ...found.keys()]);
    const lost = [...labels].flatMap((label) => {
      const is = found.get(label) ?? null;
      const allowed = [this.#certain.get(label) ?? null, ...(this.#open.get(label) ?? [])];
      this.#certain.set(label, is);
      return allowed.includes(is) ? [] : [`${label}: ${describe(is, allowed)}`];
    });
    this.#open.clear();
    return lost;
  }
}

function describe(is: State, allowed: readonly State[]): string {
  if (is === null) return 'an acknowledged key is gone';
  return allowed.every((state) => state === null)
    ? 'a deleted key, or one that was never added, is there'
    : 'it has a secret that is neither the old one nor the new one';
}
