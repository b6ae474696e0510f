import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Register, type RegisterEntry } from '../../../electron/keys/register';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import { err } from '../../../shared/base/result';

/** As the Windows Credential Manager, which takes 2,560 bytes; and it may refuse to write. */
class NarrowVault extends MemoryVault {
  refuses = false;
  written = 0;

  constructor() {
    super('session', 'win32');
  }

  override async put(id: string, secret: string) {
    this.written += 1;
    return this.refuses ? err({ kind: 'locked' } as const) : super.put(id, secret);
  }
}

const AT = '2026-11-22T10:00:00.000Z';
const URL = 'https://api.openai.com/v1';
const entry = (account: string, label = account, baseUrl = URL): RegisterEntry => ({
  account,
  details: { id: account, use: 'inference', label, baseUrl, colour: 'teal', addedAt: AT },
});
const entries = (count: number, first = 0) =>
  Array.from({ length: count }, (_, number) => entry(`account-${first + number}`));

let vault: NarrowVault;
let register: Register;
const again = () => new Register('mine').own(vault);
const sorted = (all: readonly RegisterEntry[]) => [...all].sort((a, b) => a.account.localeCompare(b.account));

beforeEach(() => {
  vault = new NarrowVault();
  register = new Register('mine');
});

describe('the register', () => {
  it.each([0, 1, 40, 300])('gives back %i entries whole, whatever they are called', async (count) => {
    const all = entries(count).map((each, number) =>
      number % 2 === 0
        ? each
        : entry(each.account, '鍵"\\\u0000'.repeat(40), `https://gateway.example.com/${'p'.repeat(400)}`),
    );
    expect((await register.enter(vault, all)).ok).toBe(true);
    const read = await again();
    expect(read.ok && sorted(read.value)).toEqual(sorted(all));
  });

  it('agrees with a plain map, whatever is entered, changed and struck off', async () => {
    const names = fc.integer({ min: 0, max: 12 }).map((number) => `account-${number}`);
    const label = fc.string({ unit: 'binary', maxLength: 200 }).filter((text) => text.isWellFormed());
    const step = fc.oneof(
      fc.record({ kind: fc.constant('enter' as const), name: names, label }),
      fc.record({ kind: fc.constant('strike' as const), name: names }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const own = new NarrowVault();
        const tried = new Register('mine');
        const plain = new Map<string, RegisterEntry>();
        for (const each of steps) {
          if (each.kind === 'enter') plain.set(each.name, entry(each.name, each.label));
          else plain.delete(each.name);
          const done =
            each.kind === 'enter'
              ? await tried.enter(own, [entry(each.name, each.label)])
              : await tried.strike(own, [each.name]);
          expect(done.ok).toBe(true);
        }
        const read = await new Register('mine').own(own);
        expect(read.ok && sorted(read.value)).toEqual(sorted([...plain.values()]));
      }),
      { numRuns: 60 },
    );
  });

  it('writes nothing where nothing is new, and once a page where many are', async () => {
    await register.enter(vault, entries(120));
    const { written } = vault;
    expect(written).toBeLessThan(20);
    await new Register('mine').enter(vault, entries(120));
    expect(vault.written).toBe(written);
  });

  it('keeps the pages of two profiles apart, and shows each those of the other', async () => {
    const other = new Register('other');
    await register.enter(vault, entries(30));
    await other.enter(vault, entries(30, 100));
    await register.strike(vault, ['account-100']);
    expect(await register.ofOthers(vault)).toEqual({ ok: true, value: entries(30, 100) });
    expect(await other.ofOthers(vault)).toEqual({ ok: true, value: entries(30) });
  });

  it('reads on where a page is gone, and fills no page that it cannot read', async () => {
    await register.enter(vault, entries(100));
    await vault.remove('list-mine-1');
    await vault.put('list-mine-2', '{"a": 1');
    const read = await again();
    expect(read.ok && read.value.length > 30).toBe(true);
    await new Register('mine').enter(vault, entries(100));
    const repaired = await again();
    expect(repaired.ok && repaired.value.length).toBe(100);
    expect(await vault.get('list-mine-2')).toEqual({ ok: true, value: '{"a": 1' });
  });

  it('reads on behind several pages in a row that are gone', async () => {
    await register.enter(vault, entries(200));
    const whole = await again();
    for (const page of [1, 2, 3, 4]) await vault.remove(`list-mine-${page}`);
    const read = await again();
    const last = whole.ok ? whole.value.at(-1) : undefined;
    expect(read.ok && read.value).toContainEqual(last);
  });

  it('reads what earlier versions entered, and takes off what has a place elsewhere', async () => {
    await vault.put('index-0', 'one|two|three|');
    await vault.put('index-1', 'four|');
    expect(await register.ofEarlierVersions(vault)).toEqual({
      ok: true,
      value: ['one', 'two', 'three', 'four'],
    });
    await register.strikeEarlier(vault, ['two', 'four']);
    expect(await new Register('mine').ofEarlierVersions(vault)).toEqual({
      ok: true,
      value: ['one', 'three'],
    });
  });

  it('tells of a vault that refuses, and begins from what is really there', async () => {
    await register.enter(vault, entries(2));
    vault.refuses = true;
    expect(await register.enter(vault, entries(2, 2))).toEqual({ ok: false, error: { kind: 'locked' } });
    vault.refuses = false;
    expect(await register.own(vault)).toEqual({ ok: true, value: entries(2) });
  });
});
