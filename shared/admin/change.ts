/** Changes of a project's policy as they are shown and remembered. No secret is part of any of these. */
import type { Plan, Policy } from './policy';

/** An admin key apart from its secret. It manages an organization and never sends a model a request. */
export interface AdminKeySummary {
  readonly id: string;
  readonly label: string;
  /** The last four characters of the secret. */
  readonly lastFour: string;
  readonly baseUrl: string;
  readonly addedAt: string;
  readonly checkedAt: string | null;
  /** Result of the last reading of the projects. `code` is a cause or a network failure. */
  readonly health:
    | { readonly kind: 'accepted'; readonly projects: number }
    | { readonly kind: 'refused' | 'undecided'; readonly code: string }
    | null;
}

/** A project of the organization, as listed by the administration API. */
export interface AdminProject {
  readonly id: string;
  readonly name: string;
  readonly status: 'active' | 'archived';
}

/** In cents of US dollars a month. `enforcing`: the limit is reached, and calls are refused now. */
export interface SpendLimit {
  readonly cents: number;
  readonly enforcing: boolean;
}

/** A model's limits in this project; null where the answer named none. */
export interface RateLimit {
  readonly model: string;
  readonly requestsPerMinute: number;
  readonly tokensPerMinute: number;
}

/** Everything that the administration API says of one project at one moment. */
export interface ProjectReading {
  readonly at: string;
  readonly keyId: string;
  readonly project: AdminProject;
  readonly policy: Policy;
  /** One entry a model that the project can use at all; null where it could not be read. */
  readonly rateLimits: readonly RateLimit[] | null;
  /** `unknown` where it could not be read; null where there is none. */
  readonly spendLimit: SpendLimit | null | 'unknown';
  readonly requestId: string | null;
}

/**
 * How far a change has come. `planned`: nothing sent. `writing`: sent, no answer yet. `written`: accepted, not read
 * back. `verified`: the read-back equals the preview. `differs`: the read-back is something else. `refused`: the API
 * declined, nothing changed. `stopped`: somebody else had changed the list, nothing was sent. `not_written`: it turned
 * out that the write never arrived. `unknown`: the connection or the app broke off between write and read-back.
 * `undone`: a later change put the old state back.
 */
export const CHANGE_STATES = [
  'planned',
  'writing',
  'written',
  'verified',
  'differs',
  'refused',
  'stopped',
  'not_written',
  'unknown',
  'undone',
] as const;
type ChangeState = (typeof CHANGE_STATES)[number];

/** States in which the old policy can be put back. */
export const UNDOABLE: readonly ChangeState[] = ['written', 'verified', 'differs', 'unknown'];
/** States that leave open what the project's policy now is. */
export const UNSETTLED: readonly ChangeState[] = ['writing', 'written', 'differs', 'unknown'];

export interface ChangeRecord {
  readonly id: string;
  readonly at: string;
  readonly keyId: string;
  readonly project: AdminProject;
  readonly before: Policy;
  readonly after: Policy;
  /** What the read-back found, where it was something else than `after`. */
  readonly found: Policy | null;
  readonly state: ChangeState;
  /** Ids of the requests of this change, in order: what OpenAI's support asks for. */
  readonly requestIds: readonly string[];
  /** The change that this one takes back. */
  readonly undoes: string | null;
  /** A cause or network failure, for the states that come from one. */
  readonly code: string | null;
}

/** What a person confirms, made by the main process from what it has just read. */
export interface ChangePreview {
  readonly id: string;
  readonly keyId: string;
  readonly project: AdminProject;
  readonly plan: Plan;
  /** Models beside the wished ones that were shut out and then pass, of those the app knows. */
  readonly alsoLetsIn: readonly string[];
  /** Wished names that the list gains and that the app never met: new models, or misspelt. */
  readonly unseen: readonly string[];
  /** Models of those the app knows that stop working. */
  readonly shutsOut: readonly string[];
  /** Labels of stored keys of this project: whose programs are affected, as far as the app can know. */
  readonly affectedKeys: readonly string[];
  readonly undoes: string | null;
  /** True where the list is no longer what the change to be undone had left behind. */
  readonly changedSince: boolean;
}
