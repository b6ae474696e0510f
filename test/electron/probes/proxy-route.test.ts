import { describe, expect, it } from 'vitest';
import { type Fetch, networkFailureOf, ProbeFailure } from '../../../electron/probes/guarded-fetch';
import { fetchByRoute, ProxyRoute } from '../../../electron/probes/proxy-route';
import { proxyScript, type SystemLook, sharedLook } from '../../../electron/probes/proxy-script';
import { ManualTimers } from '../../support/manual-timers';

const URL_OF_KEY = 'https://api.openai.com/v1/models';

function lookAt(look: Partial<SystemLook>, printed: Readonly<Record<string, string>> = {}): SystemLook {
  return {
    platform: 'linux',
    env: {},
    run: async (program, args) => printed[[program, ...args].join(' ')] ?? null,
    read: async () => null,
    ...look,
  };
}
const MODE = 'gsettings get org.gnome.system.proxy mode';
const ADDRESS = 'gsettings get org.gnome.system.proxy autoconfig-url';
const REGISTRY =
  'reg query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings /v AutoConfigURL';
const SCRIPT = 'http://proxy.company.test/proxy.pac';
const env = { auto_proxy: SCRIPT };
const gnome = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', ...env };
const kde = (settings: string) => ({
  env: { XDG_CURRENT_DESKTOP: 'KDE', XDG_CONFIG_HOME: '/config', ...env },
  read: async (path: string) => (path === '/config/kioslaverc' ? settings : null),
});

describe('the proxy script of', () => {
  it.each<[string, SystemLook, string | null]>([
    ['a desktop that has only variables', lookAt({ env }), SCRIPT],
    ['a desktop without any setting', lookAt({}), null],
    ['a variable that is no address', lookAt({ env: { auto_proxy: '' } }), null],
    [
      'GNOME',
      lookAt({ env: gnome }, { [MODE]: "'auto'\n", [ADDRESS]: "'https://x.test/p'\n" }),
      'https://x.test/p',
    ],
    ['GNOME that goes direct', lookAt({ env: gnome }, { [MODE]: "'none'\n" }), null],
    ['GNOME that finds one out', lookAt({ env: gnome }, { [MODE]: "'auto'\n", [ADDRESS]: "''\n" }), null],
    ['GNOME without its settings', lookAt({ env: gnome }), SCRIPT],
    [
      'KDE',
      lookAt(kde('[Proxy Settings]\nProxy Config Script=file:///etc/p.pac\nProxyType=2\n')),
      'file:///etc/p.pac',
    ],
    ['KDE that goes direct', lookAt(kde('[Proxy Settings]\nProxyType=0\n')), null],
    ['KDE without a setting', lookAt(kde('')), SCRIPT],
    [
      'a Mac',
      lookAt(
        { platform: 'darwin' },
        { 'scutil --proxy': `{\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : ${SCRIPT}\n}` },
      ),
      SCRIPT,
    ],
    [
      'a Mac that has it switched off',
      lookAt({ platform: 'darwin' }, { 'scutil --proxy': `ProxyAutoConfigURLString : ${SCRIPT}` }),
      null,
    ],
    [
      'Windows',
      lookAt({ platform: 'win32' }, { [REGISTRY]: `\r\n    AutoConfigURL    REG_SZ    ${SCRIPT}\r\n` }),
      SCRIPT,
    ],
    ['Windows without one', lookAt({ platform: 'win32' }), null],
  ])('%s is found', async (_system, look, expected) => {
    expect(await proxyScript(look)).toBe(expected);
  });
});

function routeWith(
  resolve: (url: string) => Promise<string>,
  look: () => Promise<string | null>,
  timers = new ManualTimers(),
  script = sharedLook(look, timers),
) {
  const set: string[] = [];
  const session = {
    setProxy: async ({ mode, pacScript }: { mode: string; pacScript?: string }) => {
      set.push(pacScript ?? mode);
    },
    resolveProxy: resolve,
    closeAllConnections: async () => undefined,
  };
  return { timers, set, route: new ProxyRoute(session, script, timers) };
}

