/** What came back from a request, as an `Answer`. Secrets are taken out of every text before it leaves this file. */
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { readAnswer, readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { isUnderstood } from '../../shared/errors/rules/fallback';
import type { ListedModel } from '../../shared/models/listed-model';
import { isDoubtfulOfKey, isOfTheKey } from '../../shared/observations/key-refusal';
import type { Answer, AnswerHeaders, Pace } from '../../shared/observations/observation';
import { redactorOf } from '../../shared/redaction/redact';
import { type CleanText, identifier, parseJson } from './answer-text';
import { networkFailureOf, refusedAnswerOf } from './guarded-fetch';

/** Longest redacted excerpt kept of an answer, in UTF-16 units. */
const EXCERPT = 600;

/**
 * UTF-16 units of a refusal or of an unexpected answer that are read; the API's own have some hundred. Whatever is longer is a
 * page, and searching a megabyte of it takes most of a second.
 */
const LONGEST_READ = 50_000;

/** Far more than any organization or gateway offers (2026). */
const MOST_MODELS = 200_000;
/** Names that are searched before others get their turn; it takes some milliseconds. */
const AT_ONCE = 500;

const listSchema = z.object({ data: z.array(z.unknown()).max(MOST_MODELS) });
const entrySchema = z.object({
  id: z.string().min(1).max(300),
  shutdown_date: z.string().nullish().catch(null),
});
const errorSchema = z.object({ error: z.object({ message: z.string() }) });
const modelSchema = z.object({ id: z.string(), object: z.literal('model') });

/** An entry that names no model is left out; a list of nothing else is none. */
export async function readList(response: Response, secret: string): Promise<Answer> {
  const body = await response.text();
  const parsed = listSchema.safeParse(parseJson(body));
  const entries = parsed.success ? parsed.data.data : null;
  const clean = redactorOf([secret]);
  const models = await listedModels(entries ?? [], clean);
  if (entries === null || (models.length === 0 && entries.length > 0)) return unexpected(body, clean);
  return { kind: 'success', status: response.status, headers: headersOf(response.headers, clean), models };
}

async function listedModels(entries: readonly unknown[], clean: CleanText): Promise<readonly ListedModel[]> {
  const models: ListedModel[] = [];
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    models.push(...entries.slice(from, from + AT_ONCE).flatMap((entry) => toListedModel(entry, clean)));
  }
  return models;
}

function toListedModel(entry: unknown, clean: CleanText): readonly ListedModel[] {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return [];
  const { id, shutdown_date } = parsed.data;
  return [
    {
      id: clean(id),
      shutdownDate: /^\d{4}-\d{2}-\d{2}/.exec(shutdown_date ?? '')?.[0] ?? null,
    },
  ];
}

export async function readModel(response: Response, secret: string): Promise<Answer> {
  const body = await response.text();
  const clean = redactorOf([secret]);
  if (!modelSchema.safeParse(parseJson(body)).success) return unexpected(body, clean);
  return madeAnswer(response, clean);
}

const made = { error: z.null().optional(), model: z.unknown().optional() };
const object = (name: string) => z.object({ ...made, object: z.literal(name) });

/** What each endpoint sends for a success (API description of 2026-08-21). Anything else was sent by something on the way. */
const SHAPES: Readonly<Record<string, z.ZodType<{ readonly model?: unknown }>>> = {
  '/responses': object('response'),
  '/chat/completions': object('chat.completion'),
  '/completions': object('text_completion'),
  '/embeddings': z.object({ ...made, object: z.literal('list'), data: z.array(z.unknown()) }),
  '/images/generations': z.object({ ...made, data: z.array(z.unknown()) }),
  '/audio/transcriptions': z.object({ ...made, text: z.string() }),
  '/moderations': z.object({ ...made, results: z.array(z.unknown()) }),
};

/** The media type to ask for. Speech is to be had as sound alone (API description of 2026-08-21). */
export function acceptOf(path: string): string {
  return path === '/audio/speech' ? 'application/octet-stream' : 'application/json';
}

/** A sign-in page with status 200 is not an answer of the model. `path`: of the endpoint that was asked. */
export async function readResult(response: Response, path: string, secret: string): Promise<Answer> {
  const clean = redactorOf([secret]);
  if (path === '/audio/speech') return readSound(response, clean);
  const body = await response.text();
  const parsed = SHAPES[path]?.safeParse(parseJson(body));
  if (parsed?.success !== true) return refusedInside(response, body, clean) ?? unexpected(body, clean);
  return madeAnswer(response, clean, modelNamed(parsed.data.model, clean));
}

