/** Two things are wrong at once, or the words of one answer contradict each other. */
import {
  type Expected,
  LISTED,
  lacks,
  MODEL,
  others,
  ownProjectOf,
  printed,
  type Row,
  type Rules,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  steps,
  type World,
  worlds,
} from '../world';

const NO_CREDIT = refusal(
  429,
  'You exceeded your current quota, please check your plan and billing details.',
  {
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  },
);
const ABROAD = refusal(403, 'Country, region, or territory not supported', {
  type: 'request_forbidden',
  code: 'unsupported_country_region_territory',
});
const UNVERIFIED = `Your organization must be verified to use the model \`${MODEL}\`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization. If you just verified, it can take up to 15 minutes for access to propagate.`;
const DEPRECATED = (model: string) =>
  refusal(
    404,
    `The model \`${model}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
    { code: 'model_not_found' },
  );
/** Neither word of the answer excludes the other. */
const eitherOf = (...causes: string[]): Expected => ({
  outcome: ['refused', 'undecided'],
  cause: [...causes, 'none'],
  atMost: 'likely',
  proven: false,
});

/** What stops the person and what stops the test are two things. */
export function doubledWorlds(): readonly World[] {
  const rows: readonly Row[] = [
    {
      // Credit is checked whatever the body, so that a test without credit takes nothing back of the project's refusal.
      name: 'the project refused, now the credit is gone',
      text: printed(lacks(MODEL)),
      rules: { list: SHORT_LIST, door: ({ path }) => (path === '/models' ? null : NO_CREDIT) },
      expect: {
        both: {
          outcome: ['refused'],
          cause: ['quota_or_billing', 'project_lacks_model'],
          state: ['denied', 'unknown'],
          proven: false,
        },
        real: { outcome: ['refused'], cause: ['quota_or_billing', 'project_lacks_model'], proven: false },
        watch: { proven: false },
      },
    },
    {
      // The program got as far as verification, so its place is let through and ours is not: nothing is disproved. From here
      // the key is refused with every model.
      name: 'verification is missing, and the tests are sent from abroad',
      text: printed(refusal(404, UNVERIFIED, { code: 'model_not_found' })),
      rules: { door: () => ABROAD },
      expect: {
        text: refused(['org_unverified']),
        both: refused(['org_unverified', 'region_blocked'], { state: ['unknown', 'denied'] }),
        watch: { proven: false },
      },
    },
    {
      // A list that may not be read proves no absence; the refusal by name of the model still counts.
      name: 'the key may not list, and the project refuses',
      rules: {
        list: refusal(
          403,
          'You have insufficient permissions for this operation. Missing scopes: api.model.read.',
        ),
        access: (asked) => lacks(asked),
      },
      expect: {
        list: {
          outcome: ['undecided'],
          cause: ['none'],
          state: ['unknown'],
          unknown: ['not_allowed_to_see'],
        },
        ...steps(refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] })),
      },
    },
    {
      // A retired name may be refused with the project's sentence: neither is excluded.
      name: 'a retired name, refused with the project’s sentence',
      model: 'gpt-4-turbo',
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: steps(refused(['project_lacks_model', 'model_retired'], { atMost: 'likely' })),
    },
    {
      // The table ages; the API's own list and answer outweigh it.
      name: 'retired by the table, listed and served by the API',
      model: 'gpt-4-turbo',
      rules: { list: [...SHORT_LIST, 'gpt-4-turbo'], access: ownProjectOf([...SHORT_LIST, 'gpt-4-turbo']) },
      expect: {
        list: { outcome: ['undecided'], state: ['listed'], proven: false },
        real: { outcome: ['open'], state: ['confirmed'] },
      },
    },
    {
      // A refusal of the request itself is stronger than the list, in whatever order they come.
      name: 'listed, and refused as deprecated',
      rules: { list: LISTED, access: others(MODEL, DEPRECATED(MODEL), LISTED) },
      expect: steps(refused(['model_retired'], { state: ['denied'], layer: ['model_name'] })),
    },
    {
      // Of the pasted one nothing is left to see while the key itself is refused.
      name: 'the project refused, now the key is refused',
      text: printed(lacks(MODEL)),
      rules: {
        door: () =>
          refusal(
            401,
            'Incorrect API key provided: sk-proj-****Zq9x. You can find your API key at https://platform.openai.com/account/api-keys.',
            {
              code: 'invalid_api_key',
            },
          ),
      },
      expect: {
        both: { outcome: ['refused'], cause: ['key_invalid', 'project_lacks_model'], proven: false },
        watch: { proven: false },
      },
    },
    {
      // Unverified is decided after validation: a free test that passes doesn't undo the sentence that was pasted.
      name: 'verification and a free test that passes',
      text: printed(refusal(403, UNVERIFIED)),
      rules: {
        list: LISTED,
        access: ownProjectOf(LISTED),
        last: () => refusal(403, UNVERIFIED),
      },
      expect: {
        both: { outcome: ['refused', 'undecided'], cause: ['org_unverified', 'none'], proven: false },
        real: refused(['org_unverified'], { state: ['denied'], layer: ['entitlement'] }),
        watch: { proven: false },
      },
    },
  ];
  return worlds('two causes at once', rows);
}

/** Code, type, status and sentence of one answer that do not fit together. */
export function contradictingWorlds(): readonly World[] {
  const says = (said: Said): Rules => ({ list: LISTED, access: others(MODEL, said, LISTED) });
  const sentence = `Project \`proj_Own1Qw2Er3Ty4Ui5Op6As7Df8\` does not have access to model \`${MODEL}\``;
  const rows: readonly Row[] = [
    {
      // The code is shared by three causes, so the sentence tells.
      name: 'verification under the code of a missing model',
      rules: says(refusal(404, UNVERIFIED, { code: 'model_not_found' })),
      expect: steps(refused(['org_unverified'], { state: ['denied'], layer: ['entitlement'] })),
    },
    {
      name: 'the project’s sentence under a code of money',
      rules: says(refusal(403, sentence, { type: 'insufficient_quota', code: 'insufficient_quota' })),
      expect: steps(eitherOf('project_lacks_model', 'quota_or_billing')),
    },
    {
      name: 'the project’s sentence under the code of a bad key',
      rules: says(refusal(401, sentence, { code: 'invalid_api_key' })),
      expect: steps(eitherOf('project_lacks_model', 'key_invalid')),
    },
    {
      // The guide says of money that the code decides, while `type` may still be the old one.
      name: 'a spend limit under the type of an empty quota',
      rules: says(
        refusal(429, 'The project has reached its configured enforced spend limit.', {
          type: 'insufficient_quota',
          code: 'project_spend_limit_exceeded',
        }),
      ),
      expect: steps(refused(['quota_or_billing'], { layer: ['money'] })),
    },
    {
      name: 'the sentence of an empty quota under the code of a rate',
      rules: says(
        refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
          type: 'requests',
          code: 'rate_limit_exceeded',
        }),
      ),
      expect: steps(eitherOf('quota_or_billing', 'rate_limited')),
    },
    {
      // A failure of the server tells nothing of the model, whatever it quotes.
      name: 'a failure of the server that names the model as missing',
      rules: says(
        refusal(500, `The model \`${MODEL}\` does not exist or you do not have access to it.`, {
          type: 'server_error',
        }),
      ),
      expect: steps({
        outcome: ['undecided', 'refused'],
        cause: ['server_error', 'model_missing_or_no_access', 'none'],
        atMost: 'likely',
        proven: false,
      }),
    },
    {
      // Both sentences refuse. The newest one leaves open itself whether the name is missing or the access.
      name: 'two sentences by turns',
      answer: (() => {
        let turn = 0;
        return ({ path, model }) => {
          if (path === '/models') return { status: 200, body: { object: 'list', data: [] } };
          turn += 1;
          const name = model ?? '';
          return turn % 2 === 0
            ? lacks(name)
            : refusal(404, `The model \`${name}\` does not exist or you do not have access to it.`, {
                code: 'model_not_found',
              });
        };
      })(),
      expect: {
        free: refused(['project_lacks_model', 'model_missing_or_no_access']),
        real: refused(['project_lacks_model', 'model_missing_or_no_access']),
        watch: { proven: false },
      },
    },
    {
      // A list that names everything and a project that refuses everything: only the refusals were seen to act.
      name: 'all is listed, all is refused',
      rules: { list: LISTED, access: (asked) => lacks(asked) },
      expect: steps(refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] })),
    },
  ];
  return worlds('words that contradict each other', rows);
}
