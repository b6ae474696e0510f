/**
 * How much the app adds to the requests it sends, how close a run comes to the best possible schedule, and whether
 * memory stays where it is. Run: `node build/bench/probing.bench.mjs`; takes about a minute.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { findElectron } from '../electron-binary.mjs';
import { ROOT, runInForeground, runMain } from '../process.mjs';

await runMain(async () => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/bench/probing-figures.ts',
      outDir: 'out/bench/probing',
      rolldownOptions: { output: { entryFileNames: 'figures.mjs' } },
    },
  });
  const { electronPath } = await findElectron({ retry: false });
  const figures = join(ROOT, 'out/bench/probing/figures.mjs');
  // The database needs Electron's own Node; memory is compared after a full collection.
  return runInForeground(electronPath, ['--expose-gc', figures], {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
  });
});
