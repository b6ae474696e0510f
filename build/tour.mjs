/**
 * `npm run tour`: the app in practice walks through a whole journey by itself and leaves a picture of every screen.
 * `npm run tour -- --measure` prints what the window costs a person instead: clicks, places, words, times.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withPracticeApp } from './practice-launch.mjs';
import { ROOT, runMain, say } from './process.mjs';
import { setUp } from './setup.mjs';

const WALK = join(ROOT, 'build/tour/walk.mjs');
const OUT = join(ROOT, 'out/tour');

/**
 * @typedef {object} Stage What a walk gets to work with.
 * @property {import('./practice-launch.mjs').Launch} launch Starts the app in practice.
 * @property {string} out An existing folder for the pictures.
 * @property {(line: string) => void} print
 */

/** @param {{ retryElectron: boolean }} options */
export async function tour({ retryElectron }) {
  const ready = await setUp({ libraries: process.platform === 'linux' ? 'tests' : 'window', retryElectron });
  /** @type {{ walk: (stage: Stage) => Promise<void> }} */
  const { walk } = await import(pathToFileURL(WALK).href);
  mkdirSync(OUT, { recursive: true });
  try {
    await withPracticeApp(ready, ['--practice-only'], (launch) => walk({ launch, out: OUT, print: say }));
    say(`\nThe pictures are in ${OUT}`);
    return 0;
  } catch (error) {
    say(`\nThe tour did not get to its end. ${error instanceof Error ? error.stack : error}`);
    return 1;
  }
}

/** With the large organization, since the palette is to be fast for those who have it. */
async function measureTour() {
  const ready = await setUp({ libraries: process.platform === 'linux' ? 'tests' : 'window' });
  const { measure } = await import('./tour/measure.mjs');
  await withPracticeApp(ready, ['--practice-crowd'], (launch) => measure({ launch, out: OUT, print: say }));
  return 0;
}

if (process.argv[1]?.endsWith('tour.mjs')) {
  const isMeasured = process.argv.includes('--measure');
  await runMain(() =>
    isMeasured ? measureTour() : tour({ retryElectron: process.argv.includes('--retry-electron') }),
  );
}
