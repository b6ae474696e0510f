import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { call, practice } from './support';

/** The official API description is too large to carry along: it is checked where it lies beside the project. */
const SPEC = join(import.meta.dirname, '../../../../shared/spec/openai-openapi-extract.json');
const present = existsSync(SPEC);

function validator(schema: string): (value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const description: unknown = JSON.parse(readFileSync(SPEC, 'utf8'));
  ajv.addSchema(description as object, 'openai');
  const validate = ajv.compile({ $ref: `openai#/components/schemas/${schema}` });
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
}

const ANSWERS: readonly (readonly [string, string, unknown])[] = [
  ['ListModelsResponse', '/models', undefined],
  ['Model', '/models/gpt-5.5', undefined],
  ['Response', '/responses', { model: 'gpt-4o', input: 'hi' }],
  ['Response', '/responses', { model: 'gpt-5.5', input: 'hi', max_output_tokens: 16 }],
  ['TokenCountsResource', '/responses/input_tokens', { model: 'gpt-5.5', input: 'hi' }],
  ['CreateChatCompletionResponse', '/chat/completions', { model: 'gpt-5.5', messages: [{ role: 'user' }] }],
  [
    'CreateChatCompletionResponse',
    '/chat/completions',
    { model: 'gpt-audio-mini', messages: [{ role: 'user' }], modalities: ['text', 'audio'] },
  ],
  ['CreateEmbeddingResponse', '/embeddings', { model: 'text-embedding-3-small', input: ['a', 'b'] }],
  ['ImagesResponse', '/images/generations', { model: 'gpt-image-2', prompt: 'a dot', n: 2 }],
  ['CreateModerationResponse', '/moderations', { input: 'a' }],
];

const REFUSALS: readonly (readonly [string, string, string, unknown])[] = [
  ['a project refusal', KEY_IDS.storefront, '/responses', { model: 'gpt-5.5', input: 'hi' }],
  ['a validation error', KEY_IDS.sandbox, '/chat/completions', { model: 'gpt-5.5', messages: [] }],
  ['missing credit', KEY_IDS.weekend, '/responses', { model: 'gpt-5.4-mini', input: 'hi' }],
  ['a missing scope', KEY_IDS.noList, '/models', undefined],
];

describe.skipIf(!present)('by the official API description (skipped where it is not at hand)', () => {
  test.each(ANSWERS)('the answer %s of %s is valid', async (schema, path, body) => {
    const response = await call(await practice(), path, { keyId: KEY_IDS.sandbox, body });
    expect(response.status).toBe(200);
    expect(validator(schema)(await response.json())).toEqual([]);
  });

  test.each(REFUSALS)('the body of %s is valid', async (_name, keyId, path, body) => {
    const response = await call(await practice(), path, { keyId, body });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(validator('ErrorResponse')(await response.json())).toEqual([]);
  });

  test('a wrong answer would be noticed', () => {
    expect(validator('Model')({ id: 'gpt-5.5', object: 'modle', created: 'now' })).not.toEqual([]);
  });
});
