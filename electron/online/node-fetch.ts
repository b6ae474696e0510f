/**
 * The network of the command line: Node's own. A proxy is the one that the usual variables name, and the company's authority the
 * one of `NODE_EXTRA_CA_CERTS`; what the system itself has set up for either is known to the window alone.
 */
import type { Fetch } from '../probes/guarded-fetch';

const VARIABLES = ['https_proxy', 'http_proxy', 'HTTPS_PROXY', 'HTTP_PROXY'] as const;

/** Asks a proxy where one is named, except for hosts in `NO_PROXY`. */
export async function nodeFetch(environment: Readonly<Record<string, string | undefined>>): Promise<Fetch> {
  if (VARIABLES.every((name) => !environment[name])) return (url, init) => fetch(url, init);
  const { EnvHttpProxyAgent, fetch: fetchBy } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent();
  // Both are the standard's own fetch; only the names of their types differ.
  const send = fetchBy as unknown as (url: string, init: object) => Promise<Response>;
  return (url, init) => send(url, { ...init, dispatcher });
}
