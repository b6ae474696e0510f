import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { noteBundledPackages } from './bundled-packages';

function fromRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/**
 * Three bundles, one a kind of process. Everything is bundled except what cannot be: Electron itself and keytar,
 * which is native and stays a package of its own so that one process alone can load it.
 */
export default defineConfig({
  main: {
    plugins: [noteBundledPackages('main')],
    build: {
      outDir: fromRoot('out/main'),
      externalizeDeps: { exclude: ['openai', 'zod'] },
      rolldownOptions: {
        input: {
          index: fromRoot('electron/main.ts'),
          'vault-process': fromRoot('electron/vault/vault-process.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [noteBundledPackages('preload')],
    build: {
      outDir: fromRoot('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: fromRoot('electron/preload/preload.ts') },
        // A sandboxed preload is one CommonJS file: it cannot import a second one.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    plugins: [react(), noteBundledPackages('renderer')],
    build: {
      outDir: fromRoot('out/renderer'),
      emptyOutDir: true,
      // Inlined assets would need `data:` in the content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: fromRoot('renderer/index.html') } },
    },
  },
});
