/**
 * The administration API through the official SDK, over the same guarded network as the probes. One request at a time
 * a host, because these endpoints take only a few calls a minute; a 429 to a reading is waited out. Nothing is ever retried
 * for another reason, and no write by itself, since what it replaces may have been edited during the wait.
 */
import OpenAI from 'openai';
import { z } from 'zod';
import type { AdminProject, RateLimit, SpendLimit } from '../../shared/admin/change';
import { MAX_MODEL_ID, MAX_POLICY_MODELS, type Policy } from '../../shared/admin/policy';
import { err, ok, type Result } from '../../shared/base/result';
import { hostOf } from '../../shared/observations/host';
import type { Answer } from '../../shared/observations/observation';
import { isAddressMissing } from '../../shared/observations/showing';
import { redact, redactorOf } from '../../shared/redaction/redact';
import type { Environment } from '../base/environment';
import { identifier, parseJson } from '../probes/answer-text';
import { type Fetch, guardFetch, MAX_LONG_BODY, PROBE_TIMEOUT_MS } from '../probes/guarded-fetch';
import type { Target } from '../probes/prober';
import { answerFromError } from '../probes/read-answer';
import { RequestQueue } from '../probes/request-queue';

export interface Answered<T> {
  readonly value: T;
  readonly requestId: string | null;
}

/** Whatever is not a usable answer: a refusal as the reader understood it, a network failure, or a cancellation. */
export type AdminFailure = Exclude<Answer, { kind: 'success' | 'not_sent' }>;
type AdminResult<T> = Promise<Result<Answered<T>, AdminFailure>>;

/** Milliseconds waited where a 429 names no time: seen limits are per minute, and the answers carry no such header (2026). */
const UNNAMED_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 65_000;
const MOST_WAITS = 5;

/** An organization has at most 2,000 projects, and a model list some hundred entries (2026); beyond this is no list. */
const PAGE_SIZE = 100;
const MOST_PAGES = 60;

type Client = OpenAI['admin']['organization']['projects'];
type Send = (projects: Client) => { asResponse(): Promise<Response> };

/** A stretch of a host's queue that no other request of this app gets into. */
export interface AdminTurn {
  readPolicy(target: Target, id: string, signal: AbortSignal): AdminResult<Policy>;
  /** Replaces the whole policy. Sent once, whatever the answer. */
  writePolicy(target: Target, id: string, policy: Policy, signal: AbortSignal): AdminResult<unknown>;
  /** True once the time that a 429 asked for is over; false at once for any other failure, and after too many waits. */
  waitOut(failure: AdminFailure, waits: number, signal: AbortSignal): Promise<boolean>;
}

export class AdminClient {
  readonly #fetch: Fetch;
  readonly #environment: Environment;
  readonly #timeoutMs: number;
  readonly #queue: RequestQueue;

  constructor(fetch: Fetch, environment: Environment, timeoutMs: number = PROBE_TIMEOUT_MS) {
    this.#fetch = fetch;
    this.#environment = environment;
    // One at a time for each host, which stands in the place of the key.
    this.#queue = new RequestQueue(environment, { overall: Number.POSITIVE_INFINITY, perKey: 1 });
    this.#timeoutMs = timeoutMs;
  }

