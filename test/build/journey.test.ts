import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/process.mjs';
import { readReport, tallyOf } from '../../build/tally.mjs';

let folder: string;
let report: string;
let printed: string;
let status: number;

/** Lets vitest run the samples, as the end-to-end suite is run. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'journeys-'));
  report = join(folder, 'report.json');
  const args = ['run', '--config', 'test/build/sample-journeys/vitest.config.ts'];
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  [status, printed] = await new Promise((resolve) => {
    execFile(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', ...args, ...reports],
      { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => resolve([Number(error?.code ?? 0), stdout + stderr]),
    );
  });
  // The suite in it takes about four seconds, three of them until its own limit; on one busy core many times as long.
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function statusesOf(file: string): Readonly<Record<string, string>> {
  const found = readReport(report)?.find(({ name }) => basename(name) === file);
  return Object.fromEntries(
    (found?.assertionResults ?? []).map(({ ancestorTitles, title, status: own }) => [
      [...ancestorTitles, title].join(' › '),
      own,
    ]),
  );
}

describe('a journey', () => {
  it('stops at its first broken step, and leaves the next journey alone', () => {
    expect(statusesOf('broken.sample.ts')).toEqual({
      'first › goes well': 'passed',
      'first › breaks': 'failed',
      'first › comes after': 'skipped',
      'first › deeper › comes after, too': 'skipped',
      'second › does not depend on it': 'passed',
    });
  });

  it('says why later steps were not run', () => {
    expect(printed).toMatch(/comes after \d+ms \[not run, because “breaks” failed\]/);
    expect(printed).toMatch(/comes after, too \d+ms \[not run, because “breaks” failed\]/);
  });

  it('ends with its file where that takes too long, and so do the ones behind it', () => {
    expect(statusesOf('hanging.sample.ts')).toEqual({
      'third › hangs': 'failed',
      'third › comes after': 'skipped',
      'fourth › comes after, too': 'skipped',
    });
    expect(printed).toContain('This file took longer than 3 s and was ended.');
  });

  it('counts as failed once for each break, and keeps what was seen', () => {
    const { passed, failed, notRun, skipped, broken } = tallyOf(report, status);
    expect([passed, failed, notRun, skipped]).toEqual([2, 2, 4, 0]);
    expect(broken.map(({ evidence }) => evidence).sort()).toEqual(['kept of breaks', 'kept of hangs']);
  });
});
