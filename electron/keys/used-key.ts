/** A key for the requests of one check. Its secret is fetched for each of them, and kept by nobody. */
import type { IpcError } from '../../shared/base/error-codes';
import type { Reading } from '../../shared/errors/reading';
import type { KeySummary, SentFor } from '../../shared/keys/key';
import { sentForBy } from '../../shared/observations/sender';
import type { KeyToAsk } from '../probes/checker';
import { type Target, targetSentFor } from '../probes/prober';
import type { KeyService } from './key-service';

type Keys = Pick<KeyService, 'find' | 'list' | 'target'>;

export class UsedKey implements KeyToAsk {
  readonly #keys: Keys;
  readonly #key: KeySummary;
  readonly #about: Reading | null;
  #failure: IpcError | null = null;

  /** `about`: the error that the check is about, which may name an organization and a project to send for. */
  constructor(keys: Keys, key: KeySummary, about: Reading | null = null) {
    this.#keys = keys;
    this.#key = key;
    this.#about = about;
  }

  get id(): string {
    return this.#key.id;
  }

  /** It never changes. */
  get baseUrl(): string {
    return this.#key.baseUrl;
  }

  get lastFour(): string {
    return this.#now.lastFour;
  }

  get home(): SentFor {
    return sentForBy(this.#now, this.#about);
  }

  /** Why the secret could not be had when it was last asked for; null where it could. */
  get failure(): IpcError | null {
    return this.#failure;
  }

  async target(): Promise<Target | null> {
    const target = await this.#keys.target(this.id);
    this.#failure = target.ok ? null : target.error;
    return target.ok ? targetSentFor(target.value, this.home) : null;
  }

  /** Where a key belongs is known once the API has named it. One that is not known yet shares with nobody. */
  sharing(of: 'organization' | 'project'): readonly string[] {
    const home = this.#now[of];
    const others = home === null ? [] : this.#keys.list().filter((key) => key[of] === home);
    return [...new Set([this.id, ...others.map(({ id }) => id)])];
  }

  /** The key may be edited while a check waits. */
  get #now(): KeySummary {
    return this.#keys.find(this.id) ?? this.#key;
  }
}
