/** Entry of the command line. Runs on plain Node, without Electron. */
import { run } from './run';

process.stdin.setEncoding('utf8');
// A reader that closes early, as `| head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await run(process.argv.slice(2), {
  input: process.stdin,
  writeOut: (text) => {
    process.stdout.write(text);
  },
  writeError: (text) => {
    process.stderr.write(text);
  },
});
