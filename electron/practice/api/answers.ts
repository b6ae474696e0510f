/** Success bodies of the practice API. They satisfy the official API description; their contents mean nothing. */
import type { PracticeModel } from '../catalogue';
import { drawHex, type Random } from '../random';
import type { ParameterName, Parameters } from './endpoints';

/** Below this output budget a reasoning model of the practice never gets to its words. */
const REASONING_TOKENS = 64;
const GREETING = 'Hello from the practice API.';
/** One transparent point: the smallest picture there is. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The head of a frame of MP3. */
const SOUND = Buffer.from([0xff, 0xf3, 0x44, 0xc4]);

interface AnswerContext {
  readonly model: PracticeModel;
  readonly parameters: Parameters;
  readonly random: Random;
  /** Unix time in seconds. */
  readonly seconds: number;
}

export type Payload =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'audio'; readonly bytes: Buffer };

const MAKERS = new Map<string, (context: AnswerContext) => Payload>([
  ['/responses', (context) => json(response(context))],
  ['/responses/input_tokens', () => json({ object: 'response.input_tokens', input_tokens: 8 })],
  ['/chat/completions', (context) => json(chatCompletion(context))],
  ['/embeddings', (context) => json(embedding(context))],
  ['/images/generations', (context) => json(picture(context))],
  ['/audio/speech', () => ({ kind: 'audio', bytes: SOUND })],
  ['/audio/transcriptions', () => json({ text: GREETING })],
  ['/moderations', (context) => json(moderation(context))],
]);

export function answer(path: string, context: AnswerContext): Payload {
  const make = MAKERS.get(path);
  if (make === undefined) throw new Error(`No answer for ${path}`);
  return make(context);
}

export function modelBody(model: PracticeModel): unknown {
  const { id, created, shutdownDate } = model;
  return { id, object: 'model', created, owned_by: 'system', shutdown_date: shutdownDate };
}

function json(value: unknown): Payload {
  return { kind: 'json', value };
}

function budget(parameters: Parameters, ...names: readonly ParameterName[]): number | null {
  const value = names.map((name) => parameters[name]).find((each) => typeof each === 'number');
  return typeof value === 'number' ? value : null;
}

function isCutShort(model: PracticeModel, limit: number | null): boolean {
  return limit !== null && limit < (model.reasoning ? REASONING_TOKENS : 8);
}

function response({ model, parameters, random, seconds }: AnswerContext): unknown {
  const limit = budget(parameters, 'max_output_tokens');
  const cut = isCutShort(model, limit);
  const used = cut ? (limit ?? 0) : 8;
  const reasoned = cut && model.reasoning ? used : 0;
  return {
    id: `resp_${drawHex(random, 48)}`,
    object: 'response',
    created_at: seconds,
    status: cut ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: cut ? { reason: 'max_output_tokens' } : null,
    instructions: null,
    max_output_tokens: limit,
    model: model.serves,
    output: cut ? [reasoning(random)] : [message(random)],
    parallel_tool_calls: true,
    previous_response_id: null,
    temperature: 1,
    text: { format: { type: 'text' } },
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    truncation: 'disabled',
    usage: {
      input_tokens: 8,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: used,
      output_tokens_details: { reasoning_tokens: reasoned },
      total_tokens: 8 + used,
    },
    metadata: {},
  };
}

function reasoning(random: Random): unknown {
  return { id: `rs_${drawHex(random, 48)}`, type: 'reasoning', summary: [] };
}

function message(random: Random): unknown {
  return {
    id: `msg_${drawHex(random, 48)}`,
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: GREETING, annotations: [], logprobs: [] }],
  };
}

function spoken(random: Random, seconds: number): object {
  const audio = { id: `audio_${drawHex(random, 32)}`, data: SOUND.toString('base64'), transcript: GREETING };
  return { content: null, audio: { ...audio, expires_at: seconds + 3_600 } };
}

function chatCompletion({ model, parameters, random, seconds }: AnswerContext): unknown {
  const speaks = Array.isArray(parameters.modalities) && parameters.modalities.includes('audio');
  const limit = budget(parameters, 'max_completion_tokens', 'max_tokens');
  const cut = isCutShort(model, limit);
  const used = cut ? (limit ?? 0) : 8;
  return {
    id: `chatcmpl-${drawHex(random, 29)}`,
    object: 'chat.completion',
    created: seconds,
    model: model.serves,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          ...(speaks ? spoken(random, seconds) : { content: cut ? '' : GREETING }),
          refusal: null,
          annotations: [],
        },
        logprobs: null,
        finish_reason: cut ? 'length' : 'stop',
      },
    ],
    usage: { prompt_tokens: 8, completion_tokens: used, total_tokens: 8 + used },
    service_tier: 'default',
  };
}

function embedding({ model, parameters, random }: AnswerContext): unknown {
  const input = parameters.input;
  const count = Array.isArray(input) ? input.length : 1;
  const vector = () => Array.from({ length: 8 }, () => random() * 2 - 1);
  const encoded = parameters.encoding_format === 'base64';
  return {
    object: 'list',
    data: Array.from({ length: count }, (_, index) => ({
      object: 'embedding',
      index,
      embedding: encoded ? base64(vector()) : vector(),
    })),
    model: model.serves,
    usage: { prompt_tokens: count, total_tokens: count },
  };
}

/** The official SDKs ask for 32-bit floats in base64 unless told otherwise. */
function base64(vector: readonly number[]): string {
  return Buffer.from(new Float32Array(vector).buffer).toString('base64');
}

function picture({ parameters, seconds }: AnswerContext): unknown {
  const count = typeof parameters.n === 'number' ? parameters.n : 1;
  return {
    created: seconds,
    data: Array.from({ length: Math.min(10, count) }, () => ({ b64_json: PICTURE })),
    background: 'opaque',
    output_format: 'png',
    quality: 'low',
    size: '1024x1024',
    usage: {
      input_tokens: 8,
      input_tokens_details: { image_tokens: 0, text_tokens: 8 },
      output_tokens: 272,
      total_tokens: 280,
    },
  };
}

const CATEGORIES = [
  'harassment',
  'harassment/threatening',
  'hate',
  'hate/threatening',
  'illicit',
  'illicit/violent',
  'self-harm',
  'self-harm/instructions',
  'self-harm/intent',
  'sexual',
  'sexual/minors',
  'violence',
  'violence/graphic',
];

function moderation({ model, parameters, random }: AnswerContext): unknown {
  const input = parameters.input;
  const perCategory = <T>(value: T) => Object.fromEntries(CATEGORIES.map((name) => [name, value]));
  const result = {
    flagged: false,
    categories: perCategory(false),
    category_scores: perCategory(0.000_01),
    category_applied_input_types: perCategory(['text']),
  };
  return {
    id: `modr-${drawHex(random, 32)}`,
    model: model.serves,
    results: Array.from({ length: Array.isArray(input) ? input.length : 1 }, () => result),
  };
}
