import { afterEach, describe, expect, it, vi } from 'vitest';
import { useAddAdminKey } from '../../renderer/admin/add-admin-key-dialog';
import type { Result } from '../../shared/result';
import { draw } from './support/draw';

type Answer = Result<{ readonly id: string }, { readonly code: string; readonly values: object }>;

const STORED: Answer = { ok: true, value: { id: 'admin-1' } };
const LOCKED: Answer = { ok: false, error: { code: 'vault_locked', values: {} } };

/** The hook as a dialog has it, over a main process that answers so. */
function adding(stored: Answer, checked: Answer) {
  const added: string[] = [];
  const check = vi.fn(async () => checked);
  vi.stubGlobal('window', { doctor: { admin: { add_key: async () => stored, check_key: check } } });
  const hook: { current: ReturnType<typeof useAddAdminKey> | null } = { current: null };
  function Dialog() {
    hook.current = useAddAdminKey((id) => added.push(id));
    return null;
  }
  draw(<Dialog />);
  return { added, check, send: () => hook.current?.send('invented', 'Maple') };
}

afterEach(() => vi.unstubAllGlobals());

describe('an admin key that was stored', () => {
  it('counts as added where the keychain refuses to give it for the check', async () => {
    const { added, check, send } = adding(STORED, LOCKED);
    expect(await send()).toBeNull();
    expect(added).toEqual(['admin-1']);
    expect(check).toHaveBeenCalledExactlyOnceWith({ id: 'admin-1' });
  });
});

describe('an admin key that was not stored', () => {
  it('is given back to the person, and not checked', async () => {
    const { added, check, send } = adding(LOCKED, STORED);
    expect((await send())?.code).toBe('vault_locked');
    expect([added, check.mock.calls]).toEqual([[], []]);
  });
});
