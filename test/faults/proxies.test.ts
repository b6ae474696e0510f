/** Proxies and their scripts, as the system names them: a key never takes another way in silence. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSecureServer } from 'node:http2';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../e2e/support/launch';
import { deadBaseUrl, type HostileServer, startHostileServer } from '../support/hostile-server';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { Authority } from './support/certificates';
import { type ConnectProxy, serveScript, startConnectProxy } from './support/connect-proxy';
import { CONFIRMED, GOOD, Probing, type Told } from './support/probing';

const BY_PROXY: Told = ['unknown', 'reach', 'proxy'];

let folder: string;
let keyring: PrivateKeyring;
let authority: Authority;
let api: { readonly port: number; readonly paths: string[]; readonly close: () => void };
let local: HostileServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proxies-'));
  authority = await Authority.found(folder);
  keyring = await PrivateKeyring.start({ daemon: false });
  await authority.beTrustedIn(keyring.folder);
  api = await startApi();
  local = await startHostileServer();
  local.behave((_request, response) => response.end(GOOD));
});
afterAll(async () => {
  api.close();
  await Promise.all([keyring.stop(), local.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** What stands behind a proxy that works. */
async function startApi() {
  const paths: string[] = [];
  const server = createSecureServer(
    { ...(await authority.issue('works.doctor.test')), allowHTTP1: true },
    (request, response) => {
      paths.push(request.url);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(GOOD);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, paths, close: () => void server.close() };
}

/** Starts the app as on a computer with these settings; `host`: where the key belongs. */
async function withSettings(
  env: Readonly<Record<string, string>>,
  test: (probing: Probing, running: RunningApp) => Promise<void>,
) {
  const running: RunningApp = await launchApp({ env: { ...keyring.env, ...env } });
  try {
    const probing = new Probing(running);
    await probing.countBoxes();
    await test(probing, running);
  } finally {
    await running.close();
  }
}

let keys = 0;
async function toldOf(probing: Probing, host: string): Promise<Told> {
  keys += 1;
  const secret = inventedKey(`proxy${keys}${'Hd8'.repeat(12)}`);
  const key = await probing.addKey(secret, `${host} ${keys}`, `https://${host}/v1`);
  return (await probing.test(key)).told;
}

/** A way that goes nowhere: a name that no server knows ends as `dns`, and only a request that goes direct asks for it. */
const HOST = 'direct.doctor.test';

describe('a proxy script that', () => {
  it.each<[string, string | null | 'dead']>([
    ['cannot be fetched', 'dead'],
    ['is no script', '<html>Sign in</html>'],
    ['fails', 'function FindProxyForURL(url, host) { throw new Error("no"); }'],
    ['never comes', null],
  ])('%s keeps every key here, and is said to be the proxy', async (_what, text) => {
    const script = text === 'dead' ? null : await serveScript(text);
    const url = script?.url ?? (await deadBaseUrl());
    await withSettings({ auto_proxy: url }, async (probing) => {
      expect(await toldOf(probing, HOST)).toEqual(BY_PROXY);
      // It is waited for in vain just once, for 10 s.
      if (text === null) return;
      expect(await toldOf(probing, HOST)).toEqual(BY_PROXY);
      // This machine itself needs no proxy, and practice has to go on.
      const here = await probing.addKey(inventedKey(`here${'Kx3'.repeat(12)}`), 'here', local.baseUrl);
      expect((await probing.test(here)).told).toEqual(CONFIRMED);
    });
    await script?.close();
  });
});

describe('a proxy of the system', () => {
  let proxy: ConnectProxy;
  let tinyproxy: ChildProcess;
  let microsocks: ChildProcess;
  let script: Awaited<ReturnType<typeof serveScript>>;

  beforeAll(async () => {
    proxy = await startConnectProxy({
      'works.doctor.test': { kind: 'leads', port: api.port },
      'drops.doctor.test': { kind: 'drop' },
      'babbles.doctor.test': { kind: 'says', text: '\u0001\u0002 no HTTP at all\r\n\r\n' },
      'asks.doctor.test': {
        kind: 'says',
        text: 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
      },
      'fails.doctor.test': { kind: 'says', text: 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n' },
      'half.doctor.test': { kind: 'says', text: 'HTTP/1.1 200 Connection established\r\n\r\n' },
    });
    const [tinyPort, socksPort] = [await freePort(), await freePort()];
    tinyproxy = await startTinyproxy(tinyPort, proxy.port);
    microsocks = spawn('microsocks', ['-i', '127.0.0.1', '-p', String(socksPort)], { stdio: 'ignore' });
    await listening(socksPort);
    const ways = {
      'tiny.doctor.test': `PROXY 127.0.0.1:${tinyPort}`,
      'nowhere.doctor.test': `PROXY 127.0.0.1:${tinyPort}`,
      'socks.doctor.test': `SOCKS5 127.0.0.1:${socksPort}`,
      'nosocks.doctor.test': `SOCKS5 127.0.0.1:${await freePort()}`,
      'noproxy.doctor.test': `PROXY 127.0.0.1:${await freePort()}`,
    };
    const rest = `PROXY 127.0.0.1:${proxy.port}`;
    script = await serveScript(
      `function FindProxyForURL(url, host) { return (${JSON.stringify(ways)})[host] || ${JSON.stringify(rest)}; }`,
    );
  });
  afterAll(async () => {
    tinyproxy.kill();
    microsocks.kill();
    await Promise.all([proxy.close(), script.close()]);
  });

  it('that fails in whatever way is named as the proxy, and nothing goes past it', async () => {
    await withSettings({ auto_proxy: script.url }, async (probing) => {
      const told = new Map<string, Told>();
      const names = ['drops', 'babbles', 'asks', 'fails', 'half', 'nowhere', 'socks', 'nosocks', 'noproxy'];
      for (const name of names) told.set(name, await toldOf(probing, `${name}.doctor.test`));
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(names.map((name) => [name, BY_PROXY])));
      expect(await toldOf(probing, 'works.doctor.test')).toEqual(CONFIRMED);
    });
  });

  it('that is set by a variable is used', async () => {
    const seen = api.paths.length;
    await withSettings({ https_proxy: `http://127.0.0.1:${proxy.port}` }, async (probing) => {
      expect(await toldOf(probing, 'works.doctor.test')).toEqual(CONFIRMED);
      expect(await toldOf(probing, 'drops.doctor.test')).toEqual(BY_PROXY);
    });
    expect(api.paths.length).toBe(seen + 1);
  });

  it('of Debian passes a request on', async () => {
    await withSettings({ https_proxy: `http://127.0.0.1:${await portOf(tinyproxy)}` }, async (probing) => {
      expect(await toldOf(probing, 'works.doctor.test')).toEqual(CONFIRMED);
    });
  });
});

describe('the whole app', () => {
  it('asks for no host but that of the key, on any of its pages', async () => {
    const proxy = await startConnectProxy({ 'works.doctor.test': { kind: 'leads', port: api.port } });
    const everywhere = `http://127.0.0.1:${proxy.port}`;
    const env = { http_proxy: everywhere, https_proxy: everywhere, ftp_proxy: everywhere };
    await withSettings(env, async (probing, { page }) => {
      expect(await toldOf(probing, 'works.doctor.test')).toEqual(CONFIRMED);
      for (const name of ['Diagnose', 'Keys', 'Admin', 'Matrix', 'History']) {
        await page.getByRole('navigation').getByText(name, { exact: true }).click();
        await page.getByRole('heading', { level: 1 }).first().waitFor();
      }
      // What Chromium would fetch by itself (dictionaries, components, lists), it fetches within its first seconds.
      await page.waitForTimeout(8_000);
    });
    expect([...new Set(proxy.asked)]).toEqual(['works.doctor.test:443']);
    await proxy.close();
  });
});

const ports = new Map<ChildProcess, number>();
const portOf = async (program: ChildProcess) => ports.get(program) ?? 0;

/** Hands on to the other proxy, but for one name that it has to find by itself. */
async function startTinyproxy(port: number, onward: number): Promise<ChildProcess> {
  const config = join(folder, 'tinyproxy.conf');
  await writeFile(
    config,
    [
      `Port ${port}`,
      'Listen 127.0.0.1',
      'Timeout 60',
      'MaxClients 20',
      `Upstream http 127.0.0.1:${onward}`,
      'Upstream none "nowhere.doctor.test"',
      '',
    ].join('\n'),
  );
  const program = spawn('tinyproxy', ['-d', '-c', config], { stdio: 'ignore' });
  ports.set(program, port);
  await listening(port);
  return program;
}

async function freePort(): Promise<number> {
  return Number(new URL(await deadBaseUrl()).port);
}

/** Resolves once something listens there. */
async function listening(port: number): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing listens on ${port}`);
}
