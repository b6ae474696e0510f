import { describe, expect, it } from 'vitest';
import { calibrationBy } from '../../../shared/history/bearings';
import type { CheckRecord } from '../../../shared/history/check';
import { compareRuns } from '../../../shared/history/compare';
import { type AnswerOfRun, cellsOfBoth } from '../../../shared/history/run-cells';
import type { Layer } from '../../../shared/observations/layers';
import type { CheckOutcome } from '../../../shared/observations/showing';
import { checkRecord } from '../../support/check-record';

interface Asked {
  readonly at?: string;
  readonly outcome?: CheckOutcome;
  readonly layer?: Layer;
  readonly models?: readonly string[] | null;
  readonly shutdownDate?: string;
}

function list(asked: Asked): AnswerOfRun {
  const { at = '2026-11-22', outcome = 'listed', layer = null, models = null, shutdownDate = null } = asked;
  const check = checkRecord({ id: `list-${at}`, at: `${at}T10:00:00.000Z`, outcome, layer });
  return { check, models: models?.map((id) => ({ id, shutdownDate })) ?? null };
}

/** How a model stood before and after, as in `listed → denied at key`. */
function compared(before: Asked, after: Asked) {
  return comparedAll([list(before)], [list(after)]);
}

function comparedAll(before: readonly AnswerOfRun[], after: readonly AnswerOfRun[]) {
  const calibrated = calibrationBy([...before, ...after].map(({ check }) => check));
  const { same, onlyOne, differences } = compareRuns(...cellsOfBoth(before, after, calibrated));
  const side = (of: (typeof differences)[number]['after']) =>
    of.layer === null ? of.outcome : `${of.outcome} at ${of.layer}`;
  return {
    same,
    onlyOne,
    changes: differences.map((of) => `${of.model}: ${side(of.before)} → ${side(of.after)}`),
  };
}

describe('two runs of lists', () => {
  it.each<[string, Asked, Asked, ReturnType<typeof compared>]>([
    [
      'a model that is on one of them only',
      { models: ['gpt-5.5', 'o3'] },
      { models: ['o3'] },
      { same: 1, onlyOne: 0, changes: ['gpt-5.5: listed → not_listed'] },
    ],
    [
      'a model that was retired in between, by the table',
      { at: '2026-10-01', models: ['gpt-4'] },
      { models: [] },
      { same: 0, onlyOne: 0, changes: ['gpt-4: listed → denied at model_name'] },
    ],
    [
      'a model that was taken away before it retired',
      { at: '2026-09-01', models: ['gpt-4'] },
      { at: '2026-09-02', models: [] },
      { same: 0, onlyOne: 0, changes: ['gpt-4: listed → not_listed'] },
    ],
    [
      'a model that was retired in between, by the date on the other list',
      { at: '2026-11-01', models: ['acme'], shutdownDate: '2026-11-20' },
      { models: [] },
      { same: 0, onlyOne: 0, changes: ['acme: listed → denied at model_name'] },
    ],
    [
      'a key that was revoked in between',
      { models: ['gpt-5.5', 'o3'] },
      { outcome: 'denied', layer: 'key' },
      { same: 0, onlyOne: 0, changes: ['gpt-5.5: listed → denied at key', 'o3: listed → denied at key'] },
    ],
    [
      'a key that is back from a host of the wrong region',
      { outcome: 'denied', layer: 'reach' },
      { models: ['o3'] },
      { same: 0, onlyOne: 0, changes: ['o3: denied at reach → listed'] },
    ],
    [
      'a key whose project was archived in between',
      { models: ['o3'] },
      { outcome: 'denied', layer: 'belonging' },
      { same: 0, onlyOne: 0, changes: ['o3: listed → denied at belonging'] },
    ],
    [
      'a key that may no longer list, which says nothing of its models',
      { models: ['o3'] },
      { outcome: 'denied', layer: 'scope' },
      { same: 0, onlyOne: 1, changes: [] },
    ],
    [
      'a key that nobody answered',
      { models: ['o3'] },
      { outcome: 'unknown', layer: 'reach' },
      { same: 0, onlyOne: 1, changes: [] },
    ],
  ])('tell of %s', (_name, before, after, expected) => {
    expect(compared(before, after)).toEqual(expected);
  });
});

describe('what a run says of a model', () => {
  const MODEL = 'gpt-5.5';
  let ids = 0;
  function test(part: Partial<CheckRecord>): AnswerOfRun {
    ids += 1;
    const asked = {
      id: `test-${ids}`,
      model: MODEL,
      probe: 'free_probe',
      endpoint: '/v1/responses',
    } as const;
    return {
      check: checkRecord({ ...asked, outcome: 'confirmed', strength: 'validated', ...part }),
      models: null,
    };
  }
  const refused = test({ outcome: 'denied', strength: null, layer: 'policy', cause: 'project_lacks_model' });
  const silence = test({ outcome: 'unknown', strength: null, layer: 'reach', cause: 'network' });
  const revoked = test({
    model: 'o3',
    outcome: 'denied',
    strength: null,
    layer: 'key',
    cause: 'key_invalid',
  });
  const control = test({ model: 'o3', control: true });
  const proved = test({ probe: 'real_probe', strength: 'proved' });

  it.each<[string, readonly AnswerOfRun[], readonly AnswerOfRun[], readonly string[]]>([
    [
      'silence after an answer takes nothing back',
      [refused],
      [list({ models: [MODEL] }), silence],
      ['gpt-5.5: denied at policy → listed'],
    ],
    [
      'a list without it says nothing against an answer that it gave',
      [refused],
      [test({}), list({ models: ['o3'] })],
      ['gpt-5.5: denied at policy → confirmed'],
    ],
    [
      'a test that gets through where such tests prove nothing is not known',
      [proved],
      [test({}), control],
      ['gpt-5.5: confirmed → unknown'],
    ],
    [
      'a key that was refused midway is refused with what it had passed before',
      [test({})],
      [test({}), revoked],
      ['gpt-5.5: confirmed → denied at key'],
    ],
    [
      'a key that was accepted again is not',
      [refused],
      [revoked, test({})],
      ['gpt-5.5: denied at policy → confirmed'],
    ],
  ])('%s', (_name, before, after, changes) => {
    expect(comparedAll(before, after).changes).toEqual(changes);
  });
});
