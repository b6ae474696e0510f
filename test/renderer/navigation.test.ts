import { describe, expect, it } from 'vitest';
import { FIRST_TRAIL, follow, placeOf, type Trail, type TrailStep } from '../../renderer/state/navigation';
import type { Page } from '../../shared/ipc/views';

const KEYS: Page = { kind: 'keys' };
const MATRIX: Page = { kind: 'matrix' };
const caseOf = (id: string): Page => ({ kind: 'case', id, part: 'verdict' });

const walk = (...steps: readonly TrailStep[]): Trail => steps.reduce(follow, FIRST_TRAIL);
const go = (page: Page): TrailStep => ({ kind: 'go', page });
const BACK: TrailStep = { kind: 'back' };
const FORWARD: TrailStep = { kind: 'forward' };

describe('the way through the pages', () => {
  it('goes on where an earlier window ended, with a way back, unless somebody has gone anywhere', () => {
    const goOn: TrailStep = { kind: 'go_on', page: MATRIX };
    expect(walk(goOn)).toEqual({ page: MATRIX, past: [FIRST_TRAIL.page], future: [] });
    expect(walk(go(KEYS), goOn)).toEqual(walk(go(KEYS)));
    expect(walk(go(KEYS), BACK, goOn)).toEqual(walk(go(KEYS), BACK));
  });

  it.each<[string, readonly TrailStep[], string]>([
    ['starts at the diagnosis', [], 'diagnose'],
    ['goes back', [go(KEYS), go(MATRIX), BACK], 'keys'],
    ['goes forward again', [go(KEYS), go(MATRIX), BACK, BACK, FORWARD, FORWARD], 'matrix'],
    ['stays where there is nothing before', [BACK, BACK], 'diagnose'],
    ['stays where there is nothing after', [go(KEYS), FORWARD], 'keys'],
    ['forgets what came after when it turns off', [go(KEYS), BACK, go(MATRIX), FORWARD], 'matrix'],
    ['counts a page once, however often it is chosen', [go(KEYS), go(KEYS), go(KEYS), BACK], 'diagnose'],
    ['tells cases apart', [go(caseOf('a')), go(caseOf('b')), BACK], 'case a verdict'],
  ])('%s', (_behaviour, steps, place) => {
    expect(placeOf(walk(...steps).page)).toBe(place);
  });

  it('leads to no case that is gone, and leaves the page that is shown', () => {
    const known: TrailStep = { kind: 'cases_known', ids: new Set(['b']) };
    const trail = walk(go(caseOf('a')), go(caseOf('b')), go(caseOf('c')), known);
    expect([trail.past, trail.page].flat().map(placeOf)).toEqual([
      'diagnose',
      'case b verdict',
      'case c verdict',
    ]);
  });

  it.each<[string, readonly TrailStep[], readonly string[], readonly string[]]>([
    ['behind the page', [go(KEYS), go(caseOf('a')), go(KEYS)], ['diagnose'], []],
    ['before the page', [go(KEYS), go(caseOf('a')), go(KEYS), BACK, BACK], ['diagnose'], []],
    [
      'further back',
      [go(KEYS), go(caseOf('a')), go(caseOf('b')), go(KEYS), go(MATRIX)],
      ['diagnose', 'keys'],
      [],
    ],
    [
      'further on',
      [go(MATRIX), go(caseOf('a')), go(MATRIX), go(KEYS), BACK, BACK, BACK, BACK],
      [],
      ['keys', 'matrix'],
    ],
  ])('has no step that leads nowhere after a case between is gone, %s', (_where, steps, past, future) => {
    const trail = walk(...steps, { kind: 'cases_known', ids: new Set() });
    expect([trail.past.map(placeOf), trail.future.map(placeOf)]).toEqual([past, future]);
  });

  it('does not grow for ever', () => {
    const steps = Array.from({ length: 500 }, (_, index) => go(index % 2 === 0 ? KEYS : MATRIX));
    expect(walk(...steps).past).toHaveLength(50);
  });
});
