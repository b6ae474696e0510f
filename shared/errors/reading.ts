/**
 * What a pasted text says, before any test: the vocabulary of the error reader.
 */

/** Every sort of failure that is told apart. The words are stable: programs read them from the command line. */
export const CAUSES = [
  'project_lacks_model',
  'model_missing_or_no_access',
  'model_retired',
  'org_unverified',
  'key_invalid',
  'key_missing',
  'key_scope',
  'org_or_project_mismatch',
  'project_archived',
  'quota_or_billing',
  'rate_limited',
  'region_blocked',
  'ip_blocked',
  'wrong_endpoint_or_parameter',
  'account_disabled',
  'feature_not_enabled',
  'other_vendor',
  'server_error',
  'network',
  'not_from_api',
  'safety_restricted',
  'keyless_sign_in',
  'reason_not_shown',
  'not_an_error',
] as const;
export type Cause = (typeof CAUSES)[number];

/** How far a statement is backed. `certain`: the text or the API says it; `likely`: it fits best; `possible`: it fits. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Values found literally in the text; null where the text does not hold them. */
export interface Facts {
  readonly model: string | null;
  /** True where the text breaks off inside the model's name: `model` is then only its beginning. */
  readonly modelTruncated: boolean;
  readonly project: string | null;
  readonly organization: string | null;
  readonly requestId: string | null;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly type: string | null;
  readonly param: string | null;
  readonly missingScopes: readonly string[];
  /** Seconds to wait, as the text says. */
  readonly retryAfterSeconds: number | null;
  /** The limit that a rate-limit text names; 0 means that the model has no quota at all. */
  readonly limit: number | null;
  readonly host: string | null;
  /** Path of the endpoint, as in `/v1/responses`. */
  readonly endpoint: string | null;
  readonly furtherModels: readonly string[];
  readonly furtherProjects: readonly string[];
}

export type FactName = keyof Facts;

/** What printed the text: `sdk` and `framework` are names such as `openai-python` or `litellm`. */
export interface Wrapper {
  readonly sdk: string | null;
  readonly language: string | null;
  readonly framework: string | null;
  readonly proxy: string | null;
}

/** A stretch of the original text that holds a fact or the deciding sentence; UTF-16 offsets, `end` exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly fact: FactName | 'sentence';
}

/** Another failure in the same paste that did not stop the person, or did so earlier. */
export interface OtherError {
  readonly cause: Cause;
  readonly excerpt: string;
}

/**
 * A line whose absence keeps the cause open. `failure`: that anything failed at all; `rest`: what comes where the text breaks
 * off; `key`: of which kind the key is; the others by their names.
 */
export const NEEDED = ['failure', 'rest', 'status', 'body', 'code', 'host', 'key'] as const;
export type Needed = (typeof NEEDED)[number];

/** What the reader makes of one text. */
export interface Reading {
  readonly cause: Cause;
  readonly confidence: Confidence;
  /** Name of the row of the recognition table that decided; `none` where nothing fitted. */
  readonly rule: string;
  /** The vendor whose service refused, where it is not OpenAI and can be told (`azure`, `anthropic`, …). */
  readonly vendor: string | null;
  readonly facts: Facts;
  readonly wrapper: Wrapper;
  /** In order of position, not overlapping. */
  readonly marks: readonly Mark[];
  readonly others: readonly OtherError[];
  /** The deciding sentence with secrets removed, at most 300 characters; null where nothing was recognized. */
  readonly sentence: string | null;
  /** The line that the text would have needed; null where it needs none, or where none would help. */
  readonly needed: Needed | null;
}

/** Row of a call that went to another host than the one its project answers on. */
export const WRONG_HOST = 'wrong-regional-host';
/** The row for a model that is served at another endpoint than the one that was asked. */
export const WRONG_ENDPOINT = 'wrong-endpoint';

export const NO_FACTS: Facts = {
  model: null,
  modelTruncated: false,
  project: null,
  organization: null,
  requestId: null,
  httpStatus: null,
  code: null,
  type: null,
  param: null,
  missingScopes: [],
  retryAfterSeconds: null,
  limit: null,
  host: null,
  endpoint: null,
  furtherModels: [],
  furtherProjects: [],
};

export const NO_WRAPPER: Wrapper = { sdk: null, language: null, framework: null, proxy: null };
