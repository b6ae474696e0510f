import { describe, expect, it } from 'vitest';
import type { Cause, Facts } from '../../../shared/errors/reading';
import type { Answer } from '../../../shared/observations/observation';
import { LONGEST_PAUSE_SECONDS, type PatienceOf, patienceAsked } from '../../../shared/observations/patience';
import { HEADERS, reading } from '../../support/evidence';

function refusal(status: number, cause: Cause, header: number | null, facts: Partial<Facts> = {}): Answer {
  const headers = { ...HEADERS, retryAfterSeconds: header };
  return { kind: 'refusal', status, headers, reading: reading(cause, facts), excerpt: '' };
}

describe('patience', () => {
  it.each<[string, Answer, number | null, PatienceOf]>([
    ['too many requests, with a header', refusal(429, 'rate_limited', 7), 7, 'key'],
    [
      'too many requests, with a sentence',
      refusal(429, 'rate_limited', null, { retryAfterSeconds: 3 }),
      3,
      'key',
    ],
    ['too many requests, without a time', refusal(429, 'rate_limited', null), null, 'key'],
    ['too many requests that a proxy gives another status', refusal(403, 'rate_limited', 4), 4, 'host'],
    ['a busy engine', refusal(429, 'server_error', 30), 30, 'host'],
    ['a machine that is down for a while', refusal(503, 'server_error', 30), 30, 'host'],
    ['a guard before the API', refusal(429, 'ip_blocked', 60), 60, 'host'],
    ['an organization', refusal(429, 'rate_limited', 9, { organization: 'org-1' }), 9, 'organization'],
    [
      'a project',
      refusal(429, 'rate_limited', 9, { organization: 'org-1', project: 'proj_1' }),
      9,
      'project',
    ],
    ['a day', refusal(429, 'rate_limited', 86_400), LONGEST_PAUSE_SECONDS, 'key'],
    ['ages', refusal(429, 'rate_limited', null, { retryAfterSeconds: 1e11 }), LONGEST_PAUSE_SECONDS, 'key'],
  ])('is asked for by %s', (_name, answer, seconds, of) => {
    expect(patienceAsked(answer)).toEqual({ seconds, of });
  });

  it.each<[string, Answer]>([
    ['no credit', refusal(429, 'quota_or_billing', 2)],
    ['a limit of nothing at all', refusal(429, 'rate_limited', 2, { limit: 0 })],
    ['a busy engine that names no time', refusal(429, 'server_error', null)],
    ['a server error', refusal(500, 'server_error', 5)],
    ['a refused key', refusal(401, 'key_invalid', 5)],
    ['a success', { kind: 'success', status: 200, headers: HEADERS, models: null }],
    ['no answer', { kind: 'no_answer', failure: 'reset', excerpt: '' }],
  ])('is not asked for by %s', (_name, answer) => {
    expect(patienceAsked(answer)).toBeNull();
  });
});
