/** The list of keys is lost, damaged or older than the keychain. Every key comes back, and no secret goes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err } from '../../../shared/base/result';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';
import { tellFaults } from '../../support/tell-faults';

const secretOf = (number: number) => inventedKey(`number${String(number).padStart(12, '0')}`);
const adminSecret = ['sk', 'admin', 'INVENTED0123456789abcd'].join('-');
const SENT_FOR = { organization: 'org-Maple1', project: 'proj_Maple2' };
const GATEWAY = 'https://gateway.example.com/v1';

let folder: string;
let path: string;
let vault: MemoryVault;
let environment: ReturnType<typeof manualEnvironment>;
let open: DatabaseSync[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lost-'));
  path = join(folder, 'data.sqlite');
  vault = new MemoryVault('session', 'linux');
  environment = manualEnvironment();
  open = [];
});
afterEach(() => {
  for (const database of open) database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The app is started on the file; what ran before has ended. */
function started(profile = 'mine') {
  for (const database of open.splice(0)) database.close();
  const opened = openDatabase(path, environment.now);
  open.push(opened.database);
  const installed = installedKeys(environment, { vault, database: opened.database, profile });
  return { ...installed, setAside: opened.setAside };
}

type Started = ReturnType<typeof started>;

async function add({ keys }: Started, number: number, baseUrl: string | null = null): Promise<string> {
  const added = await keys.add({ secret: secretOf(number), label: `Key ${number}`, baseUrl });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

/** What can be used, by label. */
async function usable({ keys }: Started) {
  const targets = await Promise.all(
    keys.list().map(async ({ id, label }) => [label, await keys.target(id)] as const),
  );
  return Object.fromEntries(
    targets.map(([label, target]) => [label, target.ok ? target.value : target.error.code]),
  );
}

const bound = (number: number, baseUrl = 'https://api.openai.com/v1') => ({
  secret: secretOf(number),
  baseUrl,
});

/** Ends what runs on the file, so that it can be replaced. */
function ended(): void {
  for (const database of open.splice(0)) {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
}

const LOSSES = {
  'was deleted': () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
  },
  'was emptied': () => writeFileSync(path, ''),
  'was overwritten with junk': () => writeFileSync(path, 'no database, '.repeat(500)),
  'was cut in half': () => writeFileSync(path, readFileSync(path).subarray(0, readFileSync(path).length / 2)),
};

describe.each(Object.entries(LOSSES))('a list that %s', (_name, lose) => {
  it('comes back at the start, with labels, colours, addresses and both kinds of key', async () => {
    const before = started();
    const first = await add(before, 1);
    await add(before, 2, GATEWAY);
    before.keys.edit(first, { label: 'Renamed', note: '', colour: 'teal', sentFor: SENT_FOR });
    await before.keys.reviewVault();
    const adminDetails = {
      id: 'admin-1',
      use: 'admin',
      label: 'Owner',
      baseUrl: GATEWAY,
      colour: null,
      addedAt: '2026-11-22T10:00:00.000Z',
    } as const;
    const facts = { account: 'admin-1', fingerprint: 'f', kind: 'admin', lastFour: 'abcd' } as const;
    await before.safe.home.inTurn((turn) =>
      before.safe.home.keep(turn, before.admin, { details: adminDetails, facts }, adminSecret),
    );
    const known = before.keys.list();
    ended();
    lose();
    const after = started();
    expect(after.keys.list()).toEqual([]);
    await after.keys.lookForLost(after.setAside !== null);
    expect(after.keys.list()).toEqual(known);
    expect(await usable(after)).toEqual({ Renamed: bound(1), 'Key 2': bound(2, GATEWAY) });
    expect(after.admin.list()).toMatchObject([
      { id: 'admin-1', label: 'Owner', baseUrl: GATEWAY, lastFour: 'abcd' },
    ]);
    expect(after.recoveries.read()).toEqual({
      restored: expect.arrayContaining(['Renamed', 'Key 2', 'Owner']),
      mended: [],
      withoutDetails: 0,
      damagedPages: 0,
    });
    expect(await after.keys.reviewVault()).toMatchObject({
      value: { checked: 2, missing: 0, unclaimed: [] },
    });
  });

  it('comes back at the first use of the keychain, where that was closed at the start', async () => {
    await add(started(), 1);
    ended();
    lose();
    const after = started();
    const peek = vault.peek.bind(vault);
    vault.peek = async () => false;
    await after.keys.lookForLost(after.setAside !== null);
    expect(after.keys.list()).toEqual([]);
    vault.peek = peek;
    await add(after, 2);
    expect(Object.keys(await usable(after)).sort()).toEqual(['Key 1', 'Key 2']);
    ended();
    lose();
    const again = started();
    await again.keys.retryVault();
    expect(
      again.keys
        .list()
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['Key 1', 'Key 2']);
  });
});

describe('a list that is older than the keychain', () => {
  it('gets the keys added since, and the secrets replaced since', async () => {
    const before = started();
    const replaced = await add(before, 1);
    await add(before, 2);
    ended();
    const backup = readFileSync(path);
    const later = started();
    await add(later, 3, GATEWAY);
    await later.keys.rotate(replaced, secretOf(4));
    ended();
    writeFileSync(path, backup);
    const after = started();
    expect(await after.keys.reviewVault()).toMatchObject({ value: { missing: 0, unclaimed: [] } });
    expect(await usable(after)).toEqual({ 'Key 1': bound(4), 'Key 2': bound(2), 'Key 3': bound(3, GATEWAY) });
    expect(after.recoveries.read()).toEqual({
      restored: ['Key 3'],
      mended: ['Key 1'],
      withoutDetails: 0,
      damagedPages: 0,
    });
  });

  it('gives a secret to the key that it was entered for, though the list remembers it of another', async () => {
    const before = started();
    const replaced = await add(before, 1);
    ended();
    const backup = readFileSync(path);
    const later = started();
    await later.keys.rotate(replaced, secretOf(4));
    // The secret that the older list knows of the first key is another key's now, with another address.
    await later.keys.add({ secret: secretOf(1), label: 'Key 1 again', baseUrl: GATEWAY });
    await later.keys.rotate(replaced, secretOf(5));
    ended();
    writeFileSync(path, backup);
    const after = started();
    await after.keys.reviewVault();
    expect(await usable(after)).toEqual({ 'Key 1': bound(5), 'Key 1 again': bound(1, GATEWAY) });
  });

  it('sends a secret to the address that it was entered with, though the list has it under another key', async () => {
    const before = started();
    const replaced = await add(before, 1);
    const second = await add(before, 2, GATEWAY);
    ended();
    const backup = readFileSync(path);
    const later = started();
    later.keys.remove([second]);
    environment.timers.advance(10_000);
    await later.keys.reviewVault();
    expect(await later.keys.rotate(replaced, secretOf(2))).toMatchObject({ ok: true });
    ended();
    writeFileSync(path, backup);
    const after = started();
    await after.keys.reviewVault();
    const found = Object.values(await usable(after)).filter((target) => typeof target !== 'string');
    expect(found).toEqual([bound(2)]);
  });

  it.each([
    ['is older', true],
    ['is gone', false],
  ])(
    'keeps the newer of two secrets for a key where the list %s and the older is still there',
    async (_name, hasBackup) => {
      const before = started();
      const replaced = await add(before, 1);
      ended();
      const backup = readFileSync(path);
      const later = started();
      // The keychain holds on to the old secret.
      const remove = vault.remove.bind(vault);
      vault.remove = async () => err({ kind: 'failed', detail: '' });
      await later.keys.rotate(replaced, secretOf(4));
      ended();
      vault.remove = remove;
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
      if (hasBackup) writeFileSync(path, backup);
      for (const _start of [1, 2]) {
        const after = started();
        await after.keys.lookForLost(true);
        expect(await after.keys.reviewVault()).toMatchObject({
          value: {
            missing: 0,
            changed: 0,
            unclaimed: [{ account: replaced, lastFour: secretOf(1).slice(-4) }],
          },
        });
        expect(await usable(after)).toEqual({ 'Key 1': bound(4) });
        expect(after.keys.list().map(({ id }) => id)).toEqual([replaced]);
        ended();
      }
    },
  );

  it('takes the older of two secrets where the newer never got into the keychain', async () => {
    const before = started();
    const id = await add(before, 1);
    const put = vault.put.bind(vault);
    vault.put = async (account, secret) =>
      secret === secretOf(4) ? err({ kind: 'locked' }) : put(account, secret);
    expect(await before.keys.rotate(id, secretOf(4))).toMatchObject({ ok: false });
    ended();
    LOSSES['was deleted']();
    const after = started();
    await after.keys.lookForLost(true);
    expect(await usable(after)).toEqual({ 'Key 1': bound(1) });
  });

  it('marks what was deleted since, and brings back nothing that is gone', async () => {
    const before = started();
    const deleted = await add(before, 1);
    ended();
    const backup = readFileSync(path);
    const later = started();
    later.keys.remove([deleted]);
    environment.timers.advance(10_000);
    await later.keys.reviewVault();
    ended();
    writeFileSync(path, backup);
    const after = started();
    await after.keys.reviewVault();
    expect(after.keys.list().map(({ drift }) => drift)).toEqual(['missing']);
    expect(after.recoveries.read()).toBe(null);
  });
});

describe('a page of the keychain’s list that somebody deleted or damaged', () => {
  const DAMAGES = {
    deleted: () => vault.remove('list-mine-0'),
    damaged: () => vault.put('list-mine-0', '{"a": 1'),
  };
  const COUNT = 40;
  const whole = async () => {
    const before = started();
    for (let number = 0; number < COUNT; number += 1) await add(before, number);
    ended();
  };

  it.each(Object.entries(DAMAGES))('is told of where the list is lost as well: %s', async (_name, damage) => {
    await whole();
    await damage();
    LOSSES['was deleted']();
    const after = started();
    await after.keys.lookForLost(true);
    const back = after.keys.list().length;
    expect(back > 0 && back < COUNT).toBe(true);
    expect(after.recoveries.read()).toMatchObject({ damagedPages: 1 });
  });

  it.each(Object.entries(DAMAGES))(
    'is made up for in silence where the list is whole: %s',
    async (_name, damage) => {
      await whole();
      await damage();
      const healing = started();
      await healing.keys.reviewVault();
      expect(healing.recoveries.read()).toBe(null);
      ended();
      LOSSES['was deleted']();
      const after = started();
      await after.keys.lookForLost(true);
      expect(after.keys.list()).toHaveLength(COUNT);
    },
  );
});

describe('a keychain of an earlier version, which kept accounts alone', () => {
  it('gives its keys back to an empty list under made-up labels, and says so', async () => {
    await vault.put('a', secretOf(1));
    await vault.put('b', adminSecret);
    await vault.put('index-0', 'a|b|gone|');
    const after = started();
    await after.keys.lookForLost(false);
    expect(after.keys.list().map(({ id, label }) => [id, label])).toEqual([
      ['a', `OpenAI …${secretOf(1).slice(-4)}`],
    ]);
    expect(after.admin.list().map(({ label }) => label)).toEqual(['Admin …abcd']);
    expect(after.recoveries.read()).toMatchObject({ withoutDetails: 2 });
    expect(await after.keys.reviewVault()).toMatchObject({ value: { unclaimed: [] } });
  });

  it('has its keys entered with all that the list knows of them, and loses none to another profile', async () => {
    const before = started();
    await add(before, 1);
    const [{ id = '' } = {}] = before.keys.list();
    // As an earlier version left it.
    await vault.remove('list-mine-0');
    await vault.remove('profiles');
    await vault.put('index-0', `${id}|theirs|`);
    await vault.put('theirs', secretOf(2));
    const upgraded = started();
    expect(await upgraded.keys.reviewVault()).toMatchObject({
      value: { unclaimed: [{ account: 'theirs', origin: 'unknown', label: null, sameAs: null }] },
    });
    ended();
    LOSSES['was deleted']();
    const after = started();
    await after.keys.lookForLost(false);
    expect(after.keys.list().map(({ label }) => label)).toContain('Key 1');
  });

  it('leaves a secret of no known form to the person, since nothing says where it may be sent', async () => {
    await vault.put('a', 'gateway-token-0123456789-0123456789');
    await vault.put('index-0', 'a|');
    const after = started();
    await after.keys.lookForLost(false);
    expect(after.keys.list()).toEqual([]);
    expect(await after.keys.reviewVault()).toMatchObject({ value: { unclaimed: [{ account: 'a' }] } });
    expect(await after.keys.adoptUnclaimed('a')).toMatchObject({ ok: true });
    expect(after.keys.list()).toHaveLength(1);
  });
});

it('asks nothing at the start where the list is whole, and writes nothing on a first start', async () => {
  const first = started();
  let asked = 0;
  vault.peek = async () => {
    asked += 1;
    return false;
  };
  await first.keys.lookForLost(false);
  await first.keys.lookForLost(false);
  expect(asked).toBe(1);
  await add(first, 1);
  await started().keys.lookForLost(true);
  expect(asked).toBe(1);
});

it('sends a key to the address that the keychain knows, where a fault changed the list’s', async () => {
  const before = started();
  const id = await add(before, 1, GATEWAY);
  before.database.exec("UPDATE keys SET base_url = 'https://gatewax.example.com/v1'");
  const after = started();
  expect(await after.keys.target(id)).toMatchObject({ value: { baseUrl: GATEWAY } });
  expect(after.recoveries.read()).toMatchObject({ mended: ['Key 1'] });
});

describe('a page of the register that others changed', () => {
  const ENTRY = { a: 'a', u: 'inference', l: 'One', b: GATEWAY, t: '2026-11-22T10:00:00.000Z' };
  const changed = async (entry: object) => {
    await vault.put('a', secretOf(1));
    await vault.put('profiles', '["mine"]');
    await vault.put('list-mine-0', JSON.stringify([entry]));
    const after = started();
    await after.keys.lookForLost(false);
    return after;
  };

  it.each(['canary', 'scout', 'profiles', 'list-mine-0', 'index-0'])(
    'makes no key of the app’s own entry %s',
    async (account) => {
      // Whatever the keychain itself keeps there is a text as well.
      await vault.put(account, secretOf(2));
      await vault.put('index-0', `${account}|`);
      const after = await changed({ ...ENTRY, a: account });
      expect(after.keys.list()).toEqual([]);
      expect(await after.keys.reviewVault()).toMatchObject({ value: { unclaimed: [] } });
      expect(await vault.get('list-mine-0')).toMatchObject({ ok: true });
    },
  );

  it('gives no key an id that nothing can ask for', async () => {
    const after = await changed({ ...ENTRY, i: 'x'.repeat(65) });
    expect(after.keys.list().map(({ id, label }) => [id, label])).toEqual([['a', 'One']]);
  });

  it('gives a key the address as it is written everywhere', async () => {
    const after = await changed({ ...ENTRY, b: 'HTTPS://GATEWAY.example.com/v1/' });
    expect(after.keys.list().map(({ baseUrl }) => baseUrl)).toEqual([GATEWAY]);
  });
});

it('puts back under its own id a key whose row cannot be read, and keeps the row', async () => {
  const before = started();
  const id = await add(before, 1);
  await add(before, 2);
  before.database.exec("UPDATE keys SET account = '' WHERE label = 'Key 1'");
  const after = started();
  expect([after.keys.list().length, after.keys.unreadable()]).toEqual([1, 1]);
  await after.keys.lookForLost(false);
  expect([after.keys.find(id)?.label, after.keys.unreadable()]).toEqual(['Key 1', 0]);
  expect(after.database.prepare('SELECT of_table FROM unreadable_rows').all()).toEqual([
    { of_table: 'keys' },
  ]);
});

it.each(['id', 'account'])('puts back a key whose %s has a byte that is no text', async (column) => {
  const before = started();
  const id = await add(before, 1);
  await add(before, 2);
  before.database.exec(`UPDATE keys SET ${column} = CAST(x'69e42d3134' AS TEXT) WHERE label = 'Key 1'`);
  const after = started();
  expect(after.keys.unreadable()).toBe(1);
  await after.keys.lookForLost(false);
  expect([after.keys.find(id)?.label, after.keys.unreadable()]).toEqual(['Key 1', 0]);
  expect(Object.values(await usableSecrets(after)).sort()).toEqual([secretOf(1), secretOf(2)]);
});

/** The same faults each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a single flipped bit in the file', () => {
  const COUNT = 200;
  const FLIPS = process.env['MAD_FAULTS'] === 'long' ? 400 : 60;

  // At full length each damaged file is opened, salvaged and compared with the keychain 400 times.
  it(`loses and hides none of ${COUNT} keys, ${FLIPS} times over`, { timeout: 600_000 }, async () => {
    const before = started();
    const ids: string[] = [];
    for (let number = 0; number < COUNT; number += 1) ids.push(await add(before, number));
    for (const id of ids)
      before.store.recordHealth(id, { kind: 'accepted', models: 3 }, '2026-11-22T10:00:00.000Z');
    ended();
    const whole = readFileSync(path);
    const secrets = ids.map((_, number) => secretOf(number)).sort();
    const next = random(20_261_130);
    const outcomes = new Map<string, number>();
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = Math.floor(next() * whole.length);
      const file = Buffer.from(whole);
      file[at] = (file[at] ?? 0) ^ (1 << Math.floor(next() * 8));
      for (const name of ['', '-wal', '-shm']) rmSync(path + name, { force: true });
      writeFileSync(path, file);
      const after = started();
      await after.keys.lookForLost(after.setAside !== null);
      await after.keys.reviewVault();
      const found = Object.values(await usableSecrets(after));
      expect([flip, at, found.sort()]).toEqual([flip, at, secrets]);
      const kind =
        after.setAside !== null ? 'set aside' : after.recoveries.read() === null ? 'no effect' : 'mended';
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      ended();
      for (const name of [after.setAside ?? 'none']) rmSync(name, { force: true });
    }
    const told = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
    tellFaults(`flipped bits in the list of ${COUNT} keys`, FLIPS, `every key found each time (${told})`);
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(FLIPS);
  });
});

async function usableSecrets({ keys }: Started): Promise<readonly string[]> {
  const targets = await Promise.all(keys.list().map(({ id }) => keys.target(id)));
  return targets.map((target) => (target.ok ? target.value.secret : target.error.code));
}
