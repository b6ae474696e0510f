/** Keys that are kept in memory while no keychain answers, and move into it once it does. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyService } from '../../../electron/keys/key-service';
import type { KeyStore } from '../../../electron/store/key-store';
import { err } from '../../../shared/base/result';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { listed } from '../../support/evidence';
import { manualEnvironment } from '../../support/manual-environment';
import { MoodyVault } from '../../support/moody-vault';
import { installedKeys } from '../../support/safe';

const secret = ['sk', 'proj', 'Zy9_'.repeat(10)].join('-');
const other = ['sk', 'svcacct', `${'Qw8_'.repeat(9)}Zy9_`].join('-');

let vault: MoodyVault;
let store: KeyStore;
let service: KeyService;

beforeEach(() => {
  vault = new MoodyVault('session', 'linux');
  const installed = installedKeys(manualEnvironment(), { vault });
  store = installed.store;
  service = installed.keys;
});

function listedFor(keyId: string) {
  const evidence = listed('a');
  if (evidence.kind !== 'probe') throw new Error('A list is a probe');
  return { ...evidence, keyId };
}

async function addKey(label = 'Work') {
  const added = await service.add({ secret, label, baseUrl: null });
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

describe('keys of the session', () => {
  it('keeps keys in memory for the session, and moves them once the keychain answers', async () => {
    await service.useSessionOnly();
    const key = await addKey('Kept for now');
    expect((await service.vaultStatus()).store).toBe('session');
    expect(store.list()).toEqual([]);
    vault.state = 'locked';
    await service.retryVault();
    expect(store.list()).toEqual([]);
    vault.state = 'ready';
    await service.retryVault();
    expect(store.list().map(({ id, label }) => ({ id, label }))).toEqual([
      { id: key.id, label: 'Kept for now' },
    ]);
    expect(await vault.get(key.id)).toEqual({ ok: true, value: secret });
  });

  it('moves with a key whatever was learned and changed during the session', async () => {
    await service.useSessionOnly();
    const key = await addKey();
    await service.rotate(key.id, other);
    service.edit(key.id, { label: 'Work', note: 'mine', colour: 'blue', sentFor: NO_HEADERS });
    service.learnFrom({ ...listedFor(key.id) });
    await service.retryVault();
    expect(service.list()).toMatchObject([
      { note: 'mine', colour: 'blue', kind: 'service_account', health: { kind: 'accepted', models: 1 } },
    ]);
    expect(await service.target(key.id)).toMatchObject({ value: { secret: other } });
  });

  it('keeps what was noted of a key while its move into the keychain failed', async () => {
    await service.useSessionOnly();
    const key = await addKey('Kept for now');
    await service.add({ secret: other, label: 'Second', baseUrl: null });
    const put = vault.put.bind(vault);
    vault.put = async (account, value) => {
      if (value !== other) return put(account, value);
      // The first key has arrived by now.
      expect(
        service.edit(key.id, { label: 'Renamed', note: 'mine', colour: 'blue', sentFor: NO_HEADERS }).ok,
      ).toBe(true);
      return err({ kind: 'locked' });
    };
    await service.retryVault();
    expect((await service.vaultStatus()).store).toBe('session');
    expect(service.find(key.id)).toMatchObject({ label: 'Renamed', note: 'mine', colour: 'blue' });
    vault.put = put;
    await service.retryVault();
    expect(store.find(key.id)).toMatchObject({ label: 'Renamed', note: 'mine', colour: 'blue' });
  });

  it('keeps the session going while a key of it cannot be moved', async () => {
    await service.useSessionOnly();
    const key = await addKey('Kept for now');
    vault.refuse = 'locked';
    await service.retryVault();
    expect((await service.vaultStatus()).store).toBe('session');
    expect(await service.target(key.id)).toMatchObject({ value: { secret } });
  });
});
