/** Carries one API request from the wire to the judge and its answer back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, sendFault } from '../faults';
import { headerOf, readBody, waitFor } from '../http';
import { drawHex, type Random } from '../random';
import type { Moment, World } from '../world';
import { ADMIN_PREFIX, type AdminAnswer, type AdminPace, administer as administered } from './admin';
import { answer, modelBody, type Payload } from './answers';
import type { Parameters } from './endpoints';
import { type ApiCall, type Caller, type Judgement, judge } from './judge';
import type { ApiRefusal } from './refusals';

/** One request that the API received. The secret is never kept. */
export interface SeenRequest {
  readonly method: string;
  /** Path below `/v1`. */
  readonly path: string;
  /** The practice key that came with it; null for none or an unknown one. */
  readonly keyId: string | null;
  readonly model: string | null;
  /** Names of the headers, in lower case. */
  readonly headerNames: readonly string[];
}

interface ApiSetting {
  readonly world: () => World;
  readonly moment: () => Moment;
  readonly latencyMs: number;
  /** What is to go wrong with a request; null where nothing is. */
  readonly faultFor: (keyId: string | null, method: string, path: string) => Fault | null;
  readonly saw: (request: SeenRequest) => void;
  readonly replace: (world: World) => void;
  /** How many calls a minute each administration endpoint takes from one key. */
  readonly adminPace: AdminPace;
}

export async function handleApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  setting: ApiSetting,
): Promise<void> {
  const body = await readBody(request);
  const call = toCall(request, path, body);
  const { keys, adminKeys } = setting.world();
  const keyId = [...keys, ...adminKeys].find((key) => key.secret === call.secret)?.id ?? null;
  setting.saw({
    method: call.method,
    path,
    keyId,
    model: askedModel(call),
    headerNames: Object.keys(request.headers),
  });
  if (!(await waitFor(setting.latencyMs, response))) return;
  const fault = setting.faultFor(keyId, call.method, path);
  if (fault?.kind === 'lost_answer' && path.startsWith(ADMIN_PREFIX)) administer(call, setting);
  if (fault !== null) {
    sendFault(fault, headerOf(request, 'authorization') ?? '', response);
    return;
  }
  const moment = setting.moment();
  if (path.startsWith(ADMIN_PREFIX)) sendAdministered(response, administer(call, setting), moment.random);
  else send(response, call, judge(setting.world(), call, moment), moment, setting.latencyMs);
}

function askedModel(call: ApiCall): string | null {
  if (call.path.startsWith('/models/')) return call.path.slice('/models/'.length);
  const model = call.parameters === 'unreadable' ? null : call.parameters.model;
  return typeof model === 'string' ? model : null;
}

function toCall(request: IncomingMessage, path: string, body: string | null): ApiCall {
  return {
    method: request.method ?? 'GET',
    path,
    secret: /^Bearer\s+(.*)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1] ?? null,
    organizationHeader: headerOf(request, 'openai-organization'),
    projectHeader: headerOf(request, 'openai-project'),
    parameters: toParameters(headerOf(request, 'content-type') ?? '', body),
    query: new URL(request.url ?? '/', 'http://practice').searchParams,
  };
}

function administer(call: ApiCall, setting: ApiSetting): AdminAnswer {
  const { answer: reply, world } = administered(setting.world(), call, setting.moment(), setting.adminPace);
  setting.replace(world);
  return reply;
}

/** Without rate-limit headers and without the key's project: administration answers were seen to carry neither. */
function sendAdministered(response: ServerResponse, reply: AdminAnswer, random: Random): void {
  const body = JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-request-id': `req_${drawHex(random, 32)}`,
    'openai-version': '2020-10-01',
  });
  response.end(body);
}

function toParameters(contentType: string, body: string | null): Parameters | 'unreadable' {
  if (body === null) return 'unreadable';
  if (contentType.startsWith('multipart/form-data')) return toFormFields(body);
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    return isParameters(value) ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function isParameters(value: unknown): value is Parameters {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Enough of multipart for the practice: names, and the values of plain fields. */
function toFormFields(body: string): Parameters {
  const fields = body.matchAll(/\bname="([^"]+)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

function send(
  response: ServerResponse,
  call: ApiCall,
  judgement: Judgement,
  moment: Moment,
  latencyMs: number,
): void {
  if (isStream(call) && judgement.kind === 'refused' && judgement.refusal.status === 403) {
    sendRefusedStream(response, judgement.refusal, moment.random);
    return;
  }
  const { status, payload } = render(call, judgement, moment);
  const body = payload.kind === 'json' ? JSON.stringify(payload.value) : payload.bytes;
  response.writeHead(status, {
    'content-type': payload.kind === 'json' ? 'application/json' : 'audio/mpeg',
    'content-length': Buffer.byteLength(body),
    'x-request-id': `req_${drawHex(moment.random, 32)}`,
    ...attribution(judgement, latencyMs, moment.random),
  });
  response.end(body);
}

const STREAMED = ['/responses', '/chat/completions'];

function isStream({ path, parameters }: ApiCall): boolean {
  return STREAMED.includes(path) && parameters !== 'unreadable' && parameters.stream === true;
}

/** A stream may open with 200 before access is decided, and hold the refusal as its only event (seen 2026). */
function sendRefusedStream(response: ServerResponse, { error }: ApiRefusal, random: Random): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'x-request-id': `req_${drawHex(random, 32)}`,
    'openai-version': '2020-10-01',
  });
  response.end(`event: error\ndata: ${JSON.stringify({ type: 'error', error })}\n\n`);
}

function render(
  call: ApiCall,
  judgement: Judgement,
  moment: Moment,
): { readonly status: number; readonly payload: Payload } {
  const json = (value: unknown): Payload => ({ kind: 'json', value });
  switch (judgement.kind) {
    case 'refused':
      return { status: judgement.refusal.status, payload: json({ error: judgement.refusal.error }) };
    case 'listed':
      return { status: 200, payload: json({ object: 'list', data: judgement.models.map(modelBody) }) };
    case 'retrieved':
      return { status: 200, payload: json(modelBody(judgement.model)) };
    case 'answered': {
      const { model, parameters } = judgement;
      const seconds = Math.floor(moment.now / 1_000);
      const payload = answer(call.path, { model, parameters, random: moment.random, seconds });
      return { status: 200, payload };
    }
  }
}

/**
 * Recorded traffic carries these on inference answers and validation errors, not on earlier refusals; whether the
 * model list names the project is unknown, so it does not here.
 */
function attribution(judgement: Judgement, latencyMs: number, random: Random): Record<string, string> {
  const attributed =
    judgement.kind === 'answered' || (judgement.kind === 'refused' && judgement.refusal.attributed);
  const timing = {
    'openai-version': '2020-10-01',
    'openai-processing-ms': String(Math.floor(latencyMs + random() * 40)),
  };
  if (judgement.kind === 'refused' && !attributed) return { 'openai-version': '2020-10-01' };
  return attributed && judgement.caller !== null
    ? { ...timing, ...ownership(judgement.caller), ...PACE }
    : timing;
}

function ownership({ organization, project }: Caller): Record<string, string> {
  return { 'openai-organization': organization.id, 'openai-project': project.id };
}

const PACE: Readonly<Record<string, string>> = {
  'x-ratelimit-limit-requests': '5000',
  'x-ratelimit-remaining-requests': '4999',
  'x-ratelimit-reset-requests': '12ms',
  'x-ratelimit-limit-tokens': '2000000',
  'x-ratelimit-remaining-tokens': '1999984',
  'x-ratelimit-reset-tokens': '0s',
};
