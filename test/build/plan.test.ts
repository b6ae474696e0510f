import { describe, expect, it } from 'vitest';
import { groupsOf, needsBundles, planFor, suiteOf } from '../../build/test.mjs';
import { readSource, sourcesOf } from '../architecture/sources';

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

describe('the checks', () => {
  it.each<[string, readonly string[], readonly (readonly string[])[]]>([
    [
      'are all of them where none is named',
      [],
      [['lint'], ['types'], ['build'], ['unit'], ['keyring', 'e2e', 'faults'], ['package']],
    ],
    ['are those that are named, in their own order', ['unit', 'lint'], [['lint'], ['unit']]],
    ['run side by side where they wait', ['faults', 'package', 'e2e'], [['e2e', 'faults'], ['package']]],
    ['run alone where nothing else waits', ['test/e2e/keys.test.ts', 'types'], [['types'], ['e2e']]],
  ])('%s', (_what, wishes, groups) => {
    expect(groupsOf(planFor(wishes)).map((group) => group.map(({ name }) => name))).toEqual(groups);
  });

  it('get the paths that lie in them, and all of their files where only their name is given', () => {
    const plan = planFor(['faults', 'test/electron/store', 'test/electron/keys']);
    expect(plan.map(({ name, paths }) => [name, paths])).toEqual([
      ['unit', ['test/electron/store', 'test/electron/keys']],
      ['faults', []],
    ]);
  });

  it('are refused where one is unknown', () => {
    expect(() => planFor(['untit'])).toThrow('There is no check named untit.');
  });

  it.each<[readonly string[], boolean]>([
    [[], false],
    [['build', 'e2e'], false],
    [['lint', 'test/electron/keyring'], false],
    [['test/e2e/keys.test.ts'], true],
    [['faults', 'unit'], true],
    [['package'], true],
  ])('%j: the app is built first: %s', (wishes, built) => {
    expect(needsBundles(planFor(wishes))).toBe(built);
  });
});

it('every test that is longer at full length is run by `npm run faults`', () => {
  const longer = sourcesOf('test').filter(
    (path) => path !== 'test/build/plan.test.ts' && readSource(path).includes("env['MAD_FAULTS']"),
  );
  const runs = readSource('build/faults.mjs');
  expect(longer.filter((path) => suiteOf(path) !== 'faults' && !runs.includes(path))).toEqual([]);
  expect(longer.length).toBeGreaterThan(4);
});
