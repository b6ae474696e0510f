import { useLayoutEffect, useRef } from 'react';
import { keyboard } from './keyboard';

/** For a part of the library that opens over the page: the keyboard has one owner, and nothing fades. */
export const OWNED = {
  trapFocus: false,
  returnFocus: false,
  closeOnEscape: false,
  transitionProps: { duration: 0 },
} as const;

/**
 * Stands inside whatever opens over the page, and makes it a layer of the keyboard for as long as it is drawn.
 * `onClose` is what Escape does.
 */
export function KeyboardLayer({ onClose }: { readonly onClose: () => void }) {
  const marker = useRef<HTMLSpanElement>(null);
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const root = marker.current?.closest<HTMLElement>('[role="dialog"], [role="menu"]');
    return root == null ? undefined : keyboard.open(root, () => close.current());
  }, []);
  return <span ref={marker} hidden />;
}
