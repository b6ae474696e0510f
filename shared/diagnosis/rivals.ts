/** Other causes that fit the same evidence, each with the cheapest test that tells it apart. */

import type { Cause } from '../errors/reading';
import { aliasOf } from '../models/names';
import type { VerdictCore } from './diagnose';
import type { Statement } from './evidence';
import { policyNotFelt, refusedByPolicy } from './policy-rules';
import { isTextPuzzling, type Signals } from './signals';
import { isDoubtfulHere } from './standing-refusal';
import type { Rival, RivalCause, Test } from './verdict';

interface RivalRule {
  readonly rival: RivalCause;
  readonly of: readonly RivalOf[];
  readonly test: Test;
  readonly fits: (signals: Signals) => boolean;
}

/** What a rival stands beside: a cause, a list without the model, or an answer that was not understood. */
type RivalOf = Cause | 'not_listed' | 'not_understood';

/** Lists of restricted projects seen so far held 1 to 18 models; an open organization lists many more (observations of 2025 and 2026). */
const FEW_MODELS = 25;

const LIST: Test = { kind: 'probe', probe: 'list' };
const FREE: Test = { kind: 'probe', probe: 'free_probe' };
const REAL: Test = { kind: 'probe', probe: 'real_probe' };
const ACCESS: readonly RivalOf[] = ['project_lacks_model', 'model_missing_or_no_access', 'not_listed'];
/** What was refused for is not known. */
const UNREAD: readonly RivalOf[] = ['not_understood', 'reason_not_shown'];
const PROJECT: readonly RivalOf[] = ['project_lacks_model', 'not_listed'];

