/** Keys as the window sees them: what is known of each in the database, its secret in the vault, and both in step. */
import type { ProbeEvidence } from '../../shared/diagnosis/evidence';
import type { IpcError } from '../../shared/ipc/views';
import type { KeyActivity, VaultReview } from '../../shared/keys/activity';
import { readBaseUrl } from '../../shared/keys/base-url';
import { type KeySummary, OPENAI_BASE_URL, type VaultStatus } from '../../shared/keys/key';
import { kindOf, lastFourOf } from '../../shared/keys/key-text';
import { freeLabel } from '../../shared/keys/label';
import { ok, type Result } from '../../shared/result';
import type { Environment } from '../environment';
import { fail, vaultFailure } from '../failure';
import type { Target } from '../probes/prober';
import type { Described } from '../store/key-store';
import { Custody, type KeyRing, type VaultNeighbour, type VaultShare } from './custody';
import { Deletions } from './deletions';
import { learn } from './learn';
import { readSecret } from './read-secret';
import { deleteOrphans, reviewVault } from './vault-review';

export type { KeyRing } from './custody';

export interface NewKeyRequest {
  readonly secret: string;
  readonly label: string;
  readonly baseUrl: string | null;
  readonly note?: string;
  readonly colour?: KeySummary['colour'];
}

export interface KeyServiceParts {
  readonly ring: KeyRing;
  /** Makes the ring that forgets everything at quitting; null where there is nothing to fall back to, as in practice. */
  readonly sessionRing: (() => KeyRing) | null;
  readonly environment: Environment;
  /** True where keys may be in the vault that only a lost database knew of; entries that nobody knows are then kept. */
  readonly lostTrack?: boolean;
  /** Says that the list of keys looks different now. */
  readonly changed: () => void;
}

export class KeyService {
  readonly #home: Custody;
  #custody: Custody;
  readonly #sessionRing: (() => KeyRing) | null;
  readonly #environment: Environment;
  readonly #changed: () => void;
  readonly #replacedListeners = new Set<(id: string) => void>();
  readonly #lostTrack: boolean;
  #deletions: Deletions;

  constructor(parts: KeyServiceParts) {
    this.#home = this.#custodyOf(parts.ring);
    this.#custody = this.#home;
    this.#sessionRing = parts.sessionRing;
    this.#environment = parts.environment;
    this.#changed = parts.changed;
    this.#lostTrack = parts.lostTrack ?? false;
    this.#deletions = this.#deletionsOf(this.#home);
  }

  /** Calls back in the same breath in which a key has another secret: what is known of the old one is void. */
  onReplaced(listener: (id: string) => void): () => void {
    this.#replacedListeners.add(listener);
    return () => this.#replacedListeners.delete(listener);
  }

  list(): readonly KeySummary[] {
    return this.#custody.store.list();
  }

  find(id: string): KeySummary | null {
    return this.#custody.store.find(id);
  }

  /** True while nothing may be kept beyond this session. */
  get sessionOnly(): boolean {
    return this.#custody !== this.#home;
  }

  /** For others who keep secrets in the vault that outlives the session. */
  shareVault(neighbour: VaultNeighbour): VaultShare {
    return this.#home.share(neighbour);
  }

  vaultStatus(): Promise<VaultStatus> {
    return this.#custody.vault.status();
  }

  /** Asks the keychain again. Once it answers, keys kept for the session move into it. */
  async retryVault(): Promise<VaultStatus> {
    const status = await this.#home.vault.retry();
    if (status.state === 'ready' && this.#custody !== this.#home) await this.#moveHome();
    this.#changed();
    return this.#custody.vault.status();
  }

  /**
   * What cannot be moved keeps the session going, since its secret is nowhere else. Nothing leaves the session before
   * everything has arrived: whoever goes on with the session still sees every key.
   */
  async #moveHome(): Promise<void> {
    const session = this.#custody;
    await this.#deletions.finish();
    // From here on, so that a key added meanwhile goes where the others are going.
    this.#switchTo(this.#home);
    let moved = false;
    try {
      moved = (await this.#copyHome(session)) && (await this.#home.moveNeighboursHome());
    } finally {
      if (!moved) this.#switchTo(session);
    }
    if (moved) await session.vault.close();
    // A copy left behind would outlive the deletion of the key in the session.
    else await this.#home.erase(session.store.list().map(({ id }) => id));
  }

  async #copyHome(session: Custody): Promise<boolean> {
    for (const key of session.store.list()) {
      if (!(await this.#copy(key, session))) return false;
    }
    return true;
  }

  async #copy(key: KeySummary, from: Custody): Promise<boolean> {
    const secret = await from.vault.get(from.store.secretFacts(key.id)?.account ?? key.id);
    if (!secret.ok) return false;
    const copied = await this.addAs(key.id, { ...key, secret: secret.value });
    if (!copied.ok) return copied.error.code === 'key_duplicate';
    this.#home.store.learn(key.id, key);
    if (key.health !== null && key.checkedAt !== null)
      this.#home.store.recordHealth(key.id, key.health, key.checkedAt);
    return true;
  }

  /** From now on keys are kept in memory until the app quits; those in the keychain stay there, out of reach. */
  async useSessionOnly(): Promise<VaultStatus> {
    if (this.#sessionRing !== null && this.#custody === this.#home) {
      this.#deletions.undo();
      this.#switchTo(this.#custodyOf(this.#sessionRing()));
    }
    this.#changed();
    return this.#custody.vault.status();
  }

  #switchTo(custody: Custody): void {
    this.#custody = custody;
    this.#deletions = this.#deletionsOf(custody);
  }

