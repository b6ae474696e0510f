/** Sends one probe through the official SDK. */
import OpenAI from 'openai';
import type { SentFor } from '../../shared/keys/key';
import { freeProbe, type ProbeRequest, realProbe } from '../../shared/models/families';
import type { Answer, Probe } from '../../shared/observations/observation';
import { hasHeaders } from '../../shared/observations/sender';
import {
  type Fetch,
  guardFetch,
  type Limits,
  MAX_BODY,
  MAX_LONG_BODY,
  PROBE_TIMEOUT_MS,
} from './guarded-fetch';
import { acceptOf, answerFromError, readList, readModel, readResult } from './read-answer';

export interface Target {
  readonly secret: string;
  readonly baseUrl: string;
  /** Values of the headers that choose among the organizations and projects of a key; none where left out. */
  readonly home?: SentFor;
}

/** The same key, sent with these headers and no others. */
export function targetSentFor({ secret, baseUrl }: Omit<Target, 'home'>, sentFor: SentFor): Target {
  return hasHeaders(sentFor) ? { secret, baseUrl, home: sentFor } : { secret, baseUrl };
}

export interface ProbeCall {
  readonly probe: Probe;
  readonly model: string | null;
  /** At the older endpoint of chats, for a host that lacks the newer one. */
  readonly overChat?: boolean;
  readonly signal: AbortSignal;
}

export interface ProbeSender {
  send(target: Target, call: ProbeCall): Promise<Answer>;
}

/** Path that a probe of this model uses; null where there is no such probe of it. */
export function endpointOf(probe: Probe, model: string | null, overChat = false): string | null {
  if (probe === 'list') return '/models';
  if (model === null) return null;
  if (probe === 'retrieve') return entryOf(model);
  return requestFor(probe, model, overChat)?.path ?? null;
}

/** A name of dots alone would lead to another path; half a character cannot be part of one. */
function entryOf(model: string): string | null {
  return /^\.{0,2}$/.test(model) ? null : `/models/${encodeURIComponent(model.toWellFormed())}`;
}

function requestFor(
  probe: 'free_probe' | 'real_probe',
  model: string,
  overChat: boolean,
): ProbeRequest | null {
  return probe === 'free_probe' ? freeProbe(model, overChat) : realProbe(model, overChat);
}

export class Prober implements ProbeSender {
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
    const { signal, model } = call;
    const client = this.#client(target, this.#limits(call));
    if (call.probe === 'list')
      return readList(await client.get('/models', { signal }).asResponse(), target.secret);
    if (model === null) throw new Error('This probe needs a model');
    if (call.probe === 'retrieve') {
      const entry = entryOf(model);
      if (entry === null) throw new Error('No model has such a name');
      return readModel(await client.get(entry, { signal }).asResponse(), target.secret);
    }
    const request = requestFor(call.probe, model, call.overChat === true);
    if (request === null) throw new Error('This family of models has no such probe');
    const headers = { accept: acceptOf(request.path) };
    const response = await client.post(request.path, { body: bodyOf(request), headers, signal }).asResponse();
    return readResult(response, request.path, target.secret);
  }

  /** A picture takes longer and is larger than anything else that is asked for. */
  #limits(call: ProbeCall): Limits {
    const real = call.probe === 'real_probe' && call.model !== null ? realProbe(call.model) : null;
    const expensive = real?.expensive === true;
    return {
      timeoutMs: this.#timeoutMs * (expensive ? 6 : 1),
      maxBytes: expensive || call.probe === 'list' ? MAX_LONG_BODY : MAX_BODY,
    };
  }

  /** Everything is given explicitly: a stale OPENAI_* variable must never decide what is tested. */
  #client(target: Target, limits: Limits): OpenAI {
    return new OpenAI({
      apiKey: target.secret,
      adminAPIKey: null,
      baseURL: target.baseUrl,
      organization: target.home?.organization ?? null,
      project: target.home?.project ?? null,
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
