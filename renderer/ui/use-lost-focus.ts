import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives the keyboard to an element where what held it is gone, as a button that was replaced by its result; whoever is
 * elsewhere is left there. Looks at the start, unless told not to, and each time that `moment` changes.
 */
export function useLostFocus<Element extends HTMLElement>(
  moment: unknown = null,
  atStart = true,
): RefObject<Element | null> {
  const taker = useRef<Element>(null);
  const looks = useRef(atStart);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is what must trigger this.
  useEffect(() => {
    if (looks.current && document.activeElement === document.body)
      taker.current?.focus({ preventScroll: true });
    looks.current = true;
  }, [moment]);
  return taker;
}
