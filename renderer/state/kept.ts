import { useState } from 'react';

const kept = new Map<string, unknown>();

/** State that outlives leaving its page, until the window closes. `name` is its own and names the world it belongs to. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial));
  const keep = (next: T) => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, keep];
}
