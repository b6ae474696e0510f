/** Tests a key by itself: lists its models, which tells whether the key is accepted at all. */
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { KeySummary } from '../../shared/keys/key';
import { fail } from '../base/failure';
import type { Checker } from '../probes/checker';
import type { KeyService } from './key-service';

export class KeyCheck {
  readonly #keys: Pick<KeyService, 'find' | 'target'>;
  readonly #checker: Pick<Checker, 'run'>;
  readonly #closing = new AbortController();

  constructor(keys: Pick<KeyService, 'find' | 'target'>, checker: Pick<Checker, 'run'>) {
    this.#keys = keys;
    this.#checker = checker;
  }

  async run(keyId: string): Promise<Result<KeySummary, IpcError>> {
    const target = await this.#keys.target(keyId);
    if (!target.ok) return target;
    const { signal } = this.#closing;
    let paused = false;
    await this.#checker.run({
      target: target.value,
      keyId,
      model: null,
      probe: 'list',
      evidence: [],
      signal,
      found: ({ answer }) => {
        paused = answer.kind === 'not_sent';
      },
    });
    if (paused) return fail('host_paused');
    const key = this.#keys.find(keyId);
    return key === null ? fail('not_found') : ok(key);
  }

  /** Calls off what is under way and sends nothing more. */
  close(): void {
    this.#closing.abort();
  }
}