  /** Archived ones included, so that a project in question is found whatever became of it. */
  listProjects(target: Target, signal: AbortSignal): AdminResult<readonly AdminProject[]> {
    return this.#pages(target, signal, projectSchema, (projects, query) =>
      projects.list({ ...query, include_archived: true }, { signal }),
    );
  }

  readProject(target: Target, id: string, signal: AbortSignal): AdminResult<AdminProject> {
    return this.#ask(target, signal, projectSchema, (projects) => projects.retrieve(id, { signal }));
  }

  readPolicy(target: Target, id: string, signal: AbortSignal): AdminResult<Policy> {
    return this.inOneTurn(target, (turn) => turn.readPolicy(target, id, signal));
  }

  /** For requests that belong together. What the job asks for goes through its turn; anything else would wait for it for ever. */
  async inOneTurn<T>({ baseUrl }: Pick<Target, 'baseUrl'>, job: (turn: AdminTurn) => Promise<T>): Promise<T> {
    const host = hostOf(baseUrl);
    const turn = await this.#queue.enter({ host, keyId: host });
    try {
      return await job(this.#turn);
    } finally {
      if (turn.kind === 'admitted') turn.leave();
    }
  }

  readonly #turn: AdminTurn = {
    // A project without a policy answers 404 or with an empty one (clients of 2026); both are `none`.
    readPolicy: async (target, id, signal) => {
      const answer = await this.#patiently(target, signal, policySchema, ({ modelPermissions }) =>
        modelPermissions.retrieve(id, { signal }),
      );
      return absent(answer) ? ok({ value: { kind: 'none' }, requestId: requestIdIn(answer) }) : answer;
    },
    writePolicy: (target, id, policy, signal): AdminResult<unknown> => {
      if (policy.kind === 'none')
        return this.#once(target, signal, deletedSchema, ({ modelPermissions }) =>
          modelPermissions.delete(id, { signal }),
        );
      const body = { mode: policy.kind, model_ids: [...policy.models] };
      return this.#once(target, signal, policySchema, ({ modelPermissions }) =>
        modelPermissions.update(id, body, { signal }),
      );
    },
    waitOut: async (failure, waits, signal) => {
      if (waits >= MOST_WAITS || !isTooFast(failure)) return false;
      const named = failure.headers.retryAfterSeconds;
      const wait = named === null ? UNNAMED_WAIT_MS : named * 1_000;
      return wait <= LONGEST_WAIT_MS && this.#pause(wait, signal);
    },
  };

  listRateLimits(target: Target, id: string, signal: AbortSignal): AdminResult<readonly RateLimit[]> {
    return this.#pages(target, signal, rateLimitSchema, ({ rateLimits }, query) =>
      rateLimits.listRateLimits(id, query, { signal }),
    );
  }

  async readSpendLimit(target: Target, id: string, signal: AbortSignal): AdminResult<SpendLimit | null> {
    const answer = await this.#ask(target, signal, spendLimitSchema, ({ spendLimit }) =>
      spendLimit.retrieve(id, { signal }),
    );
    return absent(answer) ? ok({ value: null, requestId: requestIdIn(answer) }) : answer;
  }

  async #pages<T>(
    target: Target,
    signal: AbortSignal,
    item: z.ZodType<T>,
    send: (projects: Client, query: { limit: number; after?: string }) => ReturnType<Send>,
  ): AdminResult<readonly T[]> {
    const items: T[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query: { limit: number; after?: string } =
        after === null ? { limit: PAGE_SIZE } : { limit: PAGE_SIZE, after };
      const answer = await this.#ask(target, signal, pageSchema(item), (projects) => send(projects, query));
      if (!answer.ok) return answer;
      items.push(...answer.value.value.data);
      const next: string | null = answer.value.value.last_id ?? null;
      // A server that hands out the same page for ever must not keep the app busy.
      if (!answer.value.value.has_more || next === null || next === after)
        return ok({ value: items, requestId: answer.value.requestId });
      after = next;
    }
    // What was cut off is not known, and nothing may be concluded from its absence.
    return err({ kind: 'no_answer', failure: 'too_large', excerpt: '' });
  }

  #ask<T>(target: Target, signal: AbortSignal, schema: z.ZodType<T>, send: Send): AdminResult<T> {
    return this.inOneTurn(target, () => this.#patiently(target, signal, schema, send));
  }

  async #patiently<T>(target: Target, signal: AbortSignal, schema: z.ZodType<T>, send: Send): AdminResult<T> {
    for (let waits = 0; ; waits += 1) {
      const answer = await this.#once(target, signal, schema, send);
      if (answer.ok || !(await this.#turn.waitOut(answer.error, waits, signal))) return answer;
    }
  }

  async #once<T>(target: Target, signal: AbortSignal, schema: z.ZodType<T>, send: Send): AdminResult<T> {
    if (signal.aborted) return err({ kind: 'cancelled' });
    try {
      const response = await send(this.#projects(target)).asResponse();
      const body = await response.text();
      const parsed = schema.safeParse(parseJson(body));
      if (!parsed.success) return err({ kind: 'no_answer', failure: 'unexpected', excerpt: '' });
      return ok({
        value: parsed.data,
        requestId: identifier(response.headers.get('x-request-id'), redactorOf([target.secret])),
      });
    } catch (error) {
      if (signal.aborted) return err({ kind: 'cancelled' });
      return err(answerFromError(error, target.secret));
    }
  }

  /** False where the wait was cut short. */
  #pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const stop = () => {
        cancel();
        resolve(false);
      };
      const cancel = this.#environment.timers.after(milliseconds, () => {
        signal.removeEventListener('abort', stop);
        resolve(true);
      });
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  /** Everything is given explicitly, so that no OPENAI_* variable decides which organization is changed. */
  #projects(target: Target): Client {
    const client = new OpenAI({
      apiKey: null,
      adminAPIKey: target.secret,
      baseURL: target.baseUrl,
      organization: null,
      project: null,
      webhookSecret: null,
      maxRetries: 0,
      timeout: this.#timeoutMs * 2,
      logLevel: 'off',
      fetch: guardFetch(this.#fetch, { timeoutMs: this.#timeoutMs, maxBytes: MAX_LONG_BODY }),
    });
    return client.admin.organization.projects;
  }
}

