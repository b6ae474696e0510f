import { describe, expect, it } from 'vitest';
import { compareRuns } from '../../../shared/history/compare';
import { type ListOfRun, runCells, withUnnamed } from '../../../shared/history/run-cells';
import type { Layer } from '../../../shared/observations/layers';
import type { CheckOutcome } from '../../../shared/observations/showing';

interface Asked {
  readonly at?: string;
  readonly outcome?: CheckOutcome;
  readonly layer?: Layer;
  readonly models?: readonly string[] | null;
  readonly shutdownDate?: string;
}

function list(asked: Asked): ListOfRun {
  const { at = '2026-11-22', outcome = 'listed', layer = null, models = null, shutdownDate = null } = asked;
  const key = { keyId: 'key-1', keyLabel: 'Work', keyLastFour: 'aaaa' };
  const check = { id: `list-${at}`, at: `${at}T10:00:00.000Z`, ...key, outcome, layer };
  return { check, models: models?.map((id) => ({ id, shutdownDate })) ?? null };
}

/** How a model stood before and after, as in `listed → denied at key`. */
function compared(before: Asked, after: Asked) {
  const [a, b] = [runCells([list(before)], []), runCells([list(after)], [])];
  const { same, onlyOne, differences } = compareRuns(withUnnamed(a, b), withUnnamed(b, a));
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
