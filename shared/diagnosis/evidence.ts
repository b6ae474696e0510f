import type { SpendLimit } from '../admin/change';
import type { Policy } from '../admin/policy';
import type { Reading } from '../errors/reading';

/** Every test the app can run, cheapest first. `free_probe` sends a request that is invalid on purpose. */
export const PROBES = ['list', 'retrieve', 'free_probe', 'real_probe'] as const;
export type Probe = (typeof PROBES)[number];

/** Why no HTTP answer came, or why it could not be taken for one. */
export const NETWORK_FAILURES = [
  'offline',
  'dns',
  'refused',
  'timeout',
  'tls',
  'proxy',
  'reset',
  'redirect',
  'too_large',
  'unexpected',
] as const;
export type NetworkFailure = (typeof NETWORK_FAILURES)[number];

/** What is left of a key's rate limits, as the API counts them; null where it did not say. */
export interface Pace {
  readonly requestsLimit: number | null;
  readonly requestsLeft: number | null;
  readonly tokensLimit: number | null;
  readonly tokensLeft: number | null;
}

/**
 * Response headers worth keeping (source: API overview and recorded traffic, 2026). What is optional came later than
 * the first kept cases, and is left out where the API did not send it.
 */
export interface AnswerHeaders {
  readonly organization: string | null;
  readonly project: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Milliseconds that the API says it worked on the request. */
  readonly processingMs?: number;
  readonly pace?: Pace;
}

/** What came back from one request, with secrets removed. */
export type Answer =
  | {
      readonly kind: 'success';
      readonly status: number;
      readonly headers: AnswerHeaders;
      /** Model ids, for `list`. */
      readonly models: readonly ListedModel[] | null;
      /** The model that says it answered: for an alias, its snapshot. Left out where the answer names none. */
      readonly servedModel?: string;
    }
  | {
      readonly kind: 'refusal';
      readonly status: number;
      readonly headers: AnswerHeaders;
      /** The body's text as the reader understood it, with its facts. */
      readonly reading: Reading;
      readonly excerpt: string;
    }
  | { readonly kind: 'no_answer'; readonly failure: NetworkFailure; readonly excerpt: string }
  /** Nothing was asked, since the host wants to be left alone for so many seconds more. It says nothing of key or model. */
  | { readonly kind: 'not_sent'; readonly secondsLeft: number }
  | { readonly kind: 'cancelled' };

export interface ListedModel {
  readonly id: string;
  /** ISO date of the announced shutdown, where the API gives one. */
  readonly shutdownDate: string | null;
}

/** One thing that is known about the question "can key K use model M?". */
export type Evidence =
  | { readonly kind: 'text'; readonly at: string; readonly reading: Reading }
  | {
      readonly kind: 'probe';
      readonly id: string;
      readonly at: string;
      readonly probe: Probe;
      readonly keyId: string;
      /** The model asked for; null for `list`. */
      readonly model: string | null;
      /** True for a free probe of another model, sent only to learn whether free probes mean anything here. */
      readonly control: boolean;
      readonly endpoint: string;
      readonly durationMs: number;
      readonly answer: Answer;
    }
  | { readonly kind: 'statement'; readonly at: string; readonly statement: Statement }
  | {
      /** What the administration API says of a project: facts where the rest can only be inferred. */
      readonly kind: 'policy';
      readonly at: string;
      readonly projectId: string;
      readonly projectStatus: 'active' | 'archived';
      readonly policy: Policy;
      /** Models that have a rate limit in the project, which are those it can use at all; null where that was not read. */
      readonly usableModels: readonly string[] | null;
      readonly spendLimit: SpendLimit | null | 'unknown';
      readonly requestId: string | null;
    };

/** What the person told us. */
export const STATEMENTS = [
  'changed_list',
  'verified_organization',
  'paid',
  'other_project_has_it',
  'other_project_lacks_it',
] as const;
export type Statement = (typeof STATEMENTS)[number];

export type ProbeEvidence = Extract<Evidence, { kind: 'probe' }>;
export type PolicyEvidence = Extract<Evidence, { kind: 'policy' }>;
