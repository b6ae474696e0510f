import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Recorded, remember, standingOf, type Trail } from '../../../shared/matrix/trail';
import type { CellCheck } from '../../../shared/matrix/views';

let number = 0;
function recorded(part: Partial<CellCheck>, endpoint = '/v1/responses'): Recorded {
  number += 1;
  const check: CellCheck = {
    keyId: 'key-1',
    column: 0,
    checkId: `check-${number}`,
    at: '2026-11-22T10:00:00.000Z',
    order: number,
    probe: 'free_probe',
    outcome: 'confirmed',
    strength: null,
    unproven: false,
    layer: null,
    cause: null,
    status: 200,
    code: null,
    durationMs: 5,
    newerAttempt: null,
    ...part,
  };
  return { endpoint, check };
}

const proved = recorded({ probe: 'real_probe', strength: 'proved' });
const validated = recorded({ strength: 'validated', status: 400, code: 'empty_array' });
const denied = recorded({ outcome: 'denied', layer: 'money', status: 429 });
const hidden = recorded({ probe: 'retrieve', outcome: 'denied', layer: 'policy', status: 403 });
const seen = recorded({ probe: 'retrieve', outcome: 'listed' });
const unanswered = recorded({ outcome: 'unknown', status: null, code: 'timeout' });

function trailOf([first, ...later]: readonly [Recorded, ...Recorded[]]): Trail {
  return later.reduce<Trail>((trail, next) => remember(trail, next), [first]);
}

function standing(checks: readonly [Recorded, ...Recorded[]], calibrated: boolean | null = null) {
  const check = standingOf(trailOf(checks), () => calibrated);
  return [check.outcome, check.strength, check.unproven, check.newerAttempt?.code ?? null];
}

describe('of the checks of one cell', () => {
  it.each<[string, readonly [Recorded, ...Recorded[]], boolean | null, readonly unknown[]]>([
    ['the only one', [validated], null, ['confirmed', 'validated', false, null]],
    ['a proof, after a free test', [proved, validated], true, ['confirmed', 'proved', false, 'empty_array']],
    ['a proof, after a look', [proved, seen], null, ['confirmed', 'proved', false, '200']],
    ['a free test after a refusal', [denied, validated], null, ['confirmed', 'validated', false, null]],
    [
      'a refusal, after a free test that proves nothing',
      [denied, validated],
      false,
      ['denied', null, false, 'empty_array'],
    ],
    [
      'a free test that proves nothing, where nothing else is known',
      [unanswered, validated],
      false,
      ['confirmed', 'validated', true, null],
    ],
    ['a look, after one that failed', [hidden, seen], null, ['listed', null, false, null]],
    ['a refusal, after a look', [denied, seen], null, ['denied', null, false, '200']],
    ['what was answered', [denied, unanswered], null, ['denied', null, false, 'timeout']],
    ['what is newer of the same worth', [proved, unanswered, denied], null, ['denied', null, false, null]],
  ])('%s stands', (_name, checks, calibrated, expected) => {
    expect(standing(checks, calibrated)).toEqual(expected);
  });

  it('no more is remembered than the newest of each sort, in order', () => {
    const any = fc.constantFrom(proved, validated, denied, hidden, seen, unanswered);
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (checks) => {
        const [first, ...later] = checks;
        if (first === undefined) return;
        const trail = trailOf([first, ...later]);
        expect(trail.length).toBeLessThanOrEqual(4);
        expect(trail.at(-1)).toBe(checks.at(-1));
      }),
    );
  });
});
