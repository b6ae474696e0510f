/** Every way in which a server or the way to it may misbehave, met by the built app over Electron's own network. */
import { readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROBE_TIMEOUT_MS } from '../../electron/probes/guarded-fetch';
import { launchApp, type RunningApp } from '../e2e/support/launch';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { tellFaults } from '../support/tell-faults';
import { CONFIRMED, GOOD, Probing, type Told } from './support/probing';
import { answering, type RawBehaviour, type RawServer, startRawServer } from './support/raw-server';

/** What a request may take. */
const CLOCK_MS = PROBE_TIMEOUT_MS;

/** In npm test, and by `npm run faults`. */
const IS_LONG = process.env['MAD_FAULTS'] === 'long';
const PROBES = IS_LONG ? 10_000 : 200;

let keyring: PrivateKeyring;
let running: RunningApp;
let probing: Probing;
let hostile: RawServer;
let healthy: RawServer;
let boxes: () => Promise<number>;
let keys: readonly string[];
let healthyKey: string;

beforeAll(async () => {
  hostile = await startRawServer();
  healthy = await startRawServer();
  healthy.behave(answering('200 OK', GOOD, { 'content-type': 'application/json' }));
  keyring = await PrivateKeyring.start({ daemon: false });
  running = await launchApp({ env: keyring.env });
  probing = new Probing(running);
  boxes = await probing.countBoxes();
  const add = (index: number) =>
    probing.addKey(inventedKey(`hostile${index}${'Zq7'.repeat(12)}`), `hostile ${index}`, hostile.baseUrl);
  keys = [await add(0), await add(1), await add(2), await add(3)];
  healthyKey = await probing.addKey(inventedKey(`healthy${'Wt4'.repeat(12)}`), 'healthy', healthy.baseUrl);
});
afterAll(async () => {
  await running.close();
  await Promise.all([keyring.stop(), hostile.close(), healthy.close()]);
});
/** Which of the hostile server's keys asked, by its place. */
const keyOf = (head: string) => Number(/INVENTEDhostile(\d)/.exec(head)?.[1]);

afterEach(async () => {
  expect(running.output()).not.toMatch(/sk-proj|bug on|RangeError|MaxListeners/);
  expect(await boxes()).toBe(0);
});

async function testedWith(behaviour: RawBehaviour): Promise<Told> {
  hostile.behave(behaviour);
  const { told, durationMs } = await probing.test(keys[0] ?? '');
  expect(durationMs).toBeLessThan(5_000);
  return told;
}

const unreached = (code: string): Told => ['unknown', 'reach', code];

describe('a status outside the standard', () => {
  it.each(['999 Request denied', '600', '199999', '099 Low', '000', '99', '-1', 'OK'])(
    '%s is told as an unexpected answer',
    async (status) => {
      expect(await testedWith(answering(status, 'no'))).toEqual(unreached('unexpected'));
    },
  );

  it('in a run of 40 ends it, gives every place back, and leaves the other hosts alone', async () => {
    hostile.behave(answering('999 Request denied', 'no'));
    await probing.start(keys, 10);
    expect((await probing.test(healthyKey)).told).toEqual(CONFIRMED);
    // Forty tests, a few at a time.
    await expect.poll(() => probing.run(), { timeout: 30_000 }).toEqual(['done', 40]);
    expect(hostile.heads).toHaveLength(40);
    expect((await probing.test(healthyKey)).told).toEqual(CONFIRMED);
  });
});

describe('an answer that is no HTTP, or not the API’s,', () => {
  it.each<[string, RawBehaviour, string]>([
    ['a reset', (socket) => void socket.resetAndDestroy(), 'reset'],
    ['an early end', (socket) => socket.end(), 'reset'],
    ['half a head', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'), 'unexpected'],
    ['less than it says', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'), 'reset'],
    ['noise', (socket) => socket.end(Buffer.from([0xff, 0xfe, 0, 1, 2, 3])), 'unexpected'],
  ])('%s is told as such', async (_name, behaviour, code) => {
    expect(await testedWith(behaviour)).toEqual(unreached(code));
  });
});

describe('a test that its server may have taken', () => {
  it.each<[string, RawBehaviour]>([
    ['a reset', (socket) => void socket.resetAndDestroy()],
    ['an early end', (socket) => socket.end()],
  ])(
    'is never sent again, not even after %s of a connection that served before',
    async (_name, behaviour) => {
      hostile.behave(answering('200 OK', GOOD, { 'content-type': 'application/json' }));
      await Promise.all([...keys, ...keys].map((key) => probing.test(key)));
      expect(await testedWith(behaviour)).toEqual(unreached('reset'));
      expect(hostile.heads).toHaveLength(1);
    },
  );
});

describe('a server that does not come to an end', () => {
  it('is given up after its 20 s, whatever it sends meanwhile, and leaves no connection behind', async () => {
    const ways: readonly RawBehaviour[] = [
      () => undefined,
      answering('199 Wait', ''),
      answering('200 OK', '{"object"', { 'content-length': '5000' }),
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
        const timer = setInterval(() => socket.write('1\r\n{\r\n'), 1_000);
        socket.on('close', () => clearInterval(timer));
      },
    ];
    hostile.behave((socket, head) => ways[keyOf(head)]?.(socket, head));
    for (const { told, durationMs } of await Promise.all(keys.map((key) => probing.test(key)))) {
      expect(told).toEqual(unreached('timeout'));
      expect(durationMs).toBeGreaterThan(CLOCK_MS - 100);
      expect(durationMs).toBeLessThan(CLOCK_MS + 500);
    }
    await expect.poll(() => hostile.open()).toBe(0);
  });
});

/** Highest resident memory of the app's main process since it was last asked, in megabytes. */
async function peakMegabytes(): Promise<number> {
  const pid = running.app.process().pid ?? 0;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1_024;
}

const FLOOD = Buffer.alloc(300_000_000, '[');
const QUICKLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };

