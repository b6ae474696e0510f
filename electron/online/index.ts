/** Entry of the command line. Runs on plain Node, without Electron. */
import { run } from '../cli/run';
import { STATUS } from '../cli/status';
import { languageOf, screenOf } from '../cli/terminal/screen';
import { tell } from '../cli/trouble';
import { talkIn } from '../cli/words';

/** Put in by the bundler, from package.json. */
declare const CLI_VERSION: string;

const { stdin, stdout, stderr, env } = process;
const stop = new AbortController();
/** Begins a line anew and empties it. */
const FRESH_LINE = '\r\u001b[2K';

const io = {
  input: stdin,
  inputIsTerminal: stdin.isTTY === true,
  writeOut: (text: string) => {
    stdout.write(text);
  },
  writeError: (text: string) => {
    stderr.write(text);
  },
  progress: (text: string | null) => {
    if (stderr.isTTY) stderr.write(FRESH_LINE + (text ?? ''));
  },
  stop: stop.signal,
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

process.exitCode = await run(process.argv.slice(2), io, async () => {
  // A second Ctrl-C ends the program at once, as if nobody had minded the first.
  process.once('SIGINT', () => stop.abort());
  return (await import('./commands')).onlineCommands;
});
