/** Checks many keys, a few at a time, and says how far it is. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { KeyActivity } from '../../shared/keys/activity';
import { fail, isVaultWide } from '../base/failure';

const AT_ONCE = 4;

interface Run {
  readonly total: number;
  readonly waiting: string[];
  done: number;
}

export class BulkChecks {
  readonly #check: (id: string) => Promise<Result<unknown, IpcError>>;
  readonly #changed: () => void;
  #run: Run | null = null;

  constructor(check: (id: string) => Promise<Result<unknown, IpcError>>, changed: () => void) {
    this.#check = check;
    this.#changed = changed;
  }

  state(): KeyActivity['checks'] {
    return this.#run === null ? null : { total: this.#run.total, done: this.#run.done };
  }

  start(ids: readonly string[]): Result<null, IpcError> {
    if (this.#run !== null) return fail('busy');
    const waiting = [...new Set(ids)];
    const run: Run = { total: waiting.length, waiting, done: 0 };
    this.#run = run;
    this.#changed();
    void Promise.all(Array.from({ length: AT_ONCE }, () => this.#work(run))).finally(() => {
      this.#run = null;
      this.#changed();
    });
    return ok(null);
  }

  /** Those under way come to their end; no further one begins. */
  stop(): void {
    this.#run?.waiting.splice(0);
  }

  async #work(run: Run): Promise<void> {
    for (let id = run.waiting.shift(); id !== undefined; id = run.waiting.shift()) {
      const checked = await this.#check(id).catch(() => fail('internal'));
      // A locked keychain answers the same for every key, and asks the person each time; a bug or a full disk as well.
      if (!checked.ok && isHopeless(checked.error)) run.waiting.splice(0);
      run.done += 1;
      this.#changed();
    }
  }
}

function isHopeless(error: IpcError): boolean {
  return error.code === 'internal' || isVaultWide(error);
}
