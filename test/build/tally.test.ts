import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../build/process.mjs';
import { one, tallyOf } from '../../build/tally.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OK = { title: 'ok', ancestorTitles: ['journey'], status: 'passed' };
const BAD = {
  ...OK,
  title: 'breaks',
  status: 'failed',
  meta: { evidence: 'out/e2e/failed/a.txt' },
};
const LATER = { ...OK, title: 'later', status: 'skipped', meta: { notRun: 'breaks' } };
const ABSENT = { ...OK, title: 'elsewhere', status: 'skipped', meta: {} };

const file = (status: string, assertionResults: readonly unknown[]) => ({
  name: join(ROOT, 'test/e2e/a.test.ts'),
  status,
  assertionResults,
});
const passes = file('passed', [OK, OK, ABSENT]);

describe('the sum of a suite', () => {
  it.each([
    ['is what its report says', [passes], 0, [2, 0, 0, 1]],
    ['counts a failed test once', [passes, file('failed', [BAD])], 1, [2, 1, 0, 1]],
    [
      'counts apart what was not run because of a failure',
      [file('failed', [OK, BAD, LATER, LATER, ABSENT])],
      1,
      [1, 1, 2, 1],
    ],
    ['counts a file that could not be loaded', [file('failed', []), file('failed', [])], 1, [0, 2, 0, 0]],
    ['counts a file whose set-up failed', [file('failed', [ABSENT, ABSENT])], 1, [0, 1, 2, 0]],
    ['counts an error outside of any test', [passes], 1, [2, 1, 0, 1]],
    ['is one failure where the report is broken', 'not a report', 0, [0, 1, 0, 0]],
  ] as const)('%s', (name, results, status, counts) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.json`);
    writeFileSync(path, typeof results === 'string' ? results : JSON.stringify({ testResults: results }));
    const { passed, failed, notRun, skipped } = tallyOf(path, status);
    expect([passed, failed, notRun, skipped]).toEqual(counts);
  });

  it('is one failure where there is no report', () => {
    expect(tallyOf(join(folder, 'missing.json'), 0)).toEqual(one(false));
  });

  it('names what broke, with what was seen and what it kept from running', () => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, JSON.stringify({ testResults: [file('failed', [BAD, LATER])] }));
    expect(tallyOf(path, 1).broken).toEqual([
      { name: 'test/e2e/a.test.ts › journey › breaks', evidence: 'out/e2e/failed/a.txt', notRun: 1 },
    ]);
  });
});
