/** How long a run may take, said before it is started. */

/** Requests at once. */
interface AtOnce {
  readonly overall: number;
  readonly perKey: number;
}

/**
 * Seconds for so many requests a key, where one takes so many milliseconds; null where that is not known. No more than a
 * guess from below: a server that asks for patience, or slows down, makes it longer.
 */
export function secondsFor(
  requests: readonly number[],
  { overall, perKey }: AtOnce,
  requestMs: number | null,
): number | null {
  if (requestMs === null) return null;
  const total = requests.reduce((sum, count) => sum + count, 0);
  // The key with the most to ask for can be what everything waits for in the end.
  const rounds = Math.max(total / overall, Math.max(0, ...requests) / perKey);
  return Math.ceil((rounds * requestMs) / 1_000);
}
