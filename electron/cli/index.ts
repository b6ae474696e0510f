/** Entry of the command line. Runs on plain Node, without Electron. */
import { run } from './run';
import { STATUS } from './status';
import { languageOf, screenOf } from './terminal/screen';
import { tell } from './trouble';
import { talkIn } from './words';

/** Put in by the bundler, from package.json. */
declare const CLI_VERSION: string;

const { stdin, stdout, stderr, env } = process;
const io = {
  input: stdin,
  inputIsTerminal: stdin.isTTY === true,
  writeOut: (text: string) => {
    stdout.write(text);
  },
  writeError: (text: string) => {
    stderr.write(text);
  },
  screen: screenOf({ env, isTerminal: stdout.isTTY === true, columns: stdout.columns }),
  env,
  today: new Date().toISOString().slice(0, 10),
  version: CLI_VERSION,
};

// A reader that closes early, as `| head` does, is no failure. A disk that is full is one.
stdout.on('error', async (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(STATUS.yes);
  const status = tell(
    'cli.trouble.notWritten',
    { code: error.code ?? '' },
    'obstacle',
    io,
    await talkIn(languageOf(env)),
  );
  process.exit(status);
});
// Nobody is left to be told.
stderr.on('error', () => {});

process.exitCode = await run(process.argv.slice(2), io);
