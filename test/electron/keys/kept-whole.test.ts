/** What others do to the keychain, and what breaks off half-way, costs nobody a key and sends none to another host. */
import { beforeEach, describe, expect, it } from 'vitest';
import { UNDO_MS } from '../../../electron/base/deleted-for-now';
import { Register } from '../../../electron/keys/register';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err } from '../../../shared/base/result';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const GATEWAY = 'https://gateway.example.com/v1';
const secretOf = (name: string) => inventedKey(`${name}_0123456789`);

/** Times out where it is told to when something is written, and opens when the person is ready. */
class StubbornVault extends MemoryVault {
  refused = /^$/;
  opened: Promise<void> = Promise.resolve();
  /** Told before anything is written. */
  writing: (account: string) => void = () => undefined;

  override async put(id: string, secret: string) {
    this.writing(id);
    return this.refused.test(id) ? err({ kind: 'timeout' } as const) : super.put(id, secret);
  }
  override async retry() {
    await this.opened;
    return super.retry();
  }
}

let vault: StubbornVault;
let environment: ReturnType<typeof manualEnvironment>;
type Installed = ReturnType<typeof installedKeys>;
const installed = (profile = 'mine') => installedKeys(environment, { vault, profile });

beforeEach(() => {
  vault = new StubbornVault('session', 'linux');
  environment = manualEnvironment();
});

async function add({ keys }: Pick<Installed, 'keys'>, label: string, baseUrl: string | null = null) {
  const added = await keys.add({ secret: secretOf('one'), label, baseUrl });
  if (!added.ok) throw new Error(added.error.code);
  return added.value.id;
}

describe('taking an entry of the keychain into the list', () => {
  it.each([
    ['nothing', /./],
    ['no secret', /^(?!list-|profiles|index-)/],
    ['no list', /^list-/],
  ])('keeps its secret where %s can be written', async (_what, refused) => {
    const { keys } = installed();
    await add({ keys }, 'own');
    await vault.put('found', secretOf('found'));
    await vault.put('index-0', 'found|');
    vault.refused = refused;
    await keys.adoptUnclaimed('found');
    vault.refused = /^$/;
    expect(await keys.reviewVault()).toMatchObject({ ok: true });
    expect(await vault.get('found')).toEqual({ ok: true, value: secretOf('found') });
  });
});

describe('a key that comes back', () => {
  const lost = async (label: string) => {
    await add(installed(), label, GATEWAY);
    const { keys, recoveries } = installed();
    await keys.lookForLost(true);
    return { keys, recoveries };
  };

  it.each([
    ['a label that looks like a secret', 'sk-embedding-service-prod-2024'],
    ['a label that is too long', 'L'.repeat(201)],
    ['a label of emoji', '👩‍💻'.repeat(40)],
    ['a label with quotes', '"\\"\'`|'],
    ['an address of a person', 'ann@mail.example.org'],
  ])('stays with its host, whatever it is called: %s', async (_name, label) => {
    const { keys } = await lost(label);
    expect(keys.list().map(({ baseUrl }) => baseUrl)).toEqual([GATEWAY]);
  });

  it('is left to the person where its address is damaged', async () => {
    await add(installed(), 'mine', GATEWAY);
    const page = await vault.get('list-mine-0');
    await vault.put('list-mine-0', page.ok ? page.value.replace('https', 'hxtps') : '');
    const { keys } = installed();
    await keys.lookForLost(true);
    expect(keys.list()).toEqual([]);
    expect(await keys.reviewVault()).toMatchObject({ value: { unclaimed: [{ origin: 'own' }] } });
  });
});

describe('the register', () => {
  const AT = '2026-11-22T10:00:00.000Z';
  const entry = (account: string, label = account) => ({
    account,
    details: { id: account, use: 'inference' as const, label, baseUrl: GATEWAY, colour: null, addedAt: AT },
  });

  it('keeps what a later version wrote, whatever is entered, changed and struck off beside it', async () => {
    const later = [
      { a: 'later', u: 'realtime', l: 'x', b: GATEWAY, t: AT },
      { v: 2, of: ['what', 1] },
    ];
    await vault.put('list-mine-0', JSON.stringify(later));
    const register = new Register('mine');
    await register.enter(vault, [entry('one'), entry('two')]);
    await register.enter(vault, [entry('one', 'renamed')]);
    await register.strike(vault, ['two']);
    const page = await vault.get('list-mine-0');
    expect(page.ok && JSON.parse(page.value)).toEqual(expect.arrayContaining(later));
    expect(await new Register('mine').own(vault)).toEqual({ ok: true, value: [entry('one', 'renamed')] });
  });

  it('is announced again at the next start after others took its name out', async () => {
    await new Register('mine').enter(vault, [entry('one')]);
    await vault.put('profiles', '{"damaged');
    await new Register('mine').enter(vault, [entry('one')]);
    expect(await new Register('other').ofOthers(vault)).toEqual({ ok: true, value: [entry('one')] });
  });
});

