import { useRef } from 'react';

/** What a dialog is about, kept while it closes: it is read until it is gone. */
export function useLastShown<T>(value: T | null): T | null {
  const last = useRef(value);
  if (value !== null) last.current = value;
  return last.current;
}
