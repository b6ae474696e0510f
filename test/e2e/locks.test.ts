import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERBS } from '../support/verbs';
import { launchApp, ROOT, type RunningApp } from './support/launch';

/** What the test itself asks for, to see that requests arrive. */
const CONTROL = '/control';

let running: RunningApp;
let sink: Server;
let sinkOrigin: string;
let hits: string[];

beforeAll(async () => {
  hits = [];
  sink = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('<!doctype html><title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  sinkOrigin = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  running = await launchApp({ args: ['--practice'] });
});
afterAll(async () => {
  await running.close();
  await new Promise((resolve) => sink.close(resolve));
});

describe('the window', () => {
  it('has nothing of Node in it', async () => {
    const types = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].map((name) => typeof Reflect.get(globalThis, name)),
    );
    expect(types).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
  });

  it('offers the frozen list of verbs and no other way to the main process', async () => {
    const seen = await running.page.evaluate(() => {
      const doctor: Record<string, unknown> = Reflect.get(globalThis, 'doctor');
      return Object.fromEntries(
        Object.entries(doctor).map(([area, verbs]) => [
          area,
          typeof verbs === 'function' ? 'function' : Object.keys(verbs as object),
        ]),
      );
    });
    expect(seen).toEqual({ ...VERBS, onChange: 'function' });
  });

  it.each([
    [
      'a navigation',
      (url: string) => {
        location.href = url;
      },
    ],
    ['a replaced location', (url: string) => location.replace(url)],
    [
      'a form',
      (url: string) => {
        const form = document.createElement('form');
        form.action = url;
        document.body.append(form);
        form.submit();
      },
    ],
    [
      'a link',
      (url: string) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'a link to a new window',
      (url: string) => {
        const link = document.createElement('a');
        link.href = url;
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'window.open',
      (url: string) => {
        window.open(url);
      },
    ],
    [
      'a frame',
      (url: string) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      },
    ],
    [
      'an image',
      (url: string) => {
        const image = new Image();
        image.src = url;
      },
    ],
    [
      'a request',
      (url: string) => {
        fetch(url).catch(() => undefined);
      },
    ],
    [
      'a beacon',
      (url: string) => {
        navigator.sendBeacon(url);
      },
    ],
    [
      'a socket',
      (url: string) => {
        try {
          new WebSocket(url.replace('http', 'ws'));
        } catch {
          /* refused at once */
        }
      },
    ],
    [
      'a style sheet',
      (url: string) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = url;
        document.head.append(link);
      },
    ],
    [
      'an object',
      (url: string) => {
        const object = document.createElement('object');
        try {
          object.data = url;
          document.body.append(object);
        } catch {
          /* refused at once */
        }
      },
    ],
    [
      'a base address',
      (url: string) => {
        const base = document.createElement('base');
        base.href = url;
        document.head.append(base);
        const image = new Image();
        image.src = 'x.png';
        base.remove();
      },
    ],
    [
      'a worker',
      (url: string) => {
        try {
          new Worker(url);
        } catch {
          /* refused at once */
        }
      },
    ],
  ])('goes nowhere by %s', async (_name, attempt) => {
    const address = running.page.url();
    await running.page.evaluate(attempt, `${sinkOrigin}/${_name.replaceAll(' ', '-')}`);
    // The page has done by then what the attempt had put off, and a request that began before this one is there, too.
    await running.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    await running.app.evaluate(
      (_electron, url) => fetch(url).then((answer) => answer.text()),
      `${sinkOrigin}${CONTROL}`,
    );
    expect([running.page.url(), running.app.windows().length]).toEqual([address, 1]);
    expect(hits.splice(0)).toEqual([CONTROL]);
  });

  it.each([
    [
      'markup',
      () => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      },
    ],
    [
      'a script’s text',
      () => {
        document.createElement('script').text = 'globalThis.pwned = true';
      },
    ],
    [
      'a script’s address',
      () => {
        document.createElement('script').src = 'data:text/javascript,1';
      },
    ],
    [
      'eval',
      () => {
        // Later, because the driver that runs this function is itself allowed to evaluate.
        return new Promise<void>((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(Reflect.get(globalThis, 'eval')('globalThis.pwned = true'));
            } catch (error) {
              reject(error);
            }
          });
        });
      },
    ],
  ])('takes no string as %s', async (_name, attempt) => {
    await expect(running.page.evaluate(attempt)).rejects.toThrow();
    expect(await running.page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBeUndefined();
  });

  it('is granted no permission', async () => {
    const states = await running.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
      ];
      const asked = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            (status) => status.state,
            () => 'denied',
          ),
        ),
      );
      return [...new Set(asked)];
    });
    expect(states).toEqual(['denied']);
  });

  it('reads no file of the machine and nothing outside its own bundle', async () => {
    const answers = await running.page.evaluate(async () => {
      const urls = [
        'file:///etc/hostname',
        'doctor://window/../main/index.js',
        'doctor://window/%2e%2e/main/index.js',
        'doctor://other/index.html',
        'doctor://window/..%5cmain%5cindex.js',
      ];
      return Promise.all(
        urls.map((url) =>
          fetch(url).then(
            async (response) => (response.ok ? (await response.text()).length : 0),
            () => 0,
          ),
        ),
      );
    });
    expect(answers).toEqual([0, 0, 0, 0, 0]);
  });

  it('is not listened to once it shows another origin', async () => {
    const answer = await running.app.evaluate(
      async ({ BrowserWindow }, { url, preload }) => {
        const foreign = new BrowserWindow({
          show: false,
          webPreferences: { sandbox: true, contextIsolation: true, preload },
        });
        await foreign.loadURL(url);
        const said: unknown = await foreign.webContents.executeJavaScript(
          'doctor.keys.list({}).then(() => "answered", () => "refused")',
        );
        foreign.destroy();
        return said;
      },
      { url: `${sinkOrigin}/foreign`, preload: join(ROOT, 'out/preload/preload.cjs') },
    );
    expect(answer).toBe('refused');
  });
});
