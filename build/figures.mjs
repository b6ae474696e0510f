/** Bundles a part of the sources for a measurement, and runs it where the app's main process would run. */
import { join } from 'node:path';
import { build } from 'vite';
import { findElectron } from './electron-binary.mjs';
import { ROOT, runInForeground } from './process.mjs';

/**
 * The path of one entry as a single file below `out`.
 * @param {string} entry
 * @param {string} folder
 */
export async function bundled(entry, folder) {
  const outDir = join('out', folder);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      target: 'node22',
      outDir,
      rolldownOptions: { output: { entryFileNames: 'bundled.mjs' } },
    },
  });
  return join(ROOT, outDir, 'bundled.mjs');
}

/**
 * The exit code of one entry on Electron's own Node, which the database needs.
 * @param {string} entry
 * @param {string} folder
 * @param {readonly string[]} [flags]
 */
export async function runFigures(entry, folder, flags = []) {
  const file = await bundled(entry, folder);
  const { electronPath } = await findElectron({ retry: false });
  return runInForeground(electronPath, [...flags, file], { ...process.env, ELECTRON_RUN_AS_NODE: '1' });
}
