/** Tests a key by itself: lists its models, which tells whether the key is accepted at all. */
import type { IpcError } from '../../shared/base/error-codes';
import { err, ok, type Result } from '../../shared/base/result';
import type { KeySummary } from '../../shared/keys/key';
import { fail } from '../base/failure';
import type { Checker } from '../probes/checker';
import type { KeyService } from './key-service';
import { UsedKey } from './used-key';

export class KeyCheck {
  readonly #keys: Pick<KeyService, 'find' | 'list' | 'target'>;
  readonly #checker: Pick<Checker, 'run'>;
  readonly #closing = new AbortController();

  constructor(keys: Pick<KeyService, 'find' | 'list' | 'target'>, checker: Pick<Checker, 'run'>) {
    this.#keys = keys;
    this.#checker = checker;
  }

  async run(keyId: string): Promise<Result<KeySummary, IpcError>> {
    const asked = this.#keys.find(keyId);
    if (asked === null) return fail('not_found');
    const used = new UsedKey(this.#keys, asked);
    const { signal } = this.#closing;
    let paused = false;
    await this.#checker.run({
      key: used,
      model: null,
      probe: 'list',
      evidence: [],
      signal,
      found: ({ answer }) => {
        paused = answer.kind === 'not_sent';
      },
    });
    if (used.failure !== null) return err(used.failure);
    if (paused) return fail('host_paused');
    const key = this.#keys.find(keyId);
    return key === null ? fail('not_found') : ok(key);
  }

  /** Calls off what is under way and sends nothing more. */
  close(): void {
    this.#closing.abort();
  }
}
