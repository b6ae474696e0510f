import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suiteOf, tallyOf } from '../../build/test.mjs';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLEAN = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const unloaded = { status: 'failed', assertionResults: [] };

describe('the sum of a suite', () => {
  it.each([
    ['is what its report says', CLEAN, 0, { passed: 5, failed: 0, skipped: 2 }],
    ['counts a failed test once', { ...CLEAN, numFailedTests: 1 }, 1, { passed: 5, failed: 1, skipped: 2 }],
    [
      'counts a file that could not be loaded',
      { ...CLEAN, numFailedTests: 1, testResults: [unloaded, unloaded] },
      1,
      { passed: 5, failed: 3, skipped: 2 },
    ],
    ['counts an error outside of any test', CLEAN, 1, { passed: 5, failed: 1, skipped: 2 }],
    ['is one failure where the report is broken', 'not a report', 0, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (name, report, status, tally) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.json`);
    writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
    expect(tallyOf(file, status)).toEqual(tally);
  });

  it('is one failure where there is no report', () => {
    expect(tallyOf(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('a path on the command line', () => {
  it.each([
    ['test/shared/keys', 'unit'],
    ['test/electron/vault/keychain-vault.test.ts', 'unit'],
    ['test/electron/keyring', 'keyring'],
    ['test/electron/keyring/keychain-states.test.ts', 'keyring'],
    ['test/e2e/locks.test.ts', 'e2e'],
    ['test/package', 'package'],
  ])('%s belongs to the suite %s', (path, suite) => {
    expect(suiteOf(path)).toBe(suite);
  });
});
