/** Keys as the window sees them: what is known of each in the database, its secret in the vault, and both in step. */

import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { Described, NewKey } from '../../shared/ipc/calls/keys';
import type { KeyActivity, VaultReview } from '../../shared/keys/activity';
import type { KeySummary, VaultStatus } from '../../shared/keys/key';
import { lastFourOf } from '../../shared/keys/key-text';
import { freeLabel, madeUpLabel } from '../../shared/keys/label';
import { hostKindOf, hostOf, mayCost } from '../../shared/observations/host';
import type { Observation, Probe } from '../../shared/observations/observation';
import { isSameSender, sentForBy } from '../../shared/observations/sender';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import { type Target, targetSentFor } from '../probes/prober';
import type { StoredDetails } from '../store/key-table';
import type { RecoveryStore } from '../store/recovery-store';
import type { OpenVault } from '../vault/vault';
import { vaultFailure } from '../vault/vault-failure';
import { baseUrlFrom, keepNew, type LetGo, refuseTwin } from './adding';
import type { Custody } from './custody';
import { Deletions } from './deletions';
import { learn } from './learn';
import { readSecret } from './read-secret';
import type { Safe } from './safe';
import { factsOf, isOwnSecret, shownTwin } from './secret-facts';
import { adoptUnclaimed, clearUnclaimed } from './unclaimed';
import { reviewVault } from './vault-review';

interface DatedKey extends NewKey {
  /** ISO; now where none is given. */
  readonly addedAt?: string;
}

interface AnnouncedKey {
  readonly id: string;
  readonly label: string;
  readonly baseUrl: string;
  /** ISO. */
  readonly addedAt: string;
}

interface KeyServiceDeps {
  readonly safe: Safe;
  readonly recoveries: RecoveryStore;
  readonly environment: Environment;
  /** Says that the list of keys looks different now. */
  readonly changed: () => void;
}

export class KeyService {
  readonly #safe: Safe;
  readonly #recoveries: RecoveryStore;
  readonly #environment: Environment;
  readonly #changed: () => void;
  readonly #deletions: Deletions;
  readonly #letGo: LetGo = (vault) => this.#deletions.finishIn(vault);

  constructor({ safe, recoveries, environment, changed }: KeyServiceDeps) {
    this.#safe = safe;
    this.#recoveries = recoveries;
    this.#environment = environment;
    this.#changed = changed;
    this.#deletions = new Deletions(environment, changed);
  }