describe('the way of a request', () => {
  it.each([
    ['DIRECT', false],
    ['PROXY proxy.test:80', true],
    ['SOCKS5 proxy.test:80;DIRECT', true],
  ])('%s is known before it is sent', async (answer, expected) => {
    const { route } = routeWith(
      async () => answer,
      async () => null,
    );
    expect(await route.leadsThroughProxy(URL_OF_KEY)).toBe(expected);
  });

  it('that the settings give no answer for is none', async () => {
    const { route } = routeWith(
      async () => '',
      async () => SCRIPT,
    );
    await expect(route.leadsThroughProxy(URL_OF_KEY)).rejects.toMatchObject({ failure: 'proxy' });
  });

  it('that is never found is given up in time', async () => {
    const { route, timers } = routeWith(
      () => new Promise(() => undefined),
      async () => SCRIPT,
    );
    const way = route.leadsThroughProxy(URL_OF_KEY);
    timers.advance(10_000);
    await expect(way).rejects.toMatchObject({ failure: 'proxy' });
    expect(timers.pending).toBe(0);
  });

  it('follows the system’s script where that changes, and looks once for many requests', async () => {
    const scripts = [null, SCRIPT, SCRIPT, null];
    let looks = 0;
    const { route, timers, set } = routeWith(
      async () => 'DIRECT',
      async () => scripts[looks++] ?? null,
    );
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([1, 2, 3].map(() => route.leadsThroughProxy(URL_OF_KEY)));
      timers.advance(15_000);
    }
    expect([looks, set]).toEqual([4, [SCRIPT, 'system']]);
  });

  it('is the same for every line, which all go by one look', async () => {
    const timers = new ManualTimers();
    let looks = 0;
    const look = async () => {
      looks += 1;
      return SCRIPT;
    };
    const direct = async () => 'DIRECT';
    const script = sharedLook(look, timers);
    const lines = [1, 2, 3].map(() => routeWith(direct, look, timers, script));
    await Promise.all(lines.map(({ route }) => route.leadsThroughProxy(URL_OF_KEY)));
    expect([looks, lines.map(({ set }) => set)]).toEqual([1, [[SCRIPT], [SCRIPT], [SCRIPT]]]);
  });
});

describe('what is sent by that way', () => {
  const failing =
    (error: Error): Fetch =>
    async () => {
      throw error;
    };
  const through = (isProxied: boolean) => ({ leadsThroughProxy: async () => isProxied });

  it.each<[string, Error, boolean, string]>([
    ['breaks off behind a proxy', new Error('net::ERR_CONNECTION_RESET'), true, 'proxy'],
    ['is answered by no HTTP', new Error('net::ERR_INVALID_HTTP_RESPONSE'), true, 'proxy'],
    ['meets a bad certificate behind a proxy', new Error('net::ERR_CERT_DATE_INVALID'), true, 'tls'],
    ['is answered behind a proxy, but oddly', new ProbeFailure('unexpected'), true, 'unexpected'],
    ['breaks off on the direct way', new Error('net::ERR_CONNECTION_RESET'), false, 'reset'],
  ])('and %s is named by whose fault it may be', async (_what, error, isProxied, expected) => {
    const answer = fetchByRoute(failing(error), through(isProxied))(URL_OF_KEY, {});
    expect(networkFailureOf(await answer.catch((thrown: unknown) => thrown))).toBe(expected);
  });

  it('goes nowhere where it was called off while its way was looked for', async () => {
    const abort = new AbortController();
    let sent = 0;
    const fetch: Fetch = async () => {
      sent += 1;
      return new Response();
    };
    const route = {
      leadsThroughProxy: async () => {
        abort.abort();
        return false;
      },
    };
    await expect(fetchByRoute(fetch, route)(URL_OF_KEY, { signal: abort.signal })).rejects.toThrow();
    expect(sent).toBe(0);
  });
});
