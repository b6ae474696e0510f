/** Short ways to write evidence in tests. */
import type { Evidence, Statement } from '../../shared/diagnosis/evidence';
import {
  type Cause,
  type Confidence,
  type Facts,
  NO_FACTS,
  NO_WRAPPER,
  type Reading,
} from '../../shared/errors/reading';
import type { Answer, AnswerHeaders, NetworkFailure, Probe } from '../../shared/observations/observation';
import { observed } from '../../shared/observations/showing';

export const AT = '2026-11-22T10:00:00.000Z';
export const KEY = 'key-1';
export const MODEL = 'gpt-5.5';
export const PROJECT = 'proj_Own1';

export function reading(
  cause: Cause,
  facts: Partial<Facts> = {},
  confidence: Confidence = 'certain',
): Reading {
  return {
    cause,
    confidence,
    rule: 'test',
    vendor: null,
    facts: { ...NO_FACTS, ...facts },
    wrapper: NO_WRAPPER,
    marks: [],
    others: [],
    sentence: null,
    needed: null,
  };
}

export function text(cause: Cause, facts: Partial<Facts> = {}): Evidence {
  return { kind: 'text', at: AT, reading: reading(cause, facts) };
}

export function statement(said: Statement): Evidence {
  return { kind: 'statement', at: AT, statement: said };
}

export const HEADERS: AnswerHeaders = {
  organization: null,
  project: null,
  requestId: null,
  retryAfterSeconds: null,
};

let number = 0;
function probe(
  kind: Probe,
  answer: Answer,
  options: { model?: string; control?: boolean; keyId?: string } = {},
): Evidence {
  number += 1;
  const { model = MODEL, control = false, keyId = KEY } = options;
  return observed({
    kind: 'probe',
    id: `probe-${number}`,
    at: AT,
    probe: kind,
    keyId,
    model: kind === 'list' ? null : model,
    control,
    endpoint: '/v1/responses',
    durationMs: 5,
    answer,
  });
}

export function listed(...models: string[]): Evidence {
  const items = models.map((id) => ({ id, shutdownDate: null }));
  return probe('list', { kind: 'success', status: 200, headers: HEADERS, models: items });
}

export function refused(
  kind: Probe,
  cause: Cause,
  facts: Partial<Facts> = {},
  options: { model?: string; control?: boolean } = {},
): Evidence {
  const answer: Answer = {
    kind: 'refusal',
    status: facts.httpStatus ?? 403,
    headers: HEADERS,
    reading: reading(cause, { httpStatus: 403, ...facts }),
    excerpt: '',
  };
  return probe(kind, answer, options);
}

/** A free probe that got as far as validation. */
export function validated(options: { model?: string; control?: boolean; project?: string } = {}): Evidence {
  const answer: Answer = {
    kind: 'refusal',
    status: 400,
    headers: { ...HEADERS, project: options.project ?? null },
    reading: reading('wrong_endpoint_or_parameter', {
      httpStatus: 400,
      type: 'invalid_request_error',
      code: 'integer_below_min_value',
      param: 'max_output_tokens',
    }),
    excerpt: '',
  };
  return probe('free_probe', answer, options);
}

export function answered(kind: Probe = 'real_probe'): Evidence {
  return probe(kind, { kind: 'success', status: 200, headers: HEADERS, models: null });
}

export function unanswered(failure: NetworkFailure, kind: Probe = 'list'): Evidence {
  return probe(kind, { kind: 'no_answer', failure, excerpt: '' });
}

/** A probe that was held back, since the host wants to be left alone. */
export function notSent(kind: Probe = 'list', secondsLeft = 240): Evidence {
  return probe(kind, { kind: 'not_sent', secondsLeft });
}

export function ofOtherKey(evidence: Evidence): Evidence {
  return evidence.kind === 'probe' ? { ...evidence, keyId: 'key-2' } : evidence;
}

/** The same, an hour before. */
export function earlier(evidence: Evidence): Evidence {
  return { ...evidence, at: '2026-11-22T09:00:00.000Z' };
}

/** The same refusal, as a body of its own was read. */
export function withReading(evidence: Evidence, read: Reading): Evidence {
  if (evidence.kind !== 'probe' || evidence.answer.kind !== 'refusal') throw new Error('No refusal');
  return observed({ ...evidence, answer: { ...evidence.answer, reading: read } });
}

/** The same, of the endpoint for pictures. */
export function elsewhere(evidence: Evidence): Evidence {
  return evidence.kind === 'probe' ? { ...evidence, endpoint: '/v1/images/generations' } : evidence;
}