  get #custody(): Custody {
    return this.#safe.custody;
  }

  /** Calls back in the same breath in which a key has another secret, or is sent otherwise: what is known of the old one is void. */
  onReplaced(listener: (id: string) => void): () => void {
    return this.#safe.onReplaced(listener);
  }

  list(): readonly KeySummary[] {
    return this.#custody.keys.list();
  }

  find(id: string): KeySummary | null {
    return this.#custody.keys.find(id);
  }

  /**
   * At the start of the app: an empty list, or one with rows that cannot be read, is a reason to ask the keychain. An empty
   * one is so once, or at every start while `lossIsKnown`, since a new installation has an empty list as well.
   */
  async lookForLost(lossIsKnown: boolean): Promise<void> {
    if (!this.#safe.mayHaveLost) return;
    if (this.#recoveries.asked && !lossIsKnown && this.#safe.unreadable() === 0) return;
    const answered = await this.#safe.lookForLost();
    if (answered || !lossIsKnown) this.#recoveries.markAsked();
    this.#changed();
  }

  recovered(): KeyActivity['recovered'] {
    return this.#recoveries.read();
  }

  dismissRecovered(): void {
    this.#recoveries.dismiss();
    this.#changed();
  }

  /** Rows of either list that cannot be read, until the keychain has told what they said. */
  unreadable(): number {
    return this.#safe.unreadable();
  }

  vaultStatus(): Promise<VaultStatus> {
    return this.#safe.status();
  }

  /** Asks the keychain again. Once it answers, keys kept for the session move into it. */
  async retryVault(): Promise<VaultStatus> {
    const status = await this.#safe.retry(() => this.#deletions.finish());
    this.#changed();
    return status;
  }

  /** From now on keys are kept in memory until the app quits; those in the keychain stay there, out of reach. */
  async useSessionOnly(): Promise<VaultStatus> {
    if (!this.#safe.sessionOnly) this.#deletions.undo();
    this.#safe.useSessionOnly();
    this.#changed();
    return this.#safe.status();
  }

  add(request: DatedKey): Promise<Result<KeySummary, IpcError>> {
    return this.addAs(this.#environment.newId(), request);
  }

  /** Prepares the vault for keys that will be added just so, so that adding many costs less. */
  async announce(keys: readonly AnnouncedKey[]): Promise<Result<void, IpcError>> {
    const entries = keys.map(({ id, label, baseUrl, addedAt }) => {
      const details = { id, use: 'inference', label, baseUrl, colour: null, addedAt } as const;
      return { account: id, details };
    });
    const announced = await this.#custody.announce(entries);
    return announced.ok ? announced : vaultFailure(announced.error);
  }

  /** The same under an id that the caller knows, as for practice keys. */
  async addAs(id: string, request: DatedKey): Promise<Result<KeySummary, IpcError>> {
    const text = readSecret(request.secret);
    if (!text.ok) return text;
    const baseUrl = baseUrlFrom(request.baseUrl);
    if (!baseUrl.ok) return baseUrl;
    const { secret } = text.value;
    const details: StoredDetails = {
      id,
      use: 'inference',
      label: request.label.trim() || this.#freeLabel(lastFourOf(secret)),
      baseUrl: baseUrl.value,
      colour: null,
      addedAt: request.addedAt ?? this.#environment.now().toISOString(),
    };
    const custody = this.#custody;
    const kept = await custody.inTurn((vault) =>
      keepNew(custody, vault, custody.keys, { details, secret }, this.#letGo),
    );
    return kept.ok ? this.#told(id) : kept;
  }

  /** For each secret the label of the key that has it already, or null. */
  async labelsOf(secrets: readonly string[]): Promise<Result<readonly (string | null)[], IpcError>> {
    const { vault, keys } = this.#custody;
    const fingerprints = await vault.fingerprints(secrets);
    if (!fingerprints.ok) return vaultFailure(fingerprints.error);
    return ok(
      fingerprints.value.map((fingerprint) => {
        return shownTwin(keys, fingerprint)?.label ?? null;
      }),
    );
  }

  #freeLabel(lastFour: string): string {
    const taken = new Set(this.list().map((key) => key.label));
    return freeLabel(madeUpLabel('inference', lastFour), taken);
  }

  edit(id: string, wish: Described): Result<KeySummary, IpcError> {
    const label = wish.label.trim();
    const before = this.find(id);
    if (before === null || label === '') return fail('not_found');
    const { keys } = this.#custody;
    keys.describe(id, { ...wish, label });
    if (!isSameSender(sentForBy(before), sentForBy({ ...before, ...wish }))) {
      keys.unlearn(id);
      this.#safe.announceReplaced(id);
    }
    void this.#custody.refresh();
    return this.#told(id);
  }

  /** Another secret in place of the old one. Label, note, address and history stay. */
  async rotate(id: string, secret: string): Promise<Result<KeySummary, IpcError>> {
    if (this.find(id) === null) return fail('not_found');
    const text = readSecret(secret);
    if (!text.ok) return text;
    const custody = this.#custody;
    const replaced = await custody.inTurn(async (vault): Promise<Result<void, IpcError>> => {
      const facts = await factsOf(vault, this.#environment.newId(), text.value.secret);
      if (!facts.ok) return vaultFailure(facts.error);
      const free = await refuseTwin(vault, custody.keys, facts.value.fingerprint, this.#letGo, id);
      if (!free.ok) return free;
      const done = await custody.replace(vault, custody.keys, id, facts.value, text.value.secret);
      return done.ok ? done : vaultFailure(done.error);
    });
    return replaced.ok ? this.#told(id) : replaced;
  }

  /** Hides keys at once; their secrets leave the vault when they can no longer be brought back. */
  remove(ids: readonly string[]): Result<null, IpcError> {
    const shown = ids.filter((id) => this.find(id) !== null);
    return this.#deletions.begin(this.#custody, shown) ? ok(null) : fail('not_found');
  }

  undoRemove(): Result<null, IpcError> {
    return this.#deletions.undo() ? ok(null) : fail('not_found');
  }

  /** What can still be brought back. */
  deleted(): KeyActivity['deleted'] {
    return this.#deletions.pending();
  }

  /**
   * Whether a test with this key may cost something. Whoever sends tests asks here, each time anew, since the answers to the
   * key itself tell whose host it is sent to.
   */
  mayCost(id: string, probe: Probe): boolean {
    const key = this.find(id);
    if (key === null) return true;
    return mayCost(probe, hostKindOf(hostOf(key.baseUrl), [], key.hostSeen));
  }

  /** The secret, the one host it may be sent to and the headers that go with it, for the length of one request. */
  async target(id: string): Promise<Result<Target, IpcError>> {
    const custody = this.#custody;
    if (this.find(id) === null) return fail('not_found');
    return custody.inTurn((vault) => this.#target(custody, vault, id));
  }

  async #target(custody: Custody, vault: OpenVault, id: string): Promise<Result<Target, IpcError>> {
    const { keys } = custody;
    const asked = keys.heldAs(id);
    if (asked === null) return fail('not_found');
    const secret = await vault.get(asked.account);
    const key = keys.find(id);
    if (key === null) return fail('not_found');
    if (!secret.ok) {
      if (secret.error.kind === 'missing') this.#drifted(custody, id, 'missing');
      // Then the state of the keychain itself may be another one.
      else this.#changed();
      return vaultFailure(secret.error);
    }
    const own = await isOwnSecret(vault, keys, asked, secret.value);
    if (!own.ok) return vaultFailure(own.error);
    if (!own.value) {
      this.#drifted(custody, id, 'changed');
      return fail('vault_changed');
    }
    if (key.drift !== null) this.#drifted(custody, id, null);
    return ok(targetSentFor({ secret: secret.value, baseUrl: key.baseUrl }, sentForBy(key)));
  }

  #drifted(custody: Custody, id: string, drift: KeySummary['drift']): void {
    custody.keys.setDrift(id, drift);
    this.#changed();
  }

  async reviewVault(): Promise<Result<VaultReview, IpcError>> {
    const review = await reviewVault(this.#custody);
    this.#changed();
    return review.ok ? review : vaultFailure(review.error);
  }

  /** Puts an entry that no key claims into the list it belongs to. */
  async adoptUnclaimed(account: string): Promise<Result<null, IpcError>> {
    const adopted = await adoptUnclaimed(this.#custody, this.#environment, account, this.#letGo);
    this.#changed();
    return adopted;
  }

  /** Takes this one entry out of the keychain, for good. */
  async deleteUnclaimed(account: string): Promise<Result<null, IpcError>> {
    return clearUnclaimed(this.#custody, account);
  }

  /** Takes what somebody else put into the keychain for the key's secret from now on. */
  async acceptChanged(id: string): Promise<Result<KeySummary, IpcError>> {
    const custody = this.#custody;
    if (this.find(id) === null) return fail('not_found');
    const accepted = await custody.inTurn((vault) => this.#accept(custody, vault, id));
    return accepted.ok ? this.#told(id) : accepted;
  }

  async #accept(custody: Custody, vault: OpenVault, id: string): Promise<Result<void, IpcError>> {
    const account = custody.keys.heldAs(id)?.account;
    if (account === undefined) return fail('not_found');
    const found = await vault.get(account);
    if (!found.ok) return vaultFailure(found.error);
    const text = readSecret(found.value);
    if (!text.ok) return text;
    const facts = await factsOf(vault, account, text.value.secret);
    if (!facts.ok) return vaultFailure(facts.error);
    const free = await refuseTwin(vault, custody.keys, facts.value.fingerprint, this.#letGo, id);
    if (free.ok) custody.accept(custody.keys, id, facts.value);
    return free;
  }

  /** Takes from a probe's answer what it says of the key itself. The answer is to the secret that the key has now. */
  learnFrom(probe: Observation): void {
    // A run brings ten answers a second, of which hardly one tells anything new of its key.
    if (learn(this.#custody.keys, probe)) this.#changed();
  }

  #told(id: string): Result<KeySummary, IpcError> {
    this.#changed();
    const key = this.find(id);
    return key === null ? fail('not_found') : ok(key);
  }

  /** Deletions are finished before the vault is closed. */
  async close(): Promise<void> {
    try {
      await this.#deletions.finish();
    } finally {
      await this.#safe.close();
    }
  }
}