  #custodyOf(ring: KeyRing): Custody {
    return new Custody(ring, (id) => {
      for (const listener of this.#replacedListeners) listener(id);
    });
  }

  #deletionsOf(custody: Custody): Deletions {
    return new Deletions(custody, this.#environment, () => this.#changed());
  }

  add(request: NewKeyRequest): Promise<Result<KeySummary, IpcError>> {
    return this.addAs(this.#environment.newId(), request);
  }

  /** Prepares the vault for keys that will be added under these ids, so that adding many costs less. */
  async announce(ids: readonly string[]): Promise<Result<void, IpcError>> {
    const announced = await this.#custody.announce(ids);
    return announced.ok ? announced : vaultFailure(announced.error);
  }

  /** The same under an id that the caller knows: for practice keys, and for keys that move. */
  async addAs(id: string, request: NewKeyRequest): Promise<Result<KeySummary, IpcError>> {
    const text = readSecret(request.secret);
    if (!text.ok) return text;
    const baseUrl = request.baseUrl === null ? ok(OPENAI_BASE_URL) : readBaseUrl(request.baseUrl);
    if (!baseUrl.ok) return fail(baseUrl.error);
    const fingerprint = await this.#newFingerprint(text.value.secret);
    if (!fingerprint.ok) return fingerprint;
    const { secret, kind } = text.value;
    const lastFour = lastFourOf(secret);
    const kept = await this.#custody.keep(
      {
        id,
        account: id,
        label: request.label.trim() || this.#freeLabel(lastFour),
        note: request.note ?? '',
        colour: request.colour ?? null,
        kind,
        lastFour,
        fingerprint: fingerprint.value,
        baseUrl: baseUrl.value,
        organization: null,
        project: null,
        addedAt: this.#environment.now().toISOString(),
      },
      secret,
    );
    return kept.ok ? this.#told(id) : vaultFailure(kept.error);
  }

