import { useHotkeys } from '@mantine/hooks';
import { keyboard } from './keyboard';
import { hintOf, hotkeysOf } from './shortcuts';

/** As it is written on the keyboard in use. */
export const RETEST_KEYS = hintOf('retest');

/**
 * The one shortcut for "test again", on every page and in every dialog that has something to test; elsewhere it does
 * nothing. A page's own test waits until no dialog lies over it.
 */
export function useRetestShortcut(retest: (() => void) | null, where: 'page' | 'dialog' = 'page'): void {
  const listen = (event: KeyboardEvent) => {
    if (event.repeat || (where === 'page' && keyboard.isTaken)) return;
    retest?.();
  };
  // The default, a reload, is prevented even where there is nothing to test.
  useHotkeys(
    hotkeysOf('retest').map((hotkey) => [hotkey, listen, { preventDefault: true }]),
    [],
    true,
  );
}
