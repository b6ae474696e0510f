/**
 * Prepares a fresh machine for everything else here: Node, system libraries, npm packages, Electron, the bundles.
 * Each step looks first whether there is anything to do, so a second run costs a fraction of a second.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from './electron-binary.mjs';
import { writeLicences } from './inventory.mjs';
import { ROOT, run, runMain, Stop, say, step } from './process.mjs';
import { installSystemLibraries } from './system-libraries.mjs';

const STAMPS = join(ROOT, 'out/setup');

/**
 * @typedef {object} Ready
 * @property {string} electronPath
 * @property {'official' | 'stand_in'} runtime
 * @property {boolean} noSandbox True as root on Linux, where Chromium refuses to start with its sandbox.
 *
 * @typedef {object} Wishes
 * @property {'window' | 'tests'} libraries Tests also need a virtual display and a keyring of their own.
 * @property {boolean} [bundles] False where somebody else builds the app.
 * @property {boolean} [retryElectron] Try the official Electron again although its host was unreachable before.
 */

/**
 * @param {Wishes} wishes
 * @returns {Promise<Ready>}
 */
export async function setUp({ libraries, bundles = true, retryElectron = false }) {
  checkNode();
  await installSystemLibraries(libraries);
  await installPackages();
  const electron = await findElectron({ retry: retryElectron });
  if (bundles) await bundleApp();
  const noSandbox = process.platform === 'linux' && process.getuid?.() === 0;
  if (noSandbox)
    say('• Running as root: Electron gets --no-sandbox, because Chromium refuses to start otherwise.');
  return { ...electron, noSandbox };
}

/**
 * What leads Playwright to the right Electron. Naming the binary to it directly would skip the script by which it holds
 * the app's start back until it is attached, and every few launches would then hang (seen with 1.65, 2026-11-22).
 * @param {Ready} ready
 * @returns {Record<string, string>}
 */
export function launchVariables({ electronPath, runtime }) {
  return runtime === 'stand_in' ? { ELECTRON_OVERRIDE_DIST_PATH: dirname(electronPath) } : {};
}

/**
 * What Electron is told of itself on its command line, before everything else.
 * @param {Pick<Ready, 'runtime' | 'noSandbox'>} ready
 * @returns {readonly string[]}
 */
export function switchesFor({ runtime, noSandbox }) {
  return [...(noSandbox ? ['--no-sandbox'] : []), ...(runtime === 'stand_in' ? ['--stand-in'] : [])];
}

export async function bundleApp() {
  await bundle('the app', 'out/setup/app', APP_SOURCES, [
    'node_modules/electron-vite/bin/electron-vite.js',
    ...['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
  ]);
  writeLicences();
}

/** The command line needs neither Electron nor system libraries. */
export async function setUpCommandLine() {
  checkNode();
  await installPackages();
  await bundle('the command line', 'out/setup/cli', CLI_SOURCES, [
    'node_modules/vite/bin/vite.js',
    ...['build', '--config', 'build/vite.cli.config.ts', '--logLevel', 'warn'],
  ]);
}

/**
 * Returns what to tell the person about their Node, or null where it will do. Electron's installer sets the bounds: it
 * loads an ES module with `require`, which Node can do from 22.12 on, and in its line 20 from 20.19 on.
 * @param {string} version
 * @param {string} range As package.json has it: `^20.19.0` or `>=22.12.0`, or several of these with `||` between them.
 */
export function nodeTrouble(version, range) {
  const parts = range.split('||').map((part) => part.trim());
  if (parts.some((part) => fits(version, part))) return null;
  const wanted = parts.map((part) => {
    const { oldest, line } = readPart(part);
    return line === null ? `${oldest} or newer` : `${oldest} or a later ${line}`;
  });
  return `This is Node ${version}. Needed is Node ${wanted.join(', or ')}.\nGet a current one from nodejs.org, then run the same command again.`;
}

/**
 * @param {string} version
 * @param {string} part
 */
function fits(version, part) {
  const { oldest, line } = readPart(part);
  if (line !== null && version.split('.')[0] !== line) return false;
  return version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/** @param {string} part */
function readPart(part) {
  const oldest = part.replace(/^\D+/, '');
  return { oldest, line: part.startsWith('^') ? oldest.slice(0, oldest.indexOf('.')) : null };
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const trouble = nodeTrouble(process.versions.node, engines.node);
  if (trouble !== null) throw new Stop(trouble);
}

async function installPackages() {
  if (packagesAreCurrent()) return;
  await step('Installing the npm packages of the lock file (about a minute)', async () => {
    // Some development packages name a newer Node than they need here; what matters is shown as an error.
    const { ok, status } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (!ok) throw new Stop(`npm ci failed with status ${status}; its own message is above.`);
  });
}

function packagesAreCurrent() {
  const installed = readLock('node_modules/.package-lock.json');
  const wanted = readLock('package-lock.json');
  return installed !== null && wanted !== null && locksAgree(installed, wanted);
}

/** @typedef {Record<string, { integrity?: string, optional?: boolean }>} Lock */

/**
 * True where what npm says it installed is what the lock file asks for. Comparing the two lists, rather than
 * remembering a checksum, also recognizes an installation that somebody made by hand. Optional packages may be
 * missing: most of them are for other platforms.
 * @param {Lock} installed
 * @param {Lock} wanted
 */
export function locksAgree(installed, wanted) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.integrity === entry.integrity;
  });
}

/**
 * @param {string} path
 * @returns {Lock | null}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return null;
  }
}

const APP_SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/bundled-packages.ts',
  'build/electron.vite.config.ts',
  'build/tsconfig.base.json',
  'package-lock.json',
];
const CLI_SOURCES = ['electron', 'shared', 'build/vite.cli.config.ts', 'package-lock.json'];

/**
 * Bundles when a source file changed since the last time.
 * @param {string} what
 * @param {string} stamp
 * @param {readonly string[]} sources
 * @param {readonly string[]} command
 */
async function bundle(what, stamp, sources, command) {
  const stampFile = join(ROOT, stamp);
  const digest = digestOf(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return;
  rmSync(stampFile, { force: true });
  await step(`Building ${what}`, async () => {
    const { ok, output } = await run(process.execPath, command, { quiet: true });
    if (!ok) throw new Stop(`${output.trim()}\n\nBuilding ${what} failed; the reason is above.`);
  });
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampFile, digest);
}

/** @param {readonly string[]} sources */
function digestOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow))
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const full = join(ROOT, path);
  if (/\.\w+$/.test(path)) return existsSync(full) ? [path] : [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}

if (process.argv[1] === join(ROOT, 'build/setup.mjs')) {
  await runMain(async () => {
    const { electronPath, runtime } = await setUp({
      libraries: process.argv.includes('--tests') ? 'tests' : 'window',
      retryElectron: process.argv.includes('--retry-electron'),
    });
    say(`Ready: ${runtime === 'official' ? 'official' : 'stand-in'} Electron at ${electronPath}`);
    return 0;
  });
}
