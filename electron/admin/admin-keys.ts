/** Admin keys, in tables of their own, so that nothing that sends a model a request can ever pick one. */

import type { AdminKeySummary, AdminProject } from '../../shared/admin/change';
import type { IpcError } from '../../shared/base/error-codes';
import { ok, type Result } from '../../shared/base/result';
import type { NewKey } from '../../shared/ipc/calls/keys';
import { lastFourOf } from '../../shared/keys/key-text';
import { madeUpLabel } from '../../shared/keys/label';
import type { Environment } from '../base/environment';
import { fail } from '../base/failure';
import { baseUrlFrom, keepNew } from '../keys/adding';
import type { Custody } from '../keys/custody';
import { readText } from '../keys/read-secret';
import type { Safe } from '../keys/safe';
import { isOwnSecret } from '../keys/secret-facts';
import type { Target } from '../probes/prober';
import type { AdminKeyStore } from '../store/admin-key-store';
import type { StoredDetails } from '../store/key-table';
import { vaultFailure } from '../vault/vault-failure';
import { type AdminClient, codeOf } from './admin-client';

interface AdminKeysDeps {
  readonly safe: Safe;
  readonly client: AdminClient;
  readonly environment: Environment;
  readonly changed: () => void;
}

export class AdminKeys {
  readonly #deps: AdminKeysDeps;

  constructor(deps: AdminKeysDeps) {
    this.#deps = deps;
  }

  /** Looked up at each use: keys of the session may have moved into the keychain meanwhile. */
  get #custody(): Custody {
    return this.#deps.safe.custody;
  }

  get #store(): AdminKeyStore {
    return this.#custody.admin;
  }

  list(): readonly AdminKeySummary[] {
    return this.#store.list();
  }

  find(id: string): AdminKeySummary | null {
    return this.#store.find(id);
  }

  projects(id: string): readonly AdminProject[] {
    return this.#store.projects(id);
  }

  /** The key that can administer this project, as of the last reading of its organization. */
  forProject(project: string): AdminKeySummary | null {
    return this.#store.keyOfProject(project);
  }

  add(request: NewKey): Promise<Result<AdminKeySummary, IpcError>> {
    return this.addAs(this.#deps.environment.newId(), request);
  }

  async addAs(id: string, request: NewKey): Promise<Result<AdminKeySummary, IpcError>> {
    const text = readText(request.secret);
    if (!text.ok) return text;
    if (text.value.kind !== 'admin') return fail('key_not_admin');
    const baseUrl = baseUrlFrom(request.baseUrl);
    if (!baseUrl.ok) return baseUrl;
    const { secret } = text.value;
    const details: StoredDetails = {
      id,
      use: 'admin',
      label: request.label.trim() || madeUpLabel('admin', lastFourOf(secret)),
      baseUrl: baseUrl.value,
      colour: null,
      addedAt: this.#deps.environment.now().toISOString(),
    };
    const custody = this.#custody;
    const kept = await custody.inTurn((vault) => keepNew(custody, vault, custody.admin, { details, secret }));
    if (!kept.ok) return kept;
    this.#deps.changed();
    const stored = custody.admin.find(id);
    return stored === null ? fail('store_failed') : ok(stored);
  }

  async remove(id: string): Promise<Result<null, IpcError>> {
    const custody = this.#custody;
    if (custody.admin.find(id) === null) return fail('not_found');
    const removed = await custody.inTurn((vault) => custody.erase(vault, custody.admin, [id]));
    if (!removed.ok) return vaultFailure(removed.error);
    this.#deps.changed();
    return ok(null);
  }

  /** Reads the organization's projects, which is also what tells whether the key is accepted. */
  async check(id: string, signal: AbortSignal): Promise<Result<AdminKeySummary, IpcError>> {
    const target = await this.target(id);
    if (!target.ok) return target;
    const answer = await this.#deps.client.listProjects(target.value, signal);
    // Looked for only now: the key may have been deleted meanwhile, or have moved into the keychain.
    const store = this.#store;
    if (store.find(id) === null) return fail('not_found');
    const at = this.#deps.environment.now().toISOString();
    if (answer.ok) {
      store.keepProjects(id, answer.value.value);
      store.recordHealth(id, { kind: 'accepted', projects: answer.value.value.length }, at);
    } else if (answer.error.kind !== 'cancelled') {
      const refused = answer.error.kind === 'refusal' && [401, 403].includes(answer.error.status);
      store.recordHealth(id, { kind: refused ? 'refused' : 'undecided', code: codeOf(answer.error) }, at);
    }
    this.#deps.changed();
    const key = store.find(id);
    return key === null ? fail('not_found') : ok(key);
  }

  /** The secret and the one host it may be sent to, for the length of one request. */
  async target(id: string): Promise<Result<Target, IpcError>> {
    const custody = this.#custody;
    if (custody.admin.find(id) === null) return fail('not_found');
    return custody.inTurn(async (vault): Promise<Result<Target, IpcError>> => {
      // Looked up only within the turn, which may have begun with mending the address.
      const key = custody.admin.heldAs(id);
      if (key === null) return fail('not_found');
      const secret = await vault.get(key.account);
      if (!secret.ok) return vaultFailure(secret.error);
      const own = await isOwnSecret(vault, custody.admin, key, secret.value);
      if (!own.ok) return vaultFailure(own.error);
      return own.value
        ? ok({ secret: secret.value, baseUrl: key.details.baseUrl })
        : fail('admin_key_changed');
    });
  }
}
