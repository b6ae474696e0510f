import { useEffect } from 'react';

const IS_MAC = navigator.platform.startsWith('Mac');

/** As it is written on the keyboard in use. */
export const RETEST_KEYS = IS_MAC ? '⌘R' : 'Ctrl+R';

/** The one shortcut for "test again", on every page that has something to test; elsewhere it does nothing. */
export function useRetestShortcut(retest: (() => void) | null): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const modifier = IS_MAC ? event.metaKey : event.ctrlKey;
      if (!modifier || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'r') return;
      event.preventDefault();
      if (!event.repeat) retest?.();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [retest]);
}
