import { describe, expect, it } from 'vitest';
import { sureMoment } from '../../../shared/history/sure-moment';

const at = (day: string) => `${day}T10:00:00.000Z`;

describe('the newest moment that is sure', () => {
  it.each<[string, readonly string[], string | null]>([
    ['none, where nothing was answered', [], null],
    ['none, where two days alone had answers', ['2026-11-01', '2026-11-02'], null],
    ['the newest, day by day', ['2026-11-01', '2026-11-02', '2026-11-03'], '2026-11-03'],
    ['the newest, week by week', ['2026-11-01', '2026-11-08', '2026-11-15'], '2026-11-15'],
    ['not one that is alone far ahead', ['2026-11-01', '2026-11-02', '2036-01-01'], '2026-11-02'],
    ['not two that are far ahead', ['2026-11-02', '2036-01-01', '2036-01-02'], '2026-11-02'],
    [
      'three days in a row, however long after the last',
      ['2036-01-01', '2036-01-02', '2036-01-03'],
      '2036-01-03',
    ],
    ['the third newest, where months lie between', ['2026-01-01', '2026-04-01', '2026-07-01'], '2026-01-01'],
    ['the same, in whatever order', ['2036-01-01', '2026-11-01', '2026-11-02'], '2026-11-02'],
  ])('is %s', (_name, days, expected) => {
    expect(sureMoment(days.map(at))).toBe(expected === null ? null : at(expected));
  });
});
