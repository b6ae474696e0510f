/**
 * `npm run soak-tests -- [part …] [times] [--idle[=n]] [--busy[=n]] [--one-core[=n]]`: runs the suites, or a part of
 * them, again and again on an idle machine, with every core kept busy, and on one core alone, and prints a table.
 * A part is named as for `npm test`. A run that fails leaves its output and what was seen in `out/soak`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, cpSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, runMain, Stop, say } from './process.mjs';
import { setUp } from './setup.mjs';
import { brokenIn, readReport } from './tally.mjs';
import { planFor, reportFile } from './test.mjs';

/**
 * @typedef {'idle' | 'busy' | 'one-core'} Setting
 * @typedef {{ seconds: number, name: string }} Step
 * @typedef {{ ok: boolean, seconds: number, broken: readonly string[], slowest: Step | null }} Outcome
 * @typedef {{ setting: Setting, outcomes: readonly Outcome[] }} Row
 */

const FOLDER = join(ROOT, 'out/soak');
const EVIDENCE = join(ROOT, 'out/e2e/failed');
/** In the order of how soon they tell something, with how often each is run where nobody says it. */
const SETTINGS = /** @type {const} */ ({ idle: 8, busy: 4, 'one-core': 2 });
/** Without `package`, which packs the app anew each time. */
const SUITES = ['unit', 'keyring', 'e2e', 'faults'];
/** A run that hangs is ended; the whole of the tests takes a tenth of it on an idle machine. */
const RUN_LIMIT_MS = 80 * 60_000;

/**
 * What the command line asks for.
 * @param {readonly string[]} args
 * @returns {{ parts: readonly string[], plan: readonly { setting: Setting, times: number }[] }}
 */
export function soakPlan(args) {
  const parts = args.filter((arg) => !arg.startsWith('--') && !isNumber(arg));
  const [everywhere] = args.filter(isNumber);
  const chosen = args.filter((arg) => arg.startsWith('--')).map(settingOf);
  const settings = chosen.length > 0 ? chosen : Object.keys(SETTINGS).map((name) => settingOf(`--${name}`));
  return {
    parts: parts.length > 0 ? parts : SUITES,
    plan: settings.map(({ setting, times }) => ({
      setting,
      times: times ?? (everywhere === undefined ? SETTINGS[setting] : Number(everywhere)),
    })),
  };
}

/** @param {string} arg */
function isNumber(arg) {
  return /^[1-9]\d*$/.test(arg);
}

/**
 * @param {string} option
 * @returns {{ setting: Setting, times: number | null }}
 */
function settingOf(option) {
  const [, name, times] = /^--(idle|busy|one-core)(?:=([1-9]\d*))?$/.exec(option) ?? [];
  if (name === undefined)
    throw new Stop(
      `There is no option ${option}. There are: --idle, --busy and --one-core, each with =times.`,
    );
  return { setting: /** @type {Setting} */ (name), times: times === undefined ? null : Number(times) };
}

/** @param {readonly string[]} args */
async function soak(args) {
  const { parts, plan } = soakPlan(args);
  const reports = planFor(parts).map(({ name }) => reportFile(name));
  await setUp({ libraries: 'tests' });
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  /** @type {Row[]} */
  const rows = [];
  for (const { setting, times } of plan) {
    if (setting === 'one-core' && process.platform !== 'linux') {
      say('• One core only: left out, because this needs taskset, which only Linux has.');
      continue;
    }
    rows.push({ setting, outcomes: await runAll(setting, times, parts, reports) });
  }
  say(`\n${table(rows)}`);
  return rows.every(({ outcomes }) => outcomes.every(({ ok }) => ok)) ? 0 : 1;
}

/**
 * @param {Setting} setting
 * @param {number} times
 * @param {readonly string[]} parts
 * @param {readonly string[]} reports
 */
