import { createConnection } from 'node:net';
import { describe, expect, test } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import type { Fault } from '../../../electron/practice/faults';
import type { Simulator } from '../../../electron/practice/simulator';
import { call, practice, secretOf } from './support';

async function broken(fault: Fault): Promise<Simulator> {
  const simulator = await practice();
  simulator.control.setFaults([{ fault }]);
  return simulator;
}

const list = (simulator: Simulator) => call(simulator, '/models', { keyId: KEY_IDS.sandbox });

test('remembers the last requests, and forgets the ones before', async () => {
  const simulator = await practice({ remembered: 3 });
  for (const model of ['a', 'b', 'c', 'd', 'e'])
    await call(simulator, `/models/${model}`, { keyId: KEY_IDS.sandbox });
  expect(simulator.control.requests().map(({ path }) => path)).toEqual([
    '/models/c',
    '/models/d',
    '/models/e',
  ]);
});

describe('a fault', () => {
  test('storms with 429 and says literally when to come back', async () => {
    const response = await list(await broken({ kind: 'rate_limit', retryAfter: '-1' }));
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '-1']);
    expect(await response.json()).toMatchObject({ error: { code: 'rate_limit_exceeded' } });
  });

  test('answers success with a web page', async () => {
    const response = await list(await broken({ kind: 'html', status: 200 }));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  test('cuts JSON in the middle', async () => {
    const response = await list(await broken({ kind: 'half_json' }));
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test('points to another origin', async () => {
    const location = 'http://127.0.0.1:9/elsewhere';
    const response = await list(await broken({ kind: 'redirect', status: 307, location }));
    expect([response.status, response.headers.get('location')]).toEqual([307, location]);
  });

  test('tears the connection', async () => {
    await expect(list(await broken({ kind: 'reset' }))).rejects.toThrow('fetch failed');
  });

  test('sends as many bytes as asked', async () => {
    const response = await list(await broken({ kind: 'huge', bytes: 3_000_001 }));
    expect((await response.arrayBuffer()).byteLength).toBe(3_000_001);
  });

  test('packs many bytes into few', async () => {
    const simulator = await broken({ kind: 'gzip_bomb', bytes: 5_000_000 });
    const response = await list(simulator);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.arrayBuffer()).byteLength).toBe(5_000_000);
  });

  test('drips until the caller has had enough', async () => {
    const simulator = await broken({ kind: 'drip', everyMs: 1 });
    const response = await list(simulator);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{/);
    await reader?.cancel();
    await expect.poll(() => simulator.control.inFlight()).toBe(0);
  });

  test.each(['json', 'html', 'header'] as const)('repeats the key in %s', async (where) => {
    const simulator = await broken({ kind: 'echo_key', where });
    const response = await list(simulator);
    const everything = JSON.stringify([...response.headers]) + (await response.text());
    expect(everything).toContain(secretOf(simulator, KEY_IDS.sandbox));
  });

  test('meets only its key and path, and only as often as told', async () => {
    const simulator = await practice();
    simulator.control.setFaults([
      { keyId: KEY_IDS.sandbox, path: '/models', times: 2, fault: { kind: 'server_error', status: 503 } },
    ]);
    const others = [
      await call(simulator, '/models', { keyId: KEY_IDS.worker }),
      await call(simulator, '/models/gpt-5.5', { keyId: KEY_IDS.sandbox }),
    ];
    const met = [await list(simulator), await list(simulator), await list(simulator)];
    expect([...others, ...met].map((response) => response.status)).toEqual([200, 200, 503, 503, 200]);
  });
});

describe('the record of requests', () => {
  test('knows key, path and model, and never the secret', async () => {
    const simulator = await practice();
    await call(simulator, '/responses', { keyId: KEY_IDS.sandbox, body: { model: 'gpt-5.5' } });
    const [seen] = simulator.control.requests();
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/responses',
      keyId: KEY_IDS.sandbox,
      model: 'gpt-5.5',
    });
    expect(JSON.stringify(seen)).not.toContain(secretOf(simulator, KEY_IDS.sandbox));
  });

  test('counts what is open at once', async () => {
    const simulator = await broken({ kind: 'hang' });
    const stop = new AbortController();
    const hanging = [1, 2, 3].map(() =>
      fetch(`${simulator.apiBaseUrl}/models`, { signal: stop.signal }).catch(() => null),
    );
    await expect.poll(() => simulator.control.inFlight()).toBe(3);
    stop.abort();
    await Promise.all(hanging);
    await expect.poll(() => simulator.control.inFlight()).toBe(0);
    expect(simulator.control.peakInFlight()).toBe(3);
  });
});

describe('the server', () => {
  test('listens on the loopback address alone', async () => {
    expect((await practice()).origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('refuses to answer under a foreign name', async () => {
    const simulator = await practice();
    const port = Number(new URL(simulator.origin).port);
    expect(
      await raw(port, 'GET /login HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 421 /);
  });

  test('survives garbage', async () => {
    const simulator = await practice();
    const port = Number(new URL(simulator.origin).port);
    const host = `127.0.0.1:${port}`;
    await raw(port, `GET //[ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await raw(port, `GET /v1/models/%E0%A4%A HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    await raw(port, 'nonsense\r\n\r\n');
    expect((await list(simulator)).status).toBe(200);
  });

  test('closes with requests still hanging, and leaves no socket behind', async () => {
    const simulator = await broken({ kind: 'hang' });
    const port = Number(new URL(simulator.origin).port);
    const idle = raw(port, '');
    const halfSaid = raw(port, 'GET /v1/mod');
    const hanging = raw(port, `GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    await expect.poll(() => simulator.control.inFlight()).toBe(1);
    await simulator.close();
    expect(await Promise.all([idle, halfSaid, hanging])).toEqual(['', '', '']);
    await expect.poll(() => simulator.control.inFlight()).toBe(0);
    await expect(fetch(simulator.origin)).rejects.toThrow('fetch failed');
  });
});

/** Everything that comes back for bytes that no HTTP client would send. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (piece) => {
      answer += piece.toString();
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}
