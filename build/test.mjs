/**
 * `npm test`: sets everything up and runs every check. `npm test -- unit lint` runs the checks of these names,
 * `npm test -- test/shared/keys` the test files below that path.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packForTests } from './package.mjs';
import { ROOT, run, runMain, Stop, say } from './process.mjs';
import { bundleApp, launchVariables, setUp } from './setup.mjs';
import { one, report, tallyOf } from './tally.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {import('./setup.mjs').Ready} Ready
 * @typedef {object} Check
 * @property {string} name
 * @property {string} [folder] Where its test files are.
 * @property {boolean} [waits] It waits most of its time, so it runs beside the others of its sort.
 * @property {(ready: Ready, paths: readonly string[], mark?: string) => Promise<Tally>} check
 *
 * @typedef {Check & { paths: readonly string[] }} Planned
 * @typedef {{ name: string, tally: Tally }} Done
 */

/** In the order of how soon they tell something. @type {readonly Check[]} */
const CHECKS = [
  {
    name: 'lint',
    check: () => program('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'types', check: () => program('node_modules/typescript/bin/tsc', ['-b']) },
  { name: 'build', check: () => asTally(bundleApp) },
  { name: 'unit', folder: 'test', check: (ready, paths) => suite('unit', ready, paths) },
  waitingSuite('keyring', 'test/electron/keyring'),
  waitingSuite('e2e', 'test/e2e'),
  waitingSuite('faults', 'test/faults'),
  { name: 'package', folder: 'test/package', check: packedSuite },
];

/**
 * Runs the checks that were wished for, or all of them, and returns the exit status.
 * @param {readonly string[]} wishes
 */
export async function test(wishes) {
  const plan = planFor(wishes);
  const ready = await setUp({ libraries: 'tests', bundles: needsBundles(plan) });
  /** @type {Done[]} */
  const done = [];
  for (const group of groupsOf(plan)) done.push(...(await runGroup(group, ready)));
  return report(done);
}

/**
 * @param {string} name
 * @param {string} folder
 * @returns {Check}
 */
function waitingSuite(name, folder) {
  return { name, folder, waits: true, check: (ready, paths, mark) => suite(name, ready, paths, mark) };
}

/** Suites that start the built app, or pack it. */
const WITH_APP = ['e2e', 'faults', 'package'];

/**
 * True where the app has to be built beforehand, because a suite starts it and no check of its own builds it.
 * @param {readonly { name: string }[]} plan
 */
export function needsBundles(plan) {
  const names = plan.map(({ name }) => name);
  return WITH_APP.some((name) => names.includes(name)) && !names.includes('build');
}

/**
 * What runs together: the checks that wait most of their time, at the place of their first, because each has a display, a
 * keyring and a home of its own; every other check alone.
 * @template {{ waits?: boolean }} T
 * @param {readonly T[]} plan
 * @returns {readonly (readonly T[])[]}
 */
export function groupsOf(plan) {
  const waiting = plan.filter(({ waits }) => waits);
  return plan.flatMap((check) => {
    if (!check.waits) return [[check]];
    return check === waiting[0] ? [waiting] : [];
  });
}

/**
 * @param {readonly Planned[]} group
 * @param {Ready} ready
 * @returns {Promise<readonly Done[]>}
 */
function runGroup(group, ready) {
  const title = group.map(({ name }) => name).join(', ');
  say(`\n── ${title} ${'─'.repeat(Math.max(3, 60 - title.length))}`);
  return Promise.all(
    group.map(async ({ name, check, paths }) => {
      const mark = group.length > 1 ? `${name.padEnd(8)}│ ` : undefined;
      return { name, tally: await check(ready, paths, mark) };
    }),
  );
}

/**
 * The checks that are wished for, each with the paths in it.
 * @param {readonly string[]} wishes
 * @returns {readonly Planned[]}
 */
export function planFor(wishes) {
  if (wishes.length === 0) return CHECKS.map((check) => ({ ...check, paths: [] }));
  const paths = wishes.filter((wish) => wish.includes('/'));
  const unknown = wishes.find((wish) => !paths.includes(wish) && !CHECKS.some(({ name }) => name === wish));
  if (unknown !== undefined) {
    const names = CHECKS.map(({ name }) => name).join(', ');
    throw new Stop(`There is no check named ${unknown}. There are: ${names}, and paths such as test/shared.`);
  }
  return CHECKS.map((check) => ({
    ...check,
    paths: paths.filter((path) => suiteOf(path) === check.name),
  })).filter(({ name, paths: own }) => own.length > 0 || wishes.includes(name));
}

/**
 * The suite that a test file belongs to: the one with the most particular folder.
 * @param {string} path
 */
export function suiteOf(path) {
  const fitting = CHECKS.filter(({ folder }) => folder !== undefined && `${path}/`.startsWith(`${folder}/`));
  return fitting.sort((a, b) => (b.folder?.length ?? 0) - (a.folder?.length ?? 0))[0]?.name ?? 'unit';
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
async function program(script, args) {
  const { ok } = await run(process.execPath, [join(ROOT, script), ...args]);
  say(ok ? 'clean' : 'not clean');
  return one(ok);
}

/** @param {() => Promise<void>} work */
async function asTally(work) {
  try {
    await work();
    return one(true);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return one(false);
  }
}

/**
 * Packs first, on plain Node: the packer takes Electron's own Node for a packed program.
 * @param {Ready} ready
 * @param {readonly string[]} paths
 */
async function packedSuite(ready, paths) {
  const packing = await asTally(() => packForTests(ready));
  return packing.failed > 0 ? packing : suite('package', ready, paths);
}

/**
 * Where a suite leaves its report.
 * @param {string} name
 */
export function reportFile(name) {
  return join(ROOT, 'out/test', `${name}.json`);
}

/**
 * Runs one suite on Electron's own Node, where no test can reach the person's own keyring, settings or screen.
 * @param {string} name
 * @param {Ready} ready
 * @param {readonly string[]} paths
 * @param {string} [mark] Stands before each line of its output.
 */
async function suite(name, ready, paths, mark) {
  const file = reportFile(name);
  mkdirSync(join(ROOT, 'out/test'), { recursive: true });
  rmSync(file, { force: true });
  const home = mkdtempSync(join(tmpdir(), 'model-access-doctor-test-'));
  const needsDisplay = name === 'e2e' || name === 'faults';
  const display = needsDisplay && process.platform === 'linux' ? await startVirtualDisplay() : null;
  try {
    const args = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'build/vitest.config.ts',
      '--project',
      name,
    ];
    // The only suite that is held up by the processor. The others run one file at a time.
    if (name === 'unit') args.push('--maxWorkers=100%');
    const reports = [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      '--passWithNoTests',
    ];
    const own = { ELECTRON_RUN_AS_NODE: '1', MAD_SUITE: name };
    const env = { ...isolated(home), ...display?.env, ...describe(ready), ...own };
    const options = { env, ...(mark === undefined ? {} : { mark }) };
    const { status } = await run(ready.electronPath, [...args, ...reports, ...paths], options);
    return tallyOf(file, status);
  } finally {
    await display?.end();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Variables that lead to the person's own things, or into the network with their key. */
const PRIVATE = /^(?:DISPLAY|WAYLAND_DISPLAY|DBUS_.*|XDG_.*|OPENAI_.*|GNOME_KEYRING_.*|NODE_OPTIONS)$/;

/** @param {string} home */
function isolated(home) {
  const kept = Object.entries(process.env).filter(([name]) => !PRIVATE.test(name));
  return process.platform === 'linux'
    ? { ...Object.fromEntries(kept), HOME: home }
    : Object.fromEntries(kept);
}

/**
 * What the tests are told of the machine.
 * @param {Ready} ready
 */
function describe(ready) {
  const { electronPath, runtime, noSandbox } = ready;
  const told = {
    MAD_ELECTRON: electronPath,
    MAD_RUNTIME: runtime,
    ...(noSandbox ? { MAD_NO_SANDBOX: '1' } : {}),
  };
  return { ...launchVariables(ready), ...told };
}

if (process.argv[1]?.endsWith('test.mjs')) await runMain(() => test(process.argv.slice(2)));
