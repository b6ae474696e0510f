import { describe, expect, it } from 'vitest';
import { nearestModels } from '../../../shared/models/nearest';

const TODAY = '2026-11-22';
const list = (...ids: readonly string[]) => ids.map((id) => ({ id, shutdownDate: null }));

describe('the nearest models that a key can use', () => {
  it.each([
    [
      'another spelling of the same model comes first',
      'gpt-5.2',
      ['gpt-5.5', 'gpt-5.2-2025-12-11'],
      ['gpt-5.2-2025-12-11', 'gpt-5.5'],
    ],
    [
      'the same variant of a neighbouring generation before another variant',
      'gpt-5.5',
      ['gpt-5.4-mini', 'gpt-5.2'],
      ['gpt-5.2', 'gpt-5.4-mini'],
    ],
    ['retired models are left out', 'gpt-5.5', ['gpt-4-turbo', 'gpt-4', 'gpt-5.2'], ['gpt-5.2']],
    [
      'only models that the same request reaches',
      'text-embedding-3-large',
      ['gpt-5.5', 'text-embedding-3-small'],
      ['text-embedding-3-small'],
    ],
    [
      'the id of a name as announcements print it comes first',
      'GPT-5.4 Mini',
      ['gpt-5.5', 'gpt-5.4', 'gpt-5.4-mini'],
      ['gpt-5.4-mini', 'gpt-5.4', 'gpt-5.5'],
    ],
    ['the model itself is no substitute', 'gpt-5.5', ['gpt-5.5'], []],
    ['an alias stands for its snapshots', 'gpt-5.5', ['gpt-5.2', 'gpt-5.2-2025-12-11'], ['gpt-5.2']],
    [
      'three at the most',
      'gpt-5.5',
      ['gpt-5.2', 'gpt-5.6', 'gpt-5.1', 'gpt-6'],
      ['gpt-5.6', 'gpt-5.2', 'gpt-5.1'],
    ],
  ])('%s', (_name, asked, listed, nearest) => {
    expect(nearestModels(asked, list(...listed), TODAY).map(({ model }) => model)).toEqual(nearest);
  });

  it('believes the API’s own date before the table’s', () => {
    const listed = [
      { id: 'gpt-5.2', shutdownDate: '2026-11-01' },
      { id: 'gpt-5.4-mini', shutdownDate: '2027-02-01' },
    ];
    expect(nearestModels('gpt-5.5', listed, TODAY)).toEqual([
      { model: 'gpt-5.4-mini', difference: 'family', retiresOn: '2027-02-01' },
    ]);
  });

  it.each([
    ['gpt-5.5', 'gpt-5.5-2026-04-23', 'spelling'],
    ['GPT 5.5', 'gpt-5.5', 'spelling'],
    ['gpt-5.4', 'gpt-5.4-mini', 'variant'],
    ['gpt-5.5', 'gpt-5.2', 'generation'],
    ['gpt-5.5', 'gpt-4.1-mini', 'family'],
  ])('between %s and %s says what differs', (asked, listed, difference) => {
    expect(nearestModels(asked, list(listed), TODAY)[0]?.difference).toBe(difference);
  });
});
