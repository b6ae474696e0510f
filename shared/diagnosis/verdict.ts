import type { Cause, Confidence } from '../errors/reading';
import type { HostKind } from '../keys/key';
import type { Layer } from '../observations/layers';
import type { Probe } from '../observations/observation';
import type { Streak } from '../observations/proof';
import type { State } from '../observations/resolve';
import type { SenderDifference } from './contrast';

export type LayerState = 'passed' | 'failed' | 'unknown';

/** A test that would settle something, named so that the window can offer it as a button. */
export type Test =
  | { readonly kind: 'probe'; readonly probe: Probe }
  | { readonly kind: 'other_project_key' }
  | { readonly kind: 'console_look' }
  | { readonly kind: 'organization_limits' }
  | { readonly kind: 'wait_and_repeat' };

/** How a layer's state is known: a code for the sentence, and the evidence it rests on (indexes into the case's evidence). */
export interface LayerFinding {
  readonly layer: Layer;
  readonly state: LayerState;
  readonly reason: ReasonCode;
  readonly values: Readonly<Record<string, string>>;
  readonly evidence: readonly number[];
  /** The cheapest test that would settle an unknown layer. */
  readonly test: Test | null;
}

/** Codes of the sentences that say how we know; the sentences are in `messages/*\/verdict`. */
export const REASON_CODES = [
  'no_evidence',
  'text_says',
  'answered',
  'key_accepted',
  'key_refused',
  'project_matches',
  'project_differs',
  'project_by_header',
  'project_unknown',
  'belonging_refused',
  'scope_ok',
  'scope_missing',
  'money_ok',
  'money_refused',
  'entitled',
  'other_project_has_it',
  'not_verified',
  'listed',
  'entry_readable',
  'not_listed',
  'allowed_by_probe',
  'refused_by_policy',
  'name_known',
  'name_unknown',
  'name_retired',
  'name_on_retired_list',
  'wrong_host',
  'sibling_listed',
  'endpoint_ok',
  'endpoint_refused',
  'pace_ok',
  'pace_limited',
  'no_answer',
  'below_failed',
  'flickering',
  'not_on_allow_list',
  'on_block_list',
  'on_allow_list',
  'not_on_block_list',
  'no_policy',
  'empty_list',
  'policy_not_felt',
  'has_rate_limit',
  'no_rate_limit',
  'project_is_archived',
  'spend_limit_reached',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Another cause that fits the same evidence. */
export interface Rival {
  readonly cause: RivalCause;
  readonly test: Test;
}

/** Finer than `Cause`: the same sentence can have several roots. */
export const RIVAL_CAUSES = [
  'allow_list',
  'block_list',
  'organization_not_entitled',
  'wrong_project_key',
  'alias_or_snapshot',
  'propagating',
  'second_model',
  'retired_name',
  'typo',
  'restricted_key',
  'viewer_role',
  'no_credit',
  'network_in_between',
  'gateway_list',
  'key_not_accepted',
  'other_home',
  'address_not_let_through',
  'request_unfit',
] as const;
export type RivalCause = (typeof RIVAL_CAUSES)[number];

/** Why the tested key cannot have been the one of the pasted text, or no longer is it; and what the text by itself says. */
export interface OtherKey {
  readonly why: 'other_project' | 'key_refused';
  readonly textCause: Cause;
}

/** Successes in a row that settle that access is open, and what they are. */
export interface Proof extends Streak {
  /** `free_tests`: they got past every check that a free test meets. `real_request`: the model answered. */
  readonly restsOn: 'free_tests' | 'real_request';
}

/**
 * Why nothing is known. `not_tested`: nobody asked for the model. `not_allowed_to_see`: what was asked does not tell with
 * this key. `depends`: the answer changes, by time or place. `not_understood`: an answer came whose words are not known.
 */
export type Unknown = 'not_tested' | 'not_allowed_to_see' | 'depends' | 'not_understood';

/**
 * The answer to "can this key use this model?".
 * `refused`: a layer refuses. `open`: the model answers. `undecided`: nothing so far settles it. `not_an_error`: the text is no failure.
 */
export interface Verdict {
  readonly outcome: 'refused' | 'open' | 'undecided' | 'not_an_error';
  readonly cause: Cause | null;
  readonly layer: Layer | null;
  readonly confidence: Confidence;
  /** What the answers by themselves say of the model with this key: the word that the matrix has for it. */
  readonly state: State;
  /** Set where it is proven that access is open; `confidence` is then not shown. */
  readonly proof: Proof | null;
  /** The successes that the answers end with, proven or not. */
  readonly streak: Streak;
  /** Set where the outcome is `undecided`. */
  readonly unknown: Unknown | null;
  /** The answer that was not understood, word for word and without secrets; null everywhere else. */
  readonly quote: string | null;
  /** In what the failing request differs from a test of ours that got through; null where it need not differ. */
  readonly contrast: SenderDifference | null;
  /** Whose host the key is used with: OpenAI's links and limits do not hold for another. */
  readonly host: HostKind;
  /** Set where the refusal is about the tested key and leaves open what the text reports; null everywhere else. */
  readonly otherKey: OtherKey | null;
  /** All ten, lowest first. */
  readonly ladder: readonly LayerFinding[];
  readonly rivals: readonly Rival[];
  /** The model id in question, as literally sent. */
  readonly model: string | null;
  readonly project: string | null;
  readonly organization: string | null;
  readonly requestId: string | null;
  /** Listed models close to the one asked for: spellings that this key may already use. */
  readonly siblings: readonly string[];
  readonly nextTest: Test | null;
}

/** The outcome in a word or a sign: a free test that may mean nothing settles nothing yet, and earns no green tick. */
export function settledOutcome({ outcome, confidence }: Verdict): Verdict['outcome'] {
  return outcome === 'open' && confidence === 'possible' ? 'undecided' : outcome;
}