describe.skipIf(process.platform !== 'linux')(
  'an answer that is far too large (measured by /proc, on Linux alone)',
  () => {
    it.each<[string, () => RawBehaviour, string]>([
      [
        'once it is unfolded (gzip)',
        () => answering('200 OK', gzipSync(FLOOD), { 'content-encoding': 'gzip' }),
        'too_large',
      ],
      [
        'once it is unfolded (brotli)',
        () => answering('200 OK', brotliCompressSync(FLOOD, QUICKLY), { 'content-encoding': 'br' }),
        'too_large',
      ],
      ['without an end', () => endless, 'too_large'],
      ['in its depth', () => answering('200 OK', '['.repeat(450_000)), 'unexpected'],
      [
        'in its depth, as a refusal',
        () => answering('400 No', `{"error":${'{"a":'.repeat(150_000)}`),
        'unexpected',
      ],
      ['in its headers', () => answering('200 OK', GOOD, { 'x-long': 'x'.repeat(1_000_000) }), 'too_large'],
    ])('%s is given up, and takes no more than 20 MB', async (_what, behaviour, code) => {
      hostile.behave(behaviour());
      await probing.test(healthyKey);
      await peakMegabytes();
      const before = await peakMegabytes();
      expect((await probing.test(keys[0] ?? '')).told).toEqual(unreached(code));
      expect((await peakMegabytes()) - before).toBeLessThan(20);
    });

    const endless: RawBehaviour = (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
      const more = () => {
        while (!socket.destroyed && socket.write('x'.repeat(65_536)));
      };
      socket.on('drain', more);
      more();
    };
  },
);

describe('a refusal that is not the API’s', () => {
  it.each<[string, string, Readonly<Record<string, string>>?]>([
    ['a page', '<html><title>Sign in</title></html>'],
    ['nothing', ''],
    ['another form', '{"message":"Unauthorized"}'],
    ['a wish for a password', 'Who are you?', { 'www-authenticate': 'Basic realm="company"' }],
  ])(
    'with 401 and %s is called the same in a test and on the page of keys, and no bad key',
    async (_what, body, headers = {}) => {
      expect(await testedWith(answering('401 Unauthorized', body, headers))).toEqual(unreached('unexpected'));
      expect(JSON.parse(await probing.check(keys[0] ?? ''))).toEqual({
        kind: 'undecided',
        code: 'unexpected',
      });
    },
  );
});

// Takes longer than the time limit of a test of a key, because no clock but the real one runs on while an app is stopped.
describe.runIf(IS_LONG)('a computer that sleeps (at full length alone)', () => {
  it('goes on where it was, without a crowd of requests and without a refusal that nobody gave', async () => {
    let open = 0;
    let most = 0;
    hostile.behave((socket, head) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        answering('200 OK', GOOD, { 'content-type': 'application/json' })(socket, head);
      }, 300);
    });
    await probing.start(keys, 20);
    await expect.poll(() => hostile.heads.length).toBeGreaterThan(8);
    running.app.process().kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, CLOCK_MS + 5_000));
    running.app.process().kill('SIGCONT');
    await expect.poll(() => probing.run(), { timeout: 60_000 }).toEqual(['done', 80]);
    const { denied, confirmed = 0, unknown = 0 } = await probing.counts();
    expect([denied, confirmed + unknown, unknown <= 8]).toEqual([0, 80, true]);
    expect(most).toBeLessThanOrEqual(8);
  });
});

describe('every way at once', () => {
  const quick: readonly RawBehaviour[] = [
    answering('999 Request denied', 'no'),
    answering('200 OK', '<html></html>'),
    answering('200 OK', ''),
    answering('200 OK', '{"object":"resp'),
    answering('200 OK', `\ufeff${'{"__proto__":{"object":"response"}}'}`),
    answering('200 OK', Buffer.from(GOOD, 'utf16le')),
    answering('204 No Content', ''),
    answering('401 Unauthorized', '<html></html>'),
    answering('302 Found', '', { location: 'http://127.0.0.1:1/' }),
    answering('200 OK', GOOD, { 'content-encoding': 'gzip' }),
    answering('500 \u00e9', 'x', { 'x-request-id': '\u00ff\u00fe' }),
    (socket) => void socket.resetAndDestroy(),
    (socket) => socket.end('HTTP/1.1 200 OK\r\n'),
    (socket) => socket.end('nonsense'),
  ];

  it(`leaves nothing behind after ${PROBES} probes, and never decides anything`, {
    // At full length ten thousand tests, at the pace of the limits that the person sets.
    timeout: 1_200_000,
  }, async () => {
    let count = 0;
    hostile.behave((socket, head) => {
      count += 1;
      quick[(count * 7) % quick.length]?.(socket, head);
    });
    await probing.start(keys, PROBES / keys.length);
    await expect.poll(() => probing.run(), { timeout: 1_100_000 }).toEqual(['done', PROBES]);
    const undecided = (await probing.counts())['unknown'] ?? 0;
    tellFaults('bad answers', PROBES, `${PROBES - undecided} taken for a verdict`);
    expect(undecided).toBe(PROBES);
    expect((await probing.test(healthyKey)).told).toEqual(CONFIRMED);
    // Chromium keeps some that went well for later; none of a request that was given up.
    expect(hostile.open()).toBeLessThanOrEqual(8);
  });
});
