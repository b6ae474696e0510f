/**
 * Starting other programs and telling the person about it. No dependencies: this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A trouble that the person can do something about: its message is printed alone, without a stack. */
export class Stop extends Error {}

/** @type {NodeJS.WriteStream} */
let messages = process.stdout;

/** Keeps the standard output free for a program whose output somebody reads by machine. */
export function speakOnStandardError() {
  messages = process.stderr;
}

/** @param {string} line */
export function say(line) {
  messages.write(`${line}\n`);
}

/**
 * Announces a piece of work that takes time, does it, and says how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  say(`• ${what} …`);
  const result = await work();
  say(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] Collect the output instead of showing it.
 * @property {string} [mark] Show the output line by line, each behind this mark, for programs that run side by side.
 * @property {number} [limitSeconds] End the program after this time.
 *
 * @typedef {object} Ran
 * @property {boolean} ok
 * @property {number} status
 * @property {string} output What it printed, where it was collected.
 * @property {boolean} tookTooLong
 */

/**
 * Runs a program to its end. A program that is missing counts as one that failed with status 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export async function run(program, args, { env = process.env, quiet = false, mark, limitSeconds } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: quiet || mark !== undefined ? ['ignore', 'pipe', 'pipe'] : ['ignore', messages, 'inherit'],
    // npm is a command script on Windows, which only a shell can start; every argument is our own.
    shell: process.platform === 'win32' && program === 'npm',
    ...(limitSeconds === undefined ? {} : { timeout: limitSeconds * 1000 }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    if (mark !== undefined) createInterface({ input: stream }).on('line', (line) => say(`${mark}${line}`));
    else
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
  }
  try {
    const [code, signal] = await once(child, 'close');
    const tookTooLong = limitSeconds !== undefined && signal === 'SIGTERM';
    return { ok: code === 0, status: code ?? 1, output: stripVTControlCharacters(output), tookTooLong };
  } catch (error) {
    return { ok: false, status: 127, output: String(error), tookTooLong: false };
  }
}

/**
 * Runs a program in the foreground in our place: our signals go to it, its exit status becomes the result.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [cwd]
 * @returns {Promise<number>}
 */
export async function runInForeground(program, args, env, cwd = ROOT) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const [code] = await once(child, 'exit');
  for (const signal of signals) process.off(signal, forward);
  return code ?? 1;
}

/**
 * Runs the main function of a script and turns its outcome into the exit status.
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
