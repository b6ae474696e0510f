/**
 * A gateway beside the practice's API, as companies put before several vendors: it lists models of its own, takes no newer
 * endpoint, serves and bills also what OpenAI would refuse, and passes OpenAI's sentence on for what its own project lacks.
 * Modelled on LiteLLM's proxy (issue trackers, 2025 and 2026).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as refuse from './api/refusals';
import { PROJECTS } from './blueprint';
import { headerOf, readBody } from './http';
import { drawHex, type Random } from './random';

export const GATEWAY_KEY = 'practice_gateway';
/** What the gateway's own project at OpenAI lacks. */
export const GATEWAY_LACKS = 'gpt-5.5';
const SERVED = ['openai/gpt-5.4-mini', 'qwen3-72b-instruct', 'llama-4-scout'];

export interface Gateway {
  readonly apiBaseUrl: string;
  readonly key: { readonly id: string; readonly label: string; readonly secret: string };
  /** Requests that it served, each of which it would bill. */
  readonly billed: () => number;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export async function startGateway(random: Random): Promise<Gateway> {
  const secret = `gw-${drawHex(random, 40)}`;
  let billed = 0;
  const server = createServer((request, response) => {
    answer(request, secret, random)
      .then((reply) => {
        if (reply.status === 200 && request.method === 'POST') billed += 1;
        send(response, reply);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    apiBaseUrl: `http://127.0.0.1:${port}/v1`,
    key: { id: GATEWAY_KEY, label: 'Gateway · shared', secret },
    billed: () => billed,
    close: () => close(server),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(request: IncomingMessage, secret: string, random: Random): Promise<Reply> {
  const body = await readBody(request);
  // Only under its own name: a web page may have its name point here.
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(headerOf(request, 'host') ?? '')) return NOT_FOUND;
  if (headerOf(request, 'authorization') !== `Bearer ${secret}`) return BAD_TOKEN;
  if (request.method === 'GET' && request.url === '/v1/models') return list();
  if (request.method === 'POST' && request.url === '/v1/chat/completions') return chat(body, random);
  return NOT_FOUND;
}

/** As its web framework says it, and not the API. */
const NOT_FOUND: Reply = { status: 404, body: { detail: 'Not Found' } };
const BAD_TOKEN: Reply = {
  status: 401,
  body: {
    error: {
      message: 'Authentication Error, Invalid proxy server token passed.',
      type: 'auth_error',
      param: 'None',
      code: '401',
    },
  },
};

function list(): Reply {
  const data = SERVED.map((id) => ({ id, object: 'model', created: 1_760_000_000, owned_by: 'gateway' }));
  return { status: 200, body: { object: 'list', data } };
}

/** It checks nothing of what it hands on, so that a request without messages is served as well. */
function chat(body: string | null, random: Random): Reply {
  const model = modelIn(body);
  if (model === GATEWAY_LACKS) {
    const { status, error } = refuse.projectLacksModel(PROJECTS.harbor, model);
    return { status, body: { error } };
  }
  if (model === null || !SERVED.includes(model)) {
    const message = `/chat/completions: Invalid model name passed in model=${model ?? ''}. Call /v1/models to view available models for your key.`;
    return { status: 400, body: { error: { message, type: 'None', param: 'None', code: '400' } } };
  }
  const choice = { index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' };
  const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
  const id = `chatcmpl-${drawHex(random, 24)}`;
  return {
    status: 200,
    body: { id, object: 'chat.completion', created: 1_760_000_000, model, choices: [choice], usage },
  };
}

function modelIn(body: string | null): string | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    if (typeof value !== 'object' || value === null || !('model' in value)) return null;
    return typeof value.model === 'string' ? value.model : null;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
