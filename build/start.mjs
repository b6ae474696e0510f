/** `npm start`: sets everything up and opens the app; without a display it shows the app's tour instead. */
import { ROOT, runInForeground, runMain, Stop, say } from './process.mjs';
import { setUp, switchesFor } from './setup.mjs';
import { tour } from './tour.mjs';
import { hasDisplay } from './virtual-display.mjs';

const FLAGS = {
  '--practice': 'start in practice, with invented keys and a simulated organization',
  '--retry-electron': 'try the official Electron again after its host was unreachable',
  '--allow-real-keys-on-stand-in': "let the app hold real keys although it runs on Electron's stand-in",
  '--help': 'show this list',
};

/** @param {readonly string[]} flags */
function checkFlags(flags) {
  const unknown = flags.find((flag) => !Object.hasOwn(FLAGS, flag));
  const list = Object.entries(FLAGS).map(([flag, meaning]) => `  ${flag.padEnd(32)}${meaning}`);
  if (unknown !== undefined)
    throw new Stop(`npm start does not know ${unknown}. It knows:\n\n${list.join('\n')}`);
  if (flags.includes('--help')) throw new Stop(`npm start -- [flags]\n\n${list.join('\n')}`);
}

/**
 * What the app is told on its command line.
 * @param {readonly string[]} flags
 * @param {import('./setup.mjs').Ready} ready
 */
export function appArguments(flags, ready) {
  const practiceOnly = ready.runtime === 'stand_in' && !flags.includes('--allow-real-keys-on-stand-in');
  return [
    ...switchesFor(ready),
    ...(practiceOnly ? ['--practice-only'] : []),
    ...(flags.includes('--practice') ? ['--practice'] : []),
  ];
}

/** @param {readonly string[]} flags */
async function start(flags) {
  checkFlags(flags);
  const retryElectron = flags.includes('--retry-electron');
  if (!hasDisplay()) {
    say('There is no display here, so this runs the tour: the app in practice, on a virtual display.');
    return tour({ retryElectron });
  }
  const ready = await setUp({ libraries: 'window', retryElectron });
  const args = appArguments(flags, ready);
  if (args.includes('--practice-only')) {
    say(
      '• The stand-in holds no real keys: the app opens in practice. To lift that: npm start -- --allow-real-keys-on-stand-in',
    );
  }
  say('• Opening Model Access Doctor');
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  // Chromium's own complaints, such as a missing system bus in a container, tell the person nothing.
  return runInForeground(ready.electronPath, [ROOT, '--log-level=3', ...args], env);
}

if (process.argv[1]?.endsWith('start.mjs')) await runMain(() => start(process.argv.slice(2)));
