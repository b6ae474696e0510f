/** Admin keys and other keys in one vault: each side's secrets are accounted for, whatever a call came to. */
import { beforeEach, describe, expect, it } from 'vitest';
import { AdminClient } from '../../../electron/admin/admin-client';
import { AdminKeys } from '../../../electron/admin/admin-keys';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import type { VaultError } from '../../../electron/vault/vault';
import { err } from '../../../shared/base/result';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';
import { must } from './support';

const isRegister = (id: string) => /^(list-|profiles)/.test(id);

/** Writes what it is told to write, and may say all the same that it did not. */
class LateVault extends MemoryVault {
  says: VaultError['kind'] | null = null;
  written: string[] = [];

  override async put(id: string, secret: string) {
    const put = await super.put(id, secret);
    if (this.says !== null) this.written.push(id);
    return this.says === null || isRegister(id) ? put : err({ kind: this.says });
  }
}

let vault: LateVault;
let environment: ReturnType<typeof manualEnvironment>;

beforeEach(() => {
  vault = new LateVault('session', 'linux');
  environment = manualEnvironment();
});

/** A copy of the app with a database of its own; all copies share the vault. */
function installed(profile = 'one') {
  const { safe, keys, admin: store } = installedKeys(environment, { vault, profile });
  const client = new AdminClient(() => Promise.reject(new Error('No request is due')), environment);
  const admin = new AdminKeys({ safe, client, environment, changed: () => undefined });
  return { keys, admin, store };
}

const ADMIN = {
  secret: ['sk', 'admin', 'INVENTED0123456789abcd'].join('-'),
  label: 'Admin',
  baseUrl: null,
};
const KEY = { secret: inventedKey('key_0123456789'), label: 'Key', baseUrl: null };
const found = (checked: number) => ({
  ok: true,
  value: { checked, missing: 0, changed: 0, unclaimed: [] },
});

describe('admin keys in the vault', () => {
  it('are claimed by the copy that keeps them, and come back once its list is gone', async () => {
    const { keys, admin } = installed();
    must(await keys.add(KEY));
    const { id } = must(await admin.add(ADMIN));
    expect(await keys.reviewVault()).toEqual(found(1));
    expect(await keys.deleteUnclaimed(id)).toMatchObject({ error: { code: 'not_found' } });
    expect((await admin.target(id)).ok).toBe(true);
    const next = installed();
    await next.keys.lookForLost(false);
    expect(next.admin.list()).toMatchObject([{ id, label: 'Admin', lastFour: 'abcd' }]);
    expect(next.keys.list().map(({ label }) => label)).toEqual(['Key']);
  });

  it('leave nothing in the register when they are deleted', async () => {
    const { keys, admin } = installed();
    must(await admin.remove(must(await admin.add(ADMIN)).id));
    expect(await installed().keys.reviewVault()).toEqual(found(0));
    expect(await vault.get('list-one-0')).toEqual({ ok: true, value: '[]' });
    expect(await keys.reviewVault()).toEqual(found(0));
  });

  it('are entered in the register where an earlier version stored them', async () => {
    const { keys, store } = installed();
    const details = {
      id: 'old',
      use: 'admin',
      label: 'Old',
      baseUrl: 'https://api.openai.com/v1',
      colour: null,
    } as const;
    const facts = { account: 'old', fingerprint: 'f'.repeat(64), kind: 'admin', lastFour: 'abcd' } as const;
    store.begin({ ...details, addedAt: '2026-11-22T10:00:00.000Z' }, facts, 'stored');
    await vault.put('old', ADMIN.secret);
    await keys.reviewVault();
    const next = installed();
    await next.keys.lookForLost(false);
    expect(next.admin.list().map(({ label }) => label)).toEqual(['Old']);
  });
});

describe('a secret that was written although the vault said otherwise', () => {
  it.each(['timeout', 'failed', 'locked'] as const)('is cleared after: %s', async (kind) => {
    const { keys, admin } = installed();
    const { id } = must(await keys.add(KEY));
    vault.says = kind;
    expect(await admin.add(ADMIN)).toMatchObject({ error: { code: `vault_${kind}` } });
    const other = { ...KEY, secret: inventedKey('other_0123456789') };
    expect(await keys.add(other)).toMatchObject({ error: { code: `vault_${kind}` } });
    vault.says = null;
    expect((await keys.target(id)).ok).toBe(true);
    const accounts = vault.written.filter((account) => !isRegister(account));
    expect(accounts).toHaveLength(2);
    for (const account of accounts) expect((await vault.get(account)).ok).toBe(false);
    expect(await keys.reviewVault()).toEqual(found(1));
  });

  it('stays once a second attempt under the same name has succeeded', async () => {
    const { keys } = installed();
    vault.says = 'timeout';
    const clearing = vault.remove.bind(vault);
    expect((await keys.addAs('same', KEY)).ok).toBe(false);
    vault.says = null;
    vault.remove = async () => err({ kind: 'timeout' });
    must(await keys.addAs('same', KEY));
    vault.remove = clearing;
    expect((await keys.target('same')).ok).toBe(true);
    expect(await keys.target('same')).toMatchObject({ ok: true, value: { secret: KEY.secret } });
  });
});
