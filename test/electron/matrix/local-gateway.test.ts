import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HostileServer, startHostileServer } from '../../support/hostile-server';
import { inventedKey } from '../../support/secrets';
import { type Bench, benchOn, fill } from './support';

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

it('a gateway on this machine that lists models of others is sent no test unasked', async () => {
  const cells = [{ keyId: KEY, models: [MODEL] }];
  const run = { kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false } as const;
  const single = { keyId: KEY, model: MODEL, probe: 'free_probe', consent: false } as const;
  expect([bench.matrix.start(run), await bench.matrix.retest(single)]).toMatchObject([
    { error: { code: 'consent_missing' } },
    { error: { code: 'consent_missing' } },
  ]);
  expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
});
