import { describe, expect, it } from 'vitest';
import type { Layer } from '../../../shared/diagnosis/layers';
import type { CheckOutcome } from '../../../shared/history/check';
import { type Cell, compareRuns } from '../../../shared/history/compare';

function cell(model: string, outcome: CheckOutcome, layer: Layer | null = null, keyId = 'key-1'): Cell {
  return { keyId, keyLabel: `Label of ${keyId}`, model, outcome, strength: null, layer };
}

describe('comparing two runs', () => {
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
      model: 'won',
      before: { outcome: 'denied', strength: null, layer: 'policy' },
      after: { outcome: 'listed', strength: null, layer: null },
    });
  });

  it('never mixes up keys', () => {
    const { differences, onlyOne } = compareRuns(
      [cell('a', 'denied', 'policy', 'key-1')],
      [cell('a', 'listed', null, 'key-2')],
    );
    expect([differences, onlyOne]).toEqual([[], 2]);
  });
});
