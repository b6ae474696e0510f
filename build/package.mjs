/**
 * `npm run package`: packs the app for this platform into `dist/`.
 *
 * `npm run package -- --not-for-release` packs a folder for the tests instead. Only that may hold the stand-in Electron,
 * and its name says so.
 */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeInventory } from './inventory.mjs';
import { ROOT, run, runMain, Stop, say, step } from './process.mjs';
import { setUp } from './setup.mjs';

const TEST_FOLDER = 'dist/not-for-release';
const BUILDER = 'node_modules/electron-builder/cli.js';
const CONFIGURATION = ['--config', 'build/electron-builder.config.mjs', '--publish', 'never'];

/** @param {readonly string[]} flags */
async function pack(flags) {
  const unknown = flags.find((flag) => flag !== '--not-for-release');
  if (unknown !== undefined) throw new Stop(`npm run package does not know ${unknown}.`);
  const ready = await setUp({ libraries: 'window' });
  if (!flags.includes('--not-for-release')) return packForRelease(ready);
  await packForTests(ready);
  return 0;
}

/** @param {import('./setup.mjs').Ready} ready */
async function packForRelease({ runtime, electronPath }) {
  if (runtime !== 'official') {
    throw new Stop(
      'Only the official Electron is ever packed for people, and it could not be downloaded here.',
    );
  }
  writeInventory(versionIn(dirname(electronPath)));
  const { status } = await run(process.execPath, [BUILDER, ...CONFIGURATION]);
  if (status === 0) say('\nThe packages are in dist/');
  return status;
}

/** @param {import('./setup.mjs').Ready} ready */
export async function packForTests({ electronPath }) {
  rmSync(join(ROOT, TEST_FOLDER), { recursive: true, force: true });
  const dist = dirname(electronPath);
  writeInventory(versionIn(dist));
  const args = [
    '--dir',
    `--config.directories.output=${TEST_FOLDER}`,
    `--config.electronDist=${dist}`,
    `--config.electronVersion=${versionIn(dist)}`,
  ];
  const { ok, output } = await step('Packing a folder for the tests', () =>
    run(process.execPath, [BUILDER, ...CONFIGURATION, ...args], { quiet: true }),
  );
  if (!ok) throw new Stop(`${output.trim()}\n\nPacking failed; the reason is above.`);
  say(`Packed into ${TEST_FOLDER}`);
}

/** @param {string} dist */
function versionIn(dist) {
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}

if (process.argv[1]?.endsWith('package.mjs')) await runMain(() => pack(process.argv.slice(2)));
