import { QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { useKeychainTrouble } from '../../../renderer/keys/keychain-trouble';
import { createQueryClient } from '../../../renderer/state/queries';
import type { VaultState } from '../../../shared/keys/key';

type Effect = typeof import('react').useEffect;

/** Effects as in a window, which drawing to text leaves out: run anew, and ended, where what they depend on changes. */
const effect = vi.hoisted(() => {
  let last: readonly unknown[] | undefined;
  let end: ReturnType<Parameters<Effect>[0]>;
  const run: Effect = (begin, on) => {
    if (last !== undefined && on?.every((value, place) => value === last?.[place])) return;
    end?.();
    last = on;
    end = begin();
  };
  return { run };
});
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  useEffect: effect.run,
}));

describe('a keychain in trouble', () => {
  it('gives the keyboard back to the field once the trouble is over, and not where it becomes another', () => {
    const forgetError = vi.fn();
    const focus = vi.fn();
    const secret = { current: { focus } as unknown as HTMLInputElement };
    function Dialog() {
      useKeychainTrouble({ forgetError }, secret);
      return null;
    }
    const returns = (['ready', 'locked', 'denied', 'ready'] as const).map((state: VaultState) => {
      const client = createQueryClient();
      client.setQueryData(['keys', 'vault'], { store: 'keychain', state, backend: 'secret_service' });
      renderToStaticMarkup(
        <QueryClientProvider client={client}>
          <Dialog />
        </QueryClientProvider>,
      );
      return [focus.mock.calls.length, forgetError.mock.calls.length];
    });
    expect(returns).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
  });
});
