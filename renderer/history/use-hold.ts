import { type FocusEvent, useEffect, useRef, useState } from 'react';

/**
 * Whether a person is at work in a list that would move under their hands: with the pointer or the keyboard in it, with
 * its top scrolled away, or with something of it open beside it. `zone` goes on the element that holds all of it, `top`
 * on an empty one at its beginning.
 */
export function useHold(isOpen: boolean) {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const { top, scrolled } = useScrolledAway();
  const zone = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
      setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
  };
  return { held: pointed || focused || scrolled || isOpen, zone, top };
}

function useScrolledAway() {
  const top = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  useEffect(() => {
    const element = top.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setScrolled(entry?.isIntersecting === false));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { top, scrolled };
}
