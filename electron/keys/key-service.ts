/**
 * Keys as the window sees them: what is known of each in the database, its secret in the vault, and both in step.
 * Writing goes database → vault → database, so that a crash in between leaves a row that says what was under way.
 */
import type { ProbeEvidence } from '../../shared/diagnosis/evidence';
import type { IpcError } from '../../shared/ipc/views';
import { readBaseUrl } from '../../shared/keys/base-url';
import { type KeyHealth, type KeySummary, OPENAI_BASE_URL, type VaultStatus } from '../../shared/keys/key';
import { type KeyText, lastFourOf, readKeyText } from '../../shared/keys/key-text';
import { ok, type Result } from '../../shared/result';
import type { Environment } from '../environment';
import { fail, vaultFailure } from '../failure';
import type { Target } from '../probes/prober';
import type { KeyStore } from '../store/key-store';
import type { Vault } from '../vault/vault';

export interface NewKeyRequest {
  readonly secret: string;
  readonly label: string;
  readonly baseUrl: string | null;
}

/** Secrets and what is known of them, always used together. */
export interface KeyRing {
  readonly vault: Vault;
  readonly store: KeyStore;
}

export interface KeyServiceParts {
  readonly ring: KeyRing;
  /** Makes the ring that forgets everything at quitting; null where there is nothing to fall back to, as in practice. */
  readonly sessionRing: (() => KeyRing) | null;
  readonly environment: Environment;
  /** Says that the list of keys looks different now. */
  readonly changed: () => void;
}

export class KeyService {
  readonly #home: KeyRing;
  #ring: KeyRing;
  readonly #sessionRing: (() => KeyRing) | null;
  readonly #environment: Environment;
  readonly #changed: () => void;
  /** What a crash of an earlier run left half done. */
  #leftovers: readonly string[];

  constructor(parts: KeyServiceParts) {
    this.#home = parts.ring;
    this.#ring = parts.ring;
    this.#sessionRing = parts.sessionRing;
    this.#environment = parts.environment;
    this.#changed = parts.changed;
    this.#leftovers = parts.ring.store.unfinished();
  }

  list(): readonly KeySummary[] {
    return this.#store.list();
  }

  find(id: string): KeySummary | null {
    return this.#store.find(id);
  }

  vaultStatus(): Promise<VaultStatus> {
    return this.#vault.status();
  }

  /** Asks the keychain again. Once it answers, keys kept for the session move into it. */
  async retryVault(): Promise<VaultStatus> {
    const status = await this.#home.vault.retry();
    if (status.state === 'ready' && this.#ring !== this.#home) await this.#moveHome();
    this.#changed();
    return this.#vault.status();
  }

  async #moveHome(): Promise<void> {
    const session = this.#ring;
    this.#ring = this.#home;
    for (const key of session.store.list()) {
      const secret = await session.vault.get(key.id);
      if (secret.ok)
        await this.addAs(key.id, { secret: secret.value, label: key.label, baseUrl: key.baseUrl });
    }
    await session.vault.close();
  }

  /** From now on keys are kept in memory until the app quits; those in the keychain stay there, out of reach. */
  async useSessionOnly(): Promise<VaultStatus> {
    if (this.#sessionRing !== null && this.#ring === this.#home) this.#ring = this.#sessionRing();
    this.#changed();
    return this.#vault.status();
  }

  get #vault(): Vault {
    return this.#ring.vault;
  }