  /** The fingerprint of a secret that no other key has yet. One that was just deleted is let go for good. */
  async #newFingerprint(secret: string, ownId: string | null = null): Promise<Result<string, IpcError>> {
    const { vault, store } = this.#custody;
    const fingerprint = await vault.fingerprint(secret);
    if (!fingerprint.ok) return vaultFailure(fingerprint.error);
    await this.#custody.reconcile();
    const twin = store.findByFingerprint(fingerprint.value);
    if (twin === null || twin.id === ownId) return ok(fingerprint.value);
    if (store.find(twin.id) !== null) return fail('key_duplicate', { label: twin.label });
    await this.#deletions.finish();
    return store.findByFingerprint(fingerprint.value) === null
      ? ok(fingerprint.value)
      : fail('key_duplicate', { label: twin.label });
  }

  /** For each secret the label of the key that has it already, or null. */
  async labelsOf(secrets: readonly string[]): Promise<Result<readonly (string | null)[], IpcError>> {
    const { vault, store } = this.#custody;
    const fingerprints = await vault.fingerprints(secrets);
    if (!fingerprints.ok) return vaultFailure(fingerprints.error);
    return ok(
      fingerprints.value.map((fingerprint) => {
        const twin = store.findByFingerprint(fingerprint);
        return twin === null || store.find(twin.id) === null ? null : twin.label;
      }),
    );
  }

  #freeLabel(lastFour: string): string {
    const taken = new Set(this.list().map((key) => key.label));
    return freeLabel(lastFour === '' ? 'OpenAI' : `OpenAI …${lastFour}`, taken);
  }

  edit(id: string, wish: Described): Result<KeySummary, IpcError> {
    const label = wish.label.trim();
    if (this.find(id) === null || label === '') return fail('not_found');
    this.#custody.store.describe(id, { ...wish, label });
    return this.#told(id);
  }

  /** Another secret in place of the old one. Label, note, address and history stay. */
  async rotate(id: string, secret: string): Promise<Result<KeySummary, IpcError>> {
    if (this.find(id) === null) return fail('not_found');
    const text = readSecret(secret);
    if (!text.ok) return text;
    const fingerprint = await this.#newFingerprint(text.value.secret, id);
    if (!fingerprint.ok) return fingerprint;
    const facts = {
      account: this.#environment.newId(),
      fingerprint: fingerprint.value,
      kind: text.value.kind,
      lastFour: lastFourOf(text.value.secret),
    };
    const replaced = await this.#custody.replace(id, facts, text.value.secret);
    return replaced.ok ? this.#told(id) : vaultFailure(replaced.error);
  }

  /** Hides keys at once; their secrets leave the vault when they can no longer be brought back. */
  remove(ids: readonly string[]): Result<null, IpcError> {
    return this.#deletions.begin(ids.filter((id) => this.find(id) !== null)) ? ok(null) : fail('not_found');
  }

  undoRemove(): Result<null, IpcError> {
    return this.#deletions.undo() ? ok(null) : fail('not_found');
  }

  /** What can still be brought back. */
  deleted(): KeyActivity['deleted'] {
    return this.#deletions.pending();
  }

  /** The secret and the one host it may be sent to, for the length of one request. */
  async target(id: string): Promise<Result<Target, IpcError>> {
    const { store } = this.#custody;
    if (this.find(id) === null) return fail('not_found');
    const asked = store.secretFacts(id)?.account;
    const target = await this.#targetNow(id);
    // Only once the vault has answered: one that is locked would put up a prompt for each of the two.
    if (target.ok) await this.#custody.reconcile();
    // Replaced while the vault was asked: the secret has moved to another account.
    return asked === store.secretFacts(id)?.account ? target : this.#targetNow(id);
  }

  async #targetNow(id: string): Promise<Result<Target, IpcError>> {
    const { store, vault } = this.#custody;
    const account = store.secretFacts(id)?.account;
    if (account === undefined) return fail('not_found');
    const secret = await vault.get(account);
    const key = this.find(id);
    const facts = store.secretFacts(id);
    if (key === null || facts === null) return fail('not_found');
    const isCurrent = facts.account === account;
    if (!secret.ok) {
      if (secret.error.kind === 'missing' && isCurrent) this.#drifted(id, 'missing');
      return vaultFailure(secret.error);
    }
    const same = kindOf(secret.value) === facts.kind && lastFourOf(secret.value) === facts.lastFour;
    if (!same) {
      if (isCurrent) this.#drifted(id, 'changed');
      return fail('vault_changed');
    }
    if (key.drift !== null) this.#drifted(id, null);
    return ok({ secret: secret.value, baseUrl: key.baseUrl });
  }

  #drifted(id: string, drift: KeySummary['drift']): void {
    this.#custody.store.setDrift(id, drift);
    this.#changed();
  }

  async reviewVault(): Promise<Result<VaultReview, IpcError>> {
    const review = await reviewVault(this.#custody);
    this.#changed();
    return review.ok ? ok({ ...review.value, orphansMayBeOwn: this.#lostTrack }) : vaultFailure(review.error);
  }

  async deleteOrphans(accounts: readonly string[]): Promise<Result<null, IpcError>> {
    if (this.#lostTrack) return fail('orphans_may_be_own');
    const deleted = await deleteOrphans(this.#custody, accounts);
    return deleted.ok ? ok(null) : vaultFailure(deleted.error);
  }

  /** Takes what somebody else put into the keychain for the key's secret from now on. */
  async acceptChanged(id: string): Promise<Result<KeySummary, IpcError>> {
    const custody = this.#custody;
    const { store, vault } = custody;
    const facts = store.secretFacts(id);
    if (facts === null || this.find(id) === null) return fail('not_found');
    const found = await vault.get(facts.account);
    if (!found.ok) return vaultFailure(found.error);
    const text = readSecret(found.value);
    if (!text.ok) return text;
    const fingerprint = await this.#newFingerprint(found.value, id);
    if (!fingerprint.ok) return fingerprint;
    // Replaced meanwhile: then what was found there is no longer the key's.
    if (store.secretFacts(id)?.account !== facts.account) return this.#told(id);
    const { kind, secret } = text.value;
    custody.accept(id, {
      account: facts.account,
      fingerprint: fingerprint.value,
      kind,
      lastFour: lastFourOf(secret),
    });
    return this.#told(id);
  }

  /** Takes from a probe's answer what it says of the key itself. The answer is to the secret that the key has now. */
  learnFrom(probe: ProbeEvidence): void {
    // A run brings ten answers a second, of which hardly one tells anything new of its key.
    if (learn(this.#custody.store, probe)) this.#changed();
  }

  #told(id: string): Result<KeySummary, IpcError> {
    this.#changed();
    const key = this.find(id);
    return key === null ? fail('not_found') : ok(key);
  }

  async close(): Promise<void> {
    try {
      await this.#deletions.finish();
    } finally {
      if (this.#custody !== this.#home) await this.#custody.vault.close();
      await this.#home.vault.close();
    }
  }
}
