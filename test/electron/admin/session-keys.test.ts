import { describe, expect, it } from 'vitest';
import { AdminClient } from '../../../electron/admin/admin-client';
import { AdminKeys } from '../../../electron/admin/admin-keys';
import type { StoredDetails } from '../../../electron/store/key-table';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { must } from './support';

const secret = (tail: string) => ['sk', 'admin', `INVENTED0123456789${tail}`].join('-');
const request = (tail: string) => ({ secret: secret(tail), label: tail, baseUrl: null });
const details = (id: string): StoredDetails => ({
  id,
  use: 'admin',
  label: id,
  baseUrl: 'https://api.openai.com/v1',
  colour: null,
  addedAt: '2026-11-22T10:00:00.000Z',
});
const facts = (id: string) =>
  ({ account: id, fingerprint: id, kind: 'admin', lastFour: id.slice(-4) }) as const;

function custody() {
  const environment = manualEnvironment();
  const vault = new MemoryVault('session', 'linux');
  const first = installedKeys(environment, { vault });
  const client = new AdminClient(() => Promise.reject(new Error('No request is due')), environment);
  const make = (installed: typeof first) =>
    new AdminKeys({ safe: installed.safe, client, environment, changed: () => undefined });
  const restarted = () => {
    const again = installedKeys(environment, { vault, database: first.database });
    return { ...again, admin: make(again) };
  };
  return { ...first, vault, store: first.admin, admin: make(first), restarted };
}

const labels = (keys: AdminKeys) => keys.list().map(({ label }) => label);

describe('admin keys while nothing may be kept', () => {
  it('stay out of the keychain, and those in it out of reach', async () => {
    const { admin, keys, vault } = custody();
    const kept = must(await admin.add(request('kept')));
    await keys.useSessionOnly();
    const lent = must(await admin.add(request('lent')));
    expect([labels(admin), admin.find(kept.id), (await vault.get(lent.id)).ok]).toEqual([
      ['lent'],
      null,
      false,
    ]);
    await keys.retryVault();
    expect(labels(admin)).toEqual(['kept', 'lent']);
  });
});

describe('a crash while an admin key was being stored', () => {
  it('leaves a key that was stored, and no row of one that was not', async () => {
    const { restarted, store, vault } = custody();
    for (const id of ['stored', 'lost']) store.begin(details(id), facts(id));
    await vault.put('stored', secret('stored'));
    const { admin } = restarted();
    expect(labels(admin)).toEqual([]);
    must(await admin.add(request('next')));
    expect([labels(admin), store.heldAs('lost')]).toEqual([['stored', 'next'], null]);
    expect(must(await admin.target('stored')).secret).toBe(secret('stored'));
  });

  it('clears only what was decided on, and tries again what the vault held on to', async () => {
    const { restarted, store, ledger, vault } = custody();
    for (const id of ['a', 'b', 'c']) {
      store.begin(details(id), facts(id), 'stored');
      await vault.put(id, secret(id));
      if (id !== 'c') ledger.decide(id, '2026-11-22T10:00:00.000Z');
    }
    const { admin } = restarted();
    const remove = vault.remove.bind(vault);
    vault.remove = async (id) => (id === 'b' ? { ok: false, error: { kind: 'locked' } } : remove(id));
    const added = await Promise.all(['one', 'two', 'three'].map((name) => admin.add(request(name))));
    expect(added.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(labels(admin)).toEqual(expect.arrayContaining(['c', 'one', 'two', 'three']));
    vault.remove = remove;
    must(await admin.add(request('four')));
    expect([...ledger.decided()]).toEqual([]);
    for (const [id, there] of [
      ['a', false],
      ['b', false],
      ['c', true],
    ] as const)
      expect((await vault.get(id)).ok).toBe(there);
  });
});
