/** One check as the history keeps it: who asked for what, and how it ended. Never a secret; texts are redacted before. */
import type { KeySummary, SentFor } from '../keys/key';
import type { ListedModel } from '../models/listed-model';
import type { AnswerHeaders, Observation, Pace, Probe } from '../observations/observation';
import { isSameSender, NO_HEADERS, type SentKey, sentForBy } from '../observations/sender';
import type { Showing } from '../observations/showing';

/** An outcome with its strength, in the words that the matrix has for its cells. */
export const CHECK_STATES = ['confirmed', 'passed_free_test', 'listed', 'denied', 'unknown'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What an answer said beside its verdict; null for whatever it did not say. */
export interface AnswerFacts {
  /** The API's own sort of error, as in `invalid_request_error`. */
  readonly type: string | null;
  readonly retryAfterSeconds: number | null;
  readonly processingMs: number | null;
  readonly pace: Pace | null;
  readonly servedModel: string | null;
}

export const NO_ANSWER_FACTS: AnswerFacts = {
  type: null,
  retryAfterSeconds: null,
  processingMs: null,
  pace: null,
  servedModel: null,
};

export interface CheckResult extends Showing {
  readonly status: number | null;
  /** The API's own code, or the name of the network failure. */
  readonly code: string | null;
  readonly requestId: string | null;
  /** Redacted beginning of the answer; null where the answer was as it should be. */
  readonly excerpt: string | null;
  readonly answer: AnswerFacts;
}

/** The key as it was known when the check was made, whatever becomes of it later. */
interface CheckedKey {
  readonly keyId: string;
  readonly keyLabel: string;
  readonly keyLastFour: string;
  readonly organization: string | null;
  readonly project: string | null;
}

export interface CheckRecord extends CheckResult, CheckedKey {
  readonly id: string;
  /** ISO moment at which the request was sent. */
  readonly at: string;
  /** The run of the matrix that the check belongs to; null for a single check or a watch. */
  readonly runId: string | null;
  /** null for `list`. */
  readonly model: string | null;
  readonly probe: Probe;
  /** The headers that chose among the organizations and projects of the key. */
  readonly sent: SentFor;
  /** True for a comparison request that only tells whether free tests mean anything. */
  readonly control: boolean;
  readonly endpoint: string;
  readonly durationMs: number;
  /** Models on the list, for a `list` that was answered. */
  readonly modelsListed: number | null;
}

/** Whether the history keeps this answer: a request that was called off or never sent proves nothing. */
export function isRecorded({ answer }: Pick<Observation, 'answer'>): boolean {
  return answer.kind !== 'cancelled' && answer.kind !== 'not_sent';
}

/** A key as it is known at the moment of the answer. */
type AskedKey = SentKey & Pick<KeySummary, 'id' | 'label' | 'lastFour' | 'organization' | 'project'>;

/** The record of one answer; null where none is kept (see `isRecorded`). */
export function checkOf(observation: Observation, runId: string | null, key: AskedKey): CheckRecord | null {
  const result = resultOf(observation);
  if (result === null) return null;
  const { id, at, model, probe, control, endpoint, durationMs } = observation;
  const { organization = null, project = null } = observation.sent ?? NO_HEADERS;
  const sent = { organization, project };
  const belonging = belongingOf(observation);
  // Where a request that is sent otherwise belongs, the key's own home does not say.
  const home = isSameSender(sent, sentForBy(key)) ? key : NO_HEADERS;
  return {
    id,
    at,
    runId,
    keyId: key.id,
    keyLabel: key.label,
    keyLastFour: key.lastFour,
    organization: belonging.organization ?? organization ?? home.organization,
    project: belonging.project ?? project ?? home.project,
    model,
    probe,
    sent,
    control,
    endpoint,
    durationMs,
    modelsListed: listedModels(observation)?.length ?? null,
    ...result,
  };
}

/** What one answer amounts to; null for a request that was called off or never sent, which is not kept. */
export function resultOf(observation: Observation): CheckResult | null {
  const { answer, showed } = observation;
  switch (answer.kind) {
    case 'cancelled':
    case 'not_sent':
      return null;
    case 'no_answer':
      return {
        ...showed,
        status: null,
        code: answer.failure,
        requestId: null,
        excerpt: answer.excerpt || null,
        answer: NO_ANSWER_FACTS,
      };
    case 'success':
      return {
        ...showed,
        status: answer.status,
        code: null,
        requestId: answer.headers.requestId,
        excerpt: null,
        answer: { ...factsOf(answer.headers), servedModel: answer.servedModel ?? null },
      };
    case 'refusal': {
      const { reading, status, headers, excerpt } = answer;
      return {
        ...showed,
        status,
        code: reading.facts.code,
        requestId: headers.requestId ?? reading.facts.requestId,
        excerpt,
        answer: { ...factsOf(headers), type: reading.facts.type },
      };
    }
  }
}

function factsOf({ retryAfterSeconds, processingMs, pace }: AnswerHeaders): AnswerFacts {
  return {
    ...NO_ANSWER_FACTS,
    retryAfterSeconds,
    processingMs: processingMs ?? null,
    pace: pace ?? null,
  };
}

export function listedModels(probe: Observation): readonly ListedModel[] | null {
  return probe.probe === 'list' && probe.answer.kind === 'success' ? probe.answer.models : null;
}

/** Where the answer says that the key belongs. */
export function belongingOf(probe: Observation): Pick<AnswerHeaders, 'organization' | 'project'> {
  const { answer } = probe;
  if (answer.kind === 'success') return answer.headers;
  if (answer.kind !== 'refusal') return { organization: null, project: null };
  const named = answer.reading.cause === 'project_lacks_model' ? answer.reading.facts.project : null;
  return { organization: answer.headers.organization, project: answer.headers.project ?? named };
}
