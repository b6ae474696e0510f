/** `npm run tour`: the app in practice walks through a whole journey by itself and leaves a picture of every screen. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, runMain, Stop, say } from './process.mjs';
import { launchVariables, setUp } from './setup.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

const WALK = join(ROOT, 'build/tour/walk.mjs');
const OUT = join(ROOT, 'out/tour');

/**
 * @typedef {object} Stage What a walk gets to work with.
 * @property {() => Promise<import('playwright-core').ElectronApplication>} launch Starts the app in practice.
 * @property {string} out An existing folder for the pictures.
 * @property {(line: string) => void} print
 */

/** @param {{ retryElectron: boolean }} options */
export async function tour({ retryElectron }) {
  const ready = await setUp({ libraries: process.platform === 'linux' ? 'tests' : 'window', retryElectron });
  if (!existsSync(WALK)) throw new Stop('There is no tour in this version.');
  /** @type {{ walk: (stage: Stage) => Promise<void> }} */
  const { walk } = await import(pathToFileURL(WALK).href);
  mkdirSync(OUT, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'model-access-doctor-tour-'));
  const display = hasDisplay() ? null : await startVirtualDisplay();
  try {
    await walk({ launch: launcher(ready, profile, display?.env ?? {}), out: OUT, print: say });
    say(`\nThe pictures are in ${OUT}`);
    return 0;
  } catch (error) {
    say(`\nThe tour did not get to its end. ${error instanceof Error ? error.stack : error}`);
    return 1;
  } finally {
    await display?.end();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * The app in practice with a profile of its own, so that a tour leaves no trace in the person's.
 * @param {import('./setup.mjs').Ready} ready
 * @param {string} profile
 * @param {Record<string, string>} extra
 */
function launcher(ready, profile, extra) {
  const args = [ROOT, `--user-data-dir=${profile}`, '--practice-only'];
  if (ready.runtime === 'stand_in') args.push('--stand-in');
  if (ready.noSandbox) args.push('--no-sandbox');
  const {
    WAYLAND_DISPLAY: _wayland,
    ELECTRON_RUN_AS_NODE: _asNode,
    NODE_OPTIONS: _options,
    ...rest
  } = process.env;
  const variables = Object.entries({ ...rest, ...extra });
  const env = /** @type {Record<string, string>} */ (
    Object.fromEntries(variables.filter(([, value]) => value !== undefined))
  );
  return async () => {
    const { _electron } = await import('playwright-core');
    Object.assign(process.env, launchVariables(ready));
    return _electron.launch({ args, env });
  };
}

if (process.argv[1]?.endsWith('tour.mjs')) {
  await runMain(() => tour({ retryElectron: process.argv.includes('--retry-electron') }));
}
