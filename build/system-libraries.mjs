/** Installs, on Debian and Ubuntu, the system libraries that Electron and the tests need. */
import { existsSync, readFileSync } from 'node:fs';
import { run, Stop, say, step } from './process.mjs';

/** Each library by its names, newest first: Debian 13 and Ubuntu 24.04 renamed some of them. */
const WINDOW = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libsecret-1-0'],
];

/** A virtual display, a private keyring on a private bus, ways to look at both, Japanese glyphs for pictures, proxies, certificates and sleep, shells. */
const TESTS = [
  ...WINDOW,
  ['xvfb'],
  ['x11-utils'],
  ['dbus'],
  ['dbus-x11'],
  ['gnome-keyring'],
  ['libsecret-tools'],
  ['libglib2.0-bin'],
  ['fonts-noto-cjk'],
  ['tinyproxy-bin', 'tinyproxy'],
  ['microsocks'],
  ['libnss3-tools'],
  ['openssl'],
  ['python3-dbusmock'],
  ['zsh'],
  ['fish'],
];

/** The programs and libraries whose errors `npm run eval:clients` reads. */
const CLIENTS = [
  ['curl'],
  ['wget'],
  ['httpie'],
  ['python3-requests'],
  ['python3-httpx'],
  ['python3-aiohttp'],
  ['ruby'],
  ['ruby-faraday'],
  ['ruby-rest-client'],
  ['ruby-httparty'],
  ['php-cli'],
  ['php-curl'],
  ['php-guzzlehttp-guzzle'],
  ['libwww-perl'],
  ['golang-go'],
  ['r-base-core'],
  ['r-cran-httr'],
  ['r-cran-httr2'],
  ['lua5.4'],
  ['lua-socket'],
  ['tcl'],
  ['openjdk-17-jdk-headless', 'openjdk-21-jdk-headless', 'default-jdk-headless'],
];

const LIBRARIES = { window: WINDOW, tests: TESTS, clients: CLIENTS };

/** @param {keyof typeof LIBRARIES} purpose */
export async function installSystemLibraries(purpose) {
  if (process.platform !== 'linux') return;
  if (!isDebianLike()) {
    say('• System libraries: this Linux is neither Debian nor Ubuntu, so they are taken for installed.');
    return;
  }
  const missing = await findMissing(LIBRARIES[purpose]);
  if (missing.length === 0) return;
  const asRoot = await wayToBecomeRoot();
  if (asRoot === null) {
    throw new Stop(
      `System libraries are missing, and installing them needs a password. Run this, then the same command again:\n\n  ${manualCommand(missing)}`,
    );
  }
  await step(`Installing system libraries: ${missing.map((names) => names.at(-1)).join(', ')}`, () =>
    install(missing, asRoot),
  );
}

function isDebianLike() {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/dpkg-query')) return false;
  return /^(?:ID|ID_LIKE)=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param {readonly (readonly string[])[]} wanted
 * @returns {Promise<readonly (readonly string[])[]>}
 */
async function findMissing(wanted) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders
  const format = '${Package} ${db:Status-Status}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format, ...wanted.flat()], { quiet: true });
  return missingAmong(wanted, output);
}

/**
 * Which libraries are installed under none of their names.
 * @param {readonly (readonly string[])[]} wanted
 * @param {string} dpkgOutput A line a known package: its name and its state.
 */
export function missingAmong(wanted, dpkgOutput) {
  const lines = dpkgOutput.split('\n').filter((line) => line.endsWith(' installed'));
  const installed = new Set(lines.map((line) => line.split(' ')[0] ?? ''));
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/** The words to put before a command so that it runs as root without asking; null where that is impossible. */
async function wayToBecomeRoot() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'], { quiet: true })).ok ? ['sudo', '-n'] : null;
}

/** @param {readonly (readonly string[])[]} missing */
function manualCommand(missing) {
  const names = missing.map((alternatives) => alternatives.at(-1)).join(' ');
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`;
}

/**
 * @param {readonly (readonly string[])[]} missing
 * @param {readonly string[]} asRoot
 */
async function install(missing, asRoot) {
  if ((await tryInstall(missing, asRoot)) === null) return;
  await asRootRun(asRoot, ['apt-get', 'update', '-q']);
  const trouble = await tryInstall(missing, asRoot);
  if (trouble === null) return;
  throw new Stop(
    `${trouble.trim()}\n\nInstalling system libraries failed; apt's message is above. By hand:\n\n  ${manualCommand(missing)}`,
  );
}

/**
 * Null where it went well, else the trouble. The first try uses the package lists that are there.
 * @param {readonly (readonly string[])[]} missing
 * @param {readonly string[]} asRoot
 */
async function tryInstall(missing, asRoot) {
  const names = [];
  for (const alternatives of missing) {
    const name = await firstOffered(alternatives);
    if (name === null) return `No package is offered under the name ${alternatives.join(' or ')}.`;
    names.push(name);
  }
  const { ok, output } = await asRootRun(asRoot, [
    'apt-get',
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    ...names,
  ]);
  return ok ? null : output;
}

/**
 * The first name that apt can install: a name that exists only as an alias has no candidate.
 * @param {readonly string[]} alternatives
 */
async function firstOffered(alternatives) {
  for (const name of alternatives) {
    const env = { ...process.env, LC_ALL: 'C' };
    const { output } = await run('apt-cache', ['policy', name], { quiet: true, env });
    if (/^ {2}Candidate: (?!\(none\))/m.test(output)) return name;
  }
  return null;
}

/**
 * @param {readonly string[]} asRoot
 * @param {readonly string[]} command
 */
function asRootRun(asRoot, command) {
  const [program = '', ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  return run(program, args, { quiet: true });
}
