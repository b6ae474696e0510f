/** What is taken for an answer of the API, whatever the status says. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nestsTooDeep } from '../../../electron/probes/guarded-fetch';
import { type Behaviour, type HostileServer, startHostileServer } from '../../support/hostile-server';
import { json, raw, sendingTo } from './support';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const send = sendingTo(() => server);

const INVALID_KEY = {
  error: {
    message: 'Incorrect API key provided: sk-…abcd.',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
    param: null,
  },
};
const BELOW_MINIMUM = {
  error: {
    message: "Invalid 'max_output_tokens': integer below minimum value.",
    type: 'invalid_request_error',
    code: 'integer_below_min_value',
    param: 'max_output_tokens',
  },
};

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the body of an answer', () => {
  it.each<[string, Behaviour]>([
    ['a sign-in page', raw(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' })],
    ['half a JSON', raw(200, '{"id":"resp_1","status":"comp', { 'content-type': 'application/json' })],
    ['an error inside a success', json(200, { error: { message: 'no' } })],
    ['nothing', raw(200, '')],
    ['another service’s JSON', json(200, { detail: 'please log in' })],
    ['an answer of another endpoint', json(200, { object: 'chat.completion', choices: [] })],
    ['a page said to be sound', raw(200, '<html></html>', { 'content-type': 'application/octet-stream' })],
    ['sound', raw(200, Buffer.from([0xff, 0xf3]), { 'content-type': 'audio/mpeg' })],
  ])('takes %s with status 200 for no answer of the model', async (_name, behaviour) => {
    server.behave(behaviour);
    expect(await send('real_probe')).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
    expect(await send('free_probe')).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
  });

  const REFUSED = {
    type: 'error',
    error: {
      message: 'Project `proj_Ab12` does not have access to model `gpt-5.5`',
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    },
  };
  it.each([300, 304, 305, 399])('takes nothing for the word of the API with status %i', async (status) => {
    const bodies = [{ object: 'response' }, { error: REFUSED.error }, INVALID_KEY, BELOW_MINIMUM];
    for (const body of bodies) {
      server.behave(json(status, body));
      for (const probe of ['real_probe', 'free_probe', 'list'] as const)
        expect(await send(probe)).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
    }
  });

  it('reads a refusal from its beginning, however long the page that it stands in', async () => {
    server.behave(raw(403, `Country, region, or territory not supported${' '.repeat(900_000)}`));
    expect(await send('list')).toMatchObject({ kind: 'refusal', reading: { cause: 'region_blocked' } });
  });

  const stream = (...lines: readonly string[]) =>
    raw(200, lines.join('\n'), { 'content-type': 'text/event-stream' });

  it.each<[string, Behaviour]>([
    [
      'a stream that opened',
      stream(
        'event: response.created',
        'data: {"x":1}',
        '',
        'event: error',
        `data: ${JSON.stringify(REFUSED)}`,
      ),
    ],
    ['an object', json(200, { error: REFUSED.error })],
    ['a response that failed', json(200, { object: 'response', status: 'failed', error: REFUSED.error })],
  ])('takes a refusal inside %s with status 200 for one', async (_name, behaviour) => {
    server.behave(behaviour);
    expect(await send('real_probe')).toMatchObject({
      kind: 'refusal',
      status: 200,
      reading: { cause: 'project_lacks_model', facts: { project: 'proj_Ab12' } },
    });
  });

  it('finds no refusal in a stream of anything else', async () => {
    server.behave(stream('data: {"error":null}', 'data: [DONE]'));
    expect(await send('real_probe')).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
  });

  it.each<[string, Behaviour, string]>([
    ['sound', raw(200, Buffer.from([0xff, 0xf3]), { 'content-type': 'audio/mpeg' }), 'success'],
    ['bytes', raw(200, Buffer.from('ID3'), { 'content-type': 'application/octet-stream' }), 'success'],
    ['no sound at all', raw(200, '', { 'content-type': 'audio/mpeg' }), 'no_answer'],
    ['a page', raw(200, '<html></html>', { 'content-type': 'application/octet-stream' }), 'no_answer'],
    ['JSON', json(200, { object: 'response' }), 'no_answer'],
  ])('takes %s for what a speaking model sent, or not', async (_name, behaviour, kind) => {
    server.behave(behaviour);
    expect((await send('real_probe', 'tts-1')).kind).toBe(kind);
  });

  it.each<[string, Behaviour]>([
    ['a sign-in page', raw(401, '<html><title>Sign in</title></html>', { 'content-type': 'text/html' })],
    ['nothing', raw(401, '')],
    ['another service’s JSON', json(401, { message: 'Unauthorized' })],
    ['the API’s words in another service’s JSON', json(401, { message: 'Incorrect API key provided: sk-…' })],
    ['an error that is a word', json(401, { error: 'invalid_api_key' })],
    ['words that no error of the API has', json(401, { error: { message: 'Computer says no' } })],
    ['noise', raw(401, Buffer.from([0xff, 0, 0x9f, 0x80]))],
  ])('takes a 401 with %s for no refusal of the key', async (_name, behaviour) => {
    server.behave(behaviour);
    expect(await send('list', null)).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
    expect(await send('free_probe')).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
  });

  it.each([
    ['lists', '['.repeat(450_000)],
    ['objects', '{"a":'.repeat(150_000)],
    ['an error', `{"error":{"message":"no","param":${'['.repeat(450_000)}`],
  ])('does not unfold half a million %s within each other', async (_name, body) => {
    for (const status of [200, 400]) {
      server.behave(raw(status, body, { 'content-type': 'application/json' }));
      expect(await send('list', null)).toMatchObject({ kind: 'no_answer', failure: 'unexpected' });
    }
  });

  it('knows the depth of any JSON, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 0, max: 200 }), (json, levels) => {
        const deep = `${'['.repeat(levels)}${json}${']'.repeat(levels)}`;
        const depth = depthOf(JSON.parse(deep));
        expect(nestsTooDeep(Buffer.from(deep))).toBe(depth > 100);
      }),
    );
  });

  it('reads brackets within a text as text', async () => {
    const message = `Incorrect API key provided: ${'["\\'.repeat(200)}`;
    server.behave(json(401, { error: { message, code: 'invalid_api_key' } }));
    expect(await send('list', null)).toMatchObject({ kind: 'refusal', reading: { cause: 'key_invalid' } });
  });

  it.each([
    [
      'gpt-5.5',
      {
        id: 'resp_1',
        object: 'response',
        status: 'incomplete',
        error: null,
        incomplete_details: { reason: 'max_output_tokens' },
      },
    ],
    ['text-embedding-3-small', { object: 'list', data: [] }],
    ['whisper-1', { text: '' }],
    ['omni-moderation-latest', { id: 'modr-1', results: [{ flagged: false }] }],
    ['gpt-image-2', { created: 1, data: [{ b64_json: 'AA==' }] }],
    ['davinci-002', { object: 'text_completion', choices: [] }],
  ])('counts an answer of %s as access, even where it is cut short', async (model, body) => {
    server.behave(json(200, body));
    expect((await send('real_probe', model)).kind).toBe('success');
  });
});
