/** Certificates and HTTP/2 on the network stack that ships: whom a key is sent to, and what a broken stream is called. */
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, createSecureServer, type Http2SecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../e2e/support/launch';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { Authority, type Certificate } from './support/certificates';
import { CONFIRMED, GOOD, Probing } from './support/probing';

let folder: string;
let authority: Authority;
let keyring: PrivateKeyring;
let running: RunningApp;
let probing: Probing;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authority-'));
  authority = await Authority.found(folder);
  keyring = await PrivateKeyring.start({ daemon: false });
  await authority.beTrustedIn(keyring.folder);
  running = await launchApp({ env: keyring.env });
  probing = new Probing(running);
});
afterAll(async () => {
  await running.close();
  await keyring.stop();
  await rm(folder, { recursive: true, force: true });
});

type Streams = (stream: ServerHttp2Stream) => void;

/** A server of HTTP/2 and 1.1 with this certificate, and a key bound to it. */
async function serverWith(certificate: Certificate, behaviour: Streams) {
  const heads: string[] = [];
  const server: Http2SecureServer = createSecureServer({ ...certificate, allowHTTP1: true });
  server.on('stream', (stream, headers) => {
    heads.push(String(headers[':path']));
    stream.on('error', () => undefined);
    behaviour(stream);
  });
  server.on('sessionError', () => undefined);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const secret = inventedKey(`tls${port}${'Qm5'.repeat(12)}`);
  const key = await probing.addKey(secret, `server ${port}`, `https://localhost:${port}/v1`);
  return { key, heads, close: () => server.close() };
}

const answer: Streams = (stream) => {
  stream.respond({ ':status': 200, 'content-type': 'application/json' });
  stream.end(GOOD);
};

describe('a server whose certificate', () => {
  it.each<[string, () => Promise<Certificate>]>([
    ['nobody signed', () => authority.selfSigned('localhost')],
    ['is over', () => authority.issue('localhost', -1)],
    ['is for another name', () => authority.issue('elsewhere.test')],
  ])('%s never gets the key', async (_what, certificate) => {
    const server = await serverWith(await certificate(), answer);
    expect((await probing.test(server.key)).told).toEqual(['unknown', 'reach', 'tls']);
    expect(server.heads).toEqual([]);
    server.close();
  });

  it('a company signed is asked, where the computer trusts that company', async () => {
    const server = await serverWith(await authority.issue('localhost'), answer);
    expect((await probing.test(server.key)).told).toEqual(CONFIRMED);
    server.close();
  });
});

describe('a stream of HTTP/2 that', () => {
  const { NGHTTP2_CANCEL, NGHTTP2_REFUSED_STREAM, NGHTTP2_INTERNAL_ERROR } = constants;

  it.each<[string, Streams, string?]>([
    ['is cancelled', (stream) => stream.close(NGHTTP2_CANCEL)],
    ['is refused', (stream) => stream.close(NGHTTP2_REFUSED_STREAM)],
    ['ends in an error', (stream) => stream.close(NGHTTP2_INTERNAL_ERROR)],
    [
      'is left by its whole connection',
      (stream) => {
        stream.session?.goaway(NGHTTP2_INTERNAL_ERROR, 0);
        setTimeout(() => stream.session?.destroy(), 50);
      },
    ],
    ['loses its connection', (stream) => stream.session?.destroy()],
    [
      'breaks off in its body',
      (stream) => {
        stream.respond({ ':status': 200, 'content-type': 'application/json' });
        stream.write('{"object"');
        setTimeout(() => stream.close(NGHTTP2_CANCEL), 50);
      },
      // Chromium takes it for the end of the body, which is then half of one.
      'unexpected',
    ],
  ])('%s is a broken network, and not asked over and over', async (_what, behaviour, code = 'reset') => {
    const server = await serverWith(await authority.issue('localhost'), behaviour);
    const { told } = await probing.test(server.key);
    expect(told).toEqual(['unknown', 'reach', code]);
    // Chromium itself repeats a stream that was refused before anything was done (three times, measured 2026-11-22).
    expect(server.heads.length).toBeLessThanOrEqual(4);
    server.close();
  });

  it('loses its connection after that served before, is not asked again', async () => {
    let isWell = true;
    const server = await serverWith(await authority.issue('localhost'), (stream) => {
      if (isWell) answer(stream);
      else stream.session?.destroy();
    });
    await Promise.all([probing.test(server.key), probing.test(server.key)]);
    isWell = false;
    const before = server.heads.length;
    expect((await probing.test(server.key)).told).toEqual(['unknown', 'reach', 'reset']);
    expect(server.heads.length - before).toBe(1);
    server.close();
  });
});
