/** Whether an answer asks to be left alone for a while, and for how long that is obeyed. */
import type { Facts } from '../errors/reading';
import type { Answer, Observation } from './observation';

/** Longest time that a host is left alone at its wish: a single odd header must not silence it for a day. */
export const LONGEST_PAUSE_SECONDS = 300;

/**
 * Who is to be patient. A limit of requests is counted for an organization or a project where the answer names one, and else
 * is taken for one of the key alone; a busy machine, or a guard before the API, answers every key like that.
 */
export type PatienceOf = 'host' | 'organization' | 'project' | 'key';

export interface Patience {
  readonly seconds: number | null;
  readonly of: PatienceOf;
}

/**
 * `seconds`: between 0 and `LONGEST_PAUSE_SECONDS`; null where the answer names no time. The whole is null where the answer
 * does not ask for patience. A header counts on any 429 and 503 whatever its text is taken for, since a busy machine and a
 * guard before the API say so as well; no credit and a limit of 0, which have the same status, do not pass by waiting.
 */
export function patienceAsked(answer: Answer): Patience | null {
  if (answer.kind !== 'refusal') return null;
  const { headers, reading, status } = answer;
  if (reading.cause === 'quota_or_billing' || reading.facts.limit === 0) return null;
  const named = headers.retryAfterSeconds ?? reading.facts.retryAfterSeconds;
  const seconds = named === null ? null : Math.min(LONGEST_PAUSE_SECONDS, Math.max(0, named));
  if (reading.cause === 'rate_limited')
    return { seconds, of: status === 429 ? limitOf(reading.facts) : 'host' };
  return seconds !== null && (status === 429 || status === 503) ? { seconds, of: 'host' } : null;
}

function limitOf({ organization, project }: Facts): PatienceOf {
  if (project !== null) return 'project';
  return organization === null ? 'key' : 'organization';
}

/** ISO moment until which the host of a request that was not sent wants to be left alone; null for any other answer. */
export function pauseEnd({ at, answer }: Pick<Observation, 'at' | 'answer'>): string | null {
  if (answer.kind !== 'not_sent') return null;
  return new Date(Date.parse(at) + answer.secondsLeft * 1_000).toISOString();
}
