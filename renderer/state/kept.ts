import { useState } from 'react';

const kept = new Map<string, unknown>();

/** For a page that is not open: it finds this when it is. */
export function keep<T>(name: string, value: T): void {
  kept.set(name, value);
}

/** State that outlives leaving its page, until the window closes. `name` is its own and names the world it belongs to. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const change = (next: T) => {
    keep(name, next);
    setValue(next);
  };
  return [value, change];
}
