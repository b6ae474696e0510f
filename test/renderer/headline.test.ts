import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../shared/diagnosis/verdict';
import { sayIn } from '../../shared/messages/say';
import { headlineOf } from '../../shared/report/headline';

const UNDECIDED: Verdict = {
  outcome: 'undecided',
  cause: null,
  layer: null,
  confidence: 'possible',
  state: 'unknown',
  proof: null,
  streak: { successes: 0, spanMs: 0, neededMs: 90_000, answered: false },
  unknown: 'not_tested',
  quote: null,
  contrast: null,
  host: 'openai',
  ladder: [],
  rivals: [],
  model: null,
  project: null,
  organization: null,
  requestId: null,
  siblings: [],
  nextTest: null,
  otherKey: null,
};
const say = sayIn('en');

describe('the headline of a verdict', () => {
  it('names the cause of a refusal', () => {
    const verdict: Verdict = { ...UNDECIDED, outcome: 'refused', cause: 'key_invalid', layer: 'key' };
    expect(headlineOf(verdict, say)).toEqual({
      title: say('verdict.cause.key_invalid.title'),
      explanation: say('verdict.cause.key_invalid.explanation'),
    });
  });

  it.each(['certain', 'likely', 'possible'] as const)(
    'claims no more than %s for an open model',
    (confidence) => {
      expect(headlineOf({ ...UNDECIDED, outcome: 'open', confidence }, say)).toEqual({
        title: say(`verdict.open.title.${confidence}`),
        explanation: say(`verdict.open.${confidence}`),
      });
    },
  );

  it('asks for a test where nothing is decided', () => {
    expect(headlineOf(UNDECIDED, say).explanation).toBe(say('verdict.undecided.explanation'));
  });

  it('explains alternating answers as a change that spreads', () => {
    const finding = {
      layer: 'policy',
      state: 'unknown',
      reason: 'flickering',
      values: {},
      evidence: [0],
      test: null,
    } as const;
    const verdict: Verdict = { ...UNDECIDED, cause: 'project_lacks_model', ladder: [finding] };
    expect(headlineOf(verdict, say).explanation).toBe(say('verdict.undecided.flickering'));
  });

  it('says so where the text is no failure', () => {
    const verdict: Verdict = { ...UNDECIDED, outcome: 'not_an_error', cause: 'not_an_error' };
    expect(headlineOf(verdict, say).title).toBe(say('verdict.cause.not_an_error.title'));
  });
});
