import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyService } from '../../../electron/keys/key-service';
import { openDatabase } from '../../../electron/store/database';
import type { DeletionLedger } from '../../../electron/store/deletion-ledger';
import type { KeyStore } from '../../../electron/store/key-store';
import type { Vault } from '../../../electron/vault/vault';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { lastFourOf } from '../../../shared/keys/key-text';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { listed, refused, unanswered } from '../../support/evidence';
import { manualEnvironment } from '../../support/manual-environment';
import { MoodyVault } from '../../support/moody-vault';
import { installedKeys } from '../../support/safe';

const secret = ['sk', 'proj', 'Zy9_'.repeat(10)].join('-');
const other = ['sk', 'svcacct', `${'Qw8_'.repeat(9)}Zy9_`].join('-');

let vault: MoodyVault;
let database: DatabaseSync;
let store: KeyStore;
let ledger: DeletionLedger;
let service: KeyService;
let environment: ReturnType<typeof manualEnvironment>;

function begin(withVault: Vault = vault): KeyService {
  const installed = installedKeys(environment, { vault: withVault, database });
  ({ store, ledger } = installed);
  return installed.keys;
}

/** Rows that are being added, and accounts that are to be cleared. */
const unfinished = () => [...store.held().filter(({ adding }) => adding), ...ledger.decided()];

beforeEach(() => {
  vault = new MoodyVault('session', 'linux');
  environment = manualEnvironment();
  database = openDatabase(':memory:', environment.now).database;
  service = begin();
});

async function addKey(label = 'Work') {
  const added = await service.add({ secret: `"${secret}"`, label, baseUrl: null });
  if (!added.ok) throw new Error(added.error.code);
  return added.value;
}

