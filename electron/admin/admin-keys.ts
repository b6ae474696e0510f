/**
 * Admin keys: kept in the same vault as other keys and in tables of their own, so that nothing that sends a model a
 * request can ever pick one. Written database → vault → database, so that a crash leaves a row that says what was under way.
 */
import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';
import type { IpcError } from '../../shared/ipc/views';
import { readBaseUrl } from '../../shared/keys/base-url';
import { OPENAI_BASE_URL } from '../../shared/keys/key';
import { lastFourOf, readKeyText } from '../../shared/keys/key-text';
import { ok, type Result } from '../../shared/result';
import type { Environment } from '../environment';
import { fail, vaultFailure } from '../failure';
import type { VaultShare } from '../keys/custody';
import type { Target } from '../probes/prober';
import type { Vault, VaultError } from '../vault/vault';
import { type AdminClient, codeOf } from './admin-client';
import type { AdminKeyStore } from './admin-key-store';

export interface AdminRing {
  readonly vault: Vault;
  readonly store: AdminKeyStore;
  /** The part in the vault's index; none where the vault is gone at quitting anyway. */
  readonly share?: VaultShare;
}

export interface AdminKeysParts {
  readonly home: AdminRing;
  /** For keys added while nothing may be kept beyond this session. */
  readonly session: AdminRing;
  readonly sessionOnly: () => boolean;
  readonly client: AdminClient;
  readonly environment: Environment;
  readonly changed: () => void;
}

export interface NewAdminKeyRequest {
  readonly secret: string;
  readonly label: string;
  readonly baseUrl: string | null;
}

export class AdminKeys {
  readonly #parts: AdminKeysParts;
  #leftovers: readonly string[];

  constructor(parts: AdminKeysParts) {
    this.#parts = parts;
    this.#leftovers = parts.home.store.unfinished();
  }

  list(): readonly AdminKeySummary[] {
    // On the way into the keychain a key is in both rings for a moment.
    return this.#rings().flatMap((ring) => ring.store.list().filter(({ id }) => this.#ringOf(id) === ring));
  }

  find(id: string): AdminKeySummary | null {
    return this.#ringOf(id)?.store.find(id) ?? null;
  }

  projects(id: string): readonly AdminProject[] {
    return this.#ringOf(id)?.store.projects(id) ?? [];
  }

  /** The key that can administer this project, as of the last reading of its organization. */
  forProject(project: string): AdminKeySummary | null {
    for (const { store } of this.#rings()) {
      const key = store.keyOfProject(project);
      if (key !== null) return key;
    }
    return null;
  }

  add(request: NewAdminKeyRequest): Promise<Result<AdminKeySummary, IpcError>> {
    return this.addAs(this.#parts.environment.newId(), request);
  }

  async addAs(id: string, request: NewAdminKeyRequest): Promise<Result<AdminKeySummary, IpcError>> {
    const text = readKeyText(request.secret);
    if (!text.ok) return fail(text.error.code, 'vendor' in text.error ? { vendor: text.error.vendor } : {});
    if (text.value.kind !== 'admin') return fail('key_not_admin');
    const baseUrl = request.baseUrl === null ? ok(OPENAI_BASE_URL) : readBaseUrl(request.baseUrl);
    if (!baseUrl.ok) return fail(baseUrl.error);
    return this.#keep(id, text.value.secret, request.label.trim(), baseUrl.value);
  }

  async #keep(
    id: string,
    secret: string,
    label: string,
    baseUrl: string,
  ): Promise<Result<AdminKeySummary, IpcError>> {
    const ring = this.#parts.sessionOnly() ? this.#parts.session : this.#parts.home;
    const { vault, store } = ring;
    await this.#reconcile();
    const fingerprint = await vault.fingerprint(secret);
    if (!fingerprint.ok) return vaultFailure(fingerprint.error);
    const twin = store.findByFingerprint(fingerprint.value);
    if (twin !== null) return fail('key_duplicate', { label: twin.label });
    const lastFour = lastFourOf(secret);
    store.begin({
      id,
      label: label === '' ? `Admin …${lastFour}` : label,
      lastFour,
      fingerprint: fingerprint.value,
      baseUrl,
      addedAt: this.#parts.environment.now().toISOString(),
    });
    const put = await putInto(ring, id, secret);
    if (!put.ok) {
      store.forget(id);
      return vaultFailure(put.error);
    }
    store.setState(id, 'stored');
    this.#parts.changed();
    const stored = store.find(id);
    return stored === null ? fail('store_failed') : ok(stored);
  }

  /** Moves the keys kept for the session into the keychain, once it answers. False where one could not: then all stay. */
  async moveHome(): Promise<boolean> {
    const { home, session } = this.#parts;
    if (home.store === session.store) return true;
    const keys = session.store.list();
    const arrived = await this.#copyHome(keys);
    const left = arrived ? session : home;
    for (const { id } of keys) {
      if (left.store.find(id) !== null) await removeFrom(left, id);
    }
    return arrived;
  }

