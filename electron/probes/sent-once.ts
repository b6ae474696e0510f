/**
 * Chromium repeats a request by itself where a connection that was used before breaks: a paid test reached its server up to
 * seven times (measured 2026-11-30). Reading twice does no harm; whatever else is asked travels over a new connection, where
 * Chromium repeats nothing that a server may have taken.
 */
import type { Fetch } from './guarded-fetch';

/** A way to the network with connections of its own. */
export interface Line {
  readonly fetch: Fetch;
  /** Ends all of its connections. */
  readonly hangUp: () => Promise<void>;
}

/**
 * Reads over `shared`, and sends anything else over a line that no other request uses meanwhile. `open` is only called
 * where none is free. A line hangs up and is free again when the signal of its request is aborted, as `guardFetch` does at
 * every end.
 */
export function sentOnce(shared: Fetch, open: () => Line): Fetch {
  const free: Line[] = [];
  return async (url, init) => {
    if ((init.method ?? 'GET').toUpperCase() === 'GET') return shared(url, init);
    init.signal?.throwIfAborted();
    const line = free.pop() ?? open();
    const giveBack = () => line.hangUp().then(() => free.push(line), ignore);
    init.signal?.addEventListener('abort', () => void giveBack(), { once: true });
    return line.fetch(url, init);
  };
}

function ignore(): void {
  // A line that cannot hang up is used no more.
}
