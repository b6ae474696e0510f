/** Starts the built app in practice, in a profile and, where there is none, on a display of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './process.mjs';
import { launchVariables, switchesFor } from './setup.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

/**
 * @typedef {import('playwright-core').ElectronApplication} App
 * @typedef {() => Promise<App>} Launch
 */

/**
 * Lends a way to start the app to `work`, and afterwards removes what it needed: a tour leaves no trace in the person's
 * own profile.
 * @template T
 * @param {import('./setup.mjs').Ready} ready
 * @param {readonly string[]} switches
 * @param {(launch: Launch) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPracticeApp(ready, switches, work) {
  const profile = mkdtempSync(join(tmpdir(), 'model-access-doctor-practice-'));
  const display = hasDisplay() ? null : await startVirtualDisplay();
  try {
    return await work(launcher(ready, [`--user-data-dir=${profile}`, ...switches], display?.env ?? {}));
  } finally {
    await display?.end();
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * @param {import('./setup.mjs').Ready} ready
 * @param {readonly string[]} switches
 * @param {Record<string, string>} extra
 * @returns {Launch}
 */
function launcher(ready, switches, extra) {
  const args = [ROOT, ...switches, ...switchesFor(ready)];
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
