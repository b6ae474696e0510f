import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../shared/admin/policy';
import { diagnose } from '../../../shared/diagnosis/diagnose';
import type { Evidence } from '../../../shared/diagnosis/evidence';
import { sayIn } from '../../../shared/messages/say';
import { headlineOf } from '../../../shared/report/headline';
import { AT, KEY, MODEL, PROJECT, text, validated } from '../../support/evidence';

/** An answer to a test with a key of another project. */
const ELSEWHERE: Evidence = validated({ project: 'proj_Other' });

function titleFor(policy: Policy | null, usableModels: readonly string[] | null = null): string {
  const read: Evidence[] =
    policy === null
      ? []
      : [
          {
            kind: 'policy',
            at: AT,
            projectId: PROJECT,
            projectStatus: 'active',
            policy,
            usableModels,
            spendLimit: null,
            requestId: null,
          },
        ];
  const evidence = [
    text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 }),
    ...read,
  ];
  const verdict = diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22' });
  return headlineOf(verdict, sayIn('en')).title;
}

describe('the headline', () => {
  it.each([
    ['names no list while none was read', null, null, 'The project is not allowed to use this model'],
    [
      'says allow list once it was read',
      { kind: 'allow_list', models: ['x'] },
      null,
      'The model is not on the project’s allow list',
    ],
    [
      'says block list once it was read',
      { kind: 'deny_list', models: [MODEL] },
      null,
      'The model is on the project’s block list',
    ],
    [
      'points to the organization where no list refuses',
      { kind: 'none' },
      ['x'],
      'The organization does not seem to have this model',
    ],
  ] as const)('%s', (_name, policy, usable, title) => {
    expect(titleFor(policy, usable)).toBe(title);
  });

  it('says of a key of another project that it is another, and what the error says by itself', () => {
    const evidence = [text('project_lacks_model', { project: PROJECT, model: MODEL }), ELSEWHERE];
    const verdict = diagnose({ evidence, keyId: KEY, model: MODEL, today: '2026-11-22' });
    const { title, explanation } = headlineOf(verdict, sayIn('en'));
    expect(title).toBe('The tested key is not of the project that the error names');
    expect(explanation).toContain('“The project is not allowed to use this model”');
  });
});
