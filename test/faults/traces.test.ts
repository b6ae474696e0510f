/** Whatever part of the app crashes leaves a trace in its log, which the person can read in the app. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventedKey } from '../support/secrets';
import { BareApp } from './support/bare-app';
import { answerBoxes } from './support/boxes';

const SECRET = inventedKey('Tr6'.repeat(16));
const UNFINISHED = /did not quit: it crashed or was ended from outside/;

let app: BareApp;
let profile: string;
beforeAll(async () => {
  app = await BareApp.start();
  profile = app.profile;
  await answerBoxes(app, 0);
});
afterAll(async () => {
  await app.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

async function entries(): Promise<readonly string[]> {
  const log = await app.verb('app', 'read_log', {});
  return log.ok ? log.value.entries.map(({ text }) => text) : [];
}

/** Newest first, as the app shows them. */
const trace = (what: string, sign: RegExp) =>
  app.until(`a trace of ${what}`, async () => (await entries()).some((text) => sign.test(text)));

it('of a window', async () => {
  expect(await entries()).toEqual([]);
  const start = performance.now();
  await app.main(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.forcefullyCrashRenderer();
  });
  await app.next('page-loaded', 10_000, start);
  await app.untilDrawn();
  await trace('the crashed page', /^A window's process ended: (crashed|killed), exit code/);
});

it('of an error in a page, without the secret in it', async () => {
  await app.page((secret: string) => {
    setTimeout(() => {
      throw new Error(`the page failed on ${secret}`);
    });
  }, SECRET);
  await trace('the error', /^Error in a window: Uncaught Error: the page failed on /);
  expect((await entries()).join()).not.toContain('Tr6Tr6');
});

it('of the process that holds the keychain', async () => {
  // It starts with the first question to it, if it does not run yet. On a machine without a keyring that is never answered.
  const asked = app.verb('keys', 'retry_vault', {}, 60_000).catch(() => undefined);
  const vault = () => app.processes().find(({ command }) => /node\.mojom\.NodeService/.test(command));
  await app.until('the vault’s process', async () => vault() !== undefined);
  process.kill(vault()?.pid ?? 0, 'SIGKILL');
  await trace('the vault', /^A process of type Utility \(Vault\) ended: /);
  await asked;
});

it('of a failure in the main process', async () => {
  await app.main(() => {
    setImmediate(() => {
      throw new Error('main failed');
    });
  });
  await trace('the failure', /^Error: main failed\n/);
});

it('of a main process that was killed, and none of one that quit', async () => {
  await app.kill();
  app = await BareApp.start({ profile });
  expect((await entries())[0]).toMatch(UNFINISHED);
  await app.quit();
  app = await BareApp.start({ profile });
  expect((await entries()).filter((text) => UNFINISHED.test(text))).toHaveLength(1);
});
