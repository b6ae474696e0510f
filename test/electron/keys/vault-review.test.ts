import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyService } from '../../../electron/keys/key-service';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const secretOf = (name: string) => inventedKey(`${name}_0123456789`);
const found = (checked: number, more: object = {}) => ({
  ok: true,
  value: { checked, missing: 0, changed: 0, unclaimed: [], ...more },
});
const MISSING = { ok: false, error: { kind: 'missing' } };

let vault: MemoryVault;
let environment: ReturnType<typeof manualEnvironment>;

/** A copy of the app with a database of its own; all copies share the keychain. */
const installed = (profile = 'one') => installedKeys(environment, { vault, profile });

async function add(keys: KeyService, name: string): Promise<string> {
  const added = await keys.add({ secret: secretOf(name), label: name, baseUrl: null });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

beforeEach(() => {
  vault = new MemoryVault('session', 'linux');
  environment = manualEnvironment();
});

describe('checking the keychain', () => {
  it('finds nothing where nothing was touched', async () => {
    const { keys } = installed();
    await add(keys, 'one');
    await add(keys, 'two');
    expect(await keys.reviewVault()).toEqual(found(2));
  });

  it('tells what was deleted and what was changed outside, key by key', async () => {
    const { keys } = installed();
    const [gone, changed] = [await add(keys, 'gone'), await add(keys, 'changed')];
    await add(keys, 'kept');
    await vault.remove(gone);
    await vault.put(changed, `${secretOf('other')}x`);
    expect(await keys.reviewVault()).toEqual(found(3, { missing: 1, changed: 1 }));
    expect(keys.list().map(({ label, drift }) => [label, drift])).toEqual([
      ['gone', 'missing'],
      ['changed', 'changed'],
      ['kept', null],
    ]);
    await vault.put(gone, secretOf('gone'));
    await keys.reviewVault();
    expect(keys.find(gone)?.drift).toBe(null);
  });

  it('finds nothing of a key that was deleted or replaced in the app itself', async () => {
    const { keys } = installed();
    const [replaced, deleted] = [await add(keys, 'replaced'), await add(keys, 'deleted')];
    await keys.rotate(replaced, secretOf('anew'));
    keys.remove([deleted]);
    environment.timers.advance(10_000);
    expect(await keys.reviewVault()).toEqual(found(1));
  });

  it('takes secrets for unchanged whose fingerprints are all out of date', async () => {
    const { keys, store } = installed();
    const id = await add(keys, 'one');
    store.mendFacts(id, { fingerprint: '0'.repeat(64), kind: 'project', lastFour: '6789' });
    expect(await keys.reviewVault()).toEqual(found(1));
    expect(await keys.add({ secret: secretOf('one'), label: '', baseUrl: null })).toMatchObject({
      error: { code: 'key_duplicate' },
    });
  });
});

describe('keys of another profile on the same computer', () => {
  const theirs = { kind: 'project', lastFour: '6789', origin: 'other_profile', sameAs: null };

  it('are shown as its own, and stay out of this list', async () => {
    const other = installed('other');
    const account = await add(other.keys, 'theirs');
    const { keys, recoveries } = installed('mine');
    await keys.lookForLost(false);
    await add(keys, 'own');
    const unclaimed = [{ ...theirs, account, label: 'theirs', baseUrl: 'https://api.openai.com/v1' }];
    expect(await keys.reviewVault()).toEqual(found(1, { unclaimed }));
    expect([keys.list().map(({ label }) => label), recoveries.read()]).toEqual([['own'], null]);
    expect(await other.keys.reviewVault()).toMatchObject({ value: { unclaimed: [{ label: 'own' }] } });
  });

  it('are copied by an act about just that key, after which neither profile deletes the other’s', async () => {
    const other = installed('other');
    const account = await add(other.keys, 'theirs');
    await add(other.keys, 'left');
    const { keys } = installed('mine');
    expect(await keys.adoptUnclaimed(account)).toEqual({ ok: true, value: null });
    expect(keys.list().map(({ label }) => label)).toEqual(['theirs']);
    expect(await keys.reviewVault()).toMatchObject({ value: { unclaimed: [{ label: 'left' }] } });
    keys.remove(keys.list().map(({ id }) => id));
    await keys.close().catch(() => undefined);
    expect(other.keys.list().map(({ drift }) => drift)).toEqual([null, null]);
  });

  it('can be copied while the same key of this list was just deleted, which then is gone for good', async () => {
    const other = installed('other');
    const account = await add(other.keys, 'same');
    const { keys, safe } = installed('mine');
    const own = await add(keys, 'same');
    keys.remove([own]);
    expect(await keys.reviewVault()).toMatchObject({ value: { unclaimed: [{ account, sameAs: null }] } });
    expect(await keys.adoptUnclaimed(account)).toEqual({ ok: true, value: null });
    expect(keys.list().map(({ label }) => label)).toEqual(['same']);
    expect([keys.undoRemove().ok, safe.custody.claimed().has(own)]).toEqual([false, false]);
    expect(await vault.get(own)).toEqual(MISSING);
  });

  it('are deleted one at a time, by their own names, and never a key of this list', async () => {
    const other = installed('other');
    const [first, second] = [await add(other.keys, 'first'), await add(other.keys, 'second')];
    const { keys } = installed('mine');
    const own = await add(keys, 'own');
    expect(await keys.deleteUnclaimed(first)).toEqual({ ok: true, value: null });
    for (const account of [own, 'canary', 'unheard-of', 'list-other-0', 'profiles'])
      expect(await keys.deleteUnclaimed(account)).toMatchObject({ error: { code: 'not_found' } });
    expect(await vault.get(first)).toEqual(MISSING);
    expect([(await vault.get(second)).ok, (await vault.get(own)).ok]).toEqual([true, true]);
  });
});
