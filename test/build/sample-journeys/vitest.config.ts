import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A run of its own for journeys that are meant to fail; the suites leave these files out. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: { include: ['*.sample.ts'], setupFiles: ['set-up.ts'], testTimeout: 20_000 },
});
