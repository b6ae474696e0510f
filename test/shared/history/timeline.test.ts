import { describe, expect, it } from 'vitest';
import { placesOf, pointsOf, type RecordedBearing, sinceWhen } from '../../../shared/history/timeline';
import type { Layer } from '../../../shared/observations/layers';
import type { Known } from '../../../shared/observations/standing';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;

function answer(outcome: Known, moment: string, layer: Layer | null = null): RecordedBearing {
  const isList = outcome === 'listed' || outcome === 'not_listed';
  const strength = outcome === 'confirmed' ? 'proved' : null;
  return {
    checkId: `check-${moment}`,
    at: moment,
    probe: isList ? 'list' : 'free_probe',
    showed: { outcome: outcome === 'not_listed' ? 'listed' : outcome, strength, layer },
    isAbout: !isList,
    lists: isList ? outcome === 'listed' : null,
    gone: false,
    calibrated: null,
  };
}

/** One answer a day from the first of the month on: lists with or without the model, and tests of it. */
function days(outcomes: readonly Known[]): readonly RecordedBearing[] {
  return outcomes.map((outcome, index) => answer(outcome, at(index + 1)));
}

const since = (answers: readonly RecordedBearing[]) => sinceWhen(pointsOf(answers));

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
    expect(since(days(outcomes))).toEqual(expected);
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
    const answers = given.map(([outcome, layer], index) => answer(outcome, at(index + 1), layer));
    expect(since(answers)).toEqual(expected);
  });

  const AHEAD = '2027-11-01T10:00:00.000Z';
  const ahead = (outcome: Known) => answer(outcome, AHEAD);

  it.each<[string, readonly RecordedBearing[], ReturnType<typeof sinceWhen>]>([
    [
      'no moment that a clock running ahead gave to the first of a series',
      [ahead('denied'), ...days(['denied', 'denied'])],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
    [
      'nor to what was last seen before it',
      [ahead('confirmed'), ...days(['denied'])],
      { kind: 'lacks', since: at(1), lastHad: null },
    ],
  ])('names %s', (_name, given, expected) => {
    expect(since(given)).toEqual(expected);
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
