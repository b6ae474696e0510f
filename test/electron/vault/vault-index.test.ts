import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import type { VaultError } from '../../../electron/vault/vault';
import { VaultIndex } from '../../../electron/vault/vault-index';
import { err } from '../../../shared/result';

const accounts = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, number) => `00000000-0000-4000-8000-${String(from + number).padStart(12, '0')}`,
  );

/** A Windows keychain, the smallest there is, that counts what is written. */
class SmallVault extends MemoryVault {
  writes = 0;
  refuse: VaultError['kind'] | null = null;

  override async put(id: string, secret: string) {
    if (this.refuse !== null) return err({ kind: this.refuse });
    this.writes += 1;
    return super.put(id, secret);
  }
}

let vault: SmallVault;
let index: VaultIndex;

beforeEach(() => {
  vault = new SmallVault('session', 'win32');
  index = new VaultIndex(vault);
});

const done = { ok: true, value: undefined };

describe('the index of the vault', () => {
  it('is empty where nothing was ever stored', async () => {
    expect(await index.read()).toEqual({ ok: true, value: [] });
  });

  it('keeps a thousand accounts in entries that even Windows takes, and gives them back in a new run', async () => {
    expect(await index.enter(accounts(0, 1_000))).toEqual(done);
    const again = await new VaultIndex(vault).read();
    expect(again.ok && [...again.value].sort()).toEqual(accounts(0, 1_000));
  });

  it('writes one entry for one account, and none for one that it names already', async () => {
    await index.enter(accounts(0, 120));
    vault.writes = 0;
    await index.enter(accounts(120, 1));
    await index.enter(accounts(0, 121));
    expect(vault.writes).toBe(1);
  });

  it('strikes accounts off and uses their places again', async () => {
    await index.enter(accounts(0, 60));
    await index.strike(accounts(0, 50));
    await index.enter(accounts(100, 50));
    vault.writes = 0;
    const left = await index.read();
    expect(left.ok && [...left.value].sort()).toEqual([...accounts(50, 10), ...accounts(100, 50)]);
    expect(await vault.get('index-2')).toEqual({ ok: false, error: { kind: 'missing' } });
  });

  it('loses nothing when much is asked of it at once', async () => {
    const all = accounts(0, 90);
    await Promise.all(all.map((account) => index.enter([account])));
    await Promise.all([index.strike(all.slice(0, 30)), index.enter(accounts(200, 30))]);
    const left = await new VaultIndex(vault).read();
    expect(left.ok && [...left.value].sort()).toEqual([...all.slice(30), ...accounts(200, 30)]);
  });

  it('enters nothing while the vault is locked, and everything once it is open', async () => {
    vault.refuse = 'locked';
    expect(await index.enter(accounts(0, 3))).toEqual({ ok: false, error: { kind: 'locked' } });
    vault.refuse = null;
    expect(await index.enter(accounts(0, 3))).toEqual(done);
    expect(await new VaultIndex(vault).read()).toEqual({ ok: true, value: accounts(0, 3) });
  });
});
