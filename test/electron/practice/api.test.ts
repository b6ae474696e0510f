import { describe, expect, test } from 'vitest';
import { KEY_IDS, ORGANIZATIONS, PROJECTS } from '../../../electron/practice/blueprint';
import { type CallOptions, call, errorOf, listedModels, practice } from './support';

const hello = (model: string) => ({ model, input: 'hi', max_output_tokens: 16, store: false });
const invalid = (model: string) => ({ model, input: 'hi', max_output_tokens: 1, store: false });

interface RefusalCase {
  readonly name: string;
  readonly path: string;
  readonly options: CallOptions;
  readonly status: number;
  readonly code: string | null;
  readonly message: RegExp;
}

const REFUSALS: readonly RefusalCase[] = [
  {
    name: 'no key',
    path: '/models',
    options: {},
    status: 401,
    code: null,
    message: /^You didn't provide an API key/,
  },
  {
    name: 'a revoked key',
    path: '/models',
    options: { keyId: KEY_IDS.revoked },
    status: 401,
    code: 'invalid_api_key',
    message: /^Incorrect API key provided: sk-proj-\*+[\w-]{4}\. You can find/,
  },
  {
    name: "another project's header",
    path: '/models',
    options: { keyId: KEY_IDS.sandbox, headers: { 'openai-project': PROJECTS.mobile } },
    status: 401,
    code: 'mismatched_project',
    message: /^OpenAI-Project header should match project for API key$/,
  },
  {
    name: "another organization's header",
    path: '/models',
    options: { keyId: KEY_IDS.sandbox, headers: { 'openai-organization': ORGANIZATIONS.harbor } },
    status: 401,
    code: 'mismatched_organization',
    message: /^OpenAI-Organization header should match organization for API key$/,
  },
  {
    name: 'a project that lives on a regional host',
    path: '/models',
    options: { keyId: KEY_IDS.europe },
    status: 401,
    code: 'incorrect_hostname',
    message: /Please make your request to eu\.api\.openai\.com$/,
  },
  {
    name: 'a restricted key',
    path: '/responses',
    options: { keyId: KEY_IDS.restricted, body: hello('gpt-5.4-mini') },
    status: 401,
    code: null,
    message: /Missing scopes: model\.request\./,
  },
  {
    name: 'a key that cannot list',
    path: '/models',
    options: { keyId: KEY_IDS.noList },
    status: 403,
    code: null,
    message: /Missing scopes: api\.model\.read\./,
  },
  {
    name: 'a model missing from the allow list',
    path: '/responses',
    options: { keyId: KEY_IDS.storefront, body: hello('gpt-5.5') },
    status: 403,
    code: 'model_not_found',
    message: new RegExp(`^Project \`${PROJECTS.storefront}\` does not have access to model \`gpt-5\\.5\`$`),
  },
  {
    name: 'a model on the block list',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.research, body: { model: 'gpt-5.5', messages: [] } },
    status: 403,
    code: 'model_not_found',
    message: /does not have access to model `gpt-5\.5`$/,
  },
  {
    name: 'an embedding model missing from the allow list',
    path: '/embeddings',
    options: { keyId: KEY_IDS.mobile, body: { model: 'text-embedding-3-small', input: 'a' } },
    status: 403,
    code: 'model_not_found',
    message: /does not have access to model `text-embedding-3-small`$/,
  },
  {
    name: 'one model looked up that the project lacks',
    path: '/models/gpt-5.5',
    options: { keyId: KEY_IDS.storefront },
    status: 403,
    code: 'model_not_found',
    message: /^Project `proj_\w+` does not have access/,
  },
  {
    name: 'a model above the tier of the organization, in the words of a project refusal',
    path: '/responses',
    options: { keyId: KEY_IDS.weekend, body: hello('gpt-5.5') },
    status: 403,
    code: 'model_not_found',
    message: /^Project `proj_\w+` does not have access/,
  },
  {
    name: 'a model for trusted organizations only',
    path: '/responses',
    options: { keyId: KEY_IDS.sandbox, body: hello('gpt-6-cyber') },
    status: 403,
    code: 'model_not_found',
    message: /^Project `proj_\w+` does not have access/,
  },
  {
    name: 'no credit',
    path: '/responses',
    options: { keyId: KEY_IDS.weekend, body: hello('gpt-5.4-mini') },
    status: 429,
    code: 'insufficient_quota',
    message: /^You exceeded your current quota/,
  },
  {
    name: 'an unverified organization',
    path: '/responses',
    options: { keyId: KEY_IDS.sunday, body: hello('gpt-6-astra') },
    status: 404,
    code: 'model_not_found',
    message: /^Your organization must be verified to use the model `gpt-6-astra`\. .*Verify Organization/,
  },
  {
    name: 'an unverified organization that wants a picture',
    path: '/images/generations',
    options: { keyId: KEY_IDS.sunday, body: { model: 'gpt-image-2', prompt: 'a dot' } },
    status: 403,
    code: null,
    message: /^Your organization must be verified to use the model `gpt-image-2`/,
  },
  {
    name: 'a retired model',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'gpt-4-turbo', messages: [] } },
    status: 404,
    code: 'model_not_found',
    message: /^The model `gpt-4-turbo` has been deprecated/,
  },
  {
    name: 'an unknown model in a chat',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'gpt-5.4mini', messages: [] } },
    status: 404,
    code: 'model_not_found',
    message: /^The model `gpt-5\.4mini` does not exist or you do not have access to it\.$/,
  },
  {
    name: 'an unknown model in a response',
    path: '/responses',
    options: { keyId: KEY_IDS.sandbox, body: hello('gpt-5.4mini') },
    status: 400,
    code: 'model_not_found',
    message: /^The requested model 'gpt-5\.4mini' does not exist\.$/,
  },
  {
    name: 'too small an output budget',
    path: '/responses',
    options: { keyId: KEY_IDS.sandbox, body: invalid('gpt-5.5') },
    status: 400,
    code: 'integer_below_min_value',
    message: /^Invalid 'max_output_tokens': .*Expected a value >= 16, but got 1 instead\.$/,
  },
  {
    name: 'no messages',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'gpt-5.5', messages: [] } },
    status: 400,
    code: 'empty_array',
    message: /^Invalid 'messages': empty array/,
  },
  {
    name: 'a picture of one point',
    path: '/images/generations',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'gpt-image-2', prompt: 'a', size: '1x1' } },
    status: 400,
    code: 'invalid_value',
    message: /^Invalid value: '1x1'/,
  },
  {
    name: 'an embedding model asked to chat',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'text-embedding-3-small', messages: [] } },
    status: 404,
    code: null,
    message: /^This is not a chat model/,
  },
  {
    name: 'a pro model asked to chat',
    path: '/chat/completions',
    options: { keyId: KEY_IDS.sandbox, body: { model: 'gpt-5.5-pro', messages: [] } },
    status: 404,
    code: null,
    message: /^This model is only supported in v1\/responses/,
  },
  {
    name: 'a model that is only for chat',
    path: '/responses',
    options: { keyId: KEY_IDS.sandbox, body: invalid('gpt-audio-mini') },
    status: 400,
    code: null,
    message: /^The requested model 'gpt-audio-mini' is not supported with the Responses API\.$/,
  },
  {
    name: 'a model that hears and speaks, without sound',
    path: '/chat/completions',
    options: {
      keyId: KEY_IDS.sandbox,
      body: { model: 'gpt-audio-mini', messages: [{ role: 'user', content: 'hi' }] },
    },
    status: 400,
    code: 'invalid_value',
    message: /^This model requires that either input content or output modality contain audio\.$/,
  },
  {
    name: 'a request that names no model',
    path: '/responses',
    options: { keyId: KEY_IDS.sandbox, body: { speed: 1 } },
    status: 400,
    code: null,
    message: /^you must provide a model parameter$/,
  },
  {
    name: 'an unknown path',
    path: '/elsewhere',
    options: { keyId: KEY_IDS.sandbox, body: {} },
    status: 404,
    code: null,
    message: /^Invalid URL \(POST \/v1\/elsewhere\)$/,
  },
];

