/** One check as the history keeps it: who asked for what, and how it ended. Never a secret; texts are redacted before. */
import type { AnswerHeaders, ListedModel, Pace, Probe, ProbeEvidence } from '../diagnosis/evidence';
import { isDoubtfulOfKey } from '../diagnosis/key-refusal';
import { type Layer, layerOf } from '../diagnosis/layers';
import { type Meaning, meaningOf } from '../diagnosis/signals';
import type { Cause } from '../errors/reading';

/** `listed`: on the list or readable, which is not the same as usable. `unknown`: the answer says nothing of the model. */
export const CHECK_OUTCOMES = ['listed', 'confirmed', 'denied', 'unknown'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/**
 * What is known of a model from a check of it or from the key's list. `not_listed`: the list was answered without it, so
 * that nobody refused anything yet.
 */
export type Known = CheckOutcome | 'not_listed';

/** `proved`: a real request was answered. `validated`: an invalid one got as far as its parameters, which is weaker. */
export type Strength = 'proved' | 'validated';

/** An outcome with its strength, in the words that the matrix has for its cells. */
export const CHECK_STATES = ['confirmed', 'passed_free_test', 'listed', 'denied', 'unknown'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export function stateOf<O extends Known>({
  outcome,
  strength,
}: {
  readonly outcome: O;
  readonly strength: Strength | null;
}): O | 'passed_free_test' {
  return outcome === 'confirmed' && strength === 'validated' ? 'passed_free_test' : outcome;
}

export function lacks(outcome: Known): boolean {
  return outcome === 'denied' || outcome === 'not_listed';
}

/** Where these refuse, they refuse before any model was looked at. */
const BELOW_MODELS: readonly (Layer | null)[] = ['reach', 'key', 'belonging'];

/** Whether it refuses the key with every model there is. Not being allowed to list says nothing of any. */
export function refusesAll({ outcome, layer }: Judged): boolean {
  return outcome === 'denied' && BELOW_MODELS.includes(layer);
}

/**
 * Whether a model can be refused so and be listed all the same, as with a key without the permission or a project without
 * credit: only a list's own refusal, the project's policy and the model's end show in lists. Being listed then says nothing
 * against the refusal, whichever came first.
 */
export function isUnseenByLists({ outcome, layer }: Judged): boolean {
  return outcome === 'denied' && layer !== null && ![...BELOW_MODELS, 'policy', 'model_name'].includes(layer);
}

interface Judged {
  readonly outcome: Known;
  readonly layer: Layer | null;
}

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

export interface CheckResult {
  readonly outcome: CheckOutcome;
  readonly strength: Strength | null;
  /** The layer that refused, or `reach` where nothing answered. */
  readonly layer: Layer | null;
  readonly cause: Cause | null;
  readonly status: number | null;
  /** The API's own code, or the name of the network failure. */
  readonly code: string | null;
  readonly requestId: string | null;
  /** Redacted beginning of the answer; null where the answer was as it should be. */
  readonly excerpt: string | null;
  readonly answer: AnswerFacts;
}

/** The key as it was known when the check was made, whatever becomes of it later. */
export interface CheckedKey {
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
  /** True for a comparison request that only tells whether free tests mean anything. */
  readonly control: boolean;
  readonly endpoint: string;
  readonly durationMs: number;
  /** Models on the list, for a `list` that was answered. */
  readonly modelsListed: number | null;
}

const NOTHING = { strength: null, layer: null, cause: null, excerpt: null } as const;

/** What one answer amounts to; null for a request that was called off or never sent, which proves nothing and is not kept. */
export function resultOf(probe: ProbeEvidence): CheckResult | null {
  const { answer } = probe;
  switch (answer.kind) {
    case 'cancelled':
    case 'not_sent':
      return null;
    case 'no_answer': {
      const { failure, excerpt } = answer;
      const unanswered = { outcome: 'unknown', strength: null, layer: 'reach', cause: 'network' } as const;
      return {
        ...unanswered,
        status: null,
        code: failure,
        requestId: null,
        excerpt: excerpt || null,
        answer: NO_ANSWER_FACTS,
      };
    }
    case 'success': {
      const proved = probe.probe === 'free_probe' || probe.probe === 'real_probe';
      return {
        ...NOTHING,
        outcome: proved ? 'confirmed' : 'listed',
        strength: proved ? 'proved' : null,
        status: answer.status,
        code: null,
        requestId: answer.headers.requestId,
        answer: { ...factsOf(answer.headers), servedModel: answer.servedModel ?? null },
      };
    }
    case 'refusal': {
      const { reading, status, headers, excerpt } = answer;
      return {
        ...judged(meaningOf(probe)),
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

function judged(meaning: Meaning | null): Pick<CheckResult, 'outcome' | 'strength' | 'layer' | 'cause'> {
  if (meaning === null) return { outcome: 'unknown', strength: null, layer: null, cause: null };
  if (meaning.kind === 'open')
    return { outcome: 'confirmed', strength: meaning.strength, layer: null, cause: null };
  if (meaning.kind === 'visible') return { outcome: 'listed', strength: null, layer: null, cause: null };
  const { cause, reading } = meaning;
  const isOpen = (isPassing(cause) && reading.facts.limit !== 0) || isDoubtfulOfKey(reading);
  const outcome = isOpen ? 'unknown' : 'denied';
  return { outcome, strength: null, layer: layerOf(reading), cause };
}

/** Troubles that pass, or that are somebody else's: they say nothing of the model. A limit of 0 is no access. */
function isPassing(cause: Cause): boolean {
  return ['rate_limited', 'network', 'server_error', 'other_vendor', 'not_an_error'].includes(cause);
}

export function listedModels(probe: ProbeEvidence): readonly ListedModel[] | null {
  return probe.probe === 'list' && probe.answer.kind === 'success' ? probe.answer.models : null;
}

/** Where the answer says that the key belongs. */
export function belongingOf(probe: ProbeEvidence): Pick<AnswerHeaders, 'organization' | 'project'> {
  const { answer } = probe;
  if (answer.kind === 'success') return answer.headers;
  if (answer.kind !== 'refusal') return { organization: null, project: null };
  const named = answer.reading.cause === 'project_lacks_model' ? answer.reading.facts.project : null;
  return { organization: answer.headers.organization, project: answer.headers.project ?? named };
}
