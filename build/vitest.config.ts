import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Suites differ in what they need: `unit` runs anywhere, `keyring` inside a private keyring, `e2e` and `faults` on a display,
 * `package` on a packed app.
 * All run on Electron's own Node, so that what ships is what is tested.
 */
export default defineConfig({
  root,
  // Suites run side by side, and each remembers how long its files took.
  cacheDir: `out/vite/${process.env['MAD_SUITE'] ?? 'all'}`,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/{shared,electron,renderer,build,ipc,architecture}/**/*.test.{ts,tsx}'],
          exclude: ['test/electron/keyring/**'],
          pool: 'forks',
          // Some try thousands of inputs in one test, and every core is busy with others.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'keyring',
          root,
          include: ['test/electron/keyring/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          // A keyring of its own is started before, and a vault process is waited for until its own time is over.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          setupFiles: ['test/e2e/support/set-up.ts'],
          // A step is several actions of the window; a set-up starts the app, which alone may take half a minute.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // As long as any other wait for the window, see test/e2e/support/launch.ts.
          expect: { poll: { timeout: 5_000 } },
        },
      },
      {
        test: {
          name: 'faults',
          root,
          include: ['test/faults/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          // A test starts the app several times, and each start may take half a minute.
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'package',
          root,
          include: ['test/package/**/*.test.ts'],
          pool: 'forks',
          // The packed app is started several times, and is waited for each time.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
