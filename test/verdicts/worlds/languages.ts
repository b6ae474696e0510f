/** Sentences in other languages and codes that nobody knows yet: they are quoted, and nothing is made of them for certain. */
import { type Expected, MODEL, refusal, refused, saying, steps, type World, worlds } from '../world';

const guessed = (...causes: string[]): Expected => ({
  outcome: ['undecided', 'refused'],
  cause: ['none', ...causes],
  atMost: 'likely',
  proven: false,
});
const untold: Expected = {
  outcome: ['undecided'],
  cause: ['none'],
  unknown: ['not_understood'],
  quotes: true,
  proven: false,
};

export function languageWorlds(): readonly World[] {
  return worlds('sentences in other languages', [
    {
      // The code is shared by three causes: without its sentence it decides nothing.
      name: 'Chinese, the code of a missing model',
      rules: saying(
        refusal(403, `项目 \`proj_Own1Qw2Er3Ty4Ui5Op6As7Df8\` 无权访问模型 \`${MODEL}\``, {
          code: 'model_not_found',
        }),
      ),
      expect: steps(guessed('project_lacks_model', 'model_missing_or_no_access')),
    },
    {
      name: 'Japanese, the code of a bad key',
      rules: { door: () => refusal(401, 'APIキーが正しくありません。', { code: 'invalid_api_key' }) },
      expect: steps({ ...guessed('key_invalid'), atMost: 'certain' }),
    },
    {
      name: 'German, without a code',
      rules: saying(refusal(404, `Das Modell \`${MODEL}\` ist nicht vorhanden.`)),
      expect: steps({
        ...guessed('model_missing_or_no_access'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      name: 'Spanish, without a code',
      rules: saying(refusal(403, 'Su organización no dispone de este modelo.')),
      expect: steps(untold),
    },
    {
      name: 'French, the code of the region',
      rules: {
        door: () =>
          refusal(403, 'Pays, région ou territoire non pris en charge', {
            type: 'request_forbidden',
            code: 'unsupported_country_region_territory',
          }),
      },
      expect: steps(refused(['region_blocked'], { state: ['unknown', 'denied'] })),
    },
  ]);
}

export function newCodes(): readonly World[] {
  return worlds('codes that nobody knows yet', [
    {
      name: 'a tier',
      rules: saying(
        refusal(403, `Your usage tier does not include this capability.`, { code: 'tier_required' }),
      ),
      expect: steps({
        ...guessed('feature_not_enabled', 'model_missing_or_no_access', 'quota_or_billing'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      // Not yet verified is told in other words: close to a known cause, and not the same.
      name: 'a verification that is pending',
      rules: saying(
        refusal(
          403,
          'Verification of your organization is pending review. Access will be granted once it is complete.',
          { code: 'verification_pending' },
        ),
      ),
      expect: steps({
        ...guessed('org_unverified'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      name: 'a policy of the tenant',
      rules: saying(
        refusal(403, 'Blocked by tenant policy tp_81.', { type: 'policy', code: 'tenant_policy_violation' }),
      ),
      expect: steps({
        ...guessed('project_lacks_model', 'feature_not_enabled'),
        never: ['wrong_endpoint_or_parameter', 'key_invalid'],
      }),
    },
    {
      name: 'a law',
      rules: saying(refusal(451, 'This model is withheld where you are.', { code: 'withheld' })),
      expect: steps({
        ...guessed('region_blocked'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      name: 'a wait list',
      rules: saying(refusal(404, 'You are on the wait list for this preview.', { code: 'waitlisted' })),
      expect: steps({
        ...guessed('feature_not_enabled', 'model_missing_or_no_access'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model', 'model_retired'],
      }),
    },
    {
      name: 'a region of storage',
      rules: saying(
        refusal(400, 'In-region processing is not offered here.', { code: 'residency_unsupported' }),
      ),
      expect: steps({
        ...guessed('feature_not_enabled', 'region_blocked'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      name: 'a conflict',
      rules: saying(refusal(409, 'The resource is being migrated.', { code: 'migration_in_progress' })),
      expect: steps({
        ...guessed('server_error'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
    {
      name: 'a code without a sentence',
      rules: saying({
        status: 403,
        body: { error: { message: null, type: null, param: null, code: 'e_4417' } },
      }),
      expect: steps({ ...guessed(), never: ['wrong_endpoint_or_parameter', 'project_lacks_model'] }),
    },
    {
      name: 'a sentence without an error',
      rules: saying({ status: 403, body: 'nope' }),
      expect: steps({
        ...guessed('network', 'other_vendor', 'ip_blocked'),
        never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
      }),
    },
  ]);
}
