import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../shared/admin/policy';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence, PolicyEvidence } from '../../../shared/diagnosis/evidence';
import type { Verdict } from '../../../shared/diagnosis/verdict';
import type { Layer } from '../../../shared/observations/layers';
import { AT, answered, KEY, listed, MODEL, PROJECT, refused, text } from '../../support/evidence';

const NONE: Policy = { kind: 'none' };
const allow = (...models: string[]): Policy => ({ kind: 'allow_list', models });
const deny = (...models: string[]): Policy => ({ kind: 'deny_list', models });

function policy(read: Policy, more: Partial<PolicyEvidence> = {}): Evidence {
  return {
    kind: 'policy',
    at: AT,
    projectId: PROJECT,
    projectStatus: 'active',
    policy: read,
    usableModels: null,
    spendLimit: null,
    requestId: null,
    ...more,
  };
}

function ask(...evidence: readonly Evidence[]): Verdict {
  return diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22' });
}

function brief(verdict: Verdict): readonly (string | null)[] {
  return [verdict.outcome, verdict.cause, verdict.layer, verdict.confidence];
}

function reasonAt(verdict: Verdict, layer: Layer): readonly (string | undefined)[] {
  const finding = verdict.ladder.find((each) => each.layer === layer);
  return [finding?.state, finding?.reason];
}

const SENTENCE = text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 });
const MISSING = text('model_missing_or_no_access', { model: MODEL, httpStatus: 404 });
const REFUSED = refused('free_probe', 'project_lacks_model', { project: PROJECT, model: MODEL });
const HAS = { usableModels: [MODEL] };
const LACKS = { usableModels: ['gpt-4.1'] };

describe('what an admin key reads', () => {
  it.each<[string, readonly Evidence[], readonly (string | null)[], Layer, readonly string[]]>([
    [
      'settles that the model is not on the allow list',
      [SENTENCE, policy(allow('gpt-4.1'))],
      ['refused', 'project_lacks_model', 'policy', 'certain'],
      'policy',
      ['failed', 'not_on_allow_list'],
    ],
    [
      'settles that the model is on the block list',
      [SENTENCE, policy(deny(MODEL))],
      ['refused', 'project_lacks_model', 'policy', 'certain'],
      'policy',
      ['failed', 'on_block_list'],
    ],
    [
      'points to the organization where no list refuses the model and the project has no limit for it',
      [SENTENCE, policy(NONE, LACKS)],
      ['refused', 'model_missing_or_no_access', 'entitlement', 'likely'],
      'entitlement',
      ['failed', 'no_rate_limit'],
    ],
    [
      'leaves it open where the list lets the model through and the refusal may be old',
      [SENTENCE, policy(allow(MODEL), HAS)],
      ['undecided', 'project_lacks_model', null, 'likely'],
      'policy',
      ['unknown', 'policy_not_felt'],
    ],
    [
      'does not blame the organization for a list that refuses the model',
      [SENTENCE, policy(allow('gpt-4.1'), LACKS)],
      ['refused', 'project_lacks_model', 'policy', 'certain'],
      'entitlement',
      ['unknown', 'no_evidence'],
    ],
    [
      'settles that the project is archived',
      [SENTENCE, policy(NONE, { projectStatus: 'archived' })],
      ['refused', 'project_archived', 'belonging', 'certain'],
      'belonging',
      ['failed', 'project_is_archived'],
    ],
    [
      'settles that the spend limit is reached',
      [policy(NONE, { spendLimit: { cents: 5_000, enforcing: true } })],
      ['refused', 'quota_or_billing', 'money', 'certain'],
      'money',
      ['failed', 'spend_limit_reached'],
    ],
    [
      'makes nothing of a spend limit that is not reached',
      [policy(allow(MODEL), { spendLimit: { cents: 5_000, enforcing: false }, ...HAS })],
      ['undecided', null, null, 'possible'],
      'policy',
      ['passed', 'on_allow_list'],
    ],
    [
      'says nothing of another project',
      [SENTENCE, policy(allow('gpt-4.1'), { projectId: 'proj_Other1' })],
      ['refused', 'project_lacks_model', 'policy', 'likely'],
      'policy',
      ['failed', 'text_says'],
    ],
    [
      'yields to an answer of the model that came later',
      [SENTENCE, policy(allow('gpt-4.1')), answered()],
      ['open', null, null, 'certain'],
      'policy',
      ['passed', 'allowed_by_probe'],
    ],
    [
      'yields to a list that names the model later',
      [policy(deny(MODEL)), listed(MODEL)],
      ['undecided', null, null, 'possible'],
      'policy',
      ['passed', 'listed'],
    ],
    [
      'overrules an answer of the model that came before',
      [answered(), policy(deny(MODEL))],
      ['refused', 'project_lacks_model', 'policy', 'certain'],
      'policy',
      ['failed', 'on_block_list'],
    ],
    [
      'does not make a list out of a name that does not exist',
      [MISSING, policy(allow('gpt-4.1'))],
      ['refused', 'model_missing_or_no_access', 'model_name', 'certain'],
      'policy',
      ['unknown', 'no_evidence'],
    ],
  ])('%s', (_name, evidence, verdict, layer, finding) => {
    const result = ask(...evidence);
    expect([brief(result), reasonAt(result, layer)]).toEqual([verdict, finding]);
  });

  it('leaves nothing to test once the list was read and the refusal confirmed', () => {
    expect(ask(SENTENCE, listed('gpt-4.1'), REFUSED, policy(allow('gpt-4.1'))).nextTest).toBeNull();
  });

  it('leaves no list and no missing entitlement among the other causes once it is the fact', () => {
    const rivals = ask(SENTENCE, listed(...Array.from({ length: 60 }, (_, i) => `m-${i}`)), REFUSED).rivals;
    const settled = ask(SENTENCE, REFUSED, policy(deny(MODEL))).rivals;
    const lists = ['allow_list', 'block_list', 'organization_not_entitled'];
    expect(rivals.map(({ cause }) => cause)).toEqual(expect.arrayContaining(lists));
    expect(settled.filter(({ cause }) => lists.includes(cause))).toEqual([]);
  });
});

describe('a list with nothing in it', () => {
  it.each([
    ['an allow list settles nothing, for it may shut out all or nothing', 'allow_list', 'empty_list'],
    ['a block list shuts nothing out', 'deny_list', 'no_policy'],
  ] as const)('%s', (_name, emptied, reason) => {
    const verdict = ask(policy({ kind: 'none', emptied }));
    expect(reasonAt(verdict, 'policy')).toEqual([emptied === 'allow_list' ? 'unknown' : 'passed', reason]);
    expect(verdict.outcome).toBe('undecided');
  });
});
