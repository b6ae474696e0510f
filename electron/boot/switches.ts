/**
 * Command-line switches and variables that come with a start. Fuses do not close switches (measured 2026-11-22), and
 * Chromium has hundreds of them, of which many weaken the app: so only those listed here are taken.
 */
import { hasOurScheme } from '../schemas/link';

/** What the app itself understands. */
const OWN = ['practice', 'practice-only', 'practice-crowd', 'stand-in'] as const;

/** Chromium's: where data lies, and how a window is drawn, typed into and read aloud. None is known to weaken anything. */
const HARMLESS = [
  'user-data-dir',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'disable-gpu',
] as const;

/** What drives the tests, and what keeps Chromium quiet: only a program that was not packaged lets them in. */
const FOR_DEVELOPERS = [
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'r',
  'require',
  'log-level',
] as const;

/** What macOS adds to a start by itself, and its way to set a preference for one start. */
const ADDED_BY_MACOS = /^(?:psn_\d+_\d+|(?:NS|Apple)[A-Za-z]+)$/;

/** Chromium does not start as root unless its sandbox is off; to anyone else it would only mean a window without walls. */
export const NO_SANDBOX = 'no-sandbox';

export interface StartedAs {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** Running as root on Linux. */
  readonly root: boolean;
}

/**
 * The switches among these arguments that the app does not start with, without their values. `args`: all that follows
 * the name of the program.
 */
export function refusedSwitches(args: readonly string[], surroundings: StartedAs): readonly string[] {
  // Whatever follows is no switch to Chromium either.
  const end = args.indexOf('--');
  const own = args.slice(0, end === -1 ? args.length : end);
  const link = own.findIndex(hasOurScheme);
  const namesIn = (part: readonly string[]) =>
    part.flatMap((arg) => switchName(arg, surroundings.platform) ?? []);
  const refused = namesIn(own).filter((name) => !isTaken(name, surroundings));
  // The system puts a link last. What stands behind it was written into the link, to get out of its argument.
  const smuggled = link === -1 ? [] : namesIn(own.slice(link + 1));
  return [...new Set([...refused, ...smuggled])];
}

/** As Chromium reads it: one dash will do, and on Windows a slash, where capitals do not matter. */
function switchName(arg: string, platform: NodeJS.Platform): string | null {
  const prefix = platform === 'win32' ? /^(?:--?|\/)(?=.)/ : /^--?(?=.)/;
  if (!prefix.test(arg)) return null;
  const name = arg.replace(prefix, '').split('=')[0] ?? '';
  return platform === 'win32' ? name.toLowerCase() : name;
}

function isTaken(name: string, { platform, packaged, root }: StartedAs): boolean {
  const is = (list: readonly string[]) => list.includes(name);
  if (is(OWN) || is(HARMLESS)) return true;
  if (name === NO_SANDBOX) return root || !packaged;
  if (platform === 'darwin' && ADDED_BY_MACOS.test(name)) return true;
  return !packaged && is(FOR_DEVELOPERS);
}

/** Node has acted on these before any code of the app runs: it writes its trace, or what code was run, to a file or the terminal. */
const ACTED_ON = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_V8_COVERAGE'] as const;

/** Variables that a packed app does not start with. */
export function refusedVariables(
  environment: Readonly<Record<string, string | undefined>>,
  { packaged }: Pick<StartedAs, 'packaged'>,
): readonly string[] {
  return packaged ? ACTED_ON.filter((name) => environment[name]) : [];
}

/** Variables that would weaken TLS or write secrets out, if they stood when the first connection or process begins. */
const DANGEROUS_VARIABLES = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_EXTRA_CA_CERTS',
  'SSLKEYLOGFILE',
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
] as const;

export function dropDangerousVariables(environment: Record<string, string | undefined>): void {
  for (const name of DANGEROUS_VARIABLES) delete environment[name];
}

export interface LaunchOptions {
  /** Go straight into practice. */
  readonly practice: boolean;
  /** The runtime may not hold real keys: practice cannot be left. */
  readonly practiceOnly: boolean;
  readonly standIn: boolean;
  /** Practice with a very large organization in addition. */
  readonly practiceCrowd: boolean;
}

export function readLaunchOptions(hasSwitch: (name: (typeof OWN)[number]) => boolean): LaunchOptions {
  const practiceOnly = hasSwitch('practice-only');
  const practiceCrowd = hasSwitch('practice-crowd');
  return {
    practice: practiceOnly || practiceCrowd || hasSwitch('practice'),
    practiceOnly,
    standIn: hasSwitch('stand-in'),
    practiceCrowd,
  };
}
