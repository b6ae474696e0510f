/** What came of the checks, counted and said. No dependencies: this runs before anything is installed. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT, say } from './process.mjs';

/**
 * @typedef {object} Broken A test that failed, or the set-up of a file.
 * @property {string} name
 * @property {string | null} evidence Where it is written down how things stood.
 * @property {number} notRun How many steps of its journey were not run because of it.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} notRun Steps that were not run because one before them failed.
 * @property {number} skipped Tests that need something that this machine lacks.
 * @property {readonly Broken[]} broken
 *
 * @typedef {object} Assertion
 * @property {string} title
 * @property {readonly string[]} ancestorTitles
 * @property {string} status
 * @property {number} [duration] In milliseconds.
 * @property {{ notRun?: string, evidence?: string }} [meta]
 *
 * @typedef {{ name: string, status: string, assertionResults: readonly Assertion[] }} FileResult
 */

/**
 * @param {boolean} ok
 * @returns {Tally}
 */
export function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, notRun: 0, skipped: 0, broken: [] };
}

/**
 * What vitest wrote of each file, or null where there is no readable report.
 * @param {string} file
 * @returns {readonly FileResult[] | null}
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults;
  } catch {
    return null;
  }
}

/**
 * Counts a suite from its report. A file that failed without a failing test (it could not be loaded, or its set-up
 * failed) counts as a failure, and so does an error outside of tests, which shows in the exit status alone.
 * @param {string} file
 * @param {number} status
 * @returns {Tally}
 */
export function tallyOf(file, status) {
  const results = readReport(file);
  if (results === null) {
    say('The suite ended without a report.');
    return one(false);
  }
  const broken = results.flatMap(brokenIn);
  const all = results.flatMap(({ assertionResults }) => assertionResults);
  const passed = all.filter((test) => test.status === 'passed').length;
  const notRun = broken.reduce((sum, each) => sum + each.notRun, 0);
  return {
    passed,
    failed: broken.length === 0 && status !== 0 ? 1 : broken.length,
    notRun,
    skipped: all.length - passed - all.filter((test) => test.status === 'failed').length - notRun,
    broken,
  };
}

/**
 * @param {FileResult} result
 * @returns {readonly Broken[]}
 */
export function brokenIn({ name, status, assertionResults }) {
  if (status !== 'failed') return [];
  const path = relative(ROOT, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const left = assertionResults.filter(({ status: own }) => own !== 'failed' && own !== 'passed');
  if (failed.length === 0)
    return [{ name: `${path}: its set-up or its end`, evidence: null, notRun: left.length }];
  return failed.map(({ ancestorTitles, title, meta }) => ({
    name: [path, ...ancestorTitles, title].join(' › '),
    evidence: meta?.evidence ?? null,
    notRun: left.filter((test) => test.meta?.notRun === title).length,
  }));
}

/**
 * Says what broke, then the counts of each check and their sum, and returns the exit status.
 * @param {readonly { name: string, tally: Tally }[]} done
 */
export function report(done) {
  say('');
  for (const { tally } of done) for (const each of tally.broken) sayBroken(each);
  for (const { name, tally } of done) say(`${name.padEnd(8)} ${inWords(tally)}`);
  const total = done.reduce((sum, { tally }) => added(sum, tally), { ...one(true), passed: 0 });
  say('');
  say(inWords(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** @param {Broken} broken */
function sayBroken({ name, evidence, notRun }) {
  say(`✗ ${name}`);
  if (notRun > 0) say(`  Steps that were not run because of it: ${notRun}`);
  if (evidence !== null) say(`  What was seen: ${evidence}`);
  say('');
}

/**
 * @param {Tally} a
 * @param {Tally} b
 * @returns {Tally}
 */
function added(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    notRun: a.notRun + b.notRun,
    skipped: a.skipped + b.skipped,
    broken: [...a.broken, ...b.broken],
  };
}

/** @param {Tally} tally */
function inWords({ passed, failed, notRun, skipped }) {
  const parts = [`${passed} passed`, `${failed} failed`];
  if (notRun > 0) parts.push(`${notRun} not run because of that`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return parts.join(', ');
}
