import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../../../shared/history/check';
import { sinceWhen, type TimelinePoint } from '../../../shared/history/timeline';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;

/** One point a day from the first of the month on. */
function points(outcomes: readonly CheckOutcome[]): readonly TimelinePoint[] {
  return outcomes.map((outcome, index) => ({
    checkId: `check-${index}`,
    at: at(index + 1),
    source: 'check',
    outcome,
    layer: null,
  }));
}

describe('since when', () => {
  it.each<[string, readonly CheckOutcome[], ReturnType<typeof sinceWhen>]>([
    ['nothing known', [], { kind: 'unknown' }],
    ['only silence', ['unknown', 'unknown'], { kind: 'unknown' }],
    ['lacking from the first look on', ['denied', 'denied'], { kind: 'lacks', since: at(1), lastHad: null }],
    [
      'lost after it was there, with silence between',
      ['listed', 'confirmed', 'unknown', 'denied', 'unknown', 'denied'],
      { kind: 'lacks', since: at(4), lastHad: at(2) },
    ],
    [
      'had, lost and won back',
      ['confirmed', 'denied', 'listed', 'confirmed'],
      { kind: 'has', since: at(3), lastLacked: at(2) },
    ],
  ])('%s', (_name, outcomes, expected) => {
    expect(sinceWhen(points(outcomes))).toEqual(expected);
  });
});
