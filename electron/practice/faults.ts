/** Broken answers on demand: how they are sent and, for tests, which requests they meet. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export type Fault =
  /** `retryAfter` is sent literally; null sends no such header. */
  | { readonly kind: 'rate_limit'; readonly retryAfter: string | null }
  | { readonly kind: 'hang' }
  /** The whole of a valid-looking body, one byte each `everyMs`. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'reset' }
  /** The request takes effect and its answer is lost on the way. */
  | { readonly kind: 'lost_answer' }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'half_json' }
  | { readonly kind: 'server_error'; readonly status: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'gzip_bomb'; readonly bytes: number }
  | { readonly kind: 'echo_key'; readonly where: 'json' | 'html' | 'header' }
  | { readonly kind: 'raw'; readonly status: number; readonly contentType: string; readonly body: string };

export interface FaultRule {
  /** Without either condition the rule meets every API request. */
  readonly keyId?: string;
  /** Path below `/v1`, as in `/responses`. */
  readonly path?: string;
  readonly method?: string;
  readonly fault: Fault;
  /** How many requests it meets before it is used up; without it, all. */
  readonly times?: number;
}

/** The rules in force; a used-up rule is passed over. */
export class FaultBook {
  #entries: { readonly rule: FaultRule; left: number }[] = [];

  set(rules: readonly FaultRule[]): void {
    this.#entries = rules.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
  }

  take(keyId: string | null, method: string, path: string): Fault | null {
    const entry = this.#entries.find(({ rule, left }) => left > 0 && meets(rule, keyId, method, path));
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.rule.fault;
  }
}

function meets(rule: FaultRule, keyId: string | null, method: string, path: string): boolean {
  return (
    (rule.keyId === undefined || rule.keyId === keyId) &&
    (rule.method === undefined || rule.method === method) &&
    (rule.path === undefined || rule.path === path)
  );
}

const HTML_PAGE =
  '<!doctype html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';
const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };

function errorJson(message: string, type: string, code: string | null): string {
  return JSON.stringify({ error: { message, type, param: null, code } });
}

export function sendFault(fault: Fault, authorization: string, response: ServerResponse): void {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'reset':
    case 'lost_answer':
      response.socket?.resetAndDestroy();
      return;
    case 'drip':
      drip(response, fault.everyMs);
      return;
    case 'huge':
      sendHuge(response, fault.bytes);
      return;
    case 'echo_key':
      echoKey(response, fault.where, authorization);
      return;
    case 'gzip_bomb':
      sendBomb(response, fault.bytes);
      return;
    case 'redirect':
      response.writeHead(fault.status, { location: fault.location }).end();
      return;
    case 'rate_limit':
      response.writeHead(429, {
        ...JSON_TYPE,
        ...(fault.retryAfter === null ? {} : { 'retry-after': fault.retryAfter }),
      });
      response.end(
        errorJson('Rate limit reached for requests. Please slow down.', 'requests', 'rate_limit_exceeded'),
      );
      return;
    case 'server_error':
      response.writeHead(fault.status, JSON_TYPE);
      response.end(
        errorJson(
          'The server had an error while processing your request. Sorry about that!',
          'server_error',
          null,
        ),
      );
      return;
    case 'html':
      response.writeHead(fault.status, HTML_TYPE).end(HTML_PAGE);
      return;
    case 'half_json':
      response.writeHead(200, JSON_TYPE).end('{"object":"list","data":[{"id":"gpt-');
      return;
    case 'raw':
      response.writeHead(fault.status, { 'content-type': fault.contentType }).end(fault.body);
  }
}

function drip(response: ServerResponse, everyMs: number): void {
  const body = JSON.stringify({ object: 'list', data: [] }).repeat(1_000);
  let sent = 0;
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => {
    response.write(body.charAt(sent));
    sent += 1;
    if (sent === body.length) response.end();
  }, everyMs);
  response.on('close', () => clearInterval(timer));
}

/** Piece by piece, as the reader takes it, so that the simulator itself stays small. */
function* blanks(bytes: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1_024, ' ');
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
}

/** A reader that stops in the middle is what these bodies are for. */
function ignoreBrokenPipe(): void {}

function sendHuge(response: ServerResponse, bytes: number): void {
  response.writeHead(200, JSON_TYPE);
  pipeline(Readable.from(blanks(bytes)), response).catch(ignoreBrokenPipe);
}

function sendBomb(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  pipeline(Readable.from(blanks(bytes)), createGzip(), response).catch(ignoreBrokenPipe);
}

function echoKey(response: ServerResponse, where: 'json' | 'html' | 'header', authorization: string): void {
  if (where === 'json') {
    response.writeHead(401, JSON_TYPE);
    response.end(errorJson(`Bad credentials: ${authorization}`, 'invalid_request_error', 'invalid_api_key'));
    return;
  }
  if (where === 'html') {
    response.writeHead(403, HTML_TYPE).end(`<html><body>Blocked: ${authorization}</body></html>`);
    return;
  }
  response.writeHead(401, { ...JSON_TYPE, 'x-request-id': authorization, 'x-echo': authorization });
  response.end(errorJson('Bad credentials', 'invalid_request_error', 'invalid_api_key'));
}
