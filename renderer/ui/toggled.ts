/** The same things with this one among them, or without it where it was. */
export function toggled<T>(chosen: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const without = [...chosen].filter((each) => each !== one);
  return new Set(chosen.has(one) ? without : [...without, one]);
}
