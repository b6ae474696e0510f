/**
 * Command-line switches. Those that weaken the app are refused: fuses do not close them (measured 2026-11-22), and
 * whoever can pass them could otherwise read keys or bend where they are sent.
 */
const DANGEROUS = [
  'allow-running-insecure-content',
  'disable-web-security',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'log-net-log',
  'proxy-server',
  'proxy-pac-url',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'ssl-key-log-file',
  'unsafely-treat-insecure-origin-as-secure',
] as const;

/** Variables that would weaken TLS or write secrets out. */
const DANGEROUS_VARIABLES = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSLKEYLOGFILE',
  'NODE_OPTIONS',
  'ELECTRON_RUN_AS_NODE',
] as const;

/** A debugger is what drives the tests; only a program that was not packaged lets one in. */
const DEBUGGERS: readonly string[] = [
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'remote-debugging-pipe',
];

/** Chromium does not start as root unless its sandbox is off; to anyone else it would only mean a window without walls. */
const NO_SANDBOX = 'no-sandbox';

export interface Surroundings {
  readonly packaged: boolean;
  /** Running as root on Linux. */
  readonly root: boolean;
}

export function dangerousSwitches(
  hasSwitch: (name: string) => boolean,
  { packaged, root }: Surroundings,
): readonly string[] {
  const refused = DANGEROUS.filter((name) => (packaged || !DEBUGGERS.includes(name)) && hasSwitch(name));
  return packaged && !root && hasSwitch(NO_SANDBOX) ? [...refused, NO_SANDBOX] : refused;
}

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

export function readLaunchOptions(hasSwitch: (name: string) => boolean): LaunchOptions {
  const practiceOnly = hasSwitch('practice-only');
  const practiceCrowd = hasSwitch('practice-crowd');
  return {
    practice: practiceOnly || practiceCrowd || hasSwitch('practice'),
    practiceOnly,
    standIn: hasSwitch('stand-in'),
    practiceCrowd,
  };
}
