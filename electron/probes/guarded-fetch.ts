/**
 * The only way to the network for probes: no redirects, no cache, no cookies, one time limit over headers and
 * body, and a cap on the decoded size. Whatever goes wrong is named by a `NetworkFailure`.
 */
import type { NetworkFailure } from '../../shared/diagnosis/evidence';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Decoded bytes. A compressed 291 kB can unfold to 300 MB, and no client caps that by itself (measured 2026-11-22). */
export const MAX_BODY = 1_000_000;
export const MAX_LIST_BODY = 16_000_000;
export const PROBE_TIMEOUT_MS = 20_000;

export interface Limits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Thrown through the SDK, which wraps it as the cause of its own error. Its message never quotes the network layer's. */
export class ProbeFailure extends Error {
  readonly failure: NetworkFailure;

  constructor(failure: NetworkFailure) {
    super(`The request failed: ${failure}`);
    this.failure = failure;
  }
}

/** A key must not follow a redirect: the network layer forwards `Authorization` to another origin (measured 2026-11-22). */
export function guardFetch(fetch: Fetch, limits: Limits) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const timeout = AbortSignal.timeout(limits.timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    try {
      const response = await fetch(url, {
        ...init,
        signal,
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
      });
      const body = await readCapped(response, limits.maxBytes, signal);
      return new Response(body, { status: response.status, statusText: '', headers: response.headers });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ProbeFailure(timeout.aborted ? 'timeout' : networkFailureOf(error));
    }
  };
}

/** Null where the status allows no body, since a Response of such a status refuses one. */
async function readCapped(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ArrayBuffer | null> {
  if (response.body === null || response.status === 204 || response.status === 304) return null;
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await abortable(reader.read(), signal);
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      reader.cancel().catch(ignore);
      throw new ProbeFailure('too_large');
    }
    parts.push(value);
  }
  return join(parts, size);
}

/** A body that stops coming is not always ended by the request's own signal, so the wait for it is. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function join(parts: readonly Uint8Array[], size: number): ArrayBuffer {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole.buffer;
}

function ignore(): void {
  // The body is given up; how its stream ends no longer matters.
}

/** Names of Chromium's and Node's network errors; both occur, since tests run on Node's fetch. */
const FAILURES: readonly (readonly [RegExp, NetworkFailure])[] = [
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|ENETUNREACH|EHOSTUNREACH|ADDRESS_UNREACHABLE/, 'offline'],
  [/PROXY|TUNNEL|SOCKS/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN|DNS/, 'dns'],
  [/CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/CERT|SSL|TLS|SELF.SIGNED|UNABLE_TO_VERIFY|ISSUER/, 'tls'],
  [/REDIRECT/, 'redirect'],
  [/TIMED_OUT|ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|UND_ERR_CONNECT_TIMEOUT/, 'timeout'],
  [
    /CONNECTION_RESET|CONNECTION_CLOSED|CONNECTION_ABORTED|EMPTY_RESPONSE|ECONNRESET|EPIPE|UND_ERR_SOCKET|TERMINATED|INCOMPLETE|CONTENT_LENGTH_MISMATCH/,
    'reset',
  ],
];

export function networkFailureOf(error: unknown): NetworkFailure {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 6; depth += 1) {
    if (current instanceof ProbeFailure) return current.failure;
    const text = `${'code' in current ? String(current.code) : ''} ${current.message}`.toUpperCase();
    const known = FAILURES.find(([pattern]) => pattern.test(text));
    if (known) return known[1];
    current = current.cause;
  }
  return 'unexpected';
}
