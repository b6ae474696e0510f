/** The walls of the window, in the app as a person starts it. */
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellFaults } from '../support/tell-faults';
import { VERBS } from '../support/verbs';
import { BareApp } from './support/bare-app';

const isLong = process.env['MAD_FAULTS'] === 'long';

let app: BareApp;
beforeAll(async () => {
  app = await BareApp.start({ args: ['--practice'] });
});
afterAll(() => app.stop());

/**
 * From now on, the longest time for which the main process did nothing else, as its own work alone: other programs of
 * this machine do not count.
 */
const watchMain = () =>
  app.main(() => {
    const worked = () => {
      const { user, system } = (process as NodeJS.Process).threadCpuUsage();
      return (user + system) / 1_000;
    };
    let last = worked();
    let longest = 0;
    const timer = setInterval(() => {
      const now = worked();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    Reflect.set(globalThis, 'stopWatching', () => {
      clearInterval(timer);
      return longest;
    });
  });
const longestStall = () => app.main(() => Reflect.get(globalThis, 'stopWatching')() as number);

describe('requests that no window of ours makes', () => {
  it('are refused on every channel, and hold nothing up', async () => {
    await watchMain();
    const heard = await app.page(
      async ({ verbs, rounds }) => {
        let seed = 1;
        const chance = () => {
          seed = (seed * 48_271) % 2_147_483_647;
          return seed / 2_147_483_647;
        };
        const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
        const leaf: readonly (() => unknown)[] = [
          () => chance(),
          () => 'x'.repeat(Math.floor(chance() * 1_000)),
          () => null,
          () => Number.NaN,
          () => 10n,
          () => new Date(),
          () => new Map([[1, 2]]),
          () => new Error('x'),
          () => new Uint8Array(64),
          () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
        ];
        const value = (depth: number): unknown =>
          depth === 0 || chance() < 0.4
            ? pick(leaf)()
            : chance() < 0.5
              ? Array.from({ length: Math.floor(chance() * 5) }, () => value(depth - 1))
              : { id: value(depth - 1), text: value(depth - 1), ids: value(depth - 1) };
        const large: readonly unknown[] = [
          new Uint8Array(1_000_000),
          Array(1_000_000).fill(1),
          { ids: Array(1_000_000).fill('x') },
          { label: 'x'.repeat(10_000_000), secret: 'x', baseUrl: null },
          { cells: Array(1_000).fill({ keyId: 'k', models: Array(1_000).fill(1) }) },
        ];
        const counts = { sent: 0, answered: 0, silent: 0 };
        const doctor: Record<
          string,
          Record<string, (request: unknown) => Promise<{ ok: boolean }>>
        > = Reflect.get(globalThis, 'doctor');
        for (const [area, names] of Object.entries(verbs))
          for (const name of names)
            for (const request of [
              ...(name === 'list' || name === 'start' || name === 'add' ? large : large.slice(0, 1)),
              // A field that no channel has: what is sent is never by chance a request that is meant.
              ...Array.from({ length: rounds }, () => ({ evil: 1, ...(value(3) as object) })),
            ]) {
              counts.sent += 1;
              const say = async () => doctor[area]?.[name]?.(request) ?? { ok: true };
              const end = await Promise.race([
                say().then(
                  ({ ok }) => (ok ? 'answered' : 'refused'),
                  () => 'refused',
                ),
                new Promise((resolve) => setTimeout(resolve, 5_000, 'silent')),
              ]);
              if (end === 'answered') counts.answered += 1;
              if (end === 'silent') counts.silent += 1;
            }
        return counts;
      },
      { verbs: VERBS, rounds: isLong ? 110 : 12 },
      isLong ? 160_000 : 60_000,
    );
    expect(heard.sent).toBeGreaterThan(isLong ? 10_000 : 1_000);
    tellFaults('hostile calls', heard.sent, `${heard.answered} answered, ${heard.silent} without an end`);
    expect([heard.answered, heard.silent]).toEqual([0, 0]);
    expect(await longestStall()).toBeLessThan(400);
    expect(await app.main(() => Reflect.get({}, 'isAdmin') === undefined)).toBe(true);
    expect((await app.verb('app', 'info', {})).ok).toBe(true);
  });

  it('with a million fields hold the page up that makes them, and nothing else', async () => {
    await watchMain();
    const isTaken = await app.page(
      async () => {
        const doctor: Record<
          string,
          Record<string, (request: unknown) => Promise<{ ok: boolean }>>
        > = Reflect.get(globalThis, 'doctor');
        const fields = Object.fromEntries(
          Array.from({ length: 1_000_000 }, (_, index) => [`k${index}`, index]),
        );
        return (await doctor['keys']?.['list']?.(fields))?.ok;
      },
      null,
      30_000,
    );
    expect(isTaken).toBe(false);
    expect(await longestStall()).toBeLessThan(400);
  });

  it('get nothing of the bridge through built-in functions that the page replaced', async () => {
    const seen = await app.page(async () => {
      // Nothing of this function may use what it replaces.
      const { apply } = Reflect;
      const names = ['sender', 'ports', 'invoke', 'postMessage', 'senderFrame'];
      const found: string[] = [];
      const look = (value: unknown) => {
        if (value === null || typeof value !== 'object') return;
        for (let index = 0; index < names.length; index += 1)
          if ((names[index] ?? '') in value) found[found.length] = names[index] ?? '';
      };
      const replaced: (() => void)[] = [];
      const replace = (target: object, name: string) => {
        const original: (...args: unknown[]) => unknown = Reflect.get(target, name);
        replaced.push(() => Reflect.set(target, name, original));
        Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
          look(this);
          for (let index = 0; index < args.length; index += 1) look(args[index]);
          return apply(original, this, args);
        });
      };
      replace(Array.prototype, 'push');
      replace(Array.prototype, 'map');
      replace(Promise.prototype, 'then');
      replace(JSON, 'parse');
      replace(Function.prototype, 'call');
      const doctor = Reflect.get(globalThis, 'doctor');
      const stop = doctor.onChange(() => undefined);
      await doctor.app.info({});
      await doctor.keys.list({});
      await doctor.matrix.read({ since: null }).catch(() => undefined);
      stop();
      for (const restore of replaced) restore();
      return found;
    });
    expect(seen).toEqual([]);
  });
});

