import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { noteBundledPackages } from './bundled-packages';

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
  plugins: [noteBundledPackages('cli')],
  define: { CLI_VERSION: JSON.stringify(version) },
  // The keychain's library is a binary of its own; where there is none, only its keys are out of reach.
  ssr: { noExternal: true, external: ['keytar'], target: 'node' },
  build: {
    ssr: true,
    outDir: fromRoot('out/cli'),
    target: 'node20.19',
    minify: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        cli: fromRoot('electron/online/index.ts'),
        'vault-process': fromRoot('electron/vault/vault-process.ts'),
      },
      output: {
        format: 'es',
        // Started by its own name, as npx does.
        banner: ({ name }) => (name === 'cli' ? '#!/usr/bin/env node' : ''),
        entryFileNames: '[name].mjs',
        // All in one folder, by which the program finds the process of the vault.
        chunkFileNames: '[name]-[hash].mjs',
      },
    },
  },
});
