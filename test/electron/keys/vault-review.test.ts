import { beforeEach, describe, expect, it } from 'vitest';
import { KeyService } from '../../../electron/keys/key-service';
import { openDatabase } from '../../../electron/store/database';
import { KeyStore } from '../../../electron/store/key-store';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { manualEnvironment } from '../../support/manual-environment';
import { inventedKey } from '../../support/secrets';

const secretOf = (name: string) => inventedKey(`${name}_0123456789`);

let vault: MemoryVault;
let environment: ReturnType<typeof manualEnvironment>;

/** A copy of the app with a database of its own; all copies share the keychain. */
function installed() {
  const store = new KeyStore(openDatabase(':memory:', environment.now).database);
  const ring = { vault, store };
  return {
    store,
    service: new KeyService({ ring, sessionRing: null, environment, changed: () => undefined }),
  };
}

async function add(service: KeyService, name: string): Promise<string> {
  const added = await service.add({ secret: secretOf(name), label: name, baseUrl: null });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

beforeEach(() => {
  vault = new MemoryVault('session', 'linux');
  environment = manualEnvironment();
});

describe('checking the keychain', () => {
  it('finds nothing where nothing was touched', async () => {
    const { service } = installed();
    await add(service, 'one');
    await add(service, 'two');
    expect(await service.reviewVault()).toEqual({
      ok: true,
      value: { checked: 2, missing: 0, changed: 0, orphans: [], orphansMayBeOwn: false },
    });
  });

  it('tells what was deleted and what was changed outside, key by key', async () => {
    const { service } = installed();
    const [gone, changed] = [await add(service, 'gone'), await add(service, 'changed')];
    await add(service, 'kept');
    await vault.remove(gone);
    await vault.put(changed, `${secretOf('other')}x`);
    expect(await service.reviewVault()).toMatchObject({ value: { checked: 3, missing: 1, changed: 1 } });
    expect(service.list().map(({ label, drift }) => [label, drift])).toEqual([
      ['gone', 'missing'],
      ['changed', 'changed'],
      ['kept', null],
    ]);
    await vault.put(gone, secretOf('gone'));
    await service.reviewVault();
    expect(service.find(gone)?.drift).toBe(null);
  });

  it('finds what an uninstalled copy left, however many, and deletes it only when told to', async () => {
    const before = installed();
    const old: string[] = [];
    for (let number = 0; number < 120; number += 1) old.push(await add(before.service, `old${number}`));
    const now = installed();
    const own = await add(now.service, 'own');
    const review = await now.service.reviewVault();
    const orphans = review.ok ? review.value.orphans : [];
    expect(orphans.map(({ account }) => account).sort()).toEqual([...old].sort());
    expect(orphans[0]).toEqual({ account: old[0], kind: 'project', lastFour: '6789' });
    const [first = '', ...rest] = old;
    expect(await now.service.deleteOrphans([first, own, 'canary', 'unheard-of'])).toEqual({
      ok: true,
      value: null,
    });
    expect((await vault.get(own)).ok).toBe(true);
    expect(await vault.get(first)).toEqual({ ok: false, error: { kind: 'missing' } });
    const after = await now.service.reviewVault();
    expect(after.ok && after.value.orphans.length).toBe(rest.length);
  });

  it('keeps what may be the person’s own after the list was lost', async () => {
    const own = await add(installed().service, 'own');
    const store = new KeyStore(openDatabase(':memory:', environment.now).database);
    const after = new KeyService({
      ring: { vault, store },
      sessionRing: null,
      environment,
      lostTrack: true,
      changed: () => undefined,
    });
    const review = await after.reviewVault();
    expect(review).toMatchObject({ value: { orphans: [{ account: own }], orphansMayBeOwn: true } });
    expect(await after.deleteOrphans([own])).toMatchObject({ error: { code: 'orphans_may_be_own' } });
    expect((await vault.get(own)).ok).toBe(true);
  });

  it('finds nothing of a key that was deleted or replaced in the app itself', async () => {
    const before = installed();
    const [replaced, deleted] = [await add(before.service, 'replaced'), await add(before.service, 'deleted')];
    await before.service.rotate(replaced, secretOf('anew'));
    before.service.remove([deleted]);
    environment.timers.advance(10_000);
    const review = await before.service.reviewVault();
    expect(review).toEqual({
      ok: true,
      value: { checked: 1, missing: 0, changed: 0, orphans: [], orphansMayBeOwn: false },
    });
  });

  it('takes secrets for unchanged whose fingerprints are all out of date', async () => {
    const { service, store } = installed();
    const id = await add(service, 'one');
    store.setFingerprint(id, '0'.repeat(64));
    expect(await service.reviewVault()).toMatchObject({ value: { changed: 0 } });
    expect(await service.add({ secret: secretOf('one'), label: '', baseUrl: null })).toMatchObject({
      error: { code: 'key_duplicate' },
    });
  });
});
