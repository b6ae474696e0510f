import type { Fetch } from '../probes/guarded-fetch';

/** Tells of the secret of each request before it is sent, so that no answer to it can repeat one that nobody knows. */
export function notingFetch(fetch: Fetch, note: (secret: string) => void): Fetch {
  return (url, init) => {
    const [, secret] = /^Bearer (.+)$/.exec(new Headers(init?.headers).get('authorization') ?? '') ?? [];
    if (secret !== undefined) note(secret);
    return fetch(url, init);
  };
}
