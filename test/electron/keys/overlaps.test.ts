/** What the person and a running check ask of the same keys at once, at every offset between the two. */
import { describe, expect, it } from 'vitest';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { inventedKey } from '../../support/secrets';

const secretOf = (name: string) => inventedKey(`${name}_0123456789${name}`);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** One job after the other, each taking its time, as with the real keychain. */
class QueuedVault extends MemoryVault {
  #last: Promise<unknown> = Promise.resolve();

  #job<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(turn).then(work);
    this.#last = result;
    return result;
  }
  override put(id: string, secret: string) {
    return this.#job(() => super.put(id, secret));
  }
  override get(id: string) {
    return this.#job(() => super.get(id));
  }
  override remove(id: string) {
    return this.#job(() => super.remove(id));
  }
}

async function stored() {
  const environment = manualEnvironment();
  const vault = new QueuedVault('session', 'linux');
  const { keys, ledger } = installedKeys(environment, { vault });
  const add = async (name: string) => {
    const added = await keys.add({ secret: secretOf(name), label: name, baseUrl: null });
    if (!added.ok) throw new Error(added.error.code);
    return added.value.id;
  };
  return { keys, ledger, vault, mine: await add('mine'), other: await add('else') };
}

async function turns(count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await turn();
}

const OFFSETS = Array.from({ length: 16 }, (_, offset) => offset);
const AGREEMENT = {
  ok: true,
  value: { checked: 2, missing: 0, changed: 0, unclaimed: [] },
};
const withSecret = (secret: string) => ({ ok: true, value: { secret } });

describe.each(OFFSETS)('while a key is replaced, %i turns in', (offset) => {
  it('the use of another key leaves the new secret where it is', async () => {
    const { keys, mine, other } = await stored();
    const replaced = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    expect(await keys.target(other)).toMatchObject(withSecret(secretOf('else')));
    expect(await replaced).toMatchObject({ ok: true });
    expect(await keys.target(mine)).toMatchObject(withSecret(secretOf('anew')));
    expect(await keys.reviewVault()).toEqual(AGREEMENT);
  });

  it('its own use gets one secret or the other, and never calls it missing', async () => {
    const { keys, mine } = await stored();
    const replaced = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    const target = await keys.target(mine);
    expect([secretOf('mine'), secretOf('anew')]).toContain(
      target.ok ? target.value.secret : target.error.code,
    );
    await replaced;
    expect(keys.find(mine)?.drift).toBe(null);
  });

  it('a use that began before it gets one secret or the other as well', async () => {
    const { keys, mine } = await stored();
    const target = keys.target(mine);
    await turns(offset);
    await keys.rotate(mine, secretOf('anew'));
    expect(await target).toMatchObject({ ok: true });
    expect(keys.find(mine)?.drift).toBe(null);
  });

  it('checking the keychain marks nothing as missing', async () => {
    const { keys, mine } = await stored();
    const replaced = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    expect(await keys.reviewVault()).toEqual(AGREEMENT);
    await replaced;
    expect(keys.find(mine)?.drift).toBe(null);
  });

  it('a second replacement leaves one secret and nothing behind', async () => {
    const { keys, ledger, mine } = await stored();
    const first = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    const second = await keys.rotate(mine, secretOf('twice'));
    expect([(await first).ok, second.ok]).toEqual([true, true]);
    expect(await keys.target(mine)).toMatchObject(withSecret(secretOf('twice')));
    expect([ledger.decided().size, await keys.reviewVault()]).toEqual([0, AGREEMENT]);
  });

  it('deleting it deletes it, with either secret, and it can be brought back', async () => {
    const { keys, mine, other } = await stored();
    const replaced = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    expect(keys.remove([mine]).ok).toBe(true);
    await replaced;
    expect(keys.list().map(({ id }) => id)).toEqual([other]);
    expect(keys.undoRemove().ok).toBe(true);
    const target = await keys.target(mine);
    expect([secretOf('mine'), secretOf('anew')]).toContain(
      target.ok ? target.value.secret : target.error.code,
    );
    expect(await keys.reviewVault()).toEqual(AGREEMENT);
  });

  it('accepting what others put there does not bring the old account back', async () => {
    const { keys, vault, mine } = await stored();
    await vault.put(mine, secretOf('foreign'));
    const replaced = keys.rotate(mine, secretOf('anew'));
    await turns(offset);
    await keys.acceptChanged(mine);
    await replaced;
    expect(await keys.target(mine)).toMatchObject(withSecret(secretOf('anew')));
    expect(await keys.reviewVault()).toEqual(AGREEMENT);
  });
});
