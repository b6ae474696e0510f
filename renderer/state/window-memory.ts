import { useState } from 'react';

const memory = new Map<string, unknown>();

/** For a page that is not open: it finds this when it is. */
export function remember<T>(name: string, value: T): void {
  memory.set(name, value);
}

/** State that outlives leaving its page, until the window closes. `name` is its own and names the world it belongs to. */
export function useRemembered<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (memory.has(name) ? (memory.get(name) as T) : initial));
  const change = (next: T) => {
    remember(name, next);
    setValue(next);
  };
  return [value, change];
}