  async #copyHome(keys: readonly AdminKeySummary[]): Promise<boolean> {
    for (const key of keys) {
      if (!(await this.#copy(key))) return false;
    }
    return true;
  }

  async #copy(key: AdminKeySummary): Promise<boolean> {
    const { home, session } = this.#parts;
    const secret = await session.vault.get(key.id);
    if (!secret.ok) return false;
    const copied = await this.addAs(key.id, { ...key, secret: secret.value });
    if (!copied.ok) return copied.error.code === 'key_duplicate';
    home.store.keepProjects(key.id, session.store.projects(key.id));
    if (key.health !== null && key.checkedAt !== null)
      home.store.recordHealth(key.id, key.health, key.checkedAt);
    return true;
  }

  async remove(id: string): Promise<Result<null, IpcError>> {
    const ring = this.#ringOf(id);
    if (ring === null) return fail('not_found');
    const removed = await removeFrom(ring, id);
    if (!removed.ok) return vaultFailure(removed.error);
    this.#parts.changed();
    return ok(null);
  }

  /** Reads the organization's projects, which is also what tells whether the key is accepted. */
  async check(id: string, signal: AbortSignal): Promise<Result<AdminKeySummary, IpcError>> {
    const target = await this.target(id);
    if (!target.ok) return target;
    const answer = await this.#parts.client.listProjects(target.value, signal);
    // Looked for only now: the key may have been deleted meanwhile, or have moved into the keychain.
    const ring = this.#ringOf(id);
    if (ring === null) return fail('not_found');
    const at = this.#parts.environment.now().toISOString();
    if (answer.ok) {
      ring.store.keepProjects(id, answer.value.value);
      ring.store.recordHealth(id, { kind: 'accepted', projects: answer.value.value.length }, at);
    } else if (answer.error.kind !== 'cancelled') {
      const refused = answer.error.kind === 'refusal' && [401, 403].includes(answer.error.status);
      ring.store.recordHealth(
        id,
        { kind: refused ? 'refused' : 'undecided', code: codeOf(answer.error) },
        at,
      );
    }
    this.#parts.changed();
    const key = ring.store.find(id);
    return key === null ? fail('not_found') : ok(key);
  }

  /** The secret and the one host it may be sent to, for the length of one request. */
  async target(id: string): Promise<Result<Target, IpcError>> {
    const ring = this.#ringOf(id);
    const key = ring?.store.find(id) ?? null;
    if (ring === null || key === null) return fail('not_found');
    await this.#reconcile();
    const secret = await ring.vault.get(id);
    return secret.ok ? ok({ secret: secret.value, baseUrl: key.baseUrl }) : vaultFailure(secret.error);
  }

  async close(): Promise<void> {
    if (this.#parts.session.vault !== this.#parts.home.vault) await this.#parts.session.vault.close();
  }

  /** While nothing may be kept, the keychain is out of reach, and so are the keys in it. */
  #rings(): readonly AdminRing[] {
    const { home, session, sessionOnly } = this.#parts;
    if (home.store === session.store) return [home];
    return sessionOnly() ? [session] : [home, session];
  }

  #ringOf(id: string): AdminRing | null {
    return this.#rings().find(({ store }) => store.find(id) !== null) ?? null;
  }

  /** Finishes what a crash left half done, once the vault is needed anyway. */
  async #reconcile(): Promise<void> {
    if (this.#parts.sessionOnly()) return;
    const { vault, store, share } = this.#parts.home;
    for (const id of this.#leftovers) {
      const removed = await vault.remove(id);
      if (!removed.ok && removed.error.kind !== 'missing') return;
      store.forget(id);
      await share?.strike(id);
      // By its id: another call may have finished the same one meanwhile.
      this.#leftovers = this.#leftovers.filter((leftover) => leftover !== id);
    }
  }
}

/** As with other keys: entered in the index first, and cleared later where nobody can tell whether it was written. */
async function putInto(
  { vault, share }: AdminRing,
  id: string,
  secret: string,
): Promise<Result<void, VaultError>> {
  const entered = (await share?.enter(id)) ?? ok(undefined);
  if (!entered.ok) return entered;
  const put = await vault.put(id, secret);
  if (!put.ok && put.error.kind !== 'too_large') share?.leave(id);
  return put;
}

async function removeFrom({ vault, store, share }: AdminRing, id: string): Promise<Result<void, VaultError>> {
  store.setState(id, 'removing');
  const removed = await vault.remove(id);
  if (!removed.ok && removed.error.kind !== 'missing') {
    store.setState(id, 'stored');
    return removed;
  }
  store.forget(id);
  await share?.strike(id);
  return ok(undefined);
}
