/** Rates, spend limits and quotas: of a model, a project, an organization. */
import {
  type Expected,
  LISTED,
  MODEL,
  OWN_ORGANIZATION,
  OWN_PROJECT,
  ownProjectOf,
  printed,
  type Row,
  refusal,
  refused,
  type Said,
  saying,
  steps,
  type World,
  worlds,
} from '../world';

/** A pace says nothing against access, and nothing certain for it. */
const paced: Expected = {
  outcome: ['undecided', 'refused'],
  cause: ['rate_limited', 'none'],
  layer: ['pace', 'none'],
  state: ['listed', 'unknown', 'denied'],
  proven: false,
};
const rate = (message: string, code = 'rate_limit_exceeded'): Said =>
  refusal(429, message, { type: 'requests', code });

export function rateWorlds(): readonly World[] {
  const rows: readonly Row[] = [
    {
      name: 'of the project',
      rules: saying(
        rate(
          `Rate limit reached for ${MODEL} in project ${OWN_PROJECT} organization ${OWN_ORGANIZATION} on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.`,
        ),
      ),
      expect: steps(paced),
    },
    {
      name: 'of the organization',
      rules: saying(
        rate(
          `Rate limit reached for organization ${OWN_ORGANIZATION} on tokens per min (TPM): Limit 250000, Used 250000, Requested 57059. Please try again in 13.694s.`,
        ),
      ),
      expect: steps(paced),
    },
    {
      // A limit of nothing is no pace: waiting never helps, and the model isn't open.
      name: 'of nothing at all',
      rules: saying(
        rate(
          `Rate limit reached for ${MODEL} in organization ${OWN_ORGANIZATION} on requests per min (RPM): Limit 0, Used 0, Requested 1.`,
        ),
      ),
      expect: steps(refused(['rate_limited'], { state: ['denied', 'listed', 'unknown'] })),
    },
    {
      name: 'that comes back tomorrow',
      rules: saying({
        ...rate('Rate limit reached. Please try again in 23h59m.'),
        headers: { 'retry-after': '86399' },
      }),
      expect: { free: paced, watch: { proven: false } },
    },
    {
      name: 'slow down',
      rules: saying(refusal(503, 'Slow Down', { type: 'server_error', code: 'slow_down' })),
      expect: steps({
        ...paced,
        cause: ['rate_limited', 'server_error', 'none'],
        layer: ['pace', 'reach', 'none'],
      }),
    },
    {
      // The failing request was too large; a small one is let through. The project isn't at fault.
      name: 'one request that is too large',
      text: printed(
        refusal(
          429,
          `Request too large for ${MODEL} in organization ${OWN_ORGANIZATION} on tokens per min (TPM): Limit 30000, Requested 61044. The input or output tokens must be reduced in order to run successfully.`,
          {
            type: 'tokens',
            code: 'rate_limit_exceeded',
          },
        ),
      ),
      rules: { list: LISTED, access: ownProjectOf(LISTED) },
      expect: {
        both: { outcome: ['open', 'refused'], cause: ['rate_limited', 'none'], state: ['passed_free_test'] },
        real: { outcome: ['open', 'refused'], cause: ['rate_limited', 'none'], state: ['confirmed'] },
      },
    },
  ];
  return worlds('rates', rows);
}

export function spendWorlds(): readonly World[] {
  const money = refused(['quota_or_billing'], { layer: ['money'], state: ['denied', 'unknown', 'listed'] });
  const rows: readonly Row[] = [
    {
      // The code of money decides, in whatever language the sentence is.
      name: 'no credit, told in Japanese',
      rules: saying(
        refusal(429, 'クレジット残高が不足しています。請求設定をご確認ください。', {
          type: 'insufficient_quota',
          code: 'credit_balance_exhausted',
        }),
      ),
      expect: steps(money),
    },
    {
      name: 'the organization’s spend limit',
      rules: saying(
        refusal(429, 'Your organization has reached its configured enforced spend limit.', {
          type: 'insufficient_quota',
          code: 'organization_spend_limit_exceeded',
        }),
      ),
      expect: steps(money),
    },
    {
      name: 'the organization’s usage limit',
      rules: saying(
        refusal(429, 'Your organization has exceeded its usage limit.', {
          type: 'insufficient_quota',
          code: 'organization_usage_limit_exceeded',
        }),
      ),
      expect: steps(money),
    },
    {
      name: 'billing is not active',
      rules: saying(
        refusal(400, 'Your account is not active, please check your billing details on our website.', {
          type: 'billing_not_active',
          code: 'billing_not_active',
        }),
      ),
      expect: steps(money),
    },
    {
      name: 'the hard limit of old',
      rules: saying(
        refusal(400, 'Billing hard limit has been reached', { code: 'billing_hard_limit_reached' }),
      ),
      expect: steps(money),
    },
    {
      // A code that is not known yet under 429: of what kind it is can only be guessed.
      name: 'a limit with a code not known',
      rules: saying(
        refusal(
          429,
          'Your workspace allowance for this model family is used up until the first of the month.',
          { type: 'allowance', code: 'workspace_allowance_exceeded' },
        ),
      ),
      expect: steps({
        outcome: ['undecided', 'refused'],
        cause: ['none', 'rate_limited', 'quota_or_billing'],
        atMost: 'likely',
        proven: false,
      }),
    },
    {
      // Money is counted with the real request: the free test got past access, and the verdict is about money.
      name: 'the project’s spend limit, for real requests alone',
      rules: {
        list: LISTED,
        access: ownProjectOf(LISTED),
        last: () =>
          refusal(429, 'The project has reached its configured enforced spend limit.', {
            type: 'insufficient_quota',
            code: 'project_spend_limit_exceeded',
          }),
      },
      expect: { real: money },
    },
  ];
  return worlds('spend limits and credit', rows);
}
