import { describe, expect, it } from 'vitest';
import { type ComparedCell, compareRuns } from '../../../shared/history/compare';
import type { Layer } from '../../../shared/observations/layers';
import { NO_HEADERS } from '../../../shared/observations/sender';
import type { Known } from '../../../shared/observations/standing';

function cell(model: string, outcome: Known, layer: Layer | null = null, keyId = 'key-1'): ComparedCell {
  return {
    keyId,
    keyLabel: `Label of ${keyId}`,
    keyLastFour: 'aaaa',
    sent: NO_HEADERS,
    model,
    checkId: `${outcome} ${model}`,
    outcome,
    strength: null,
    layer,
    cause: null,
  };
}

describe('comparing two runs', () => {
  it('compares nothing that was asked for one project with what was asked for another', () => {
    const sent = { organization: null, project: 'proj_Other1' };
    const [before, after] = [cell('gpt-5.5', 'confirmed'), cell('gpt-5.5', 'denied', 'policy')];
    expect(compareRuns([before], [after]).differences).toHaveLength(1);
    expect(compareRuns([before], [{ ...after, sent }])).toMatchObject({
      differences: [],
      same: 0,
      onlyOne: 2,
    });
  });

  it('names what was won, lost or refused elsewhere, and counts the rest', () => {
    const before = [
      cell('won', 'denied', 'policy'),
      cell('lost', 'confirmed'),
      cell('moved', 'denied', 'policy'),
      cell('same', 'listed'),
      cell('gone', 'listed'),
    ];
    const after = [
      cell('won', 'listed'),
      cell('lost', 'denied', 'policy'),
      cell('moved', 'denied', 'money'),
      cell('same', 'confirmed'),
      cell('new', 'listed'),
    ];
    const { same, onlyOne, differences } = compareRuns(before, after);
    expect([same, onlyOne, differences.map(({ model }) => model)]).toEqual([1, 2, ['won', 'lost', 'moved']]);
    expect(differences[0]).toEqual({
      keyId: 'key-1',
      keyLabel: 'Label of key-1',
      keyLastFour: 'aaaa',
      model: 'won',
      checkId: 'listed won',
      before: { outcome: 'denied', strength: null, layer: 'policy', cause: null },
      after: { outcome: 'listed', strength: null, layer: null, cause: null },
    });
  });

  it.each<[string, ComparedCell, ComparedCell, number]>([
    [
      'refused by a check, then missing from a list',
      cell('m', 'denied', 'policy'),
      cell('m', 'not_listed'),
      0,
    ],
    [
      'missing from a list, then refused by a check',
      cell('m', 'not_listed'),
      cell('m', 'denied', 'money'),
      0,
    ],
    ['missing from a list, then listed', cell('m', 'not_listed'), cell('m', 'listed'), 1],
  ])(
    '%s: nobody named a layer by a list, so only having or lacking differs',
    (_name, before, after, count) => {
      expect(compareRuns([before], [after]).differences).toHaveLength(count);
    },
  );

  it.each<[string, ComparedCell, ComparedCell, 'changed' | 'otherwise tested']>([
    [
      'listed, then without the permission',
      cell('m', 'listed'),
      cell('m', 'denied', 'scope'),
      'otherwise tested',
    ],
    ['without credit, then listed', cell('m', 'denied', 'money'), cell('m', 'listed'), 'otherwise tested'],
    ['listed, then refused by the policy', cell('m', 'listed'), cell('m', 'denied', 'policy'), 'changed'],
    ['tested, then without credit', cell('m', 'confirmed'), cell('m', 'denied', 'money'), 'changed'],
  ])('%s: a refusal that no list shows is no change from being listed', (_name, before, after, expected) => {
    const { differences, otherwiseTested, same } = compareRuns([before], [after]);
    expect([differences.length, otherwiseTested.length, same]).toEqual(
      expected === 'changed' ? [1, 0, 0] : [0, 1, 0],
    );
  });

  it('never mixes up keys', () => {
    const { differences, onlyOne } = compareRuns(
      [cell('a', 'denied', 'policy', 'key-1')],
      [cell('a', 'listed', null, 'key-2')],
    );
    expect([differences, onlyOne]).toEqual([[], 2]);
  });
});