function isTooFast(failure: AdminFailure): failure is Extract<AdminFailure, { kind: 'refusal' }> {
  return failure.kind === 'refusal' && failure.status === 429;
}

/** How an answer begins that held the API's error object (see `answerFromError`). */
const ERROR_OBJECT = /^\s*\{\s*"error"\s*:/;

/**
 * True where the API itself says that there is no such thing. A 404 for the address, and a page of something on the way, say
 * nothing of the project (error guide, 2026).
 */
function absent(answer: Result<unknown, AdminFailure>): boolean {
  if (answer.ok || answer.error.kind !== 'refusal' || answer.error.status !== 404) return false;
  const { reading, excerpt } = answer.error;
  return !isAddressMissing(reading) && ERROR_OBJECT.test(excerpt);
}

export function requestIdIn(answer: Result<Answered<unknown>, AdminFailure>): string | null {
  if (answer.ok) return answer.value.requestId;
  return answer.error.kind === 'refusal' ? answer.error.headers.requestId : null;
}

/** A code for the failure: a cause, or what the network did. */
export function codeOf(failure: AdminFailure): string {
  if (failure.kind === 'refusal') return failure.reading.cause;
  return failure.kind === 'no_answer' ? failure.failure : 'cancelled';
}

/** Names come from other people and may hold anything, a pasted key included. */
const LONGEST_NAME = 200;
const text = z.string().max(2_000);
/** An id that looks like a secret is no model. It is not masked instead, since the list would be written back with the mask. */
const modelId = z
  .string()
  .min(1)
  .max(MAX_MODEL_ID)
  .refine((id) => redact(id) === id);

const projectSchema = z
  .object({
    id: z.string().regex(/^proj_[A-Za-z0-9]{1,64}$/),
    name: text.nullish(),
    status: text.nullish(),
  })
  .transform(
    ({ id, name, status }): AdminProject => ({
      id,
      name: redact(name ?? id).slice(0, LONGEST_NAME),
      status: status === 'archived' ? 'archived' : 'active',
    }),
  );

const policySchema = z
  .object({
    mode: z.enum(['allow_list', 'deny_list']).nullish(),
    model_ids: z.array(modelId).max(MAX_POLICY_MODELS).nullish(),
  })
  .transform(({ mode, model_ids: models }): Policy => {
    if (mode === null || mode === undefined || !models) return { kind: 'none' };
    // An empty list was seen to mean no restriction; taking it for one would make the first addition shut out all else.
    if (models.length === 0) return { kind: 'none', emptied: mode };
    return { kind: mode, models: [...new Set(models)] };
  });

const deletedSchema = z.object({ deleted: z.literal(true) });

const rateLimitSchema = z
  .object({
    model: modelId,
    max_requests_per_1_minute: z.number().catch(0),
    max_tokens_per_1_minute: z.number().catch(0),
  })
  .transform(
    (limit): RateLimit => ({
      model: limit.model,
      requestsPerMinute: limit.max_requests_per_1_minute,
      tokensPerMinute: limit.max_tokens_per_1_minute,
    }),
  );

const spendLimitSchema = z
  .object({ threshold_amount: z.number(), enforcement: z.object({ status: text }) })
  .transform(
    ({ threshold_amount, enforcement }): SpendLimit => ({
      cents: threshold_amount,
      enforcing: enforcement.status === 'enforcing',
    }),
  );

function pageSchema<T>(item: z.ZodType<T>) {
  return z.object({
    data: z.array(item).max(10_000),
    has_more: z.boolean().nullish(),
    last_id: text.nullish(),
  });
}
