import { describe, expect, it } from 'vitest';
import { AdminClient } from '../../../electron/admin/admin-client';
import { AdminKeyStore } from '../../../electron/admin/admin-key-store';
import { AdminKeys } from '../../../electron/admin/admin-keys';
import { openDatabase } from '../../../electron/store/database';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err } from '../../../shared/result';
import { manualEnvironment } from '../../support/manual-environment';
import { must } from './support';

const secret = (tail: string) => ['sk', 'admin', `INVENTED0123456789${tail}`].join('-');
const request = (tail: string) => ({ secret: secret(tail), label: tail, baseUrl: null });

function custody() {
  const environment = manualEnvironment();
  const ring = (store: 'session' | 'practice') => ({
    vault: new MemoryVault(store, 'linux'),
    store: new AdminKeyStore(openDatabase(':memory:', environment.now).database),
  });
  const home = ring('practice');
  const session = ring('session');
  const mode = { sessionOnly: false };
  const make = () =>
    new AdminKeys({
      home,
      session,
      sessionOnly: () => mode.sessionOnly,
      client: new AdminClient(() => Promise.reject(new Error('No request is due')), environment),
      environment,
      changed: () => undefined,
    });
  return { keys: make(), restarted: make, home, mode };
}

const labels = (keys: AdminKeys) => keys.list().map(({ label }) => label);

describe('admin keys while nothing may be kept', () => {
  it('stay out of the keychain, and those in it out of reach', async () => {
    const { keys, home, mode } = custody();
    const kept = must(await keys.add(request('kept')));
    mode.sessionOnly = true;
    const lent = must(await keys.add(request('lent')));
    expect([labels(keys), keys.find(kept.id), (await home.vault.get(lent.id)).ok]).toEqual([
      ['lent'],
      null,
      false,
    ]);
    mode.sessionOnly = false;
    expect(labels(keys)).toEqual(['kept', 'lent']);
  });
});

describe('a crash while an admin key was being stored', () => {
  it('leaves neither a key nor a secret behind', async () => {
    const { restarted, home } = custody();
    const half = {
      id: 'half',
      label: 'half',
      lastFour: 'half',
      fingerprint: 'f'.repeat(64),
      baseUrl: 'https://api.openai.com/v1',
      addedAt: '2026-11-22T10:00:00.000Z',
    };
    home.store.begin(half);
    await home.vault.put(half.id, secret('half'));
    const keys = restarted();
    expect(labels(keys)).toEqual([]);
    must(await keys.add(request('next')));
    expect([(await home.vault.get(half.id)).ok, home.store.unfinished()]).toEqual([false, []]);
  });

  it('is finished for each of several, whoever else uses the vault at the time', async () => {
    const { restarted, home } = custody();
    for (const id of ['a', 'b', 'c']) {
      const known = { id, label: id, lastFour: id, baseUrl: 'https://api.openai.com/v1' };
      home.store.begin({ ...known, fingerprint: id.repeat(64), addedAt: '2026-11-22T10:00:00.000Z' });
      await home.vault.put(id, secret(id));
    }
    const keys = restarted();
    const remove = home.vault.remove.bind(home.vault);
    home.vault.remove = async (id) => (id === 'b' ? err({ kind: 'locked' }) : remove(id));
    const added = await Promise.all(['one', 'two', 'three'].map((name) => keys.add(request(name))));
    expect(added.map(({ ok }) => ok)).toEqual([true, true, true]);
    home.vault.remove = remove;
    must(await keys.add(request('four')));
    expect(home.store.unfinished()).toEqual([]);
    for (const id of ['a', 'b', 'c']) expect((await home.vault.get(id)).ok).toBe(false);
  });
});
