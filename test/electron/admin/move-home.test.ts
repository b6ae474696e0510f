/** Admin keys kept for the session alone, once the keychain answers again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AdminClient } from '../../../electron/admin/admin-client';
import { AdminKeys } from '../../../electron/admin/admin-keys';
import type { KeyService } from '../../../electron/keys/key-service';
import type { Safe } from '../../../electron/keys/safe';
import type { AdminKeyStore } from '../../../electron/store/admin-key-store';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err } from '../../../shared/base/result';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';
import { must } from './support';

/** A keychain that may hold on to what it has and take nothing more under some names. */
class PickyVault extends MemoryVault {
  refuses: string | null = null;

  override async put(id: string, secret: string) {
    return id === this.refuses ? err({ kind: 'locked' } as const) : super.put(id, secret);
  }
}

const environment = manualEnvironment();
const SECRET = ['sk', 'admin', 'INVENTED0123456789abcd'].join('-');
const REQUEST = { secret: SECRET, label: 'Owner', baseUrl: null };
const KEY_REQUEST = { secret: inventedKey('key_0123456789'), label: 'Key', baseUrl: null };
const PROJECT = { id: 'proj_Known', name: 'Known', status: 'active' } as const;
const HEALTH = { kind: 'accepted', projects: 1 } as const;
const CHECKED_AT = '2026-11-22T10:00:00.000Z';

let vault: PickyVault;
let home: AdminKeyStore;
let safe: Safe;
let keys: KeyService;
let admin: AdminKeys;

let answer: () => Promise<Response>;

beforeEach(async () => {
  answer = () => Promise.reject(new Error('No request is due'));
  vault = new PickyVault('session', 'linux');
  const installed = installedKeys(environment, { vault });
  ({ safe, keys, admin: home } = installed);
  const client = new AdminClient(() => answer(), environment);
  admin = new AdminKeys({ safe, client, environment, changed: () => undefined });
  await keys.useSessionOnly();
});

describe('admin keys kept for the session', () => {
  it('move into the keychain with what is known of them, and leave nothing behind', async () => {
    const { id } = must(await admin.add(REQUEST));
    const left = safe.custody;
    left.admin.keepProjects(id, [PROJECT]);
    left.admin.recordHealth(id, HEALTH, CHECKED_AT);
    await keys.retryVault();
    expect(home.list()).toMatchObject([{ id, label: 'Owner', health: HEALTH, checkedAt: CHECKED_AT }]);
    expect(admin.forProject(PROJECT.id)?.id).toBe(id);
    expect(must(await admin.target(id)).secret).toBe(SECRET);
    expect((await left.vault.get(id)).ok).toBe(false);
    expect(must(await keys.reviewVault()).unclaimed).toEqual([]);
  });

  it('keep what is learned of them while they move', async () => {
    const { id } = must(await admin.add(REQUEST));
    answer = async () => {
      await keys.retryVault();
      return Response.json({
        object: 'list',
        data: [PROJECT],
        has_more: false,
        first_id: null,
        last_id: null,
      });
    };
    expect(must(await admin.check(id, new AbortController().signal)).health).toEqual(HEALTH);
    expect([home.find(id)?.health, home.projects(id)]).toEqual([HEALTH, [PROJECT]]);
  });

  it('are dropped where the keychain has the same one already', async () => {
    await keys.retryVault();
    const kept = must(await admin.add(REQUEST));
    await keys.useSessionOnly();
    must(await admin.add(REQUEST));
    await keys.retryVault();
    expect(admin.list().map(({ id }) => id)).toEqual([kept.id]);
  });

  it('keep the session going where one cannot be moved, and follow at the next try', async () => {
    const other = must(await keys.add(KEY_REQUEST));
    const { id } = must(await admin.add(REQUEST));
    vault.refuses = id;
    await keys.retryVault();
    expect([safe.sessionOnly, must(await admin.target(id)).secret]).toEqual([true, SECRET]);
    expect(keys.list()).toEqual([other]);
    expect(must(await keys.target(other.id)).secret).toBe(KEY_REQUEST.secret);
    vault.refuses = null;
    await keys.retryVault();
    expect([safe.sessionOnly, home.find(id)?.label, keys.find(other.id)?.label]).toEqual([
      false,
      'Owner',
      'Key',
    ]);
  });

  it.each(['admin key', 'key'])(
    'are all still to be seen where the second %s cannot be moved',
    async (kind) => {
      must(await keys.add(KEY_REQUEST));
      const second = must(await keys.add({ ...KEY_REQUEST, secret: inventedKey('key_9876543210') }));
      must(await admin.add(REQUEST));
      const other = must(await admin.add({ ...REQUEST, secret: `${SECRET}2` }));
      const before = [keys.list(), admin.list()];
      vault.refuses = kind === 'key' ? second.id : other.id;
      await keys.retryVault();
      expect([keys.list(), admin.list()]).toEqual(before);
    },
  );

  it('stay in the keychain that took them at the second try only', async () => {
    const { id } = must(await admin.add(REQUEST));
    vault.refuses = id;
    await keys.retryVault();
    vault.refuses = null;
    await keys.retryVault();
    must(await keys.reviewVault());
    expect(must(await admin.target(id)).secret).toBe(SECRET);
  });

  it('stay deleted where they were deleted between two tries', async () => {
    const deleted = must(await keys.add(KEY_REQUEST));
    const mine = must(await admin.add(REQUEST));
    const other = must(await admin.add({ ...REQUEST, secret: `${SECRET}2` }));
    vault.refuses = other.id;
    await keys.retryVault();
    keys.remove([deleted.id]);
    must(await admin.remove(mine.id));
    vault.refuses = null;
    await keys.retryVault();
    expect([safe.sessionOnly, keys.list(), admin.list().map(({ id }) => id)]).toEqual([
      false,
      [],
      [other.id],
    ]);
    expect([(await vault.get(deleted.id)).ok, (await vault.get(mine.id)).ok]).toEqual([false, false]);
  });

  it('are where they were when the disk is full', async () => {
    const key = must(await keys.add(KEY_REQUEST));
    const { id } = must(await admin.add(REQUEST));
    home.begin = () => {
      throw new Error('database or disk is full');
    };
    await expect(keys.retryVault()).rejects.toThrow('full');
    expect([keys.list(), admin.list().map((each) => each.id)]).toEqual([[key], [id]]);
  });
});
