/**
 * For which organization and project a key's requests are sent. A key of the old form reaches several, by the headers
 * `OpenAI-Organization` and `OpenAI-Project`; any other key knows its home, which a header could only contradict (facts of
 * 2026-11).
 */

import { err, ok, type Result } from '../base/result';
import type { Reading } from '../errors/reading';
import type { KeyKind, SentFor } from '../keys/key';
import type { Showing } from './showing';
import { refusesAll } from './standing';

/** Neither header is sent, so that the API chooses. */
export const NO_HEADERS: SentFor = { organization: null, project: null };

/** A key, as far as it decides which headers its requests carry. */
export interface SentKey {
  readonly kind: KeyKind;
  /** What the person chose for the key. */
  readonly sentFor: SentFor;
}

/** Whether a key of this kind can be sent for more than one organization or project. */
export function reachesSeveral(kind: KeyKind): boolean {
  return kind === 'legacy';
}

/**
 * The headers that the key is sent with. `text`: the error that the question is about, if there is one. What it names comes
 * before what was chosen for the key, unless it was these headers that were refused.
 */
export function sentForBy({ kind, sentFor }: SentKey, text: Reading | null = null): SentFor {
  if (!reachesSeveral(kind)) return NO_HEADERS;
  if (text === null || text.cause === 'org_or_project_mismatch') return sentFor;
  const { organization, project } = text.facts;
  const agrees = (named: string | null, own: string | null) => named === null || named === own;
  if (agrees(organization, sentFor.organization) && agrees(project, sentFor.project)) return sentFor;
  return { organization, project };
}

export function isSameSender(one: SentFor, other: SentFor): boolean {
  return one.organization === other.organization && one.project === other.project;
}

/** Whether any header is sent at all. */
export function hasHeaders(sentFor: SentFor): boolean {
  return !isSameSender(sentFor, NO_HEADERS);
}

/** The headers as they are sent, one text each; the same in every language. */
export function headerTexts({ organization, project }: SentFor): readonly string[] {
  return [
    ...(organization === null ? [] : [`OpenAI-Organization: ${organization}`]),
    ...(project === null ? [] : [`OpenAI-Project: ${project}`]),
  ];
}

/**
 * Whether an answer says something of requests that are sent with these headers. A refusal of the key itself is one of every
 * request with it; a refusal of a header is not. Answers of earlier versions were sent without headers.
 */
export function speaksFor(
  answer: { readonly sent?: SentFor; readonly showed: Pick<Showing, 'outcome' | 'layer'> },
  wanted: SentFor,
): boolean {
  if (isSameSender(answer.sent ?? NO_HEADERS, wanted)) return true;
  return refusesAll(answer.showed) && answer.showed.layer !== 'belonging';
}

/** Ids as the API gives them; their length changed over time (facts of 2026-11-22). */
const IDS = { organization: /^org-[A-Za-z0-9]+$/, project: /^proj_[A-Za-z0-9]+$/ } as const;
const MAX_ID = 100;

export type HeaderName = keyof typeof IDS;
export type HeaderError = 'bad_organization_id' | 'bad_project_id';

export function isHeaderId(name: HeaderName, value: string): boolean {
  return value.length <= MAX_ID && IDS[name].test(value);
}

/** Reads what a person typed: null where it is blank. The error's sentences are in `messages/*\/errors`. */
export function readHeaderId(name: HeaderName, typed: string): Result<string | null, HeaderError> {
  const value = typed.trim();
  if (value === '') return ok(null);
  return isHeaderId(name, value) ? ok(value) : err(`bad_${name}_id` as const);
}
