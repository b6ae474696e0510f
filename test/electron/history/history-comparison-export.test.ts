import { expect, it } from 'vitest';
import { comparisonText } from '../../../electron/history/history-export';
import type { RunDifference } from '../../../shared/history/views';

const of = (model: string, part: Pick<RunDifference, 'before' | 'after'>): RunDifference => ({
  keyId: 'key-1',
  keyLabel: 'Work',
  keyLastFour: 'aaaa',
  model,
  checkId: 'check-1',
  ...part,
});

it('exports what changed and what was only tested otherwise, in the words of the matrix', () => {
  const listed = { outcome: 'listed', strength: null, layer: null, cause: null } as const;
  const text = comparisonText(
    {
      same: 3,
      onlyOne: 1,
      differences: [
        of('gpt-5.5', {
          before: { outcome: 'not_listed', strength: null, layer: null, cause: null },
          after: { outcome: 'confirmed', strength: 'validated', layer: null, cause: null },
        }),
      ],
      otherwiseTested: [
        of('o3', {
          before: listed,
          after: { outcome: 'denied', strength: null, layer: 'scope', cause: 'key_scope' },
        }),
      ],
    },
    'csv',
  );
  expect(text.split('\r\n')).toEqual([
    '\uFEFFdifference,key,key_last_four,model,before,before_layer,after,after_layer',
    'changed,Work,aaaa,gpt-5.5,not_listed,,passed_free_test,',
    'otherwise_tested,Work,aaaa,o3,listed,,denied,scope',
    '',
  ]);
});
