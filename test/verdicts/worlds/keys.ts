/** Money, permissions, and refusals of the key itself or of the way to the API. */
import {
  LONG_LIST,
  MODEL,
  printed,
  refusal,
  refusedFor,
  type Said,
  server,
  steps,
  undecided,
  type World,
} from '../world';

const MONEY: readonly (readonly [number, string])[] = [
  [429, 'insufficient_quota'],
  [429, 'credit_balance_exhausted'],
  [429, 'organization_spend_limit_exceeded'],
  [429, 'project_spend_limit_exceeded'],
  [429, 'organization_usage_limit_exceeded'],
  [429, 'billing_not_active'],
  [400, 'billing_hard_limit_reached'],
];

export function moneyWorlds(): readonly World[] {
  return MONEY.flatMap(([status, code]) =>
    [MODEL, 'text-embedding-3-large'].map((model): World => {
      const said = refusal(status, 'The request was stopped for reasons of payment.', {
        type: 'insufficient_quota',
        code,
      });
      return {
        kind: 'money',
        name: `${code}, ${model}`,
        model,
        text: printed(said),
        answer: server({ list: [...LONG_LIST, model], money: () => said }),
        expect: steps(refusedFor('quota_or_billing', { state: ['denied'] }), {
          list: { ...undecided, state: ['listed'] },
        }),
      };
    }),
  );
}

/** Refusals of the key or of where the request comes from: they hold for every model. */
export function doorWorlds(): readonly World[] {
  const forms: readonly (readonly [string, Said])[] = [
    [
      'key_invalid',
      refusal(
        401,
        'Incorrect API key provided: sk-proj-***. You can find your API key at https://platform.openai.com/account/api-keys.',
        {
          code: 'invalid_api_key',
        },
      ),
    ],
    [
      'account_disabled',
      refusal(401, 'The OpenAI account associated with this API key has been deactivated.', {
        code: 'account_deactivated',
      }),
    ],
    [
      'project_archived',
      refusal(401, 'The project you are requesting has been archived and is no longer accessible', {
        code: 'not_authorized_invalid_project',
      }),
    ],
    [
      'org_or_project_mismatch',
      refusal(401, 'You do not have access to the project tied to the API key', { code: 'invalid_project' }),
    ],
    [
      'org_or_project_mismatch',
      refusal(401, 'You must be a member of an organization to use the API', { code: 'no_organization' }),
    ],
    [
      'region_blocked',
      refusal(403, 'Country, region, or territory not supported', {
        type: 'request_forbidden',
        code: 'unsupported_country_region_territory',
      }),
    ],
    ['ip_blocked', refusal(401, 'Your IP 203.0.113.9 is not authorized to access this organization.')],
    [
      'wrong_endpoint_or_parameter',
      refusal(
        401,
        'Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com',
        { code: 'incorrect_hostname' },
      ),
    ],
  ];
  return forms.flatMap(([cause, said], form) =>
    [MODEL, 'gpt-image-2', 'text-embedding-3-large'].map((model): World => {
      const expected = refusedFor(cause, { state: ['denied'] });
      return {
        kind: 'the key, or the way to it',
        name: `${cause} ${form}, ${model}`,
        model,
        text: printed(said),
        answer: server({ door: () => said }),
        expect: { list: expected, ...steps(expected) },
      };
    }),
  );
}

export function scopeWorlds(): readonly World[] {
  const said = refusal(
    401,
    'You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role in your organization.',
  );
  return [MODEL, 'text-embedding-3-large', 'gpt-image-2'].map((model) => ({
    kind: 'permissions',
    name: model,
    model,
    text: printed(said),
    answer: server({ list: [...LONG_LIST, model], access: () => said }),
    expect: steps(refusedFor('key_scope', { state: ['denied'] })),
  }));
}
