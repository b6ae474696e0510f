/** Which way a request will take, by the system's proxy settings: asked before it is sent, so that none goes direct in silence. */
import type { Timers } from '../base/timers';
import { type Fetch, networkFailureOf, ProbeFailure } from './guarded-fetch';

/** The part of Electron's session that knows of proxies. */
interface ProxySession {
  setProxy(config: { readonly mode: 'system' | 'pac_script'; readonly pacScript?: string }): Promise<void>;
  /** As in `DIRECT` or `PROXY host:port`; empty where the settings cannot be used. */
  resolveProxy(url: string): Promise<string>;
  closeAllConnections(): Promise<void>;
}

/** A proxy script that has not come by then is a broken one. */
const LONGEST_ROUTE_MS = 10_000;

export class ProxyRoute {
  readonly #session: ProxySession;
  readonly #script: () => Promise<string | null>;
  readonly #timers: Timers;
  /** The look whose script was followed last. */
  #followed: Promise<string | null> | null = null;
  #settled: Promise<void> = Promise.resolve();
  #inForce: string | null = null;

  /** `script`: where the system's proxy script is, if there is one, as the promise of the newest look (see `sharedLook`). */
  constructor(session: ProxySession, script: () => Promise<string | null>, timers: Timers) {
    this.#session = session;
    this.#script = script;
    this.#timers = timers;
  }

  /** Whether the request will go to a proxy. Throws a `ProbeFailure` where the proxy settings cannot be used. */
  async leadsThroughProxy(url: string): Promise<boolean> {
    const route = await this.#inTime(this.#routeOf(url));
    if (route.trim() === '') throw new ProbeFailure('proxy');
    return !/^\s*DIRECT\b/i.test(route);
  }

  async #routeOf(url: string): Promise<string> {
    const look = this.#script();
    if (look !== this.#followed) {
      this.#followed = look;
      this.#settled = this.#follow(look);
    }
    await this.#settled;
    return this.#session.resolveProxy(url);
  }

  async #follow(look: Promise<string | null>): Promise<void> {
    const script = await look;
    if (script === this.#inForce) return;
    // Those that are open were made by the earlier settings. Before the new ones, whose script is fetched as well.
    await this.#session.closeAllConnections();
    await this.#session.setProxy(
      script === null ? { mode: 'system' } : { mode: 'pac_script', pacScript: script },
    );
    this.#inForce = script;
  }

  #inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = this.#timers.after(LONGEST_ROUTE_MS, () => reject(new ProbeFailure('proxy')));
      work.then(resolve, reject).finally(stop);
    });
  }
}

/** Failures that mean the proxy's where a proxy was asked: nothing else was ever spoken to. */
const OF_THE_PROXY: readonly string[] = ['reset', 'refused', 'unexpected'];

/** Sends over `fetch`, by the way that the proxy settings name. */
export function fetchByRoute(fetch: Fetch, route: Pick<ProxyRoute, 'leadsThroughProxy'>): Fetch {
  return async (url, init) => {
    const isProxied = await route.leadsThroughProxy(url);
    init.signal?.throwIfAborted();
    try {
      return await fetch(url, init);
    } catch (error) {
      const isOurs = error instanceof ProbeFailure;
      if (isProxied && !isOurs && OF_THE_PROXY.includes(networkFailureOf(error)))
        throw new ProbeFailure('proxy');
      throw error;
    }
  };
}
