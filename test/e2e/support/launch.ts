/**
 * Starts the real app, as built, in a profile of its own. Which Electron it is, the set-up says by
 * ELECTRON_OVERRIDE_DIST_PATH: given a path instead, Playwright leaves out what holds the window back until it is attached.
 */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { argumentsFor, environmentFor, ROOT } from '../../support/app-launch';

export { ROOT };

const PICTURES = join(ROOT, 'out/e2e');

export interface LaunchOptions {
  readonly args?: readonly string[];
  /** Instead of the environment of the test run; the display is always passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** An existing profile, to start the app on it again. */
  readonly profile?: string;
  readonly language?: 'en' | 'ja';
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** What the main process printed. */
  readonly output: () => string;
  /** Ends the app and leaves its profile in place. */
  readonly quit: () => Promise<void>;
  /** Ends the app and removes its profile. */
  readonly close: () => Promise<void>;
}

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'doctor-')));
  const app = await _electron.launch({
    args: [...argumentsFor({ ...options, profile })],
    env: environmentFor(options.env),
    cwd: ROOT,
  });
  let printed = '';
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (data) => {
      printed += String(data);
    });
  const page = await app.firstWindow();
  await page.getByRole('navigation').waitFor();
  const quit = async () => {
    await app.close();
  };
  const close = async () => {
    await quit();
    await rm(profile, { recursive: true, force: true });
  };
  return { app, page, profile, output: () => printed, quit, close };
}

/** Keeps a picture of the window as an artefact of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}