describe('a key that is deleted while the keychain is being opened', () => {
  const opening = async () => {
    const { keys } = installed();
    await keys.useSessionOnly();
    const id = await add({ keys }, 'of the session');
    const { promise, resolve } = Promise.withResolvers<void>();
    vault.opened = promise;
    const retried = keys.retryVault();
    await new Promise(setImmediate);
    const open = async () => {
      resolve();
      await retried;
    };
    return { keys, id, open };
  };

  it('is brought back with its secret, or is said to be gone', async () => {
    const { keys, id, open } = await opening();
    expect(keys.remove([id]).ok).toBe(true);
    await open();
    const undone = keys.undoRemove();
    expect([undone.ok, keys.find(id) !== null]).toEqual([false, false]);
  });

  it('can be brought back before it is open', async () => {
    const { keys, id, open } = await opening();
    keys.remove([id]);
    expect(keys.undoRemove().ok).toBe(true);
    await open();
    expect(await keys.target(id)).toMatchObject({ ok: true, value: { secret: secretOf('one') } });
  });
});

describe('keys of the session that cannot all be moved', () => {
  const moving = async (meanwhile: (keys: Installed['keys'], first: string) => unknown) => {
    const { keys } = installed();
    await keys.useSessionOnly();
    const first = await add({ keys }, 'first');
    const second = await keys.add({ secret: secretOf('two'), label: 'second', baseUrl: null });
    const account = second.ok ? second.value.id : '';
    vault.refused = new RegExp(account);
    let done: unknown;
    vault.writing = (written) => {
      if (written === account) done ??= meanwhile(keys, first);
    };
    await keys.retryVault();
    await done;
    vault.refused = /^$/;
    return { keys, first };
  };
  const labels = (keys: Installed['keys']) => keys.list().map(({ label }) => label);

  it('stay as they were, and leave no copy', async () => {
    const { keys, first } = await moving(() => undefined);
    expect(labels(keys)).toEqual(['first', 'second']);
    expect((await vault.get(first)).ok).toBe(false);
  });

  it('stay deleted where they were deleted meanwhile, and can be brought back', async () => {
    const { keys, first } = await moving((all, id) => all.remove([id]));
    expect(labels(keys)).toEqual(['second']);
    expect(keys.undoRemove().ok).toBe(true);
    await keys.retryVault();
    expect(labels(keys).toSorted()).toEqual(['first', 'second']);
    expect(await keys.target(first)).toMatchObject({ value: { secret: secretOf('one') } });
  });

  it('keep the secret that they were given meanwhile', async () => {
    const { keys, first } = await moving((all, id) => all.rotate(id, secretOf('anew')));
    await keys.retryVault();
    expect(await keys.target(first)).toMatchObject({ value: { secret: secretOf('anew') } });
  });
});

describe('a deletion that is undone while the disk takes nothing', () => {
  const undone = async () => {
    const app = installed();
    const id = await add(app, 'one');
    app.keys.remove([id]);
    app.database.exec('PRAGMA query_only = ON');
    expect(() => app.keys.undoRemove()).toThrow();
    return { ...app, id };
  };
  const whole = { ok: true, value: { secret: secretOf('one') } };

  it('is not carried out, and undone once the disk takes it', async () => {
    const { keys, database, id } = await undone();
    await environment.timers.advance(UNDO_MS);
    expect(await vault.get(id)).toMatchObject({ ok: true });
    expect(keys.deleted()).toMatchObject({ count: 1 });
    database.exec('PRAGMA query_only = OFF');
    await environment.timers.advance(UNDO_MS);
    expect([keys.deleted(), await keys.target(id)]).toMatchObject([null, whole]);
  });

  it('can be undone by the person again', async () => {
    const { keys, database, id } = await undone();
    database.exec('PRAGMA query_only = OFF');
    expect(keys.undoRemove().ok).toBe(true);
    await environment.timers.advance(UNDO_MS);
    expect(await keys.target(id)).toMatchObject(whole);
  });

  it('is undone by a later deletion and by the end of the app', async () => {
    for (const end of ['deletion', 'close']) {
      vault = new StubbornVault('session', 'linux');
      const { keys, database, id } = await undone();
      database.exec('PRAGMA query_only = OFF');
      const other = await keys.add({ secret: secretOf('two'), label: 'two', baseUrl: null });
      if (end === 'deletion') keys.remove([other.ok ? other.value.id : '']);
      await (end === 'deletion' ? environment.timers.advance(UNDO_MS) : keys.close().catch(() => undefined));
      expect(keys.find(id)).toMatchObject({ label: 'one' });
    }
  });
});
