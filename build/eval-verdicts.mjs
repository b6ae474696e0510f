/**
 * Measures the verdicts on invented servers, over real HTTP: `npm run eval:verdicts`. What each may say is written down in
 * `test/verdicts/worlds`, from the facts of the API.
 */
import { join } from 'node:path';
import { build } from 'vite';
import { findElectron } from './electron-binary.mjs';
import { ROOT, runInForeground, runMain } from './process.mjs';

await runMain(async () => {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'test/verdicts/figures.ts',
      target: 'node22',
      outDir: 'out/eval/verdicts',
      rolldownOptions: { output: { entryFileNames: 'figures.mjs' } },
    },
  });
  const { electronPath } = await findElectron({ retry: false });
  // The database needs Electron's own Node.
  return runInForeground(electronPath, [join(ROOT, 'out/eval/verdicts/figures.mjs')], {
    ...process.env,
    ELECTRON_RUN_AS_NODE: '1',
  });
});
