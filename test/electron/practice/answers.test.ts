import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../../electron/practice/api/endpoints';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { ANSWERS, REFUSAL } from '../../support/api/answers';
import { complaints } from '../../support/api/schema';
import { call, practice } from './support';

const MESSAGES = [{ role: 'user', content: 'hi' }];

const SUCCESSES: readonly (readonly [keyof typeof ANSWERS, string, unknown])[] = [
  ['GET /models', '/models', undefined],
  ['GET /models/{model}', '/models/gpt-5.5', undefined],
  ['POST /responses', '/responses', { model: 'gpt-4o', input: 'hi' }],
  ['POST /responses', '/responses', { model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 }],
  ['POST /responses/input_tokens', '/responses/input_tokens', { model: 'gpt-5.5', input: 'hi' }],
  ['POST /chat/completions', '/chat/completions', { model: 'gpt-5.5', messages: MESSAGES }],
  [
    'POST /chat/completions',
    '/chat/completions',
    { model: 'gpt-audio-mini', messages: MESSAGES, modalities: ['text', 'audio'] },
  ],
  ['POST /embeddings', '/embeddings', { model: 'text-embedding-3-small', input: ['a', 'b'] }],
  ['POST /images/generations', '/images/generations', { model: 'gpt-image-2', prompt: 'a dot', n: 2 }],
  ['POST /moderations', '/moderations', { input: 'a' }],
  ['POST /audio/transcriptions', '/audio/transcriptions', { model: 'whisper-1', file: 'silence' }],
];

const REFUSALS: readonly (readonly [string, string, string, unknown])[] = [
  ['a project refusal', KEY_IDS.storefront, '/responses', { model: 'gpt-5.5', input: 'hi' }],
  ['a validation error', KEY_IDS.sandbox, '/chat/completions', { model: 'gpt-5.5', messages: [] }],
  ['missing credit', KEY_IDS.weekend, '/responses', { model: 'gpt-5.4-mini', input: 'hi' }],
  ['a missing scope', KEY_IDS.noList, '/models', undefined],
];

describe('by what the API answers', () => {
  test.each(SUCCESSES)('%s is answered rightly', async (name, path, body) => {
    const response = await call(await practice(), path, { keyId: KEY_IDS.sandbox, body });
    expect([response.status, complaints(ANSWERS[name], await response.json())]).toEqual([200, []]);
  });

  test('no endpoint of the practice is left out here', () => {
    const asked = new Set([...SUCCESSES.map(([, path]) => path), '/audio/speech']);
    expect([...ENDPOINTS.keys()].filter((path) => !asked.has(path))).toEqual([]);
  });

  test('speech is answered with sound', async () => {
    const body = { model: 'tts-1', input: 'a', voice: 'alloy' };
    const response = await call(await practice(), '/audio/speech', { keyId: KEY_IDS.sandbox, body });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/mpeg']);
  });

  test.each(REFUSALS)('the body of %s is right', async (_name, keyId, path, body) => {
    const response = await call(await practice(), path, { keyId, body });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(complaints(REFUSAL, await response.json())).toEqual([]);
  });

  test('a wrong answer would be noticed', () => {
    const wrong = { id: 'gpt-5.5', object: 'modle', created: 'now' };
    expect(complaints(ANSWERS['GET /models/{model}'], wrong)).toHaveLength(3);
  });
});
