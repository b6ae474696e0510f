import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unfinishedWork } from '../../../electron/app/unfinished-work';
import { practiceWorkspace, type Workspace } from '../../../electron/app/workspace';
import { systemTimers } from '../../../electron/base/timers';
import type { CaseView } from '../../../shared/case/views';
import type { RunView } from '../../../shared/matrix/views';
import { foundations } from '../../support/foundations';

let workspace: Workspace;

beforeAll(async () => {
  let ids = 0;
  const environment = {
    timers: systemTimers,
    now: () => new Date(),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    random: Math.random,
  };
  workspace = await practiceWorkspace(foundations(environment, (url, init) => fetch(url, init)));
});
afterAll(() => workspace.close());

function brief({ verdict }: CaseView): readonly (string | null)[] {
  return [verdict.outcome, verdict.cause, verdict.layer];
}

const POLICY = ['refused', 'project_lacks_model', 'policy'] as const;

/** For each practice case: what the pasted text says, and what is known after the free tests with its key. */
const EXPECTED: readonly (readonly [string, readonly (string | null)[], readonly (string | null)[]])[] = [
  ['allow_list', POLICY, POLICY],
  ['block_list', POLICY, POLICY],
  ['wrong_project_key', POLICY, ['refused', 'org_or_project_mismatch', 'belonging']],
  ['restricted_key', ['refused', 'key_scope', 'scope'], ['refused', 'key_scope', 'scope']],
  ['no_credit', ['refused', 'quota_or_billing', 'money'], ['refused', 'quota_or_billing', 'money']],
  ['retired_model', ['refused', 'model_retired', 'model_name'], ['refused', 'model_retired', 'model_name']],
  [
    'typo',
    ['refused', 'model_missing_or_no_access', 'model_name'],
    ['refused', 'model_missing_or_no_access', 'model_name'],
  ],
  ['alias_vs_snapshot', POLICY, POLICY],
  ['not_owner', POLICY, POLICY],
  ['not_entitled', POLICY, POLICY],
  [
    'wrong_host',
    ['refused', 'wrong_endpoint_or_parameter', 'reach'],
    ['refused', 'wrong_endpoint_or_parameter', 'reach'],
  ],
  ['revoked_key', ['refused', 'key_invalid', 'key'], ['refused', 'key_invalid', 'key']],
  ['batch_sibling', POLICY, POLICY],
  ['refused_stream', POLICY, POLICY],
  ['gateway', POLICY, POLICY],
  // Verification is checked after validation, so that a free test cannot see it: the text keeps the say.
  [
    'not_verified',
    ['refused', 'org_unverified', 'entitlement'],
    ['refused', 'org_unverified', 'entitlement'],
  ],
];

