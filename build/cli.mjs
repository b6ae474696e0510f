/** `npm run cli -- …`: sets up what the command line needs, which is little, and runs it in the person's terminal. */
import { join } from 'node:path';
import { ROOT, runInForeground, runMain, speakOnStandardError } from './process.mjs';
import { setUpCommandLine } from './setup.mjs';

await runMain(async () => {
  speakOnStandardError();
  await setUpCommandLine();
  const program = join(ROOT, 'out/cli/cli.mjs');
  // npm moves to the root of the project; files are named from where the person is.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  return runInForeground(process.execPath, [program, ...process.argv.slice(2)], process.env, here);
});
