import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fetch, networkFailureOf } from '../../../electron/probes/guarded-fetch';
import { endpointOf, Prober } from '../../../electron/probes/prober';
import {
  type Behaviour,
  deadBaseUrl,
  type HostileServer,
  startHostileServer,
} from '../../support/hostile-server';
import { until } from '../../support/until';
import { json, nodeFetch, raw, secret, sendingTo } from './support';

let server: HostileServer;
let other: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
  other = await startHostileServer();
});
afterAll(async () => {
  await server.close();
  await other.close();
});

const send = sendingTo(() => server);

describe('a probe', () => {
  it('sends the key to its own base URL, with nothing from the environment', async () => {
    process.env['OPENAI_ORG_ID'] = 'org-stale';
    process.env['OPENAI_PROJECT_ID'] = 'proj_stale';
    server.behave(
      json(200, {
        object: 'list',
        data: [{ id: 'gpt-5.5', object: 'model', created: 0, owned_by: 'x', shutdown_date: '2027-01-14' }],
      }),
    );
    const answer = await send('list', null);
    delete process.env['OPENAI_ORG_ID'];
    delete process.env['OPENAI_PROJECT_ID'];
    const { headers, url } = server.requests.at(-1) ?? {};
    expect([
      url,
      headers?.authorization,
      headers?.['openai-organization'],
      headers?.['openai-project'],
    ]).toEqual(['/v1/models', `Bearer ${secret}`, undefined, undefined]);
    expect(answer).toMatchObject({
      kind: 'success',
      models: [{ id: 'gpt-5.5', shutdownDate: '2027-01-14' }],
    });
  });

  it('reads a refusal with its headers', async () => {
    const message = 'Project `proj_Abc1` does not have access to model `gpt-5.5`';
    server.behave(
      json(
        403,
        { error: { message, type: 'invalid_request_error', param: null, code: 'model_not_found' } },
        { 'x-request-id': 'req_1', 'openai-project': 'proj_Abc1' },
      ),
    );
    expect(await send('free_probe')).toMatchObject({
      kind: 'refusal',
      status: 403,
      headers: { requestId: 'req_1', project: 'proj_Abc1' },
      reading: { cause: 'project_lacks_model', facts: { project: 'proj_Abc1', model: 'gpt-5.5' } },
    });
  });

  it('keeps what the API says of its limits, its time and the model that answered', async () => {
    server.behave(
      json(
        200,
        { object: 'response', model: 'gpt-5.5-2026-04-23', status: 'incomplete' },
        {
          'openai-processing-ms': '153',
          'x-ratelimit-limit-requests': '5000',
          'x-ratelimit-remaining-requests': '4999',
          'x-ratelimit-limit-tokens': '2e6',
        },
      ),
    );
    expect(await send('real_probe')).toMatchObject({
      kind: 'success',
      servedModel: 'gpt-5.5-2026-04-23',
      headers: {
        processingMs: 153,
        pace: { requestsLimit: 5_000, requestsLeft: 4_999, tokensLimit: null, tokensLeft: null },
      },
    });
  });

  it.each([
    ['the key', secret],
    ['a part of it', secret.slice(-40)],
    ['markup', '<b>gpt</b>'],
    ['a number', 5],
  ])('takes %s for no name of a model', async (_what, model) => {
    server.behave(json(200, { object: 'response', model }));
    const answer = await send('real_probe');
    expect([answer.kind, 'servedModel' in answer]).toEqual(['success', false]);
  });

  it('is sent once, whatever the answer', async () => {
    const before = server.requests.length;
    server.behave(json(500, { error: { message: 'The server had an error', type: 'server_error' } }));
    await send('free_probe');
    server.behave(
      json(
        429,
        { error: { message: 'Rate limit reached', code: 'rate_limit_exceeded' } },
        { 'retry-after': '1' },
      ),
    );
    await send('free_probe');
    expect(server.requests.length - before).toBe(2);
  });

  it.each<[string, Behaviour, string]>([
    [
      'a redirect to another origin',
      (_q, r) => r.writeHead(307, { location: `${other.baseUrl}/responses` }).end(),
      'redirect',
    ],
    ['no answer at all', () => undefined, 'timeout'],
    [
      'one byte now and then',
      (_q, r) => {
        r.writeHead(200);
        const timer = setInterval(() => r.write('x'), 100);
        r.on('close', () => clearInterval(timer));
      },
      'timeout',
    ],
    ['a reset', (q) => q.socket.destroy(), 'reset'],
    [
      'a page where a list was due',
      raw(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
      'unexpected',
    ],
    [
      'half a JSON',
      raw(200, '{"object":"list","data":[{"id":"gp', { 'content-type': 'application/json' }),
      'unexpected',
    ],
    ['an empty body', raw(200, ''), 'unexpected'],
    ['a list of the wrong type', json(200, { data: 'all of them' }), 'unexpected'],
    ['a list of nothing that is a model', json(200, { data: [null, { id: '' }] }), 'unexpected'],
    ['no content', raw(204, ''), 'unexpected'],
    [
      'a compressed flood',
      raw(200, gzipSync(Buffer.alloc(40_000_000, 'a')), { 'content-encoding': 'gzip' }),
      'too_large',
    ],
  ])('%s is named and never called a valid or an invalid key', async (_name, behaviour, failure) => {
    server.behave(behaviour);
    expect(await send('list', null)).toMatchObject({ kind: 'no_answer', failure });
    expect(other.requests).toEqual([]);
  });

  it('ends at its own time where the network never settles, and leaves no timer behind', async () => {
    const never: Fetch = () => new Promise(() => undefined);
    const target = { secret, baseUrl: server.baseUrl };
    const { signal } = new AbortController();
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const answer = await new Prober(never, 100).send(target, { probe: 'list', model: null, signal });
    expect(answer).toMatchObject({ kind: 'no_answer', failure: 'timeout' });
    const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(after).toBeLessThanOrEqual(before);
  });

  it('leaves out of a list what names no model, and keeps the rest', async () => {
    server.behave(
      json(200, {
        object: 'list',
        data: [
          { id: 'm'.repeat(301) },
          { id: '' },
          null,
          'gpt-4o',
          { id: 'gpt-5.5', shutdown_date: 1_800_000_000 },
          { id: 'gpt-5.2', shutdown_date: '2027-01-14' },
        ],
      }),
    );
    expect(await send('list', null)).toMatchObject({
      kind: 'success',
      models: [
        { id: 'gpt-5.5', shutdownDate: null },
        { id: 'gpt-5.2', shutdownDate: '2027-01-14' },
      ],
    });
    server.behave(json(200, { object: 'list', data: [] }));
    expect(await send('list', null)).toMatchObject({ kind: 'success', models: [] });
  });

  it('asks for the entry of any name by that name alone', async () => {
    server.behave(json(200, { id: 'x', object: 'model' }));
    const before = server.requests.length;
    const kinds = await Promise.all(['.', '..', ''].map(async (name) => (await send('retrieve', name)).kind));
    expect([kinds, server.requests.length]).toEqual([['no_answer', 'no_answer', 'no_answer'], before]);
    expect((await send('retrieve', '\ud800-realtime/../x')).kind).toBe('success');
    expect(server.requests.at(-1)?.url).toBe('/v1/models/%EF%BF%BD-realtime%2F..%2Fx');
    expect([endpointOf('retrieve', '\ud800'), endpointOf('retrieve', '..')]).toEqual([
      '/models/%EF%BF%BD',
      null,
    ]);
  });

  it.each([
    ['0', {}, 0],
    ['12.2', {}, 13],
    ['1000000000', {}, 86_400],
    ['-5', {}, null],
    ['soon', {}, null],
    ['Sun, 22 Nov 2026 10:01:30 GMT', { date: 'Sun, 22 Nov 2026 10:00:00 GMT' }, 90],
    ['Sun, 22 Nov 2026 09:00:00 GMT', { date: 'Sun, 22 Nov 2026 10:00:00 GMT' }, 0],
  ])('reads Retry-After %s by the server’s own clock', async (value, more, expected) => {
    server.behave(
      json(
        429,
        { error: { message: 'Rate limit reached', code: 'rate_limit_exceeded' } },
        { 'retry-after': value, ...more },
      ),
    );
    expect(await send('free_probe')).toMatchObject({ headers: { retryAfterSeconds: expected } });
  });

  it('names a dead port', async () => {
    const baseUrl = await deadBaseUrl();
    const { signal } = new AbortController();
    const answer = await new Prober(nodeFetch, 700).send(
      { secret, baseUrl },
      { probe: 'list', model: null, signal },
    );
    expect(answer).toEqual({ kind: 'no_answer', failure: 'refused', excerpt: '' });
  });

  it('stops at once when cancelled', async () => {
    server.behave(() => undefined);
    const abort = new AbortController();
    const before = server.requests.length;
    const pending = send('free_probe', 'gpt-5.5', abort.signal);
    await until('the request', () => server.requests.length > before);
    abort.abort();
    expect(await pending).toEqual({ kind: 'cancelled' });
  });

  it.each<[string, Behaviour]>([
    [
      'in JSON',
      json(401, { error: { message: `Incorrect API key provided: ${secret}`, code: 'invalid_api_key' } }),
    ],
    [
      'in part',
      json(401, {
        error: {
          message: `Incorrect API key provided: ${secret.slice(0, 12)}*****${secret.slice(-4)}`,
          code: 'invalid_api_key',
        },
      }),
    ],
    [
      'in HTML',
      raw(403, `<html><body>Authorization: Bearer ${secret}</body></html>`, { 'content-type': 'text/html' }),
    ],
    [
      'in a header',
      json(401, { error: { message: 'no' } }, { 'x-request-id': secret, 'openai-project': secret }),
    ],
    ['in base64', json(400, { error: { message: Buffer.from(secret).toString('base64') } })],
    ['as a model’s name', json(200, { object: 'list', data: [{ id: secret }] })],
    ['in a page where a list was due', raw(200, `<p>${secret}</p>`)],
  ])('lets no key through that the server echoes %s', async (_name, behaviour) => {
    server.behave(behaviour);
    const text = JSON.stringify(await send('list', null));
    expect(text).not.toContain(secret);
    expect(text).not.toContain(secret.slice(-16));
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(4, 40));
  });

  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
    ['net::ERR_CONNECTION_REFUSED', 'refused'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_CONNECTION_RESET', 'reset'],
    ['net::ERR_TIMED_OUT', 'timeout'],
    ["Attempted to redirect, but redirect policy was 'error'", 'redirect'],
    ['something new', 'unexpected'],
  ])('Chromium’s %s is %s', (message, failure) => {
    expect(networkFailureOf(new TypeError('outer', { cause: new Error(message) }))).toBe(failure);
  });
});
