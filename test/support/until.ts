const LIMIT_MS = 10_000;
const INTERVAL_MS = 5;

/**
 * Waits until something that happens elsewhere has happened. The bound only keeps a test from hanging: an error that
 * names `what` is thrown then.
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}
