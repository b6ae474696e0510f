/** What the API sends for a success, as far as the practice service sends it, and for a refusal. */
import {
  either,
  listOf,
  NOTHING,
  NULL,
  NUMBER,
  record,
  type Schema,
  TEXT,
  WHOLE,
  word,
  YES_NO,
} from './schema';

const MODEL = record(
  { id: TEXT, object: word('model'), created: WHOLE, owned_by: TEXT },
  { shutdown_date: either(TEXT, NULL) },
);

const MESSAGE = record({
  id: TEXT,
  type: word('message'),
  role: word('assistant'),
  status: word('in_progress', 'completed', 'incomplete'),
  content: listOf(
    record({
      type: word('output_text'),
      text: TEXT,
      annotations: listOf(NOTHING),
      logprobs: listOf(NOTHING),
    }),
  ),
});
const REASONING = record({ id: TEXT, type: word('reasoning'), summary: listOf(NOTHING) });

const RESPONSE = record(
  {
    id: TEXT,
    object: word('response'),
    created_at: WHOLE,
    error: NULL,
    incomplete_details: either(record({}, { reason: word('max_output_tokens') }), NULL),
    instructions: NULL,
    model: TEXT,
    tools: listOf(NOTHING),
    output: listOf(either(MESSAGE, REASONING)),
    parallel_tool_calls: YES_NO,
    metadata: record({}),
    tool_choice: word('auto'),
    temperature: { type: 'number', minimum: 0, maximum: 2 },
    top_p: { type: 'number', minimum: 0, maximum: 1 },
  },
  {
    status: word('completed', 'incomplete'),
    max_output_tokens: either(WHOLE, NULL),
    previous_response_id: NULL,
    text: record({}, { format: record({ type: word('text') }) }),
    truncation: word('disabled'),
    usage: record({
      input_tokens: WHOLE,
      input_tokens_details: record({ cached_tokens: WHOLE, cache_write_tokens: WHOLE }),
      output_tokens: WHOLE,
      output_tokens_details: record({ reasoning_tokens: WHOLE }),
      total_tokens: WHOLE,
    }),
  },
);

const SPOKEN = record({ id: TEXT, expires_at: WHOLE, data: TEXT, transcript: TEXT });

const CHAT_COMPLETION = record(
  {
    id: TEXT,
    object: word('chat.completion'),
    created: WHOLE,
    model: TEXT,
    choices: listOf(
      record({
        index: WHOLE,
        finish_reason: word('stop', 'length'),
        logprobs: NULL,
        message: record(
          { role: word('assistant'), content: either(TEXT, NULL), refusal: NULL },
          { annotations: listOf(NOTHING), audio: SPOKEN },
        ),
      }),
    ),
  },
  {
    service_tier: word('default'),
    usage: record({ prompt_tokens: WHOLE, completion_tokens: WHOLE, total_tokens: WHOLE }),
  },
);

const EMBEDDINGS = record({
  object: word('list'),
  model: TEXT,
  data: listOf(record({ object: word('embedding'), index: WHOLE, embedding: listOf(NUMBER) })),
  usage: record({ prompt_tokens: WHOLE, total_tokens: WHOLE }),
});

const PICTURES = record(
  { created: WHOLE },
  {
    data: listOf(record({}, { b64_json: TEXT })),
    background: word('opaque'),
    output_format: word('png'),
    quality: word('low'),
    size: word('1024x1024'),
    usage: record({
      input_tokens: WHOLE,
      input_tokens_details: record({ image_tokens: WHOLE, text_tokens: WHOLE }),
      output_tokens: WHOLE,
      total_tokens: WHOLE,
    }),
  },
);

const OFFENCES = [
  ...['harassment', 'harassment/threatening', 'hate', 'hate/threatening', 'illicit', 'illicit/violent'],
  ...['self-harm', 'self-harm/instructions', 'self-harm/intent', 'sexual', 'sexual/minors'],
  ...['violence', 'violence/graphic'],
];

function forEachOffence(schema: Schema): Schema {
  return record(Object.fromEntries(OFFENCES.map((name) => [name, schema])));
}

const MODERATION = record({
  id: TEXT,
  model: TEXT,
  results: listOf(
    record({
      flagged: YES_NO,
      categories: forEachOffence(YES_NO),
      category_scores: forEachOffence(NUMBER),
      category_applied_input_types: forEachOffence(listOf(word('text'))),
    }),
  ),
});

const PROJECT = record(
  { id: TEXT, object: word('organization.project'), created_at: WHOLE },
  { name: either(TEXT, NULL), archived_at: either(WHOLE, NULL), status: either(TEXT, NULL) },
);

const PERMISSIONS = record({
  object: word('project.model_permissions'),
  mode: word('allow_list', 'deny_list'),
  model_ids: listOf(TEXT),
});

const RATE_LIMIT = record(
  {
    object: word('project.rate_limit'),
    id: TEXT,
    model: TEXT,
    max_requests_per_1_minute: WHOLE,
    max_tokens_per_1_minute: WHOLE,
  },
  {},
);

const SPEND_LIMIT = record({
  object: word('project.spend_limit'),
  threshold_amount: WHOLE,
  currency: TEXT,
  interval: TEXT,
  enforcement: record({ status: TEXT }),
});

function pageOf(item: Schema): Schema {
  const edge = either(TEXT, NULL);
  return record(
    { object: word('list'), data: listOf(item), has_more: YES_NO },
    { first_id: edge, last_id: edge },
  );
}

/** The body of every refusal, but for those of the administration endpoints that were seen to send a bare sentence. */
export const REFUSAL = record({
  error: record({
    message: TEXT,
    type: TEXT,
    param: either(TEXT, NULL),
    code: either(TEXT, NULL),
  }),
});

/** Bodies of a success that are JSON, by method and path. */
export const ANSWERS = {
  'GET /models': record({ object: word('list'), data: listOf(MODEL) }),
  'GET /models/{model}': MODEL,
  'POST /responses': RESPONSE,
  'POST /responses/input_tokens': record({ object: word('response.input_tokens'), input_tokens: WHOLE }),
  'POST /chat/completions': CHAT_COMPLETION,
  'POST /embeddings': EMBEDDINGS,
  'POST /images/generations': PICTURES,
  'POST /moderations': MODERATION,
  'POST /audio/transcriptions': record({ text: TEXT }),
  'GET /organization/projects': pageOf(PROJECT),
  'GET /organization/projects/{project_id}': PROJECT,
  'GET /organization/projects/{project_id}/model_permissions': PERMISSIONS,
  'POST /organization/projects/{project_id}/model_permissions': PERMISSIONS,
  'DELETE /organization/projects/{project_id}/model_permissions': record({
    object: word('project.model_permissions.deleted'),
    deleted: YES_NO,
  }),
  'GET /organization/projects/{project_id}/rate_limits': pageOf(RATE_LIMIT),
  'GET /organization/projects/{project_id}/spend_limit': SPEND_LIMIT,
} as const satisfies Readonly<Record<string, Schema>>;
