/**
 * Probes over Electron's own network, as a `Fetch`. Requests are made by hand rather than by `net.fetch`: that one builds its
 * answer in a listener, where a status beyond 599 or a header beyond Latin-1 throws past every caller, and its promise is
 * then never settled (measured 2026-11-30, Electron 42.0.0).
 */
import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron';
import { type Fetch, ProbeFailure } from './guarded-fetch';

/** Starts one request; nothing is sent before its end. */
type StartRequest = (options: ClientRequestConstructorOptions) => ClientRequest;

/** The headers that the app and the SDK read. Whatever else a server sends stays out. */
const HEADERS_READ =
  /^(?:content-type|date|retry-after|openai-(?:organization|project|processing-ms)|x-request-id|x-ratelimit-[a-z-]{1,40})$/;
/** In characters; nothing that is read of a header is longer. */
const LONGEST_HEADER = 1_000;

/** Rejects with a `ProbeFailure` or with Chromium's own error; ends when the signal of the call does. */
export function electronFetch(start: StartRequest): Fetch {
  return async (url, init) => {
    // The standard's own object encodes the body, forms included, and names its type.
    const request = new Request(url, { ...init, signal: null });
    const body = Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const call = start({
        url,
        method: request.method,
        headers: Object.fromEntries(request.headers),
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
      });
      // A second error, after an abort, must find a listener as well.
      call.on('error', reject);
      call.on('response', (answer) => {
        try {
          resolve(responseOf(answer));
        } catch (error) {
          reject(error);
          call.abort();
        }
      });
      const { signal } = init;
      const stop = () => {
        reject(signal?.reason);
        call.abort();
      };
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      call.end(body.length === 0 ? undefined : body);
    });
  };
}

/** Statuses that the API's own protocol has; anything else was sent by something on the way. */
function isStandard(status: number): boolean {
  return status >= 200 && status <= 599;
}

/** Those allow no body, and a `Response` refuses one. */
const WITHOUT_BODY: readonly number[] = [204, 205, 304];

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status } = answer;
  if (!isStandard(status) || !(answer instanceof Readable)) throw new ProbeFailure('unexpected');
  // A stream that breaks before anybody reads it must find a listener, or it would count as a bug of the app.
  answer.on('error', ignore);
  const body = WITHOUT_BODY.includes(status) ? null : ReadableStream.from<Uint8Array>(answer);
  return new Response(body, { status, headers: headersOf(answer.rawHeaders) });
}

function ignore(): void {
  // Whoever reads the answer is told by the reading.
}

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const value = raw[index + 1] ?? '';
    const isReadable = value.length <= LONGEST_HEADER && /^[\t\x20-\x7e]*$/.test(value);
    if (HEADERS_READ.test(name) && isReadable) headers.append(name, value);
  }
  return headers;
}
