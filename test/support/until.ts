/** How the tests wait for what happens elsewhere. The bounds only keep a test from hanging. */
const LIMIT_MS = 10_000;
const INTERVAL_MS = 5;

const inVain = (what: string, limitMs: number) => new Error(`Waited ${limitMs} ms in vain for ${what}.`);

/** Asks again and again until the answer is yes. An error that names `what` is thrown if that takes too long. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = LIMIT_MS,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > end) throw inVain(what, limitMs);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}

/** What `awaited` comes to, or an error that names `what` if that takes too long. */
export async function within<T>(limitMs: number, what: string, awaited: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(inVain(what, limitMs)), limitMs);
  try {
    return await Promise.race([awaited, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
