/** A script of the tests as a process of its own, such as one that is to be killed. It runs on the Node of the tests. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript file into `folder`. What is returned starts it with these arguments. */
export async function bundleScript(
  source: string,
  folder: string,
): Promise<(...args: readonly string[]) => ChildProcessWithoutNullStreams> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: source,
      outDir: folder,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'script.mjs' } },
    },
    ssr: { noExternal: true },
  });
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return (...args) => spawn(process.execPath, [join(folder, 'script.mjs'), ...args], { env });
}
