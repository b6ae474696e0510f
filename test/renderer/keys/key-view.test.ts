import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrange,
  FIRST_VIEW,
  filterChoices,
  type KeyView,
  NO_FILTERS,
} from '../../../renderer/keys/key-view';
import type { KeySummary } from '../../../shared/keys/key';
import { keySummary } from '../../support/key-summary';

const PLAIN = keySummary({ id: 'plain', label: 'Plain' });
const KEYS: readonly KeySummary[] = [
  { ...PLAIN, id: 'shop', label: 'Web Shop 10', lastFour: 'h4Tq', project: 'proj_B', colour: 'teal' },
  {
    ...PLAIN,
    id: 'batch',
    label: 'Web Shop 2',
    note: 'Nightly, for the ＰＬＡＴＦＯＲＭ team',
    kind: 'service_account',
    project: 'proj_A',
    organization: 'org-1',
    addedAt: '2026-11-22T10:00:00.000Z',
    checkedAt: '2026-11-22T11:00:00.000Z',
    health: { kind: 'refused', code: 'key_invalid' },
  },
  {
    ...PLAIN,
    id: 'lost',
    label: '検証サーバー',
    baseUrl: 'https://gateway.example.com/v1',
    addedAt: '2026-11-21T10:00:00.000Z',
    checkedAt: '2026-11-21T11:00:00.000Z',
    health: { kind: 'accepted', models: 4 },
    drift: 'missing',
  },
];

const ids = (view: Partial<KeyView>) => arrange(KEYS, { ...FIRST_VIEW, ...view }).map(({ id }) => id);

describe('the list of keys', () => {
  it.each([
    ['newest', ['batch', 'lost', 'shop']],
    ['label', ['batch', 'shop', 'lost']],
    ['project', ['batch', 'shop', 'lost']],
    ['checked', ['batch', 'lost', 'shop']],
    ['health', ['lost', 'batch', 'shop']],
  ] as const)('is sorted: %s', (sort, expected) => {
    expect(ids({ sort })).toEqual(expected);
  });

  it.each([
    ['part of a label, in any case', 'web SHOP', ['batch', 'shop']],
    ['words anywhere, in any order', 'nightly web', ['batch']],
    ['full-width letters as half-width ones', 'platform', ['batch']],
    ['Japanese', '検証', ['lost']],
    ['the ending of the secret', 'h4tq', ['shop']],
    ['a project', 'proj_a', ['batch']],
    ['an address', 'gateway', ['lost']],
    ['nothing that is there', 'zebra', []],
    ['blanks', '   ', ['batch', 'lost', 'shop']],
  ])('is searched by %s', (_name, search, expected) => {
    expect(ids({ search })).toEqual(expected);
  });

  it.each([
    ['kind', 'service_account', ['batch']],
    ['project', 'proj_B', ['shop']],
    ['project', '', ['lost']],
    ['organization', 'org-1', ['batch']],
    ['health', 'unchecked', ['shop']],
    ['health', 'drifted', ['lost']],
    ['health', 'accepted', []],
    ['colour', 'teal', ['shop']],
    ['colour', '', ['batch', 'lost']],
  ] as const)('is filtered by %s: %j', (name, value, expected) => {
    expect(ids({ filters: { ...NO_FILTERS, [name]: value } })).toEqual(expected);
  });

  it('offers the choices that there are, those without one last', () => {
    expect([
      filterChoices(KEYS, 'project'),
      filterChoices(KEYS, 'health'),
      filterChoices([], 'kind'),
    ]).toEqual([['proj_A', 'proj_B', ''], ['drifted', 'refused', 'unchecked'], []]);
  });

  it('loses and doubles no key, whatever is sorted and however often', () => {
    const sorts = fc.constantFrom('newest', 'label', 'project', 'checked', 'health');
    fc.assert(
      fc.property(fc.shuffledSubarray([...KEYS], { minLength: 3 }), sorts, (keys, sort) => {
        const once = arrange(keys, { ...FIRST_VIEW, sort: sort as KeyView['sort'] });
        expect(once.map(({ id }) => id)).toEqual(ids({ sort: sort as KeyView['sort'] }));
      }),
    );
  });
});