describe('each practice case', () => {
  it('is in this table', () => {
    expect(workspace.practice?.scenarios.map(({ id }) => id).sort()).toEqual(
      EXPECTED.map(([id]) => id).sort(),
    );
  });

  it.each(EXPECTED)('%s is read and tested for what it is', async (id, before, after) => {
    const scenario = workspace.practice?.scenarios.find((candidate) => candidate.id === id);
    await workspace.practice?.prepare(id);
    const opened = workspace.cases.open({
      text: scenario?.text ?? '',
      keyId: scenario?.keyId ?? null,
      model: null,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(brief(opened.value)).toEqual(before);
    const checked = await workspace.cases.checks.run(opened.value.id, 'all_free', false);
    if (!checked.ok) throw new Error(checked.error.code);
    expect(brief(checked.value)).toEqual(after);
  });

  it('alias_vs_snapshot offers the spelling that is allowed', async () => {
    const scenario = workspace.practice?.scenarios.find(({ id }) => id === 'alias_vs_snapshot');
    const opened = workspace.cases.open({
      text: scenario?.text ?? '',
      keyId: scenario?.keyId ?? null,
      model: null,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    const checked = await workspace.cases.checks.run(opened.value.id, 'all_free', false);
    expect(checked).toMatchObject({ ok: true, value: { verdict: { siblings: [expect.any(String)] } } });
  });
});

/** As the window opens it: with the model that the case is about. */
async function opened(id: string): Promise<CaseView> {
  await workspace.practice?.prepare(id);
  const scenario = workspace.practice?.scenarios.find((candidate) => candidate.id === id);
  const view = workspace.cases.open({ text: null, keyId: null, model: null, ...scenario });
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

async function tested(id: string, probe: 'all_free' | 'free_probe' | 'real_probe', consent = false) {
  const checked = await workspace.cases.checks.run(id, probe, consent);
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

describe('a model whose batch alone is refused', () => {
  it('is open to the key, and the difference is said to be the batch', async () => {
    const { id } = await opened('batch_sibling');
    const { verdict } = await tested(id, 'all_free');
    expect(verdict).toMatchObject({ outcome: 'open', contrast: 'batch' });
  });

  it('can be looked up under the batch’s name once the project’s list holds that', async () => {
    const { keyId } = await opened('batch_sibling');
    const view = workspace.cases.open({ text: null, keyId, model: 'gpt-5.4-mini-batch' });
    if (!view.ok) throw new Error(view.error.code);
    expect((await tested(view.value.id, 'all_free')).verdict).toMatchObject({ cause: 'project_lacks_model' });
  });
});

describe('a gateway', () => {
  it('is never certain to be OpenAI’s project, and is sent nothing that it could bill unasked', async () => {
    const { id, verdict } = await opened('gateway');
    expect(verdict.confidence).not.toBe('certain');
    const free = await tested(id, 'all_free');
    expect(free.verdict).toMatchObject({ outcome: 'refused', host: 'other' });
    expect(free.verdict.confidence).not.toBe('certain');
    expect(free.evidence.flatMap((item) => (item.kind === 'probe' ? [item.probe] : []))).toEqual(['list']);
    expect(await workspace.cases.checks.run(id, 'free_probe', false)).toMatchObject({
      error: { code: 'consent_missing' },
    });
    expect(await workspace.cases.watch(id)).toMatchObject({ error: { code: 'free_tests_prove_nothing' } });
    const real = await tested(id, 'real_probe', true);
    const asked = real.evidence.flatMap((item) => (item.kind === 'probe' ? [item.endpoint] : []));
    expect(asked).toEqual(['/v1/models', '/v1/responses', '/v1/chat/completions']);
    expect(real.verdict).toMatchObject({ outcome: 'refused', host: 'other' });
    expect(real.verdict.confidence).not.toBe('certain');
  });

  it('answers what it serves, over the older endpoint', async () => {
    const { keyId } = await opened('gateway');
    const view = workspace.cases.open({ text: null, keyId, model: 'qwen3-72b-instruct' });
    if (!view.ok) throw new Error(view.error.code);
    expect((await tested(view.value.id, 'real_probe', true)).verdict).toMatchObject({
      outcome: 'open',
      state: 'confirmed',
    });
  });

  it('has one key, however often its case is opened', async () => {
    await Promise.all([opened('gateway'), opened('gateway')]);
    expect(workspace.keys.list().filter(({ label }) => label.startsWith('Gateway'))).toHaveLength(1);
  });
});

describe('comparing with other projects of the organization', () => {
  it.each([
    ['a project’s own list', 'allow_list', 'other_project_has_it'],
    ['a model that nobody has any more', 'retired_model', 'other_project_lacks_it'],
  ])('tells %s apart', async (_name, id, statement) => {
    const scenario = workspace.practice?.scenarios.find((candidate) => candidate.id === id);
    const opened = workspace.cases.open({
      text: scenario?.text ?? '',
      keyId: scenario?.keyId ?? null,
      model: null,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    const compared = await workspace.cases.checks.compare(opened.value.id);
    if (!compared.ok) throw new Error(compared.error.code);
    const said = compared.value.evidence.flatMap((item) =>
      item.kind === 'statement' ? [item.statement] : [],
    );
    expect(said).toEqual([statement]);
  });

  it('says so where no key of the same organization can be asked', async () => {
    const scenario = workspace.practice?.scenarios.find(({ id }) => id === 'not_entitled');
    const opened = workspace.cases.open({
      text: scenario?.text ?? '',
      keyId: scenario?.keyId ?? null,
      model: null,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await workspace.cases.checks.compare(opened.value.id)).toMatchObject({
      ok: false,
      error: { code: 'no_other_project_key' },
    });
  });
});

describe('what leaving would break off', () => {
  it('is a fix that was begun, and then its watch, until the person stops it', async () => {
    expect(unfinishedWork(workspace)).toEqual([]);
    const scenario = workspace.practice?.scenarios.find(({ id }) => id === 'allow_list');
    const opened = workspace.cases.open({ text: null, keyId: null, model: null, ...scenario });
    if (!opened.ok) throw new Error(opened.error.code);
    const { id } = opened.value;
    workspace.cases.wizard(id, { kind: 'started' });
    expect(unfinishedWork(workspace)).toEqual(['fix']);
    await workspace.cases.watch(id);
    expect(unfinishedWork(workspace)).toEqual(['fix', 'watch']);
    workspace.cases.stopWatch(id);
    expect(unfinishedWork(workspace)).toEqual(['fix']);
    workspace.cases.delete([id]);
  });

  it.each([
    ['running', ['run']],
    ['paused', ['run']],
    ['done', []],
    ['cancelled', []],
  ] as const)('is a matrix run that is %s: %j', (state, expected) => {
    const run = { state } as RunView;
    expect(unfinishedWork({ cases: workspace.cases, matrix: { run } })).toEqual(expected);
  });
});
