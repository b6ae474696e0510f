import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFetch } from '../../../electron/online/node-fetch';

let server: Server;
let seen: string[];
beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end('answered');
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY']) delete process.env[name];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

it('goes straight to the host where no proxy is named', async () => {
  const fetch = await nodeFetch({});
  expect(await (await fetch(`${origin()}/v1/models`, {})).text()).toBe('answered');
  expect(seen).toEqual(['GET /v1/models']);
});

it('asks the proxy that the variables name, and never goes around it', async () => {
  process.env['HTTPS_PROXY'] = origin();
  const fetch = await nodeFetch(process.env);
  await expect(fetch('https://api.example.test/v1/models', {})).rejects.toThrow();
  expect(seen).toEqual(['CONNECT api.example.test:443']);
});

it('leaves the proxy aside for hosts that are named to go without', async () => {
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
  process.env['NO_PROXY'] = '127.0.0.1';
  const fetch = await nodeFetch(process.env);
  expect(await (await fetch(`${origin()}/v1/models`, {})).text()).toBe('answered');
});
