/** What the API asks of each request that this app sends: its place, what it takes, and what can be had for an answer. */
import { either, listOf, NULL, record, type Schema, TEXT, WHOLE, word, YES_NO } from './schema';

export interface RequestShape {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path behind the base URL, with names in braces for its variable parts. */
  readonly path: string;
  readonly query: Readonly<Record<string, Schema>>;
  readonly body: Schema | null;
  /** The media type that the body is sent as. */
  readonly sentAs: 'application/json' | 'multipart/form-data';
  /** The media type that is asked for. */
  readonly accept: string;
}

const MODEL = { model: TEXT };
const SOUND_FORMATS = ['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16'];
const TOKENS = { type: 'array', items: WHOLE, minItems: 1, maxItems: 2048 } as const;

const PROBES: readonly RequestShape[] = [
  get('/models'),
  get('/models/{model}'),
  post(
    '/responses',
    record({}, { ...MODEL, input: TEXT, max_output_tokens: { type: 'integer', minimum: 16 }, store: YES_NO }),
  ),
  post(
    '/chat/completions',
    record(
      {
        ...MODEL,
        messages: listOf(record({ role: word('user'), content: TEXT }), { minItems: 1 }),
      },
      {
        max_completion_tokens: WHOLE,
        modalities: listOf(word('text', 'audio')),
        audio: record({ voice: TEXT, format: word(...SOUND_FORMATS) }),
      },
    ),
  ),
  post(
    '/embeddings',
    record({ ...MODEL, input: either(TEXT, listOf(TEXT, { minItems: 1, maxItems: 2048 }), TOKENS) }),
  ),
  post(
    '/images/generations',
    record({ prompt: TEXT }, { ...MODEL, n: either({ type: 'integer', minimum: 1, maximum: 10 }, NULL) }),
  ),
  post('/moderations', record({ input: TEXT }, MODEL)),
  {
    ...post(
      '/audio/speech',
      record(
        { ...MODEL, input: { type: 'string', maxLength: 4096 }, voice: TEXT },
        { speed: { type: 'number', minimum: 0.25, maximum: 4 } },
      ),
    ),
    accept: 'application/octet-stream',
  },
  {
    ...post('/audio/transcriptions', record({ ...MODEL, file: TEXT })),
    sentAs: 'multipart/form-data',
  },
  post('/completions', record({ ...MODEL, prompt: TEXT }, { max_tokens: { type: 'integer', minimum: 0 } })),
];

const PROJECT = '/organization/projects/{project_id}';
const PAGE = { limit: WHOLE, after: TEXT };

const ADMINISTRATION: readonly RequestShape[] = [
  { ...get('/organization/projects'), query: { ...PAGE, include_archived: YES_NO } },
  get(PROJECT),
  get(`${PROJECT}/model_permissions`),
  post(
    `${PROJECT}/model_permissions`,
    record({ mode: word('allow_list', 'deny_list'), model_ids: listOf(TEXT) }),
  ),
  { ...get(`${PROJECT}/model_permissions`), method: 'DELETE' },
  { ...get(`${PROJECT}/rate_limits`), query: PAGE },
  get(`${PROJECT}/spend_limit`),
];

/** Every request that this app sends. */
export const REQUESTS: readonly RequestShape[] = [...PROBES, ...ADMINISTRATION];

function get(path: string): RequestShape {
  return {
    method: 'GET',
    path,
    query: {},
    body: null,
    sentAs: 'application/json',
    accept: 'application/json',
  };
}

function post(path: string, body: Schema): RequestShape {
  return { ...get(path), method: 'POST', body };
}
