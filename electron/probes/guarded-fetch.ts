/**
 * The only way to the network for probes: no redirects, no cache, no cookies, one time limit over headers and
 * body, and a cap on the decoded size. Whatever goes wrong is named by a `NetworkFailure`.
 */
import type { NetworkFailure } from '../../shared/observations/observation';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Decoded bytes. A compressed 291 kB can unfold to 300 MB, and no client caps that by itself (measured 2026-11-22). */
export const MAX_BODY = 1_000_000;
/** Of a list, or of a picture as text. */
export const MAX_LONG_BODY = 16_000_000;
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

/**
 * An answer that is no success, with its own text. Thrown through the SDK as well, which would otherwise rewrite the body of
 * any service into the form that the API gives its errors.
 */
class RefusedAnswer extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;

  constructor(response: Response, body: string) {
    super(`The request was answered with ${response.status}`);
    this.status = response.status;
    this.headers = response.headers;
    this.body = body;
  }
}

/** What was answered, if an error that came through the SDK is about an answer at all. */
export function refusedAnswerOf(error: unknown): RefusedAnswer | null {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 6; depth += 1) {
    if (current instanceof RefusedAnswer) return current;
    current = current.cause;
  }
  return null;
}

/** A key must not follow a redirect: the network layer forwards `Authorization` to another origin (measured 2026-11-22). */
export function guardFetch(fetch: Fetch, limits: Limits) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const clock = new Clock(limits.timeoutMs, init.signal ?? null);
    try {
      const response = await clock.within(
        fetch(url, {
          ...init,
          signal: clock.signal,
          redirect: 'error',
          cache: 'no-store',
          credentials: 'omit',
        }),
      );
      // No refusal has the size of what it refuses.
      const most = response.ok ? limits.maxBytes : Math.min(limits.maxBytes, MAX_BODY);
      const body = await readCapped(response, most, clock);
      if (body !== null && nestsTooDeep(body)) throw new ProbeFailure('unexpected');
      if (!response.ok) throw new RefusedAnswer(response, new TextDecoder().decode(body ?? undefined));
      return new Response(body, { status: response.status, statusText: '', headers: response.headers });
    } catch (error) {
      if (init.signal?.aborted || error instanceof RefusedAnswer) throw error;
      throw new ProbeFailure(clock.ranOut ? 'timeout' : networkFailureOf(error));
    } finally {
      clock.end();
    }
  };
}

/**
 * The time of one request, headers and body together. It doesn't rely on the network layer to end anything: a promise of
 * that layer may never be settled (measured 2026-11-30), and nothing but this holds on to the request.
 */
class Clock {
  readonly #abort = new AbortController();
  readonly #stop: () => void;
  ranOut = false;

  /** `called`: ends the time early. */
  constructor(milliseconds: number, called: AbortSignal | null) {
    const callOff = () => this.#abort.abort(called?.reason);
    const timer = setTimeout(() => {
      this.ranOut = true;
      this.#abort.abort();
    }, milliseconds);
    if (called?.aborted) callOff();
    called?.addEventListener('abort', callOff, { once: true });
    this.#stop = () => {
      clearTimeout(timer);
      called?.removeEventListener('abort', callOff);
    };
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Waits for the work, but no longer than the time lasts; what becomes of the work later is nobody's concern. */
  within<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#abort;
    return new Promise((resolve, reject) => {
      const stop = () => reject(signal.reason);
      if (signal.aborted) stop();
      signal.addEventListener('abort', stop, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
  }

  /** Ends the request as well, where it is still under way. */
  end(): void {
    this.#stop();
    this.#abort.abort();
  }
}

/** Null where the status allows no body, since a Response of such a status refuses one. */
async function readCapped(
  response: Response,
  maxBytes: number,
  clock: Clock,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null || response.status === 204 || response.status === 304) return null;
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await clock.within(reader.read());
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

/** No answer of the API nests nearly as deep; half a million levels in one megabyte take 50 MB once they are parsed. */
const DEEPEST = 100;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH] = Buffer.from('[]{}"\\');

/** Whether what looks like JSON has more levels than `DEEPEST`. Sound and pages are not looked at. */
export function nestsTooDeep(body: Uint8Array): boolean {
  const first = body.find((byte) => byte > 0x20);
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) return false;
  let depth = 0;
  let inText = false;
  for (let index = 0; index < body.length; index += 1) {
    const byte = body[index];
    if (inText) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

function ignore(): void {
  // The body is given up; how its stream ends no longer matters.
}

/** Names of Chromium's and Node's network errors; both occur, since tests run on Node's fetch. */
const FAILURES: readonly (readonly [RegExp, NetworkFailure])[] = [
  [
    /INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|ENETUNREACH|EHOSTUNREACH|ADDRESS_UNREACHABLE/,
    'offline',
  ],
  [/PROXY|TUNNEL|SOCKS/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN|DNS/, 'dns'],
  [/CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [/CERT|SSL|TLS|SELF.SIGNED|UNABLE_TO_VERIFY|ISSUER/, 'tls'],
  [/REDIRECT/, 'redirect'],
  [/HEADERS_TOO_BIG/, 'too_large'],
  [/TIMED_OUT|ETIMEDOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|UND_ERR_CONNECT_TIMEOUT/, 'timeout'],
  [
    /CONNECTION_RESET|CONNECTION_CLOSED|CONNECTION_ABORTED|EMPTY_RESPONSE|ECONNRESET|EPIPE|UND_ERR_SOCKET|TERMINATED|INCOMPLETE|CONTENT_LENGTH_MISMATCH|HTTP2_|QUIC_/,
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
