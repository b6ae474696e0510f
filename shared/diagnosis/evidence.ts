import type { SpendLimit } from '../admin/change';
import type { Policy } from '../admin/policy';
import type { Reading } from '../errors/reading';
import type { Observation } from '../observations/observation';

/** One thing that is known about the question "can key K use model M?". */
export type Evidence =
  | { readonly kind: 'text'; readonly at: string; readonly reading: Reading }
  | Observation
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
    }
  /** An answer that was recorded and whose record cannot be read any more. It says nothing, and nothing is concluded from it. */
  | { readonly kind: 'unreadable'; readonly at: string; readonly id: string };

/** What the person told us. */
export const STATEMENTS = [
  'changed_list',
  'verified_organization',
  'paid',
  'other_project_has_it',
  'other_project_lacks_it',
] as const;
export type Statement = (typeof STATEMENTS)[number];

export type PolicyEvidence = Extract<Evidence, { kind: 'policy' }>;