describe('every page of the app', () => {
  it('has exactly the preferences that lock it in', async () => {
    const preferences = await app.main(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Not in Electron's public types.
        const own = Reflect.get(contents, 'getLastWebPreferences').call(contents);
        const names = [
          ...['sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInSubFrames'],
          ...['webSecurity', 'webviewTag', 'allowRunningInsecureContent'],
          ...['experimentalFeatures', 'safeDialogs'],
        ];
        return Object.fromEntries(names.map((name) => [name, own?.[name]]));
      }),
    );
    expect(preferences).toEqual([
      {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        safeDialogs: true,
      },
    ]);
  });

  it('is given no camera, screen, device, clipboard or place', async () => {
    const given = await app.page(async () => {
      const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        hid: () => Reflect.get(navigator, 'hid').requestDevice({ filters: [] }),
        usb: () => Reflect.get(navigator, 'usb').requestDevice({ filters: [] }),
        serial: () => Reflect.get(navigator, 'serial').requestPort(),
        bluetooth: () => Reflect.get(navigator, 'bluetooth').requestDevice({ acceptAllDevices: true }),
        clipboard: () => navigator.clipboard.readText(),
        midi: () => Reflect.get(navigator, 'requestMIDIAccess').call(navigator),
        place: () =>
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        fonts: () => Reflect.get(globalThis, 'queryLocalFonts')(),
        idle: () => Reflect.get(globalThis, 'IdleDetector').requestPermission(),
        lock: () => Reflect.get(navigator, 'keyboard').lock(),
      };
      const refused = async (attempt: () => Promise<unknown>) => {
        const late = new Promise((resolve) => setTimeout(resolve, 1_000, 'unanswered'));
        try {
          const got = await Promise.race([attempt(), late]);
          return Array.isArray(got) ? got.length === 0 : got === 'unanswered' || got === 'denied';
        } catch {
          return true;
        }
      };
      const all = await Promise.all(
        Object.entries(attempts).map(async ([name, attempt]) => ((await refused(attempt)) ? [] : [name])),
      );
      return all.flat();
    });
    expect(given).toEqual([]);
  });

  it('breaks its own content policy nowhere on the way through the app', async () => {
    const broken = await app.page(async () => {
      const found: string[] = [];
      const listener = (event: SecurityPolicyViolationEvent) => {
        found.push(`${event.violatedDirective} ${event.blockedURI}`);
      };
      document.addEventListener('securitypolicyviolation', listener);
      const moment = () => new Promise((resolve) => setTimeout(resolve, 150));
      const places = [...document.querySelectorAll<HTMLElement>('nav a, nav button')];
      for (const place of places) {
        place.click();
        await moment();
      }
      // The control: a breach is noticed.
      const before = found.length;
      const image = new Image();
      image.src = 'https://elsewhere.test/x.png';
      await moment();
      document.removeEventListener('securitypolicyviolation', listener);
      return { places: places.length, before, control: found.length - before };
    });
    expect(broken.places).toBeGreaterThan(4);
    expect([broken.before, broken.control]).toEqual([0, 1]);
  });
});