describe('keys', () => {
  it('keeps what may be shown in the database and the secret in the vault', async () => {
    const key = await addKey();
    expect(service.list()).toEqual([
      {
        id: 'id-1',
        label: 'Work',
        note: '',
        colour: null,
        kind: 'project',
        lastFour: secret.slice(-4),
        baseUrl: 'https://api.openai.com/v1',
        learnedAt: null,
        hostSeen: null,
        sentFor: NO_HEADERS,
        organization: null,
        project: null,
        addedAt: '2026-11-22T10:00:00.000Z',
        checkedAt: null,
        health: null,
        drift: null,
      },
    ]);
    expect(await service.target(key.id)).toEqual({
      ok: true,
      value: { secret, baseUrl: 'https://api.openai.com/v1' },
    });
    expect(JSON.stringify(service.list())).not.toContain(secret.slice(8, 30));
  });

  it.each([
    ['nothing', '', null, 'key_empty'],
    ['an admin key', ['sk', 'admin', 'Zy9_'.repeat(10)].join('-'), null, 'key_admin'],
    ['a key for a plain http host', secret, 'http://example.com/v1', 'base_url_insecure'],
  ])('refuses %s and stores nothing', async (_name, text, baseUrl, code) => {
    expect(await service.add({ secret: text, label: '', baseUrl })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(service.list()).toEqual([]);
  });

  it('names the key that has the same secret already', async () => {
    await addKey('First');
    expect(await service.add({ secret, label: 'Second', baseUrl: null })).toEqual({
      ok: false,
      error: { code: 'key_duplicate', values: { label: 'First' } },
    });
  });

  it('makes up labels that differ', async () => {
    await service.add({ secret, label: ' ', baseUrl: null });
    await service.add({ secret: other, label: '', baseUrl: null });
    const labels = service.list().map((key) => key.label);
    expect(labels).toEqual([`OpenAI …${secret.slice(-4)}`, `OpenAI …${other.slice(-4)} (2)`]);
  });

  it('leaves nothing behind when the vault refuses to store', async () => {
    vault.refuse = 'locked';
    expect(await service.add({ secret, label: '', baseUrl: null })).toMatchObject({
      ok: false,
      error: { code: 'vault_locked' },
    });
    vault.refuse = null;
    expect([service.list(), unfinished()]).toEqual([[], []]);
    expect((await service.add({ secret, label: '', baseUrl: null })).ok).toBe(true);
  });

  it('brings a deleted key back within ten seconds', async () => {
    const key = await addKey();
    expect(service.remove([key.id])).toEqual({ ok: true, value: null });
    expect([service.list(), service.deleted()]).toEqual([
      [],
      { count: 1, until: '2026-11-22T10:00:10.000Z' },
    ]);
    expect(await service.target(key.id)).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(service.undoRemove()).toEqual({ ok: true, value: null });
    environment.timers.advance(20_000);
    expect([service.list(), service.deleted()]).toEqual([[key], null]);
    expect((await service.target(key.id)).ok).toBe(true);
  });

  it('takes deleted secrets out of the vault once they cannot be brought back', async () => {
    const [first, second] = [await addKey(), await service.add({ secret: other, label: '', baseUrl: null })];
    service.remove([first.id]);
    environment.timers.advance(9_000);
    if (second.ok) service.remove([second.value.id]);
    environment.timers.advance(9_000);
    expect(service.deleted()?.count).toBe(2);
    expect((await vault.get(first.id)).ok).toBe(true);
    environment.timers.advance(1_000);
    await service.close();
    expect([unfinished(), service.undoRemove().ok]).toEqual([[], false]);
  });

  it('shows deleted keys again where the vault holds on to them', async () => {
    const key = await addKey();
    service.remove([key.id]);
    vault.refuse = 'locked';
    await service.close();
    expect(service.list()).toEqual([key]);
  });

  it('lets a disk that refuses to forget a key hold up neither later deletions nor closing', async () => {
    const key = await addKey();
    const later = await service.add({ secret: other, label: 'later', baseUrl: null });
    const works = store.forget.bind(store);
    store.forget = () => {
      throw new Error('The disk is full');
    };
    service.remove([key.id]);
    environment.timers.advance(10_000);
    await new Promise((resolve) => setImmediate(resolve));
    store.forget = works;
    if (later.ok) service.remove([later.value.id]);
    environment.timers.advance(10_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(later.ok && store.heldAs(later.value.id)).toBe(null);
    await service.close();
    expect((await vault.get(key.id)).ok).toBe(false);
  });

  it('closes the vault even where the last deletion fails', async () => {
    const key = await addKey();
    service.remove([key.id]);
    const full = () => {
      throw new Error('The disk is full');
    };
    store.forget = full;
    ledger.together = full;
    await service.close();
    expect(await vault.get(key.id)).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  it('forgets a key whose secret is gone from the vault anyway', async () => {
    const key = await addKey();
    service.remove([key.id]);
    vault.refuse = 'missing';
    await service.close();
    expect([service.list(), unfinished()]).toEqual([[], []]);
  });

  it('finishes after a crash what was deleted before it', async () => {
    const key = await addKey();
    service.remove([key.id]);
    service = begin();
    expect(service.list()).toEqual([]);
    expect((await service.add({ secret, label: 'The same again', baseUrl: null })).ok).toBe(true);
    expect(await vault.get(key.id)).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  it('takes a key that was just deleted when it is added again', async () => {
    const key = await addKey('Before');
    service.remove([key.id]);
    expect(await service.add({ secret, label: 'After', baseUrl: null })).toMatchObject({ ok: true });
    expect([service.list().map(({ label }) => label), service.deleted()]).toEqual([['After'], null]);
  });

  it('ends an addition that a crash left half done, whichever half it was', async () => {
    const key = await addKey();
    const facts = { kind: 'project', lastFour: 'abcd', fingerprint: 'f', account: 'never-stored' } as const;
    const bound = { use: 'inference', baseUrl: key.baseUrl, colour: null, addedAt: key.addedAt } as const;
    store.begin({ ...bound, id: 'never-stored', label: 'Never stored' }, facts);
    database.prepare("UPDATE keys SET state = 'adding'").run();
    service = begin();
    expect(service.list()).toEqual([]);
    await service.add({ secret: other, label: 'New', baseUrl: null });
    expect(service.list().map(({ label }) => label)).toEqual(['Work', 'New']);
    expect([unfinished(), await service.target(key.id)]).toMatchObject([[], { value: { secret } }]);
  });

  it.each(['storee', 'stored ', '', 'removing'])(
    'shows a key whose state reads %j, and keeps its secret',
    async (state) => {
      const key = await addKey();
      database.prepare('UPDATE keys SET state = ?').run(state);
      service = begin();
      await service.add({ secret: other, label: 'New', baseUrl: null });
      expect(service.find(key.id)).toEqual(key);
      expect(await service.target(key.id)).toMatchObject({ value: { secret } });
    },
  );

  it('deletes no secret on a record whose seal does not agree', async () => {
    const key = await addKey();
    service.remove([key.id]);
    database.prepare("UPDATE vault_deletions SET at = '2026-11-22T10:00:01.000Z'").run();
    service = begin();
    expect(service.list()).toEqual([key]);
    expect(await service.target(key.id)).toMatchObject({ value: { secret } });
  });

  it('replaces a secret and keeps everything but what the old one’s answers told of it', async () => {
    const key = await addKey('Work');
    service.edit(key.id, { label: 'Work', note: 'for the shop', colour: 'teal', sentFor: NO_HEADERS });
    store.learn(key.id, { organization: 'org-1', project: 'proj_1' }, '2026-11-22T10:00:00.000Z');
    store.recordHealth(key.id, { kind: 'refused', code: 'key_invalid' }, '2026-11-22T10:00:00.000Z');
    expect(await service.rotate(key.id, other)).toEqual({
      ok: true,
      value: {
        ...key,
        note: 'for the shop',
        colour: 'teal',
        organization: null,
        project: null,
        kind: 'service_account',
      },
    });
    expect(await service.target(key.id)).toMatchObject({ value: { secret: other } });
    expect(await vault.get(key.id)).toEqual({ ok: false, error: { kind: 'missing' } });
    expect((await service.add({ secret, label: 'The old one', baseUrl: null })).ok).toBe(true);
  });

  it.each([
    ['when the vault refuses the new one', 'locked', other, 'vault_locked'],
    ['when the new one is an admin key', null, ['sk', 'admin', 'Zy9_'.repeat(10)].join('-'), 'key_admin'],
    ['when the new one belongs to another key', null, other, 'key_duplicate'],
  ] as const)('keeps the old secret %s', async (_name, refuse, wish, code) => {
    const key = await addKey();
    if (code === 'key_duplicate') await service.add({ secret: other, label: 'Other', baseUrl: null });
    vault.refuse = refuse;
    expect(await service.rotate(key.id, wish)).toMatchObject({ ok: false, error: { code } });
    vault.refuse = null;
    expect(await service.target(key.id)).toMatchObject({ value: { secret } });
    await service.reviewVault();
    expect([service.list()[0], unfinished()]).toEqual([key, []]);
  });

  it('clears up after a crash in the middle of a replacement', async () => {
    const key = await addKey();
    ledger.decide('half-done', key.addedAt);
    await vault.put('half-done', other);
    service = begin();
    expect(await service.target(key.id)).toMatchObject({ value: { secret } });
    expect([unfinished(), await vault.get('half-done')]).toEqual([
      [],
      { ok: false, error: { kind: 'missing' } },
    ]);
  });

  it('notices at its use that a secret was deleted outside', async () => {
    const key = await addKey();
    await vault.remove(key.id);
    expect(await service.target(key.id)).toMatchObject({ ok: false, error: { code: 'vault_missing' } });
    expect(service.find(key.id)?.drift).toBe('missing');
    expect((await service.rotate(key.id, secret)).ok).toBe(true);
    expect(await service.target(key.id)).toMatchObject({ value: { secret } });
    expect(service.find(key.id)?.drift).toBe(null);
  });

  it('uses no secret that was changed outside until it is accepted', async () => {
    const key = await addKey();
    await vault.put(key.id, `${other}x`);
    expect(await service.target(key.id)).toMatchObject({ ok: false, error: { code: 'vault_changed' } });
    expect(await service.acceptChanged(key.id)).toMatchObject({
      ok: true,
      value: { kind: 'service_account', lastFour: `${other}x`.slice(-4), drift: null },
    });
    expect(await service.target(key.id)).toMatchObject({ value: { secret: `${other}x` } });
  });

  it('has a key after all whose secret was stored when the disk had no room to confirm it', async () => {
    const works = store.confirm.bind(store);
    store.confirm = () => {
      throw new Error('disk full');
    };
    await expect(service.add({ secret, label: 'Late', baseUrl: null })).rejects.toThrow('disk full');
    expect(service.list()).toEqual([]);
    store.confirm = works;
    await service.reviewVault();
    expect(service.list().map(({ label }) => label)).toEqual(['Late']);
    expect([unfinished(), await service.target('id-1')]).toMatchObject([[], { value: { secret } }]);
  });

  it('learns the key’s home and health from answers, and calls no key bad for being offline', async () => {
    const key = await addKey();
    const about = (evidence: Evidence) => {
      if (evidence.kind === 'probe') service.learnFrom({ ...evidence, keyId: key.id });
      return service.find(key.id)?.health ?? null;
    };
    expect(about(listed('a', 'b'))).toEqual({ kind: 'accepted', models: 2 });
    expect(about(unanswered('offline'))).toEqual({ kind: 'undecided', code: 'offline' });
    expect(about(refused('list', 'key_scope'))).toEqual({ kind: 'accepted_cannot_list' });
    about(refused('free_probe', 'project_lacks_model', { project: 'proj_Named' }));
    expect(service.find(key.id)?.project).toBe('proj_Named');
  });

  it('says at once that a secret was replaced, by whatever way and in whatever ring', async () => {
    const replaced: (readonly [string, string | undefined])[] = [];
    const stop = service.onReplaced((id) => replaced.push([id, service.find(id)?.lastFour]));
    const key = await addKey();
    await service.rotate(key.id, other);
    await vault.put(store.heldAs(key.id)?.account ?? '', secret);
    await service.acceptChanged(key.id);
    await service.useSessionOnly();
    const kept = await addKey();
    await service.rotate(kept.id, other);
    stop();
    await service.rotate(kept.id, secret);
    expect(replaced).toEqual([
      [key.id, lastFourOf(other)],
      [key.id, lastFourOf(secret)],
      [kept.id, lastFourOf(other)],
    ]);
  });
});