/** In the order in which they are offered: the likeliest and the cheapest to rule out come first. */
const RULES: readonly RivalRule[] = [
  {
    rival: 'propagating',
    of: ACCESS,
    test: { kind: 'wait_and_repeat' },
    fits: (s) => s.flickering || said(s, 'changed_list', 'paid') || policyNotFelt(s) || listedSince(s),
  },
  {
    rival: 'propagating',
    of: ['org_unverified'],
    // A free test cannot see verification.
    test: REAL,
    fits: (s) => said(s, 'verified_organization'),
  },
  {
    rival: 'propagating',
    of: ['quota_or_billing'],
    test: { kind: 'wait_and_repeat' },
    fits: (s) => said(s, 'paid'),
  },
  { rival: 'retired_name', of: ACCESS, test: LIST, fits: (s) => s.retired },
  { rival: 'gateway_list', of: ACCESS, test: REAL, fits: (s) => s.host === 'other' },
  // A name that is neither listed nor known to be retired may be misspelt, whichever sentence refuses it.
  { rival: 'typo', of: ['not_listed'], test: FREE, fits: (s) => !s.retired },
  {
    rival: 'alias_or_snapshot',
    of: ACCESS,
    test: LIST,
    fits: (s) => s.siblings.length > 0 || (s.list === null && isDated(s.model)),
  },
  {
    rival: 'wrong_project_key',
    of: ['project_lacks_model'],
    test: FREE,
    fits: (s) => s.keyProject === null || reachesAnother(s),
  },
  {
    rival: 'organization_not_entitled',
    of: ACCESS,
    test: { kind: 'organization_limits' },
    // Two projects without the model point above both of them.
    fits: (s) => s.elsewhere?.value === false && !refusedByPolicy(s),
  },
  {
    rival: 'allow_list',
    of: PROJECT,
    test: { kind: 'console_look' },
    // Once the policy itself was read, which list it is stands in the verdict.
    fits: (s) => s.policy === null && isOpenAi(s),
  },
  {
    rival: 'organization_not_entitled',
    of: ACCESS,
    test: { kind: 'other_project_key' },
    fits: (s) => listIsShort(s) === false && notEntitledFits(s),
  },
  {
    rival: 'block_list',
    of: PROJECT,
    test: { kind: 'console_look' },
    fits: (s) => s.policy === null && isOpenAi(s),
  },
  {
    rival: 'organization_not_entitled',
    of: ACCESS,
    test: { kind: 'other_project_key' },
    // A short list is the mark of an allow list as well as of an organization that never paid.
    fits: (s) => listIsShort(s) && notEntitledFits(s),
  },
  {
    rival: 'no_credit',
    of: ACCESS,
    test: { kind: 'organization_limits' },
    fits: (s) => s.list === null && !refusedByPolicy(s) && isOpenAi(s),
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
  { rival: 'network_in_between', of: ['key_invalid'], test: LIST, fits: isDoubtfulHere },
  { rival: 'restricted_key', of: ['key_scope'], test: FREE, fits: () => true },
  { rival: 'viewer_role', of: ['key_scope'], test: { kind: 'console_look' }, fits: isOpenAi },
  {
    rival: 'network_in_between',
    of: ['ip_blocked', 'region_blocked', 'server_error'],
    test: LIST,
    fits: () => true,
  },
  // What a status alone may mean. Sources: error guide and HTTP, 2026.
  { rival: 'key_not_accepted', of: UNREAD, test: LIST, fits: (s) => isStatus(s, 401) },
  { rival: 'other_home', of: UNREAD, test: LIST, fits: (s) => isStatus(s, 401, 403) },
  { rival: 'restricted_key', of: UNREAD, test: FREE, fits: (s) => isStatus(s, 401, 403) },
  {
    rival: 'address_not_let_through',
    of: UNREAD,
    test: LIST,
    fits: (s) => isStatus(s, 401, 403),
  },
  {
    rival: 'typo',
    of: UNREAD,
    test: LIST,
    fits: (s) => s.model !== null && isStatus(s, 400, 404),
  },
  {
    rival: 'request_unfit',
    of: UNREAD,
    test: REAL,
    fits: (s) => isStatus(s, 400, 404, 405, 422),
  },
  { rival: 'network_in_between', of: UNREAD, test: LIST, fits: () => true },
];

export function rivalsOf(ruling: VerdictCore, signals: Signals): readonly Rival[] {
  const of = besideWhat(ruling, signals);
  if (of === null) return [];
  return RULES.filter((rule) => rule.of.includes(of) && rule.fits(signals)).map(({ rival, test }) => ({
    cause: rival,
    test,
  }));
}

function besideWhat({ outcome, cause }: VerdictCore, signals: Signals): RivalOf | null {
  if (cause !== null) return cause;
  if (outcome !== 'undecided') return null;
  if (vagueStatus(signals) !== undefined) return 'not_understood';
  return signals.state === 'not_listed' ? 'not_listed' : null;
}

/** The status of an answer, or of a text, whose words are not known; undefined where there is none. */
function vagueStatus({ puzzle, text }: Signals): number | null | undefined {
  if (puzzle?.value.answer.kind === 'refusal') return puzzle.value.answer.status;
  return isTextPuzzling({ text }) ? text?.value.facts.httpStatus : undefined;
}

/** A text that names no status fits all of them. */
function isStatus(signals: Signals, ...statuses: readonly number[]): boolean {
  const status = vagueStatus(signals);
  return status === null || (status !== undefined && statuses.includes(status));
}

function said(signals: Signals, ...statements: readonly Statement[]): boolean {
  return statements.some((statement) => signals.statements.includes(statement));
}

/** A list or an entry that came after the refusal shows the model. */
function listedSince({ decisive, seen }: Signals): boolean {
  return decisive?.value.showed.outcome === 'denied' && seen !== null && seen.index > decisive.index;
}

function notEntitledFits(signals: Signals): boolean {
  return !refusedByPolicy(signals) && signals.elsewhere === null && isOpenAi(signals);
}

function isOpenAi({ host }: Signals): boolean {
  return host === 'openai';
}

function reachesAnother({ key, keyProject, text }: Signals): boolean {
  const named = text?.value.facts.project ?? null;
  return key?.reachesSeveral === true && named !== null && keyProject?.value !== named;
}

function listIsShort(signals: Signals): boolean {
  return signals.list !== null && signals.list.value.length > 0 && signals.list.value.length <= FEW_MODELS;
}

function isDated(model: string | null): boolean {
  return model !== null && aliasOf(model) !== model;
}
