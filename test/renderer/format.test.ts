import { describe, expect, it } from 'vitest';
import {
  ageOf,
  formatBytes,
  formatMoment,
  formatMoments,
  secondsUntil,
  shortMoment,
} from '../../renderer/text/format';
import { shortenId } from '../../shared/text/shorten-id';

describe('moments', () => {
  const now = new Date(2026, 10, 22, 18, 30);

  it('of today are a time of day', () => {
    expect(formatMoment(new Date(2026, 10, 22, 9, 5).toISOString(), 'en', now)).toBe('09:05');
  });

  it('of other days name the day', () => {
    expect(formatMoment(new Date(2026, 10, 3, 9, 5).toISOString(), 'en', now)).toMatch(/^3 Nov.*09:05$/);
    expect(formatMoment(new Date(2026, 10, 3, 9, 5).toISOString(), 'ja', now)).toMatch(/^11月3日.*9:05$/);
  });

  it.each([
    [
      [
        [9, 5, 1],
        [9, 6, 2],
      ],
      ['09:05', '09:06'],
    ],
    [
      [
        [9, 5, 1],
        [9, 5, 2],
      ],
      ['09:05:01', '09:05:02'],
    ],
    [
      [
        [9, 5, 1],
        [9, 5, 1],
      ],
      ['09:05', '09:05'],
    ],
  ] as const)('side by side, as %j, are told apart', (times, expected) => {
    const isos = times.map(([hour, minute, second]) =>
      new Date(2026, 10, 22, hour, minute, second).toISOString(),
    );
    expect(formatMoments(isos, 'en', now)).toEqual(expected);
  });

  it('that are none are shown as they came', () => {
    expect(formatMoment('soon', 'en', now)).toBe('soon');
  });
});

describe('a countdown', () => {
  it.each([
    ['2026-11-22T10:00:05.000Z', 5],
    ['2026-11-22T10:00:00.001Z', 1],
    ['2026-11-22T09:00:00.000Z', 0],
    ['not a date', 0],
  ])('until %s is %d seconds and never negative', (iso, seconds) => {
    expect(secondsUntil(iso, Date.parse('2026-11-22T10:00:00.000Z'))).toBe(seconds);
  });
});

describe('sizes', () => {
  it.each([
    [999, '999 B'],
    [1_499, '1 kB'],
    [6_000_000, '6.0 MB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('a long id', () => {
  it('keeps its end, which is what people compare', () => {
    expect(shortenId('proj_9QmT4vLx2BcR8sYdK1nWeZ7a')).toBe('proj_9QmT4vLx2B…nWeZ7a');
  });

  it('stays whole while it is short', () => {
    expect(shortenId('proj_abc')).toBe('proj_abc');
  });
});

describe('an age', () => {
  const now = Date.parse('2026-11-22T10:00:00.000Z');

  it.each([
    ['2026-11-22T09:59:01.000Z', { unit: 'now' }],
    ['2026-11-22T09:59:00.000Z', { unit: 'minutes', count: 1 }],
    ['2026-11-22T09:00:01.000Z', { unit: 'minutes', count: 59 }],
    ['2026-11-22T09:00:00.000Z', { unit: 'hours', count: 1 }],
    ['2026-11-21T10:00:01.000Z', { unit: 'hours', count: 23 }],
    ['2026-10-23T10:00:00.000Z', { unit: 'days', count: 30 }],
    // A clock that was ahead when it was tested.
    ['2027-01-01T00:00:00.000Z', { unit: 'now' }],
    ['nonsense', { unit: 'now' }],
  ])('since %s is %o', (at, age) => {
    expect(ageOf(at, now)).toEqual(age);
  });
});

describe('a moment where there is little room', () => {
  const now = new Date('2026-12-01T10:00:00');

  it.each([
    ['en', '2026-12-01T09:05:00', '09:05'],
    ['ja', '2026-12-01T09:05:00', '09:05'],
    ['en', '2026-11-30T23:59:00', '30 Nov'],
    ['ja', '2026-11-30T23:59:00', '11月30日'],
  ] as const)('is the time of day for today, and the date for other days (%s, %s)', (language, iso, text) => {
    expect(shortMoment(iso, language, now)).toBe(text);
  });

  it('is said as it stands where it is none', () => {
    expect(shortMoment('yesterday', 'en', now)).toBe('yesterday');
  });
});
