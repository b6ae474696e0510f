import { describe, expect, it } from 'vitest';
import { type CheckChoice, EVERY_CHOICE, filterOf, isChosen } from '../../renderer/history/check-choice';
import { EVERY_CHECK, type HistoryFilter } from '../../shared/history/views';

const NOW = new Date(2026, 10, 26, 18, 30);
/** Beginning of a day of that month, by the clock on the wall. */
const day = (date: number) => new Date(2026, 10, date).toISOString();

describe('what is chosen of the history', () => {
  it.each<[Partial<CheckChoice>, Partial<HistoryFilter>]>([
    [{}, {}],
    [{ period: 'today' }, { from: day(26) }],
    [{ period: 'week' }, { from: day(20) }],
    [{ period: 'month' }, { from: new Date(2026, 9, 28).toISOString() }],
    [
      { period: 'days', from: '2026-11-24', until: '2026-11-24' },
      { from: day(24), until: day(25) },
    ],
    [{ period: 'days', from: '2026-11-24' }, { from: day(24) }],
    [{ period: 'days', from: 'soon' }, {}],
    // Days that were typed before another period was chosen.
    [{ period: 'today', from: '2026-11-01', until: '2026-11-02' }, { from: day(26) }],
    [
      { model: '　ｇｐｔ－5.5 ', code: ' 429 ', project: 'proj_A\n' },
      { model: 'gpt-5.5', code: '429', project: 'proj_A' },
    ],
    [
      { keyId: 'key-1', state: 'denied', probe: 'list', runId: 'run-1' },
      { keyId: 'key-1', state: 'denied', probe: 'list', runId: 'run-1' },
    ],
  ])('as %j asks for %j', (choice, expected) => {
    expect(filterOf({ ...EVERY_CHOICE, ...choice }, NOW)).toEqual({ ...EVERY_CHECK, ...expected });
  });

  it.each<[Partial<CheckChoice>, boolean]>([
    [{}, false],
    [{ model: '  ' }, false],
    [{ period: 'days' }, false],
    [{ period: 'today' }, true],
    [{ code: '429' }, true],
  ])('as %j leaves something out: %j', (choice, expected) => {
    expect(isChosen({ ...EVERY_CHOICE, ...choice }, NOW)).toBe(expected);
  });
});
