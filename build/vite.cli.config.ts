import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

const { version }: { readonly version: string } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/**
 * The command line for plain Node, with everything in it, so that it needs no packages. What only some commands need, such as the
 * other language, is in chunks of its own, so that each starts fast.
 */
export default defineConfig({
  root: fromRoot('.'),
  cacheDir: fromRoot('out/vite'),
  publicDir: false,
  define: { CLI_VERSION: JSON.stringify(version) },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: fromRoot('electron/cli/index.ts'),
    outDir: fromRoot('out/cli'),
    target: 'node20.19',
    minify: false,
    emptyOutDir: true,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: 'cli.mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
});
