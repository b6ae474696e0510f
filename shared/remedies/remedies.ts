/** What to do about each cause: who can do it, where, and how long it takes to apply. Sentences are in `messages/*\/remedies`. */

import type { Statement } from '../diagnosis/evidence';
import type { Verdict } from '../diagnosis/verdict';
import type { Cause } from '../errors/reading';
import type { LinkId } from './links';

export type Who = 'developer' | 'project_member' | 'organization_owner' | 'network_admin' | 'vendor';

interface Remedy {
  readonly who: Who;
  /** Number of sentences under `remedies.cause.<cause>`: `step1` to `stepN`. */
  readonly steps: number;
  readonly links: readonly LinkId[];
  /** Minutes until the change holds everywhere, at most; null where it applies at once or nothing is known. */
  readonly appliesWithinMinutes: number | null;
  /** True where the five-step wizard is the remedy. */
  readonly wizard: boolean;
}

/**
 * Times: model list, a few minutes (seen 2026, likely); verification, 15 minutes (the error text itself); roles,
 * 30 minutes (access-control guide, 2026); credit, about 15 minutes (one report, 2026).
 */
export const REMEDIES: Readonly<Record<Cause, Remedy>> = {
  project_lacks_model: {
    who: 'organization_owner',
    steps: 3,
    links: ['project_limits'],
    appliesWithinMinutes: 10,
    wizard: true,
  },
  model_missing_or_no_access: {
    who: 'developer',
    steps: 3,
    links: ['organization_limits', 'deprecations'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  model_retired: {
    who: 'developer',
    steps: 2,
    links: ['deprecations'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  org_unverified: {
    who: 'organization_owner',
    steps: 2,
    links: ['organization_general'],
    appliesWithinMinutes: 15,
    wizard: false,
  },
  key_invalid: { who: 'developer', steps: 3, links: ['api_keys'], appliesWithinMinutes: null, wizard: false },
  key_missing: { who: 'developer', steps: 2, links: ['api_keys'], appliesWithinMinutes: null, wizard: false },
  key_scope: {
    who: 'project_member',
    steps: 3,
    links: ['project_keys', 'project_members'],
    appliesWithinMinutes: 30,
    wizard: false,
  },
  org_or_project_mismatch: {
    who: 'developer',
    steps: 3,
    links: ['project_keys', 'projects'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  project_archived: {
    who: 'project_member',
    steps: 2,
    links: ['projects'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  quota_or_billing: {
    who: 'organization_owner',
    steps: 3,
    links: ['billing', 'organization_limits', 'project_limits'],
    appliesWithinMinutes: 15,
    wizard: false,
  },
  rate_limited: {
    who: 'developer',
    steps: 3,
    links: ['organization_limits', 'project_limits'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  region_blocked: {
    who: 'network_admin',
    steps: 2,
    links: ['error_codes'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  ip_blocked: {
    who: 'network_admin',
    steps: 2,
    links: ['ip_allowlist'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  wrong_endpoint_or_parameter: {
    who: 'developer',
    steps: 2,
    links: ['error_codes'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  account_disabled: { who: 'vendor', steps: 2, links: ['help'], appliesWithinMinutes: null, wizard: false },
  feature_not_enabled: {
    who: 'organization_owner',
    steps: 2,
    links: ['organization_general'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  other_vendor: { who: 'vendor', steps: 2, links: [], appliesWithinMinutes: null, wizard: false },
  server_error: { who: 'vendor', steps: 2, links: ['status'], appliesWithinMinutes: null, wizard: false },
  network: { who: 'network_admin', steps: 3, links: ['status'], appliesWithinMinutes: null, wizard: false },
  not_from_api: {
    who: 'network_admin',
    steps: 3,
    links: ['status'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  safety_restricted: {
    who: 'organization_owner',
    steps: 3,
    links: ['help'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  keyless_sign_in: {
    who: 'developer',
    steps: 2,
    links: ['api_keys'],
    appliesWithinMinutes: null,
    wizard: false,
  },
  reason_not_shown: { who: 'developer', steps: 2, links: [], appliesWithinMinutes: null, wizard: false },
  not_an_error: { who: 'developer', steps: 1, links: [], appliesWithinMinutes: null, wizard: false },
};

/** On a host that is not OpenAI's, its console has no say: whoever runs the service decides, or has it decided. */
const ELSEWHERE: Remedy = { who: 'vendor', steps: 2, links: [], appliesWithinMinutes: null, wizard: false };

/** Causes that are OpenAI's to settle only where the key is used with OpenAI. */
const OF_OPENAI: readonly Cause[] = [
  'project_lacks_model',
  'model_missing_or_no_access',
  'model_retired',
  'org_unverified',
  'key_scope',
  'key_invalid',
  'org_or_project_mismatch',
  'project_archived',
  'quota_or_billing',
  'rate_limited',
  'account_disabled',
  'feature_not_enabled',
  'ip_blocked',
];

export function isElsewhere({ cause, host }: Pick<Verdict, 'cause' | 'host'>): boolean {
  return host === 'other' && cause !== null && OF_OPENAI.includes(cause);
}

/** What helps against the cause of a verdict, on the host that its key is used with; null where there is no cause. */
export function remedyFor(verdict: Pick<Verdict, 'cause' | 'host'>): Remedy | null {
  if (verdict.cause === null) return null;
  return isElsewhere(verdict) ? ELSEWHERE : REMEDIES[verdict.cause];
}

/** What a person can say to have done about a cause outside the wizard; it then counts as evidence. */
export const STATEMENT_OF_CAUSE: Readonly<Partial<Record<Cause, Statement>>> = {
  org_unverified: 'verified_organization',
  quota_or_billing: 'paid',
};