describe('the practice API refuses', () => {
  test.each(REFUSALS)('$name as the real one does', async ({ path, options, status, code, message }) => {
    const simulator = await practice();
    const response = await call(simulator, path, options);
    const error = await errorOf(response);
    expect({ status: response.status, code: error.code }).toEqual({ status, code });
    expect(error.message).toMatch(message);
    expect(response.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
  });

  test('a project key on an administration endpoint, with a bare text for an error', async () => {
    const simulator = await practice();
    const path = `/organization/projects/${PROJECTS.sandbox}/model_permissions`;
    const response = await call(simulator, path, { keyId: KEY_IDS.sandbox });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({
      error: expect.stringContaining('Missing scopes: api.management.read.'),
    });
  });

  test('never repeats the whole key', async () => {
    const simulator = await practice();
    const secret = simulator.keys.find((key) => key.id === KEY_IDS.revoked)?.secret ?? '';
    const text = await (await call(simulator, '/models', { keyId: KEY_IDS.revoked })).text();
    expect(text).not.toContain(secret.slice(8, -4));
  });
});

describe('the order of the checks', () => {
  const ORDER: readonly (readonly [string, string, string, unknown, number])[] = [
    [
      'a missing scope comes before an unknown model',
      KEY_IDS.restricted,
      '/responses',
      hello('nonsense'),
      401,
    ],
    ['an unknown model comes before missing credit', KEY_IDS.weekend, '/responses', hello('nonsense'), 400],
    ['the project comes before missing credit', KEY_IDS.weekend, '/responses', hello('gpt-5.5'), 403],
    ['the project comes before the parameters', KEY_IDS.storefront, '/responses', invalid('gpt-5.5'), 403],
    [
      'missing credit comes before the parameters',
      KEY_IDS.weekend,
      '/responses',
      invalid('gpt-5.4-mini'),
      429,
    ],
    ['the parameters come before verification', KEY_IDS.sunday, '/responses', invalid('gpt-6-astra'), 400],
  ];

  test.each(ORDER)('%s', async (_name, keyId, path, body, status) => {
    const simulator = await practice();
    expect((await call(simulator, path, { keyId, body })).status).toBe(status);
  });
});

describe('the headers', () => {
  test.each([
    ['an answer names organization and project', hello('gpt-5.5'), true],
    ['a validation error names them too', invalid('gpt-5.5'), true],
    ['a refusal for an unknown model names neither', hello('nonsense'), false],
  ])('%s', async (_name, body, attributed) => {
    const simulator = await practice();
    const { headers } = await call(simulator, '/responses', { keyId: KEY_IDS.sandbox, body });
    expect([headers.get('openai-organization'), headers.get('openai-project')]).toEqual(
      attributed ? [ORGANIZATIONS.maple, PROJECTS.sandbox] : [null, null],
    );
    expect(headers.has('x-ratelimit-remaining-requests')).toBe(attributed);
  });
});

describe('the model list', () => {
  test('holds exactly what an allow list names', async () => {
    const simulator = await practice();
    expect((await listedModels(simulator, KEY_IDS.storefront)).toSorted()).toEqual([
      'gpt-5.4-mini',
      'text-embedding-3-small',
    ]);
  });

  test('lacks exactly what a block list names', async () => {
    const simulator = await practice();
    const everything = await listedModels(simulator, KEY_IDS.sandbox);
    const rest = await listedModels(simulator, KEY_IDS.research);
    expect(everything.filter((id) => !rest.includes(id)).toSorted()).toEqual([
      'gpt-5.5',
      'gpt-6-astra',
      'gpt-6-sol',
    ]);
  });

  test('follows the organization where the project has no list', async () => {
    const simulator = await practice();
    const unpaid = await listedModels(simulator, KEY_IDS.weekend);
    expect(unpaid).toContain('gpt-5.4-mini');
    expect(unpaid).not.toContain('gpt-5.5');
  });

  test('drops a model on the day of its shutdown', async () => {
    let now = Date.parse('2026-12-10T23:59:59Z');
    const simulator = await practice({ now: () => now });
    expect(await listedModels(simulator, KEY_IDS.sandbox)).toContain('gpt-5-mini');
    now += 1_000;
    expect(await listedModels(simulator, KEY_IDS.sandbox)).not.toContain('gpt-5-mini');
  });

  test('announces shutdowns', async () => {
    const simulator = await practice();
    const model = await (await call(simulator, '/models/gpt-4o', { keyId: KEY_IDS.sandbox })).json();
    expect(model).toMatchObject({ id: 'gpt-4o', object: 'model', shutdown_date: '2027-01-14' });
  });
});

describe('alias and snapshot', () => {
  test('an allowed alias answers and names the snapshot that served it', async () => {
    const simulator = await practice();
    const response = await call(simulator, '/responses', { keyId: KEY_IDS.mobile, body: hello('gpt-5.2') });
    expect(await response.json()).toMatchObject({ model: 'gpt-5.2-2025-12-11' });
  });

  test('the snapshot of an allowed alias is refused, because the literal name is compared', async () => {
    const simulator = await practice();
    const body = hello('gpt-5.2-2025-12-11');
    expect((await call(simulator, '/responses', { keyId: KEY_IDS.mobile, body })).status).toBe(403);
  });
});
