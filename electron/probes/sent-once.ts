/**
 * Chromium sends a request again by itself when a connection that has served before breaks: a paid test reached its server up
 * to seven times (measured 2026-11-30). On a new connection it repeats nothing that a server may have taken. So every request
 * but a GET travels over a new connection, which is closed afterwards; GETs share connections, as reading twice does no harm.
 *
 * Free tests are among them: they are POSTs, a host other than OpenAI's may serve and bill them, and nothing here tells them
 * from paid ones. A run of free tests therefore opens a connection for each cell.
 *
 * A body that is sent in chunks is not repeated on a kept connection either (measured 2026-11-30), and would spare most of
 * these connections. It is not used: some gateways refuse such a body (411), and what OpenAI's own hosts make of it could not
 * be tried. A wrong guess would spoil the answer of every free test; a connection costs only the time to set it up.
 */
import type { Fetch } from './guarded-fetch';

/** A way to the network with connections of its own. */
export interface SingleLine {
  readonly fetch: Fetch;
  /** Ends all of its connections. */
  readonly hangUp: () => Promise<void>;
}

/**
 * Sends GETs over `shared`, and anything else over a line that no other request uses meanwhile. `open` is only called
 * where none is free. A line hangs up and is free again when the signal of its request is aborted, as `guardFetch` does at
 * every end.
 */
export function sentOnce(shared: Fetch, open: () => SingleLine): Fetch {
  const free: SingleLine[] = [];
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
