/**
 * Sends one probe through the official SDK and turns whatever comes back into an `Answer`. Secrets are taken out
 * of every text before it leaves this file.
 */
import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import type { Answer, AnswerHeaders, ListedModel, Pace, Probe } from '../../shared/diagnosis/evidence';
import { readAnswer } from '../../shared/errors/read-error';
import { freeProbe, type ProbeRequest, realProbe } from '../../shared/models/families';
import { holdsPartOf } from '../../shared/redaction/part-of';
import { redact, redactorOf } from '../../shared/redaction/redact';
import { identifier, parseJson } from './answer-text';
import {
  type Fetch,
  guardFetch,
  type Limits,
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
  /** Whose lane the request takes; requests without one share a lane. */
  readonly keyId?: string;
  /** How often it may be sent where the server only asks for patience; once unless told. */
  readonly tries?: number;
  /** How often it was sent already, in earlier calls; these count as tries. */
  readonly sentBefore?: number;
  /** Called each time the request is really sent, after any waiting. */
  readonly sent?: () => void;
  /** Called when the server asked for patience and the request waits to be sent again. */
  readonly waits?: () => void;
}

export interface ProbeSender {
  send(target: Target, call: ProbeCall): Promise<Answer>;
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

export class Prober implements ProbeSender {
  readonly #fetch: Fetch;
  readonly #timeoutMs: number;

  constructor(fetch: Fetch, timeoutMs: number = PROBE_TIMEOUT_MS) {
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  async send(target: Target, call: ProbeCall): Promise<Answer> {
    call.sent?.();
    try {
      return await this.#request(target, call);
    } catch (error) {
      if (call.signal.aborted) return { kind: 'cancelled' };
      return answerFromError(error, target.secret);
    }
  }

  async #request(target: Target, call: ProbeCall): Promise<Answer> {
    const { signal, model } = call;
    const client = this.#client(target, this.#limits(call));
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
    return readResult(response, target.secret);
  }

  /** A picture takes longer and is larger than anything else that is asked for. */
  #limits(call: ProbeCall): Limits {
    const real = call.probe === 'real_probe' && call.model !== null ? realProbe(call.model) : null;
    const expensive = real?.expensive === true;
    return {
      timeoutMs: this.#timeoutMs * (expensive ? 6 : 1),
      maxBytes: expensive || call.probe === 'list' ? MAX_LIST_BODY : MAX_BODY,
    };
  }

  /** Everything is given explicitly: a stale OPENAI_* variable must never decide what is tested. */
  #client(target: Target, limits: Limits): OpenAI {
    return new OpenAI({
      apiKey: target.secret,
      adminAPIKey: null,
      baseURL: target.baseUrl,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: limits.timeoutMs * 2,
      logLevel: 'off',
      fetch: guardFetch(this.#fetch, limits),
    });
  }
}

function bodyOf(request: ProbeRequest): FormData | Readonly<Record<string, unknown>> {
  if (!request.form) return request.body;
  const form = new FormData();
  for (const [name, value] of Object.entries(request.body)) form.set(name, String(value));
  if (request.attachment === 'silence') form.set('file', silence(), 'silence.wav');
  return form;
}

/** A tenth of a second of nothing: the shortest sound that is transcribed (facts of 2026-11-22). 8 kHz, 8 bit, one channel. */
function silence(): Blob {
  const samples = 800;
  const wav = Buffer.alloc(44 + samples, 0x80);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8_000, 24);
  wav.writeUInt32LE(8_000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  return new Blob([wav], { type: 'audio/wav' });
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
  const clean = redactorOf([secret]);
  const models: readonly ListedModel[] = parsed.data.data.map((model) => ({
    id: clean(model.id),
    shutdownDate: /^\d{4}-\d{2}-\d{2}/.exec(model.shutdown_date ?? '')?.[0] ?? null,
  }));
  return { kind: 'success', status: response.status, headers: headersOf(response.headers, secret), models };
}