/**
 * A refusal within a success, as a stream that opened with 200 sends it, and a response that failed (clients and issue trackers
 * up to 2026-11). Null where no error object is in it, or none whose words are known.
 */
function refusedInside(response: Response, body: string, clean: CleanText): Answer | null {
  const error = parseJson(body) === null ? errorOfStream(body) : body;
  if (error === null || error.length > LONGEST_READ || !isApiError(error)) return null;
  const text = clean(error);
  const reading = readError(text);
  if (!isUnderstood(reading) || reading.cause === 'not_an_error') return null;
  return refusalOf(response, reading, text, clean);
}

/** The first event of a stream that holds an error object; null for none. */
function errorOfStream(body: string): string | null {
  const events = body.split(/\r?\n/).filter((line) => line.startsWith('data:'));
  return events.map((line) => line.slice('data:'.length).trim()).find(isApiError) ?? null;
}

/** No sound begins like markup or JSON, whatever type it is said to be of. */
async function readSound(response: Response, clean: CleanText): Promise<Answer> {
  const body = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const isSound = /^(audio\/|application\/octet-stream)/.test(type) && body !== '' && !/^\s*[<{[]/.test(body);
  return isSound ? madeAnswer(response, clean) : unexpected(body, clean);
}

function madeAnswer(response: Response, clean: CleanText, served: string | null = null): Answer {
  return {
    kind: 'success',
    status: response.status,
    headers: headersOf(response.headers, clean),
    models: null,
    ...(served === null ? {} : { servedModel: served }),
  };
}

/** A name of a model as the API writes them, and nothing that a hostile server could hide a key in. */
function modelNamed(value: unknown, clean: CleanText): string | null {
  if (typeof value !== 'string' || !/^[A-Za-z0-9:._-]{1,200}$/.test(value)) return null;
  return clean(value) === value ? value : null;
}

/** A page where JSON was due: neither a valid nor an invalid key can be concluded from it. */
function unexpected(body: string, clean: CleanText): Extract<Answer, { kind: 'no_answer' }> {
  const excerpt = excerptOf(clean(body.slice(0, LONGEST_READ)));
  return { kind: 'no_answer', failure: 'unexpected', excerpt };
}

/**
 * A key is only ever refused by the API's own error object: a page or a gateway on the way says nothing of it. One with a type,
 * in words that are not known, stays a refusal, which is then not understood.
 */
export function answerFromError(
  error: unknown,
  secret: string,
): Extract<Answer, { kind: 'refusal' | 'no_answer' }> {
  const refused = refusedAnswerOf(error);
  if (refused === null) return { kind: 'no_answer', failure: networkFailureOf(error), excerpt: '' };
  const { status, headers } = refused;
  const body = refused.body.slice(0, LONGEST_READ);
  const clean = redactorOf([secret]);
  // Nothing but an error status refuses: the API answers with no other (API description of 2026-08-21).
  if (status < 400) return unexpected(body, clean);
  const text = clean(body);
  const reading = readAnswer(status, text);
  const isUnsigned = isDoubtfulOfKey(reading) && reading.facts.type === null;
  if (isOfTheKey(reading.cause) && (!isApiError(body) || isUnsigned)) return unexpected(body, clean);
  return refusalOf({ status, headers }, reading, text, clean);
}

/** `text`: what was refused with, without secrets. */
function refusalOf(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  reading: Reading,
  text: string,
  clean: CleanText,
): Extract<Answer, { kind: 'refusal' }> {
  return {
    kind: 'refusal',
    status,
    headers: headersOf(headers, clean),
    reading,
    excerpt: excerptOf(text),
  };
}

/** Whether an answer has the form that the API gives its errors. */
function isApiError(body: string): boolean {
  return errorSchema.safeParse(parseJson(body)).success;
}

/** `text`: redacted already; cut before, half a key could be left at the edge. */
function excerptOf(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

function headersOf(headers: Headers, clean: CleanText): AnswerHeaders {
  const processingMs = wholeNumber(headers.get('openai-processing-ms'));
  const pace = paceOf(headers);
  return {
    organization: identifier(headers.get('openai-organization'), clean),
    project: identifier(headers.get('openai-project'), clean),
    requestId: identifier(headers.get('x-request-id'), clean),
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
