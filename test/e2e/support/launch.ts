/**
 * Starts the real app, as built, in a profile of its own. Which Electron it is, the set-up says by
 * ELECTRON_OVERRIDE_DIST_PATH: given a path instead, Playwright leaves out what holds the window back until it is attached.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import {
  type AppOptions,
  argumentsFor,
  collectOutput,
  environmentFor,
  hasEnded,
  ROOT,
  START_MS,
} from '../../support/app-launch';
import { within } from '../../support/until';

export { ROOT };

export const PICTURES = join(ROOT, 'out/e2e');

/** How long the window may take to follow one action. A step that waits for more than that says so itself. */
export const PATIENCE_MS = 5_000;
/** An app that has not quit by then is ended. */
const QUIT_MS = 10_000;

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** What the main process printed. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
  /** Ends the app and leaves its profile in place. */
  readonly quit: () => Promise<void>;
  /** Ends the app and removes its profile. */
  readonly close: () => Promise<void>;
}

const launched = new Set<RunningApp>();
/** Those of the launched apps, and of the ones that never showed a window. */
const programs = new Set<ChildProcess>();

/** Each app that this file has started, the ended ones included, in the order of their start. */
export function appsOfThisFile(): readonly RunningApp[] {
  return [...launched];
}

let stepsBegun = 0;
let stepUnderWay = false;
let lookAtBrokenSetUp: () => Promise<void> = () => Promise.resolve();

export function stepBegins(): void {
  stepsBegun += 1;
  stepUnderWay = true;
}

export function stepEnds(): void {
  stepUnderWay = false;
}

/** An app that quits before any step has used it belongs to a set-up that failed: `look` is called before it is gone. */
export function whenSetUpBreaks(look: () => Promise<void>): void {
  lookAtBrokenSetUp = look;
}

/** Ends what still runs, whether it answers or not. */
export async function endAllApps(): Promise<void> {
  await Promise.all([...programs].map(kill));
}

export async function launchApp(options: AppOptions = {}): Promise<RunningApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'doctor-')));
  const app = await _electron.launch({
    args: [...argumentsFor(profile, options)],
    env: environmentFor(options.env),
    cwd: ROOT,
    timeout: START_MS,
  });
  // Asked for now, because Playwright forgets it when the app has quit.
  const program = app.process();
  programs.add(program);
  const output = collectOutput(program);
  const page = await firstPage(app, program, output);
  const begunBefore = stepsBegun;
  const quit = async () => {
    if (!stepUnderWay && stepsBegun === begunBefore) await lookAtBrokenSetUp();
    await quitInTime(app, program);
  };
  const close = async () => {
    await quit();
    await rm(profile, { recursive: true, force: true });
  };
  const running = { app, page, profile, output, hasEnded: () => hasEnded(program), quit, close };
  launched.add(running);
  return running;
}

/** An app that shows no window is ended, and its last words become part of the error. */
async function firstPage(
  app: ElectronApplication,
  program: ChildProcess,
  output: () => string,
): Promise<Page> {
  app.context().setDefaultTimeout(PATIENCE_MS);
  try {
    const page = await app.firstWindow({ timeout: START_MS });
    await page.getByRole('navigation').waitFor({ timeout: START_MS });
    return page;
  } catch (error) {
    await kill(program);
    throw new Error(`The app showed no window. It printed:\n${output()}`, { cause: error });
  }
}

async function quitInTime(app: ElectronApplication, program: ChildProcess): Promise<void> {
  try {
    await within(QUIT_MS, 'the app to quit', app.close());
  } catch (error) {
    await kill(program);
    throw error;
  }
}

async function kill(program: ChildProcess): Promise<void> {
  if (hasEnded(program)) return;
  const gone = once(program, 'exit');
  program.kill('SIGKILL');
  await gone;
}

/** Keeps a picture of the window as an artefact of the run. */
export async function picture(page: Page, name: string, timeout = PATIENCE_MS): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled', timeout });
}
