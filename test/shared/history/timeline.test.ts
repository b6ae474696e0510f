import { describe, expect, it } from 'vitest';
import { placesOf, sinceWhen, type TimelinePoint } from '../../../shared/history/timeline';
import type { Layer } from '../../../shared/observations/layers';
import type { Known } from '../../../shared/observations/standing';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;

/** One point a day from the first of the month on. */
function points(outcomes: readonly Known[]): readonly TimelinePoint[] {
  return outcomes.map((outcome, index) => ({
    checkId: `check-${index}`,
    at: at(index + 1),
    source: 'check',
    probe: 'free_probe',
    outcome,
    strength: null,
    layer: null,
  }));
}

describe('since when', () => {
  it.each<[string, readonly Known[], ReturnType<typeof sinceWhen>]>([
    ['nothing known', [], { kind: 'unknown' }],
    ['only silence', ['unknown', 'unknown'], { kind: 'unknown' }],
    ['lacking from the first look on', ['denied', 'denied'], { kind: 'lacks', since: at(1), lastHad: null }],
    [
      'lost after it was there, with silence between',
      ['listed', 'confirmed', 'unknown', 'denied', 'unknown', 'denied'],
      { kind: 'lacks', since: at(4), lastHad: { at: at(2), as: 'working' } },
    ],
    [
      'missing from a list, then refused',
      ['not_listed', 'denied'],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
    [
      'had, lost and won back',
      ['confirmed', 'denied', 'listed', 'confirmed'],
      // Being listed says nothing against a refusal of a request, so that it is had again from the answer on.
      { kind: 'has', since: at(4), lastLacked: at(2) },
    ],
  ])('%s', (_name, outcomes, expected) => {
    expect(sinceWhen(points(outcomes))).toEqual(expected);
  });

  it.each<[string, readonly [Known, Layer?][], ReturnType<typeof sinceWhen>]>([
    [
      'a loss that a list shows from when it was last listed',
      [['confirmed'], ['listed'], ['not_listed']],
      { kind: 'lacks', since: at(3), lastHad: { at: at(2), as: 'listed' } },
    ],
    [
      'a refusal by the project’s policy as a loss, since lists follow it',
      [['listed'], ['denied', 'policy']],
      { kind: 'lacks', since: at(2), lastHad: { at: at(1), as: 'listed' } },
    ],
    [
      'no loss where the first test is refused as no list shows it',
      [['listed'], ['listed'], ['denied', 'scope']],
      { kind: 'lacks', since: at(3), lastHad: null },
    ],
    [
      'no gain where the model is still listed after such a refusal',
      [['denied', 'money'], ['listed']],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
    [
      'the last test that got through, past lists that say less',
      [['confirmed'], ['listed'], ['denied', 'money']],
      { kind: 'lacks', since: at(3), lastHad: { at: at(1), as: 'working' } },
    ],
  ])('dates %s', (_name, given, expected) => {
    const layers = given.map(([, layer]) => layer ?? null);
    const known = points(given.map(([outcome]) => outcome));
    expect(sinceWhen(known.map((point, index) => ({ ...point, layer: layers[index] ?? null })))).toEqual(
      expected,
    );
  });

  const AHEAD = '2027-11-01T10:00:00.000Z';
  const ahead = (outcome: Known): TimelinePoint => ({
    checkId: 'ahead',
    at: AHEAD,
    source: 'check',
    probe: 'free_probe',
    outcome,
    strength: null,
    layer: null,
  });

  it.each<[string, readonly TimelinePoint[], ReturnType<typeof sinceWhen>]>([
    [
      'no moment that a clock running ahead gave to the first of a series',
      [ahead('denied'), ...points(['denied', 'denied'])],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
    [
      'nor to what was last seen before it',
      [ahead('confirmed'), ...points(['denied'])],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
  ])('names %s', (_name, given, expected) => {
    expect(sinceWhen(given)).toEqual(expected);
  });
});

describe('places on the line of time', () => {
  const places = (...days: readonly number[]) => placesOf(days.map((day) => ({ at: at(day) })));

  it('lie in proportion, with a single moment at the right', () => {
    expect([places(1, 2, 5), places(3), places()]).toEqual([[0, 0.25, 1], [1], []]);
  });

  it('never go back, where the clock was set back', () => {
    expect(places(20, 1, 2, 4)).toEqual([0, 0, 1 / 3, 1]);
  });
});
