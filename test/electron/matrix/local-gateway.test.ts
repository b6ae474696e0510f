import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HostileServer, startHostileServer } from '../../support/hostile-server';
import { inventedKey } from '../../support/secrets';
import { type Bench, benchOn, fill, runOver } from './support';

const KEY = 'key-1';
const MODEL = 'qwen-2-72b';

let server: HostileServer;
let bench: Bench;

/** It serves whatever it is sent, also what should be invalid. */
beforeEach(async () => {
  server = await startHostileServer();
  server.behave((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', data: [{ id: MODEL, object: 'model' }] }));
  });
  const keys = [{ id: KEY, secret: inventedKey('gateway_0123456789'), label: 'Gateway' }];
  bench = await benchOn({ keys, apiBaseUrl: server.baseUrl });
  await fill(bench.matrix);
});
afterEach(async () => {
  bench.matrix.close();
  await server.close();
});

const SENTENCE = {
  message: 'Project `proj_Gateway1` does not have access to model `qwen-2-72b`',
  type: 'invalid_request_error',
  param: null,
  code: 'model_not_found',
};

const cells = [{ keyId: KEY, models: [MODEL] }];
const run = { kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false } as const;
const single = { keyId: KEY, model: MODEL, probe: 'free_probe', consent: false } as const;

it('a sentence of OpenAI’s that a gateway passes on lets no test be sent unasked', async () => {
  server.behave((_request, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: SENTENCE }));
  });
  expect((await bench.matrix.retest({ ...single, consent: true })).ok).toBe(true);
  expect(bench.keys.find(KEY)?.project).toBe('proj_Gateway1');
  const sent = server.requests.length;
  expect([bench.matrix.start(run), await bench.matrix.retest(single)]).toMatchObject([
    { error: { code: 'consent_missing' } },
    { error: { code: 'consent_missing' } },
  ]);
  expect(server.requests).toHaveLength(sent);
});

it('a run stops with a key whose host shows itself to be a gateway meanwhile', async () => {
  server.behave((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', data: [{ id: 'gpt-5.5', object: 'model' }] }));
  });
  const keys = [{ id: 'key-2', secret: inventedKey('gateway_9876543210'), label: 'Unknown' }];
  const fresh = await benchOn({ keys, apiBaseUrl: server.baseUrl }, { limits: { overall: 1, perKey: 1 } });
  await fill(fresh.matrix);
  const foreign = {
    code: 'DeploymentNotFound',
    message: 'The API deployment for this resource does not exist.',
  };
  server.behave((_request, response) => {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: foreign }));
  });
  const models = ['gpt-5.5', 'gpt-5.4', 'gpt-5.2'];
  const started = fresh.matrix.start({ ...run, cells: [{ keyId: 'key-2', models }] });
  expect(started.ok).toBe(true);
  const over = await runOver(fresh.matrix);
  expect(fresh.keys.find('key-2')?.hostSeen).toBe('other');
  expect([over.state, over.done, over.dropped]).toEqual(['done', 1, 2]);
  fresh.matrix.close();
});

it('a gateway on this machine that lists models of others is sent no test unasked', async () => {
  expect([bench.matrix.start(run), await bench.matrix.retest(single)]).toMatchObject([
    { error: { code: 'consent_missing' } },
    { error: { code: 'consent_missing' } },
  ]);
  expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
});
