import OpenAI, { APIError, AuthenticationError, PermissionDeniedError, RateLimitError } from 'openai';
import { describe, expect, test } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Simulator } from '../../../electron/practice/simulator';
import { practice, secretOf } from './support';

function client(simulator: Simulator, keyId: string): OpenAI {
  return new OpenAI({
    apiKey: secretOf(simulator, keyId),
    baseURL: simulator.apiBaseUrl,
    organization: null,
    project: null,
    maxRetries: 0,
  });
}

async function failureOf(attempt: Promise<unknown>): Promise<APIError> {
  const outcome = await attempt.catch((error: unknown) => error);
  if (!(outcome instanceof APIError)) throw new Error('The call was expected to fail in the API');
  return outcome;
}

describe('the official SDK against the practice API', () => {
  test('lists models', async () => {
    const page = await client(await practice(), KEY_IDS.storefront).models.list();
    expect(page.data.map((model) => model.id).toSorted()).toEqual(['gpt-5.4-mini', 'text-embedding-3-small']);
  });

  test('gets words from a response, and an incomplete one where the budget is small', async () => {
    const openai = client(await practice(), KEY_IDS.sandbox);
    const whole = await openai.responses.create({ model: 'gpt-5.5', input: 'hi' });
    const cut = await openai.responses.create({ model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 });
    expect([whole.status, whole.output_text !== '']).toEqual(['completed', true]);
    expect([cut.status, cut.incomplete_details]).toEqual(['incomplete', { reason: 'max_output_tokens' }]);
  });

  test('chats, embeds, draws, speaks and moderates', async () => {
    const openai = client(await practice(), KEY_IDS.sandbox);
    const chat = await openai.chat.completions.create({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'hi' }],
    });
    const embedding = await openai.embeddings.create({ model: 'text-embedding-3-small', input: 'a' });
    const image = await openai.images.generate({ model: 'gpt-image-2', prompt: 'a dot' });
    const speech = await openai.audio.speech.create({ model: 'gpt-4o-mini-tts', input: 'a', voice: 'alloy' });
    const moderation = await openai.moderations.create({ input: 'a' });
    expect({
      chat: chat.choices[0]?.finish_reason,
      embedding: embedding.data[0]?.embedding.length,
      image: typeof image.data?.[0]?.b64_json,
      speech: (await speech.arrayBuffer()).byteLength > 0,
      moderation: moderation.results[0]?.flagged,
    }).toEqual({ chat: 'stop', embedding: 8, image: 'string', speech: true, moderation: false });
  });

  test.each([
    [
      'a project without the model',
      KEY_IDS.storefront,
      'gpt-5.5',
      PermissionDeniedError,
      403,
      'model_not_found',
    ],
    ['a revoked key', KEY_IDS.revoked, 'gpt-5.5', AuthenticationError, 401, 'invalid_api_key'],
    [
      'an organization without credit',
      KEY_IDS.weekend,
      'gpt-5.4-mini',
      RateLimitError,
      429,
      'insufficient_quota',
    ],
  ])('raises its own class of error for %s', async (_name, keyId, model, kind, status, code) => {
    const openai = client(await practice(), keyId);
    const error = await failureOf(openai.responses.create({ model, input: 'hi' }));
    expect(error).toBeInstanceOf(kind);
    expect([error.status, error.code]).toEqual([status, code]);
    expect(error.requestID).toMatch(/^req_/);
  });

  test('names the missing file of a transcription', async () => {
    const openai = client(await practice(), KEY_IDS.sandbox);
    const body = new FormData();
    body.set('model', 'whisper-1');
    const error = await failureOf(openai.post('/audio/transcriptions', { body }));
    expect([error.status, error.param]).toEqual([400, 'file']);
  });
});