  get #store(): KeyStore {
    return this.#ring.store;
  }

  add(request: NewKeyRequest): Promise<Result<KeySummary, IpcError>> {
    return this.addAs(this.#environment.newId(), request);
  }

  /** The same under an id that the caller knows: for practice keys, and for keys that move. */
  async addAs(id: string, request: NewKeyRequest): Promise<Result<KeySummary, IpcError>> {
    const text = readKeyText(request.secret);
    if (!text.ok) return fail(text.error.code, 'vendor' in text.error ? { vendor: text.error.vendor } : {});
    if (text.value.kind === 'admin') return fail('key_admin');
    const baseUrl = request.baseUrl === null ? ok(OPENAI_BASE_URL) : readBaseUrl(request.baseUrl);
    if (!baseUrl.ok) return fail(baseUrl.error);
    return this.#keep(id, text.value, request.label.trim(), baseUrl.value);
  }

  async #keep(
    id: string,
    key: KeyText,
    label: string,
    baseUrl: string,
  ): Promise<Result<KeySummary, IpcError>> {
    await this.#reconcile();
    const fingerprint = await this.#vault.fingerprint(key.secret);
    if (!fingerprint.ok) return vaultFailure(fingerprint.error);
    const twin = this.#store.findByFingerprint(fingerprint.value);
    if (twin !== null) return fail('key_duplicate', { label: twin.label });
    const lastFour = lastFourOf(key.secret);
    this.#store.begin({
      id,
      label: label === '' ? this.#freeLabel(lastFour) : label,
      kind: key.kind,
      lastFour,
      fingerprint: fingerprint.value,
      baseUrl,
      organization: null,
      project: null,
      addedAt: this.#environment.now().toISOString(),
    });
    const put = await this.#vault.put(id, key.secret);
    if (!put.ok) {
      this.#store.forget(id);
      return vaultFailure(put.error);
    }
    this.#store.setState(id, 'stored');
    this.#changed();
    const stored = this.#store.find(id);
    return stored === null ? fail('store_failed') : ok(stored);
  }

  #freeLabel(lastFour: string): string {
    const taken = new Set(this.#store.list().map((key) => key.label));
    const wish = lastFour === '' ? 'OpenAI' : `OpenAI …${lastFour}`;
    if (!taken.has(wish)) return wish;
    let number = 2;
    while (taken.has(`${wish} (${number})`)) number += 1;
    return `${wish} (${number})`;
  }

  rename(id: string, label: string): Result<KeySummary, IpcError> {
    const trimmed = label.trim();
    if (this.#store.find(id) === null || trimmed === '') return fail('not_found');
    this.#store.rename(id, trimmed);
    this.#changed();
    const key = this.#store.find(id);
    return key === null ? fail('not_found') : ok(key);
  }

  async remove(id: string): Promise<Result<null, IpcError>> {
    if (this.#store.find(id) === null) return fail('not_found');
    this.#store.setState(id, 'removing');
    const removed = await this.#vault.remove(id);
    if (!removed.ok && removed.error.kind !== 'missing') {
      this.#store.setState(id, 'stored');
      return vaultFailure(removed.error);
    }
    this.#store.forget(id);
    this.#changed();
    return ok(null);
  }

  /** The secret and the one host it may be sent to, for the length of one request. */
  async target(id: string): Promise<Result<Target, IpcError>> {
    const key = this.#store.find(id);
    if (key === null) return fail('not_found');
    await this.#reconcile();
    const secret = await this.#vault.get(id);
    return secret.ok ? ok({ secret: secret.value, baseUrl: key.baseUrl }) : vaultFailure(secret.error);
  }

  /** Takes from a probe's answer what it says of the key itself. */
  learnFrom(probe: ProbeEvidence): void {
    const { answer } = probe;
    if (answer.kind === 'cancelled' || this.#store.find(probe.keyId) === null) return;
    if (answer.kind !== 'no_answer') {
      const named =
        answer.kind === 'refusal' && answer.reading.cause === 'project_lacks_model'
          ? answer.reading.facts.project
          : null;
      this.#store.learn(probe.keyId, {
        organization: answer.headers.organization,
        project: answer.headers.project ?? named,
      });
    }
    const health = healthFrom(probe);
    if (health !== null) this.#store.recordHealth(probe.keyId, health, probe.at);
    this.#changed();
  }

  /** Finishes what a crash left half done. Only once the vault is needed anyway, so that starting the app asks for nothing. */
  async #reconcile(): Promise<void> {
    if (this.#ring !== this.#home) return;
    while (this.#leftovers.length > 0) {
      const [id = ''] = this.#leftovers;
      const removed = await this.#vault.remove(id);
      if (!removed.ok && removed.error.kind !== 'missing') return;
      this.#store.forget(id);
      this.#leftovers = this.#leftovers.filter((leftover) => leftover !== id);
    }
  }

  async close(): Promise<void> {
    if (this.#ring !== this.#home) await this.#ring.vault.close();
    await this.#home.vault.close();
  }
}

/** Causes that speak of the key itself. Being offline never marks a key bad. */
function healthFrom(probe: ProbeEvidence): KeyHealth | null {
  const { answer } = probe;
  if (probe.probe !== 'list') return null;
  if (answer.kind === 'success') return { kind: 'accepted', models: answer.models?.length ?? 0 };
  if (answer.kind === 'no_answer') return { kind: 'undecided', code: answer.failure };
  if (answer.kind === 'cancelled') return null;
  const { cause } = answer.reading;
  if (cause === 'key_scope') return { kind: 'accepted_cannot_list' };
  if (cause === 'key_invalid' || cause === 'account_disabled' || cause === 'project_archived') {
    return { kind: 'refused', code: cause };
  }
  return { kind: 'undecided', code: cause };
}
