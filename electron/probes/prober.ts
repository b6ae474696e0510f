/**
 * Sends one probe through the official SDK and turns whatever comes back into an `Answer`. Secrets are taken out
 * of every text before it leaves this file.
 */
import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import type { Answer, AnswerHeaders, ListedModel, Probe } from '../../shared/diagnosis/evidence';
import { readAnswer } from '../../shared/errors/read-error';
import { freeProbe, type ProbeRequest, realProbe } from '../../shared/models/families';
import { redact } from '../../shared/redaction/redact';
import {
  type Fetch,
  guardFetch,
  MAX_BODY,
  MAX_LIST_BODY,
  networkFailureOf,
  PROBE_TIMEOUT_MS,
} from './guarded-fetch';

export interface Target {
  readonly secret: string;
  readonly baseUrl: string;
}

export interface ProbeCall {
  readonly probe: Probe;
  readonly model: string | null;
  readonly signal: AbortSignal;
}

/** Longest redacted excerpt kept of an answer, in UTF-16 units. */
const EXCERPT = 600;

/** Path that a probe of this model uses; null where the family has no such probe. */
export function endpointOf(probe: Probe, model: string | null): string | null {
  if (probe === 'list') return '/models';
  if (model === null) return null;
  if (probe === 'retrieve') return `/models/${encodeURIComponent(model)}`;
  return requestFor(probe, model)?.path ?? null;
}

function requestFor(probe: 'free_probe' | 'real_probe', model: string): ProbeRequest | null {
  return probe === 'free_probe' ? freeProbe(model) : realProbe(model);
}

export class Prober {
  readonly #fetch: Fetch;
  readonly #timeoutMs: number;

  constructor(fetch: Fetch, timeoutMs: number = PROBE_TIMEOUT_MS) {
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  async send(target: Target, call: ProbeCall): Promise<Answer> {
    try {
      return await this.#request(target, call);
    } catch (error) {
      if (call.signal.aborted) return { kind: 'cancelled' };
      return answerFromError(error, target.secret);
    }
  }

  async #request(target: Target, call: ProbeCall): Promise<Answer> {
    const client = this.#client(target, call.probe === 'list' ? MAX_LIST_BODY : MAX_BODY);
    const { signal, model } = call;
    if (call.probe === 'list')
      return readList(await client.get('/models', { signal }).asResponse(), target.secret);
    if (model === null) throw new Error('This probe needs a model');
    if (call.probe === 'retrieve') {
      return readModel(
        await client.get(`/models/${encodeURIComponent(model)}`, { signal }).asResponse(),
        target.secret,
      );
    }
    const request = requestFor(call.probe, model);
    if (request === null) throw new Error('This family of models has no such probe');
    const response = await client.post(request.path, { body: bodyOf(request), signal }).asResponse();
    return { kind: 'success', status: response.status, headers: headersOf(response.headers), models: null };
  }

  /** Everything is given explicitly: a stale OPENAI_* variable must never decide what is tested. */
  #client(target: Target, maxBytes: number): OpenAI {
    return new OpenAI({
      apiKey: target.secret,
      adminAPIKey: null,
      baseURL: target.baseUrl,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: this.#timeoutMs * 2,
      logLevel: 'off',
      fetch: guardFetch(this.#fetch, { timeoutMs: this.#timeoutMs, maxBytes }),
    });
  }
}

function bodyOf(request: ProbeRequest): FormData | Readonly<Record<string, unknown>> {
  if (!request.form) return request.body;
  const form = new FormData();
  for (const [name, value] of Object.entries(request.body)) form.set(name, String(value));
  return form;
}

const listSchema = z.object({
  data: z
    .array(z.object({ id: z.string().min(1).max(300), shutdown_date: z.string().nullable().optional() }))
    .max(200_000),
});
const modelSchema = z.object({ id: z.string(), object: z.literal('model') });

async function readList(response: Response, secret: string): Promise<Answer> {
  const body = await response.text();
  const parsed = listSchema.safeParse(parseJson(body));
  if (!parsed.success) return unexpected(body, secret);
  const models: readonly ListedModel[] = parsed.data.data.map((model) => ({
    id: redact(model.id, [secret]),
    shutdownDate: /^\d{4}-\d{2}-\d{2}/.exec(model.shutdown_date ?? '')?.[0] ?? null,
  }));
  return { kind: 'success', status: response.status, headers: headersOf(response.headers), models };
}

async function readModel(response: Response, secret: string): Promise<Answer> {
  const body = await response.text();
  if (!modelSchema.safeParse(parseJson(body)).success) return unexpected(body, secret);
  return { kind: 'success', status: response.status, headers: headersOf(response.headers), models: null };
}

/** A page where JSON was due: neither a valid nor an invalid key can be concluded from it. */
function unexpected(body: string, secret: string): Answer {
  return { kind: 'no_answer', failure: 'unexpected', excerpt: excerptOf(body, secret) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function answerFromError(error: unknown, secret: string): Answer {
  if (error instanceof APIError && error.status !== undefined) {
    const body = bodyText(error);
    const reading = readAnswer(error.status, redact(body, [secret]));
    return {
      kind: 'refusal',
      status: error.status,
      headers: headersOf(error.headers ?? new Headers()),
      reading,
      excerpt: excerptOf(body, secret),
    };
  }
  return { kind: 'no_answer', failure: networkFailureOf(error), excerpt: '' };
}

/** The SDK keeps the inner error object, or, for a body that is not JSON, the text behind the status in its message. */
function bodyText(error: APIError): string {
  if (error.error !== undefined) return JSON.stringify({ error: error.error });
  return error.message.replace(/^\d{3} /, '');
}

function excerptOf(body: string, secret: string): string {
  // Cut only after redaction, so that no half of a key is left at the edge.
  const clean = redact(body.slice(0, 50_000), [secret]);
  return clean.length > EXCERPT ? `${clean.slice(0, EXCERPT)}…` : clean;
}

function headersOf(headers: Headers): AnswerHeaders {
  return {
    organization: identifier(headers.get('openai-organization')),
    project: identifier(headers.get('openai-project')),
    requestId: identifier(headers.get('x-request-id')),
    retryAfterSeconds: retryAfter(headers.get('retry-after')),
  };
}

/** Only plain identifiers are kept: a hostile server could put the key, or anything, into a header. */
function identifier(value: string | null): string | null {
  return value !== null && /^[A-Za-z0-9_-]{1,128}$/.test(value) && !/^(sk|ek)[-_]/.test(value) ? value : null;
}

/** Whole seconds between 0 and one day; anything else is as if it had not been sent. */
function retryAfter(value: string | null): number | null {
  if (value === null || !/^\d{1,9}(\.\d+)?$/.test(value.trim())) return null;
  const seconds = Math.ceil(Number(value));
  return seconds <= 86_400 ? seconds : null;
}