async function readModel(response: Response, secret: string): Promise<Answer> {
  const body = await response.text();
  if (!modelSchema.safeParse(parseJson(body)).success) return unexpected(body, secret);
  return {
    kind: 'success',
    status: response.status,
    headers: headersOf(response.headers, secret),
    models: null,
  };
}

const resultSchema = z.looseObject({ error: z.null().optional(), model: z.unknown().optional() });

/** Whatever a model makes is JSON or sound. A sign-in page with status 200 is not an answer of the model. */
async function readResult(response: Response, secret: string): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  let served: string | null = null;
  if (!/^(audio\/|application\/octet-stream)/.test(type)) {
    const body = await response.text();
    const parsed = resultSchema.safeParse(parseJson(body));
    if (!parsed.success) return unexpected(body, secret);
    served = modelNamed(parsed.data.model, secret);
  }
  return {
    kind: 'success',
    status: response.status,
    headers: headersOf(response.headers, secret),
    models: null,
    ...(served === null ? {} : { servedModel: served }),
  };
}

/** A name of a model as the API writes them, and nothing that a hostile server could hide a key in. */
function modelNamed(value: unknown, secret: string): string | null {
  if (typeof value !== 'string' || !/^[A-Za-z0-9:._-]{1,200}$/.test(value)) return null;
  const clean = redact(value, [secret]);
  return clean === value && !holdsPartOf(secret, value) ? value : null;
}

/** A page where JSON was due: neither a valid nor an invalid key can be concluded from it. */
function unexpected(body: string, secret: string): Answer {
  return { kind: 'no_answer', failure: 'unexpected', excerpt: excerptOf(body, secret) };
}

export function answerFromError(
  error: unknown,
  secret: string,
): Extract<Answer, { kind: 'refusal' | 'no_answer' }> {
  if (error instanceof APIError && error.status !== undefined) {
    const body = bodyText(error);
    const reading = readAnswer(error.status, redact(body, [secret]));
    return {
      kind: 'refusal',
      status: error.status,
      headers: headersOf(error.headers ?? new Headers(), secret),
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

function headersOf(headers: Headers, secret: string): AnswerHeaders {
  const processingMs = wholeNumber(headers.get('openai-processing-ms'));
  const pace = paceOf(headers);
  return {
    organization: identifier(headers.get('openai-organization'), secret),
    project: identifier(headers.get('openai-project'), secret),
    requestId: identifier(headers.get('x-request-id'), secret),
    retryAfterSeconds: retryAfter(headers.get('retry-after'), headers.get('date')),
    ...(processingMs === null ? {} : { processingMs }),
    ...(pace === null ? {} : { pace }),
  };
}

function paceOf(headers: Headers): Pace | null {
  const read = (name: string) => wholeNumber(headers.get(`x-ratelimit-${name}`));
  const pace = {
    requestsLimit: read('limit-requests'),
    requestsLeft: read('remaining-requests'),
    tokensLimit: read('limit-tokens'),
    tokensLeft: read('remaining-tokens'),
  };
  return Object.values(pace).every((value) => value === null) ? null : pace;
}

/** Up to a million millions, which no limit reaches; anything else is as if it had not been sent. */
function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

const ONE_DAY = 86_400;

/**
 * Whole seconds between 0 and one day; more counts as one day, and nonsense as if it had not been sent. A date is
 * measured against the server's own, since the clock of this computer may be wrong.
 */
function retryAfter(value: string | null, serverDate: string | null): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d{1,20}(\.\d+)?$/.test(text)) return Math.min(ONE_DAY, Math.ceil(Number(text)));
  if (!/^[A-Z][a-z]{2}, \d{2} /.test(text) || serverDate === null) return null;
  const seconds = Math.ceil((Date.parse(text) - Date.parse(serverDate)) / 1_000);
  return Number.isNaN(seconds) ? null : Math.min(ONE_DAY, Math.max(0, seconds));
}
