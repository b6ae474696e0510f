import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../../electron/vault/vault';
import { inventedKey } from '../../support/secrets';

export interface VaultUnderTest {
  readonly vault: Vault;
  readonly close: () => Promise<void>;
}

const ZERO_WIDTH = String.fromCodePoint(0x200b);
const BYTE_ORDER_MARK = String.fromCodePoint(0xfeff);
const LIMIT = 65_536;

const KEPT: readonly [string, string][] = [
  ['an ordinary key', inventedKey('ordinary')],
  ['one character', 'x'],
  ['blanks at both ends and inside', '  a  b  '],
  ['a tab', 'a\tb'],
  ['an invisible character', `a${ZERO_WIDTH}b`],
  ['a byte order mark in front', `${BYTE_ORDER_MARK}abc`],
  ['Japanese, accents and an emoji', '鍵・clé・🔑'],
  ['quotes, percent signs and backslashes', `'"%s%n\\`],
  ['the greatest length in plain letters', 'k'.repeat(LIMIT)],
  ['the greatest length in three-byte letters', `${'鍵'.repeat((LIMIT - 1) / 3)}k`],
];

const REFUSED: readonly [string, string, 'failed' | 'too_large'][] = [
  ['nothing at all', '', 'failed'],
  ['a line feed inside', 'a\nb', 'failed'],
  ['a carriage return at the end', 'a\r', 'failed'],
  ['a NUL', 'a\0b', 'failed'],
  ['half a surrogate pair', `a${String.fromCharCode(0xd83d)}`, 'failed'],
  ['one byte too many', 'k'.repeat(LIMIT + 1), 'too_large'],
  ['too many bytes in few letters', '鍵'.repeat(LIMIT / 2), 'too_large'],
];

/** What every vault promises, wherever it keeps the secrets. */
export function describeVault(name: string, open: () => Promise<VaultUnderTest>): void {
  describe(name, () => {
    let opened: VaultUnderTest;
    let vault: Vault;
    beforeAll(async () => {
      opened = await open();
      vault = opened.vault;
    });
    afterAll(() => opened?.close());

    it.each(KEPT)('gives back exactly what was put: %s', async (_, secret) => {
      const id = randomUUID();
      expect(await vault.put(id, secret)).toEqual({ ok: true, value: undefined });
      expect(await vault.get(id)).toEqual({ ok: true, value: secret });
    });

    it.each(REFUSED)('refuses %s and stores nothing', async (_, secret, kind) => {
      const id = randomUUID();
      expect(await vault.put(id, secret)).toEqual({ ok: false, error: { kind } });
      expect(await vault.get(id)).toEqual({ ok: false, error: { kind: 'missing' } });
    });

    it('leaves the stored secret alone when its replacement is refused', async () => {
      const id = randomUUID();
      await vault.put(id, inventedKey('kept'));
      await vault.put(id, 'a\nb');
      expect(await vault.get(id)).toEqual({ ok: true, value: inventedKey('kept') });
    });

    it('replaces a secret under the same id', async () => {
      const id = randomUUID();
      await vault.put(id, inventedKey('old'));
      await vault.put(id, inventedKey('new'));
      expect(await vault.get(id)).toEqual({ ok: true, value: inventedKey('new') });
    });

    it('removes the one entry that was named', async () => {
      const [gone, kept] = [randomUUID(), randomUUID()];
      await vault.put(gone, inventedKey('gone'));
      await vault.put(kept, inventedKey('stays'));
      expect(await vault.remove(gone)).toEqual({ ok: true, value: undefined });
      expect(await vault.get(gone)).toEqual({ ok: false, error: { kind: 'missing' } });
      expect(await vault.get(kept)).toEqual({ ok: true, value: inventedKey('stays') });
    });

    it('says that an entry is missing when it is removed twice', async () => {
      const id = randomUUID();
      await vault.put(id, inventedKey('twice'));
      await vault.remove(id);
      expect(await vault.remove(id)).toEqual({ ok: false, error: { kind: 'missing' } });
    });

    it('keeps fifty secrets apart that are put at once', async () => {
      const entries = Array.from({ length: 50 }, (_, n) => [randomUUID(), inventedKey(`many${n}`)] as const);
      await Promise.all(entries.map(([id, secret]) => vault.put(id, secret)));
      const back = await Promise.all(entries.map(([id]) => vault.get(id)));
      expect(back).toEqual(entries.map(([, value]) => ({ ok: true, value })));
    });

    it('does what is asked of one entry in the order in which it was asked', async () => {
      const id = randomUUID();
      const answers = await Promise.all([
        vault.get(id),
        vault.put(id, inventedKey('first')),
        vault.get(id),
        vault.put(id, inventedKey('second')),
        vault.get(id),
        vault.remove(id),
        vault.get(id),
      ]);
      const done = { ok: true, value: undefined };
      const missing = { ok: false, error: { kind: 'missing' } };
      const first = { ok: true, value: inventedKey('first') };
      const second = { ok: true, value: inventedKey('second') };
      expect(answers).toEqual([missing, done, first, done, second, done, missing]);
    });

    it('gives equal secrets one fingerprint and different ones another, and shows neither', async () => {
      const one = await vault.fingerprint(inventedKey('one'));
      expect(await vault.fingerprint(inventedKey('one'))).toEqual(one);
      expect(await vault.fingerprint(inventedKey('two'))).not.toEqual(one);
      expect(one).toEqual({ ok: true, value: expect.stringMatching(/^[0-9a-f]{64}$/) });
    });

    it('gives many fingerprints in the order asked, each as it gives it alone', async () => {
      const asked = ['many-c', 'many-a', 'many-b', 'many-a'].map(inventedKey);
      const alone = await Promise.all(asked.map((secret) => vault.fingerprint(secret)));
      const many = await vault.fingerprints(asked);
      expect(many.ok && many.value).toEqual(alone.map((each) => each.ok && each.value));
      expect(await vault.fingerprints([])).toEqual({ ok: true, value: [] });
    });

    it('is ready after all that', async () => {
      expect(await vault.status()).toMatchObject({ state: 'ready' });
    });
  });
}
