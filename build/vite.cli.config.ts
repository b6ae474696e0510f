import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The command line as one file for plain Node, with everything in it: it starts fast and needs no packages. */
export default defineConfig({
  root: fromRoot('.'),
  cacheDir: fromRoot('out/vite'),
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: fromRoot('electron/cli/index.ts'),
    outDir: fromRoot('out/cli'),
    target: 'node20.19',
    minify: false,
    rolldownOptions: { output: { format: 'es', entryFileNames: 'cli.mjs', codeSplitting: false } },
  },
});
