import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import type { Observation } from '../../../shared/observations/observation';
import { isSteady, LONGEST_TURN_MS, streakOf } from '../../../shared/observations/proof';
import { answered, refused, validated, withReading } from '../../support/evidence';

const RULE = { turnMs: LONGEST_TURN_MS, looks: false };
const BEGIN = Date.parse('2026-11-22T10:00:00.000Z');

function said(status: number, message: string, words: object): Evidence {
  const error = { message, type: 'invalid_request_error', param: null, code: null, ...words };
  return withReading(
    refused('free_probe', 'server_error', { httpStatus: status }),
    readAnswer(status, JSON.stringify({ error })),
  );
}

const UNKNOWN_WORDS = said(403, 'Computer says no.', { code: 'e_17' });
const PASSING = [
  said(429, 'Rate limit reached. Please try again in 1s.', { type: 'requests', code: 'rate_limit_exceeded' }),
  said(503, 'The engine is currently overloaded, please try again later', { type: 'server_error' }),
];

/** One every half minute. */
function inARow(items: readonly Evidence[]): readonly Observation[] {
  return items.flatMap((item, index) =>
    item.kind === 'probe' ? [{ ...item, at: new Date(BEGIN + index * 30_000).toISOString() }] : [],
  );
}

describe('successes in a row', () => {
  it('are broken off by a refusal that was not understood', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.nat({ max: 6 }), (before, after) => {
        const items = [
          ...Array<Evidence>(before).fill(validated()),
          UNKNOWN_WORDS,
          ...Array<Evidence>(after).fill(answered()),
        ];
        expect(streakOf(inARow(items), RULE).successes).toBe(after);
      }),
    );
  });

  it('go on across what passes by itself', () => {
    for (const passing of PASSING) {
      const items = [validated(), passing, validated(), passing, validated(), validated()];
      expect(isSteady(streakOf(inARow(items), RULE))).toBe(true);
    }
  });
});
