/** What one answer of one request showed, recorded once where the answer arrives. Everything else is a view of these. */

import type { Reading } from '../errors/reading';
import type { SentFor } from '../keys/key';
import type { ListedModel } from '../models/listed-model';
import type { Showing } from './showing';

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

/** How a request was sent, as far as an answer can depend on it. */
export interface Sender extends SentFor {
  /** Host name with its port, as in `api.openai.com`. */
  readonly host: string;
}

/** One request as it was sent, before it is known what came back. */
export interface Asked {
  readonly id: string;
  /** ISO moment at which the request was sent. */
  readonly at: string;
  readonly probe: Probe;
  readonly keyId: string;
  /** The model asked for; null for `list`. */
  readonly model: string | null;
  /** True for a free probe of another model, sent only to learn whether free probes mean anything here. */
  readonly control: boolean;
  /** Path of the endpoint, as in `/v1/responses`. */
  readonly endpoint: string;
  /** The last four characters of the secret that was sent; left out in records of earlier versions. */
  readonly keyEnd?: string;
  /** Left out in records of earlier versions, which sent no header and kept no host. */
  readonly sent?: Sender;
}

export interface Observation extends Asked {
  readonly kind: 'probe';
  readonly durationMs: number;
  readonly answer: Answer;
  /** What the answer amounts to by itself. */
  readonly showed: Showing;
}
