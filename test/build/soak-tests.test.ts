import { describe, expect, it } from 'vitest';
import { slowestOf, soakPlan, table } from '../../build/soak-tests.mjs';

const outcome = (ok: boolean, seconds: number, step: number, broken: readonly string[] = []) => ({
  ok,
  seconds,
  broken,
  slowest: { seconds: step, name: `a.test.ts › takes ${step}` },
});

describe('what the command line asks for', () => {
  it.each<[string, readonly string[], readonly string[], Readonly<Record<string, number>>]>([
    ['everything', [], ['unit', 'keyring', 'e2e', 'faults'], { idle: 8, busy: 4, 'one-core': 2 }],
    ['a part', ['keyring'], ['keyring'], { idle: 8, busy: 4, 'one-core': 2 }],
    ['so many times', ['keyring', '3'], ['keyring'], { idle: 3, busy: 3, 'one-core': 3 }],
    ['one setting', ['test/e2e/keys.test.ts', '20', '--busy'], ['test/e2e/keys.test.ts'], { busy: 20 }],
    ['each its own', ['e2e', '--idle=8', '--one-core=2'], ['e2e'], { idle: 8, 'one-core': 2 }],
  ])('%s', (_what, args, parts, times) => {
    const asked = soakPlan(args);
    expect(asked.parts).toEqual(parts);
    expect(Object.fromEntries(asked.plan.map((row) => [row.setting, row.times]))).toEqual(times);
  });

  it('is refused where an option is unknown', () => {
    expect(() => soakPlan(['--idel'])).toThrow('There is no option --idel.');
  });
});

describe('the table', () => {
  it('tells of each setting how many runs failed, and names what failed below', () => {
    const rows = [
      { setting: 'idle' as const, outcomes: [outcome(true, 10, 1), outcome(true, 12, 3)] },
      { setting: 'busy' as const, outcomes: [outcome(true, 20, 4), outcome(false, 21, 2, ['a › breaks'])] },
    ];
    expect(table(rows).split('\n')).toEqual([
      '| Setting | Runs | Failures | Longest run | Slowest step |',
      '|-|-|-|-|-|',
      '| idle | 2 | 0 | 12 s | 3.0 s: a.test.ts › takes 3 |',
      '| busy | 2 | 1 | 21 s | 4.0 s: a.test.ts › takes 4 |',
      '',
      '- busy 2: a › breaks',
    ]);
  });

  it('finds the slowest step of a run', () => {
    const step = (title: string, duration: number) => ({
      title,
      ancestorTitles: [],
      status: 'passed',
      duration,
    });
    const file = { status: 'passed' };
    expect(
      slowestOf([
        { ...file, name: '/x/a.test.ts', assertionResults: [step('quick', 10), step('slow', 2_500)] },
        { ...file, name: '/x/b.test.ts', assertionResults: [step('middling', 900)] },
      ]),
    ).toEqual({ seconds: 2.5, name: 'a.test.ts › slow' });
    expect(slowestOf([])).toBeNull();
  });
});
