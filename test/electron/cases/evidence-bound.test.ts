import { describe, expect, it } from 'vitest';
import { bounded } from '../../../electron/cases/evidence-bound';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { listed, notSent, refused, statement, text, unanswered } from '../../support/evidence';

const times = (count: number, make: () => Evidence): readonly Evidence[] =>
  Array.from({ length: count }, make);

function policyOfProject(): Evidence {
  return {
    kind: 'policy',
    at: '2026-11-22T10:00:00.000Z',
    projectId: 'proj_Own1',
    projectStatus: 'active',
    policy: { kind: 'none' },
    usableModels: null,
    spendLimit: null,
    requestId: null,
  };
}

describe('the evidence of a case', () => {
  it('is bounded in each sort, keeps the newest and its order', () => {
    const pasted = text('project_lacks_model');
    const answered = times(5, () => listed('gpt-5.4-mini'));
    const failed = times(40, () => unanswered('offline', 'list'));
    const probes = times(250, () => refused('free_probe', 'project_lacks_model'));
    const said = times(30, () => statement('changed_list'));
    const policies = times(4, policyOfProject);
    const heldBack = times(300, () => notSent('free_probe'));
    const kept = bounded([pasted, ...answered, ...failed, ...probes, ...said, ...policies, ...heldBack]);
    expect(kept).toEqual([
      pasted,
      ...answered.slice(-3),
      ...failed.slice(-3),
      ...probes.slice(-200),
      ...said.slice(-20),
      ...policies.slice(-1),
      ...heldBack.slice(-1),
    ]);
  });
});
