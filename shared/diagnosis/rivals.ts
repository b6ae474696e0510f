/** Other causes that fit the same evidence, each with the cheapest test that tells it apart. */

import type { Cause } from '../errors/reading';
import { aliasOf } from '../models/families';
import type { Statement } from './evidence';
import { policyNotFelt, refusedByPolicy } from './policy-rules';
import type { Signals } from './signals';
import type { Rival, RivalCause, Test } from './verdict';

interface RivalRule {
  readonly rival: RivalCause;
  readonly of: readonly Cause[];
  readonly test: Test;
  readonly fits: (signals: Signals) => boolean;
}

/** Lists of restricted projects seen so far held 1 to 18 models; an open organization lists many more (observations of 2025 and 2026). */
const FEW_MODELS = 25;

const LIST: Test = { kind: 'probe', probe: 'list' };
const FREE: Test = { kind: 'probe', probe: 'free_probe' };
const ACCESS: readonly Cause[] = ['project_lacks_model', 'model_missing_or_no_access'];

/** In the order in which they are offered: the likeliest and the cheapest to rule out come first. */
const RULES: readonly RivalRule[] = [
  {
    rival: 'propagating',
    of: ACCESS,
    test: { kind: 'wait_and_repeat' },
    fits: (s) => s.flickering || said(s, 'changed_list', 'paid') || policyNotFelt(s),
  },
  {
    rival: 'propagating',
    of: ['org_unverified'],
    // A free test cannot see verification.
    test: { kind: 'probe', probe: 'real_probe' },
    fits: (s) => said(s, 'verified_organization'),
  },
  {
    rival: 'propagating',
    of: ['quota_or_billing'],
    test: { kind: 'wait_and_repeat' },
    fits: (s) => said(s, 'paid'),
  },
  { rival: 'retired_name', of: ACCESS, test: LIST, fits: (s) => s.retired },
  {
    rival: 'alias_or_snapshot',
    of: ACCESS,
    test: LIST,
    fits: (s) => s.siblings.length > 0 || (s.list === null && isDated(s.model)),
  },
  { rival: 'wrong_project_key', of: ['project_lacks_model'], test: FREE, fits: (s) => s.keyProject === null },
  {
    rival: 'organization_not_entitled',
    of: ACCESS,
    test: { kind: 'organization_limits' },
    // Two projects without the model point above both of them.
    fits: (s) => s.elsewhere?.value === false && !refusedByPolicy(s),
  },
  {
    rival: 'allow_list',
    of: ['project_lacks_model'],
    test: { kind: 'console_look' },
    // Once the policy itself was read, which list it is stands in the verdict.
    fits: (s) => s.policy === null,
  },
  {
    rival: 'block_list',
    of: ['project_lacks_model'],
    test: { kind: 'console_look' },
    fits: (s) => !listIsShort(s) && s.policy === null,
  },
  {
    rival: 'organization_not_entitled',
    of: ACCESS,
    test: { kind: 'other_project_key' },
    fits: (s) => !listIsShort(s) && !refusedByPolicy(s) && s.elsewhere === null,
  },
  {
    rival: 'no_credit',
    of: ACCESS,
    test: { kind: 'organization_limits' },
    fits: (s) => s.list === null && !refusedByPolicy(s),
  },
  {
    rival: 'second_model',
    of: ['project_lacks_model'],
    test: LIST,
    fits: (s) => (s.text?.value.facts.furtherModels.length ?? 0) > 0,
  },
  {
    rival: 'typo',
    of: ['model_missing_or_no_access'],
    test: LIST,
    fits: (s) => !(s.list?.value.includes(s.model ?? '') ?? false),
  },
  { rival: 'restricted_key', of: ['key_scope'], test: FREE, fits: () => true },
  { rival: 'viewer_role', of: ['key_scope'], test: { kind: 'console_look' }, fits: () => true },
  {
    rival: 'network_in_between',
    of: ['ip_blocked', 'region_blocked', 'server_error'],
    test: LIST,
    fits: () => true,
  },
];

export function rivalsOf(cause: Cause, signals: Signals): readonly Rival[] {
  return RULES.filter((rule) => rule.of.includes(cause) && rule.fits(signals)).map(({ rival, test }) => ({
    cause: rival,
    test,
  }));
}

function said(signals: Signals, ...statements: readonly Statement[]): boolean {
  return statements.some((statement) => signals.statements.includes(statement));
}

/** A short list is the mark of a project restricted by an allow list. */
export function listIsShort(signals: Signals): boolean {
  return signals.list !== null && signals.list.value.length > 0 && signals.list.value.length <= FEW_MODELS;
}

function isDated(model: string | null): boolean {
  return model !== null && aliasOf(model) !== model;
}