/** Reads the filter that the kernel holds over each process of the app that shows a page: 2 is a filter of calls. */
const filtersOf = (running: BareApp) =>
  running
    .processes()
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => Number(/^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]));

// Only root can become somebody else, and only somebody else runs the app inside its sandbox.
describe.skipIf(process.getuid?.() !== 0 || !existsSync('/usr/bin/setpriv'))(
  'for an ordinary user (skipped without root and setpriv)',
  () => {
    it('the page runs behind the kernel’s filter of system calls', async () => {
      const home = mkdtempSync(join(tmpdir(), 'doctor-nobody-'));
      const NOBODY = 65_534;
      chownSync(home, NOBODY, NOBODY);
      const ordinary = await BareApp.start({
        through: ['/usr/bin/setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'],
        env: { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8' },
        profile: join(home, 'profile'),
        sandbox: true,
        args: ['--practice'],
      });
      try {
        const filters = filtersOf(ordinary);
        expect([filters.length > 0, [...new Set(filters)]]).toEqual([true, [2]]);
      } finally {
        await ordinary.kill();
        rmSync(home, { recursive: true, force: true, maxRetries: 3 });
      }
    });
  },
);

describe('one app', () => {
  it('is all that runs, however often it is started', async () => {
    const starts = isLong ? 20 : 3;
    const others = await Promise.all(
      Array.from({ length: starts }, () =>
        BareApp.start({ profile: app.profile, args: ['--practice'], untilDrawn: false }),
      ),
    );
    const ends = await Promise.all(others.map((other) => other.untilEnded(30_000)));
    expect(ends).toEqual(Array(starts).fill({ code: 0, signal: null }));
    expect(await app.main(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  it('is gone within three seconds of being asked to end, in the middle of a run, with all its processes', async () => {
    const keys = await app.verb('keys', 'list', {});
    const cells = keys.ok
      ? keys.value.map(({ id }) => ({ keyId: id, models: ['gpt-5.5', 'gpt-5.4', 'o3'] }))
      : [];
    const started = await app.verb('matrix', 'start', {
      ...{ kind: 'confirm', probe: 'free_probe', cells, consent: true, expensive: false },
    } as never);
    expect([cells.length > 0, started.ok]).toEqual([true, true]);
    const others = app.processes().slice(1);
    const start = performance.now();
    app.signal('SIGTERM');
    expect(await app.untilEnded(3_000)).toEqual({ code: 0, signal: null });
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(await app.leftOf(others)).toEqual([]);
  });
});
