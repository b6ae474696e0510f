/** Refusals that what only fits, or another request, must not hide. */
import { describe, expect, it } from 'vitest';
import { answered, MODEL, PROJECT, refused, statement, text, validated } from '../../support/evidence';
import { ask, brief } from './support';

const CONTROL = refused('free_probe', 'project_lacks_model', {}, { model: 'gpt-4.1', control: true });

describe('a refusal', () => {
  it('of the account is told, though the key was seen to be of the right project before', () => {
    const evidence = [
      text('project_lacks_model', { project: PROJECT, model: MODEL, httpStatus: 403 }),
      validated({ project: PROJECT }),
      refused('free_probe', 'account_disabled', { httpStatus: 401 }),
    ];
    expect(brief(ask(evidence)).slice(0, 3)).toEqual(['refused', 'account_disabled', 'belonging']);
  });

  it.each([400, 404, 500, 599])(
    'of the key is not certain where its status %i is none that the API refuses keys with',
    (httpStatus) => {
      for (const probe of ['list', 'free_probe', 'real_probe'] as const) {
        const verdict = ask([refused(probe, 'key_invalid', { httpStatus })]);
        expect([verdict.cause, verdict.confidence, verdict.state]).toEqual([
          'key_invalid',
          'likely',
          'unknown',
        ]);
        expect(verdict.rivals.map(({ cause }) => cause)).toEqual(['network_in_between']);
      }
      // A pasted text may leave its status out.
      const said = [text('key_invalid', {}), refused('list', 'key_invalid', { httpStatus: 401 })];
      for (const item of said)
        expect(ask([item])).toMatchObject({ cause: 'key_invalid', confidence: 'certain' });
    },
  );

  it('for want of verification is told, though another project has the model', () => {
    const evidence = [statement('other_project_has_it'), refused('real_probe', 'org_unverified')];
    expect(brief(ask(evidence)).slice(0, 3)).toEqual(['refused', 'org_unverified', 'entitlement']);
  });

  it('of a batch is not disproved by the model that answers by its own name, and is named beside it', () => {
    const batch = text('project_lacks_model', { model: `${MODEL}-batch`, httpStatus: 403 });
    const verdict = ask([batch, validated(), CONTROL]);
    expect([verdict.outcome, verdict.contrast]).toEqual(['open', 'batch']);
    const same = ask([text('project_lacks_model', { model: MODEL, httpStatus: 403 }), validated(), CONTROL]);
    expect([same.outcome, same.contrast]).toEqual(['open', null]);
  });

  it.each([
    ['batch', text('project_lacks_model', { model: `${MODEL}-batch`, httpStatus: 403 })],
    ['another_key', text('key_invalid', { model: MODEL, httpStatus: 401 })],
    ['membership', text('org_or_project_mismatch', { model: MODEL, httpStatus: 401 })],
  ] as const)('of another request leaves an answer to us less than certain: %s', (differs, refusal) => {
    const verdict = ask([refusal, answered()]);
    expect([verdict.outcome, verdict.contrast, verdict.confidence, verdict.nextTest]).toEqual([
      'open',
      differs,
      'likely',
      null,
    ]);
    expect(ask([answered()])).toMatchObject({ outcome: 'open', confidence: 'certain', nextTest: null });
  });
});
