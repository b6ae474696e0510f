import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { readAnswer } from '../../../shared/errors/read-error';
import { belongingOf, resultOf } from '../../../shared/history/check';
import type { Observation } from '../../../shared/observations/observation';
import {
  answered,
  listed,
  notSent,
  PROJECT,
  refused,
  unanswered,
  validated,
  withReading,
} from '../../support/evidence';

function probe(evidence: Evidence): Observation {
  if (evidence.kind !== 'probe') throw new Error('No probe');
  return evidence;
}

describe('what one answer amounts to', () => {
  it.each<[string, Evidence, readonly (string | null)[]]>([
    ['a list', listed('gpt-5.5'), ['listed', null, null, null]],
    ['a model looked up', answered('retrieve'), ['listed', null, null, null]],
    ['a real answer', answered(), ['confirmed', 'proved', null, null]],
    ['a free test that reached validation', validated(), ['confirmed', 'validated', null, null]],
    [
      'a refusal by the project',
      refused('free_probe', 'project_lacks_model'),
      ['denied', null, 'policy', 'project_lacks_model'],
    ],
    [
      'a key that is not known',
      refused('list', 'key_invalid', { httpStatus: 401 }),
      ['denied', null, 'key', 'key_invalid'],
    ],
    [
      'a bare 401',
      withReading(refused('list', 'key_invalid', { httpStatus: 401 }), readAnswer(401, '<html></html>')),
      ['unknown', null, null, null],
    ],
    ['no credit', refused('free_probe', 'quota_or_billing'), ['denied', null, 'money', 'quota_or_billing']],
    [
      'a key without the scope to look a model up',
      refused('retrieve', 'key_scope'),
      ['unknown', null, null, null],
    ],
    ['too many requests', refused('free_probe', 'rate_limited'), ['unknown', null, 'pace', 'rate_limited']],
    [
      'a limit of zero',
      refused('free_probe', 'rate_limited', { limit: 0 }),
      ['denied', null, 'pace', 'rate_limited'],
    ],
    [
      'a server error',
      refused('free_probe', 'server_error', { httpStatus: 500 }),
      ['unknown', null, null, null],
    ],
    ['no answer', unanswered('timeout', 'free_probe'), ['unknown', null, 'reach', 'network']],
  ])('%s', (_name, evidence, expected) => {
    const result = resultOf(probe(evidence));
    expect([result?.outcome, result?.strength, result?.layer, result?.cause]).toEqual(expected);
  });

  it('a request that was called off or held back amounts to nothing', () => {
    expect(resultOf(probe(notSent()))).toBeNull();
    expect(resultOf({ ...probe(answered()), answer: { kind: 'cancelled' } })).toBeNull();
  });

  it('names where the key belongs, by header or by the sentence of a refusal', () => {
    expect([
      belongingOf(probe(validated({ project: PROJECT }))).project,
      belongingOf(probe(refused('free_probe', 'project_lacks_model', { project: PROJECT }))).project,
      belongingOf(probe(refused('free_probe', 'model_missing_or_no_access', { project: PROJECT }))).project,
      belongingOf(probe(unanswered('dns'))).project,
    ]).toEqual([PROJECT, PROJECT, null, null]);
  });
});
