/** `npm run cli -- …`: sets up what the command line needs, which is little, and runs it in the person's terminal. */
import { runInForeground, runMain, speakOnStandardError } from './process.mjs';
import { setUpCommandLine } from './setup.mjs';

await runMain(async () => {
  speakOnStandardError();
  await setUpCommandLine();
  return runInForeground(process.execPath, ['out/cli/cli.mjs', ...process.argv.slice(2)], process.env);
});
