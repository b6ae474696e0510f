import { describe, expect, it } from 'vitest';
import { fail } from '../../../electron/base/failure';
import { BulkChecks } from '../../../electron/keys/bulk-checks';
import { ok } from '../../../shared/base/result';

const ids = Array.from({ length: 20 }, (_, number) => `key-${number}`);
const later = () => new Promise((resolve) => setImmediate(resolve));

describe('checking many keys', () => {
  it('checks each once, never more than four at a time, and says how far it is', async () => {
    const seen: string[] = [];
    const progress: (number | null)[] = [];
    let [open, most] = [0, 0];
    const checks = new BulkChecks(
      async (id) => {
        seen.push(id);
        open += 1;
        most = Math.max(most, open);
        await later();
        open -= 1;
        return ok(null);
      },
      () => progress.push(checks.state()?.done ?? null),
    );
    checks.start([...ids, 'key-0']);
    await expect.poll(() => checks.state()).toBe(null);
    expect([[...seen].sort(), most]).toEqual([[...ids].sort(), 4]);
    expect(progress).toEqual([...Array.from({ length: 21 }, (_, done) => done), null]);
  });

  it('does one run at a time', async () => {
    const checks = new BulkChecks(
      () => new Promise(() => undefined),
      () => undefined,
    );
    checks.start(['key-1']);
    expect(checks.start(['key-2'])).toMatchObject({ ok: false, error: { code: 'busy' } });
  });

  it.each([
    ['the person stops it', (checks: BulkChecks) => checks.stop(), null],
    ['the keychain turns out to be locked', () => undefined, 'vault_locked'],
  ] as const)('begins no further check once %s', async (_name, then, code) => {
    let count = 0;
    const checks = new BulkChecks(
      async () => {
        count += 1;
        await later();
        return code === null ? ok(null) : fail(code);
      },
      () => undefined,
    );
    checks.start(ids);
    then(checks);
    await expect.poll(() => checks.state()).toBe(null);
    expect(count).toBe(4);
  });

  it('goes on after a key that fails on its own', async () => {
    let count = 0;
    const checks = new BulkChecks(
      async () => {
        count += 1;
        return fail('vault_missing');
      },
      () => undefined,
    );
    checks.start(ids);
    await expect.poll(() => checks.state()).toBe(null);
    expect(count).toBe(20);
  });
});
