/** What the key's former secret was answered says nothing of the one that it has now. */
import { describe, expect, it } from 'vitest';
import { freeTestsCanProve } from '../../../shared/diagnosis/can-prove';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import type { Question } from '../../../shared/diagnosis/key-answers';
import { NO_HEADERS } from '../../../shared/observations/sender';
import { KEY, MODEL, refused, validated } from '../../support/evidence';

const CONTROL = refused('free_probe', 'project_lacks_model', {}, { model: 'gpt-4.1', control: true });
const LET_THROUGH = validated({ model: 'gpt-4.1', control: true });

function by(end: string, evidence: Evidence): Evidence {
  return evidence.kind === 'probe' ? { ...evidence, keyEnd: end } : evidence;
}

function questionOf(...evidence: readonly Evidence[]): Question {
  const key = {
    end: 'now1',
    host: 'api.openai.com',
    learnedAt: null,
    hostSeen: null,
    reachesSeveral: false,
    sentFor: NO_HEADERS,
  };
  return { evidence, keyId: KEY, model: MODEL, today: '2026-11-22', key };
}

describe('what free tests are worth', () => {
  it.each([
    ['a control that the present secret was refused', by('now1', CONTROL), 'open', 'likely', true],
    ['a control that the former secret was refused', by('old1', CONTROL), 'open', 'possible', true],
    [
      'a control that the present secret got through',
      by('now1', LET_THROUGH),
      'undecided',
      'possible',
      false,
    ],
    ['a control that the former secret got through', by('old1', LET_THROUGH), 'open', 'possible', true],
  ])('goes by %s', (_name, control, outcome, confidence, canProve) => {
    const question = questionOf(control, by('now1', validated()));
    const verdict = diagnose(question);
    expect([verdict.outcome, verdict.confidence]).toEqual([outcome, confidence]);
    expect(freeTestsCanProve(question)).toBe(canProve);
  });
});
