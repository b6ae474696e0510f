/**
 * The app comes to an end while somebody types: what stood in the box, and the page, is there at the next start. The
 * session bus is one of those ends, because Chromium ends its process when its connection to the bus breaks.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { tellFaults } from '../support/tell-faults';
import { findTraces, type Place } from '../support/trace-search';
import { BareApp } from './support/bare-app';
import { goTo, typedError, typeError } from './support/typing';

const TEXT = 'Error code: 403 - Project `proj_x` does not have access to model `gpt-5.5`\n  at line 2';
const FROM_LAST_TIME = 'Still here from last time.';
/** Of Chromium, after the bus is gone. */
const END_MS = 10_000;

let keyring: PrivateKeyring;
let profile: string | undefined;
let running: BareApp | null = null;
let tried = 0;
let kept = 0;
beforeAll(async () => {
  keyring = await PrivateKeyring.start({ daemon: false });
});
afterAll(async () => {
  await keyring.stop();
  tellFaults('ends of the app while somebody types', tried, `${tried - kept} texts lost`);
});
afterEach(async () => {
  await running?.kill();
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  profile = undefined;
});

async function start(): Promise<BareApp> {
  running = await BareApp.start({ env: keyring.env, ...(profile === undefined ? {} : { profile }) });
  profile = running.profile;
  return running;
}

const ENDS = {
  'kill -9': async (app: BareApp) => {
    await app.kill();
  },
  'the end of the session bus': async (app: BareApp) => {
    await keyring.killBus();
    await app.untilEnded(END_MS);
    await keyring.startBus();
  },
  quitting: async (app: BareApp) => {
    await app.quit();
  },
  'a crash of the main process': async (app: BareApp) => {
    await app.main(() => {
      setImmediate(() => process.abort());
    });
    await app.untilEnded(END_MS);
  },
} as const satisfies Readonly<Record<string, (app: BareApp) => Promise<void>>>;

const title = (app: BareApp) => app.page(() => document.querySelector('main h1')?.textContent ?? null);
const saysFromLastTime = (app: BareApp) =>
  app.page(
    (words: string) => document.querySelector('main')?.textContent?.includes(words) === true,
    FROM_LAST_TIME,
  );

function filesBelow(folder: string): readonly Place[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => ({ name: path, content: readFileSync(path) }));
}

describe('what is being typed', () => {
  it.each(Object.entries(ENDS))('survives %s, with the page that was open', async (_name, end) => {
    const first = await start();
    await typeError(first, TEXT);
    await goTo(first, 'Keys');
    await end(first);
    tried += 1;
    const second = await start();
    await second.until('the page that was open', async () => (await title(second)) === 'Keys');
    await goTo(second, 'Diagnose');
    expect([await typedError(second), await saysFromLastTime(second)]).toEqual([TEXT, true]);
    kept += 1;
  });

  it('is gone from the next start and from every file once it was cleared', async () => {
    const first = await start();
    await typeError(first, TEXT);
    const holdsText = () => filesBelow(first.profile).filter(({ content }) => content.includes('`proj_x`'));
    expect(holdsText()).not.toEqual([]);
    await typeError(first, '');
    expect(holdsText().map(({ name }) => name)).toEqual([]);
    await first.kill();
    const second = await start();
    expect([await typedError(second), await saysFromLastTime(second)]).toEqual(['', false]);
  });

  it('leaves no part of a key that is in use in any file', async () => {
    const first = await start();
    const secret = inventedKey('Wt5'.repeat(16));
    await first.verb('keys', 'use_session_only', {});
    const address = 'https://api.openai.com/v1';
    await first.verb('keys', 'add', { secret, label: 'Used', baseUrl: address });
    const control = 'never-a-secret-but-twelve';
    const part = secret.slice(14, 34);
    await typeError(first, `${control} ${part}`, (kept) => kept.startsWith(control));
    await first.kill();
    const files = filesBelow(first.profile);
    expect(findTraces(new Map([['the key', secret]]), files)).toEqual([]);
    expect(files.some(({ content }) => content.includes(control))).toBe(true);
  });
});