async function runAll(setting, times, parts, reports) {
  const release = setting === 'busy' ? keepCoresBusy() : () => undefined;
  /** @type {Outcome[]} */
  const outcomes = [];
  try {
    for (let number = 1; number <= times; number += 1) {
      const outcome = await runOnce(setting, number, parts, reports);
      outcomes.push(outcome);
      const result = outcome.ok ? 'passed' : `failed: ${outcome.broken.join('; ')}`;
      say(`• ${setting} ${number} of ${times}, ${outcome.seconds.toFixed(0)} s: ${result}`);
    }
  } finally {
    release();
  }
  return outcomes;
}

/** One program a core that does nothing but count. Each ends by itself when this one is gone. */
function keepCoresBusy() {
  const loop = 'const { ppid } = process; while (process.ppid === ppid) for (let i = 0; i < 1e8; i++);';
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', loop], { stdio: 'ignore' }),
  );
  return () => {
    for (const each of loops) each.kill('SIGKILL');
  };
}

/**
 * @param {Setting} setting
 * @param {number} number
 * @param {readonly string[]} parts
 * @param {readonly string[]} reports
 * @returns {Promise<Outcome>}
 */
async function runOnce(setting, number, parts, reports) {
  const name = `${setting}-${number}`;
  const log = join(FOLDER, `${name}.log`);
  for (const stale of [...reports, EVIDENCE]) rmSync(stale, { recursive: true, force: true });
  const start = performance.now();
  const command = [process.execPath, join(ROOT, 'build/test.mjs'), ...parts];
  const status = await runToFile(setting === 'one-core' ? ['taskset', '-c', '0', ...command] : command, log);
  const seconds = (performance.now() - start) / 1_000;
  const files = reports.flatMap((report) => readReport(report) ?? []);
  const broken = files.flatMap(brokenIn).map((each) => each.name);
  if (status !== 0 && existsSync(EVIDENCE)) cpSync(EVIDENCE, join(FOLDER, name), { recursive: true });
  if (status !== 0 && broken.length === 0) broken.push(`an error outside of tests, see out/soak/${name}.log`);
  return { ok: status === 0, seconds, broken, slowest: slowestOf(files) };
}

/**
 * Runs a program as the head of a group of its own, so that all it started ends with it where it hangs.
 * @param {readonly string[]} command
 * @param {string} log
 * @returns {Promise<number>}
 */
async function runToFile([program = '', ...args], log) {
  const file = openSync(log, 'w');
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', file, file], detached: true });
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const limit = setTimeout(end, RUN_LIMIT_MS);
  process.once('exit', end);
  try {
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } catch (error) {
    throw new Stop(`${program} could not be started: ${String(error)}`);
  } finally {
    clearTimeout(limit);
    process.off('exit', end);
    closeSync(file);
  }
}

/**
 * @param {readonly import('./tally.mjs').FileResult[]} files
 * @returns {Step | null}
 */
export function slowestOf(files) {
  const steps = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, duration }) => ({
      seconds: (duration ?? 0) / 1_000,
      name: `${name.split('/').at(-1)} › ${title}`,
    })),
  );
  return longest(steps);
}

/** @param {readonly Step[]} steps */
function longest(steps) {
  return steps.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null;
}

/**
 * The table in Markdown, with the names of what failed below it.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const lines = rows.map(({ setting, outcomes }) => {
    const failures = outcomes.filter(({ ok }) => !ok).length;
    const slowest = longest(outcomes.flatMap((outcome) => outcome.slowest ?? []));
    const longestRun = Math.max(...outcomes.map(({ seconds }) => seconds));
    const step = slowest === null ? 'none' : `${slowest.seconds.toFixed(1)} s: ${slowest.name}`;
    return `| ${setting} | ${outcomes.length} | ${failures} | ${longestRun.toFixed(0)} s | ${step} |`;
  });
  const failed = rows.flatMap(({ setting, outcomes }) =>
    outcomes.flatMap(({ broken }, index) => broken.map((name) => `- ${setting} ${index + 1}: ${name}`)),
  );
  const head = ['| Setting | Runs | Failures | Longest run | Slowest step |', '|-|-|-|-|-|'];
  return [...head, ...lines, ...(failed.length > 0 ? ['', ...failed] : [])].join('\n');
}

if (process.argv[1]?.endsWith('soak-tests.mjs')) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  await runMain(() => soak(process.argv.slice(2)));
}
