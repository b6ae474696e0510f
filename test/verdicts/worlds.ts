/**
 * The table of worlds: kinds of trouble, each in several forms. Expectations follow `world.ts`: a cause may be certain only
 * where the answer excludes its rivals.
 */
import { ODD_WORLDS } from './odd-worlds';
import {
  type Expected,
  LONG_LIST,
  lacks,
  OWN_PROJECT,
  printed,
  type Rules,
  refusal,
  type Said,
  SHORT_LIST,
  server,
  type World,
} from './world';

const MODEL = 'gpt-5.5';
const OTHER_PROJECT = 'proj_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2';
const CANNOT_LIST = refusal(
  403,
  'You have insufficient permissions for this operation. Missing scopes: api.model.read.',
);

const named = (model: string) => (asked: string, said: Said) => (asked === model ? said : null);

/** Free tests of other models are refused by the project, so that they are known to tell something. */
function ownProjectOf(list: readonly string[]) {
  return (asked: string) => (list.includes(asked) ? null : lacks(asked));
}

const unsure = (rivals: readonly string[] = []): Expected => ({
  outcome: ['undecided'],
  proven: false,
  ...(rivals.length === 0 ? {} : { rivals }),
});

const refusedFor = (cause: string, more: Expected = {}): Expected => ({
  outcome: ['refused'],
  cause: [cause],
  state: ['denied', 'unknown'],
  proven: false,
  ...more,
});

function steps(answered: Expected, own: World['expect'] = {}): World['expect'] {
  return {
    free: answered,
    both: answered,
    real: answered,
    watch: { proven: false },
    matrix: answered,
    ...own,
  };
}

/** The project refuses, or its organization never had the model: one sentence for both. */
function policyWorlds(): readonly World[] {
  const models = [
    MODEL,
    'gpt-6-sol',
    'o4-mini-high',
    'text-embedding-3-large',
    'gpt-image-2',
    'gpt-4o-mini-tts',
    'gpt-4o-transcribe',
    'gpt-audio-mini',
  ];
  const lists: readonly (readonly [string, Rules['list'] & object])[] = [
    ['a short list', SHORT_LIST],
    ['a long list', LONG_LIST.filter((id) => id !== 'gpt-6-sol')],
    ['a list of one', ['gpt-5-nano']],
    ['a key that may not list', CANNOT_LIST],
  ];
  const sentence = refusedFor('project_lacks_model', {
    atMost: 'likely',
    rivals: ['organization_not_entitled'],
  });
  return models.flatMap((model) =>
    lists.map(
      ([name, list]): World => ({
        kind: 'the project’s sentence',
        name: `${model}, ${name}`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, access: (asked) => named(model)(asked, lacks(model)) ?? lacks(asked) }),
        expect: steps(sentence, {
          text: refusedFor('project_lacks_model', { atMost: 'likely' }),
          list: 'status' in list ? unsure() : { ...unsure(['allow_list', 'typo']), state: ['not_listed'] },
        }),
      }),
    ),
  );
}

/** Refusals of the model that are not the project's, whether or not its list holds the name. */
function nameWorlds(): readonly World[] {
  const forms: readonly (readonly [string, string, Said])[] = [
    [
      'model_missing_or_no_access',
      'the chat wording',
      refusal(404, 'The model `NAME` does not exist or you do not have access to it.', {
        code: 'model_not_found',
      }),
    ],
    [
      'model_missing_or_no_access',
      'the Responses wording',
      refusal(400, "The requested model 'NAME' does not exist.", { param: 'model', code: 'model_not_found' }),
    ],
    [
      'model_retired',
      'deprecated',
      refusal(
        404,
        'The model `NAME` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
        { code: 'model_not_found' },
      ),
    ],
  ];
  return forms.flatMap(([cause, name, form]) =>
    [true, false].flatMap((isListed) =>
      [MODEL, 'gpt-5.5-mni', 'text-embedding-3-large'].map((model): World => {
        const said = withName(form, model);
        const list = isListed ? [...LONG_LIST, model] : LONG_LIST;
        return {
          kind: isListed ? 'listed, then refused' : 'the name is not known',
          name: `${name}, ${model}`,
          model,
          text: printed(said),
          answer: server({ list, access: (asked) => named(model)(asked, said) ?? ownProjectOf(list)(asked) }),
          expect: steps(refusedFor(cause, { state: ['denied'] }), {
            list: isListed
              ? { ...unsure(), state: ['listed'] }
              : { ...unsure(['typo']), state: ['not_listed'] },
          }),
        };
      }),
    ),
  );
}

function withName(said: Said, model: string): Said {
  const text = JSON.stringify(said.body).replaceAll('NAME', model);
  return { ...said, body: JSON.parse(text) as unknown };
}

const MONEY: readonly (readonly [number, string])[] = [
  [429, 'insufficient_quota'],
  [429, 'credit_balance_exhausted'],
  [429, 'organization_spend_limit_exceeded'],
  [429, 'project_spend_limit_exceeded'],
  [429, 'organization_usage_limit_exceeded'],
  [429, 'billing_not_active'],
  [400, 'billing_hard_limit_reached'],
];

function moneyWorlds(): readonly World[] {
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
          list: { ...unsure(), state: ['listed'] },
        }),
      };
    }),
  );
}

/** Refusals of the key or of where the request comes from: they hold for every model. */
function doorWorlds(): readonly World[] {
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

function scopeWorlds(): readonly World[] {
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

function usableWorlds(): readonly World[] {
  const answered: Expected = { outcome: ['open'], cause: ['none'] };
  return [
    MODEL,
    'gpt-6-sol',
    'text-embedding-3-large',
    'gpt-4o-transcribe',
    'gpt-4o-mini-tts',
    'gpt-5.4-mini',
  ].flatMap((model) =>
    [true, false].map((isListed): World => {
      const list = isListed ? [...SHORT_LIST, model] : SHORT_LIST.filter((id) => id !== model);
      const open = [...list, model];
      return {
        kind: 'it works',
        name: `${model}, ${isListed ? 'listed' : 'not listed'}`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, access: (asked) => (open.includes(asked) ? null : lacks(asked)) }),
        expect: {
          list: { ...unsure(), state: [isListed ? 'listed' : 'not_listed'] },
          free: { ...answered, atMost: 'likely', proven: false },
          both: { ...answered, atMost: 'likely', proven: false },
          real: { ...answered, state: ['confirmed', 'passed_free_test'] },
          watch: { ...answered, proven: true },
          matrix: { state: ['passed_free_test'] },
        },
      };
    }),
  );
}

/** Free tests cannot prove: no control can be refused, or it is let through, or verification comes after them. */
function unprovableWorlds(): readonly World[] {
  const verify = (model: string) =>
    refusal(
      404,
      `Your organization must be verified to use the model \`${model}\`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.`,
      { code: 'model_not_found' },
    );
  const unverified = ['gpt-6-astra', 'o3-pro', 'gpt-image-2', 'gpt-5.5-pro'].map(
    (model): World => ({
      kind: 'verification comes last',
      name: model,
      model,
      text: '',
      answer: server({
        list: [...SHORT_LIST, model],
        access: (asked) => (asked === model ? null : lacks(asked)),
        last: (asked) => verify(asked),
      }),
      expect: {
        free: { outcome: ['open', 'undecided'], atMost: 'likely', proven: false },
        real: refusedFor('org_unverified', { state: ['denied'] }),
        watch: { proven: false },
      },
    }),
  );
  const early = [SHORT_LIST, LONG_LIST].flatMap((list) =>
    [MODEL, 'text-embedding-3-large'].map(
      (model): World => ({
        kind: 'free tests prove nothing',
        name: `validated first, ${model}, ${list.length} listed`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, validatesFirst: true, access: ownProjectOf(list) }),
        expect: {
          free: { outcome: ['open', 'undecided', 'refused'], atMost: 'possible', proven: false },
          real: refusedFor('project_lacks_model', { state: ['denied'], atMost: 'likely' }),
          watch: { proven: false },
          // A free test alone is no proof of anything here, but neither is it a refusal.
          matrix: { state: ['not_listed', 'passed_free_test', 'unknown'] },
        },
      }),
    ),
  );
  const noMoney = refusal(
    429,
    'You exceeded your current quota, please check your plan and billing details.',
    { type: 'insufficient_quota', code: 'insufficient_quota' },
  );
  const uncalibrated: readonly World[] = [
    {
      kind: 'free tests prove nothing',
      name: 'the control is refused for money',
      model: MODEL,
      text: '',
      answer: server({ list: SHORT_LIST, access: (asked) => (asked === MODEL ? null : noMoney) }),
      expect: { free: { atMost: 'possible', proven: false }, watch: { proven: false } },
    },
    {
      kind: 'free tests prove nothing',
      name: 'the key may not list',
      model: MODEL,
      text: '',
      answer: server({ list: CANNOT_LIST, access: (asked) => (asked === MODEL ? null : lacks(asked)) }),
      expect: { free: { atMost: 'possible', proven: false }, watch: { proven: false } },
    },
  ];
  return [...unverified, ...early, ...uncalibrated];
}

/** Words that nobody knows, for one model or for everything. */
function unknownWorlds(): readonly World[] {
  const forms: readonly Said[] = [
    refusal(400, 'Flumox of the request is out of tune.'),
    refusal(401, 'A client certificate is required for this organization.', {
      code: 'client_certificate_required',
    }),
    refusal(401, 'Gribble rejected.', { code: 'gribble' }),
    refusal(403, 'Zork may not enter.', { code: 'zork_denied' }),
    refusal(403, 'Not on a Tuesday.'),
    refusal(404, 'Blorp.', { code: 'blorp' }),
    refusal(409, 'The quux is held by another frob.'),
    refusal(422, 'The wibble does not fit.'),
  ];
  const expected: Expected = {
    outcome: ['undecided'],
    cause: ['none'],
    unknown: ['not_understood'],
    quotes: true,
    proven: false,
    rivals: ['network_in_between'],
  };
  return forms.flatMap((said, form) =>
    [MODEL, 'text-embedding-3-large'].flatMap((model): readonly World[] => [
      {
        kind: 'unknown words',
        name: `of the model, ${said.status} ${form}, ${model}`,
        model,
        text: printed(said),
        answer: server({ list: [...LONG_LIST, model], access: (asked) => named(model)(asked, said) }),
        expect: {
          text: { cause: ['none'], outcome: ['undecided'] },
          free: expected,
          real: expected,
          watch: { proven: false },
          matrix: { state: ['unknown', 'listed'] },
        },
      },
      ...(model === MODEL
        ? [
            {
              kind: 'unknown words',
              name: `of everything, ${said.status} ${form}`,
              model,
              text: printed(said),
              answer: server({ door: () => said }),
              expect: {
                list: expected,
                free: expected,
                watch: { proven: false },
                matrix: { state: ['unknown'] },
              },
            } satisfies World,
          ]
        : []),
    ]),
  );
}

/** The failing request differs from a test of ours in just what was refused. */
function senderWorlds(): readonly World[] {
  const forms: readonly (readonly [string, string, Said])[] = [
    [
      'org_or_project_mismatch',
      'header',
      refusal(401, 'OpenAI-Project header should match project for API key', { code: 'mismatched_project' }),
    ],
    [
      'org_or_project_mismatch',
      'header',
      refusal(401, 'OpenAI-Organization header should match organization for API key', {
        code: 'mismatched_organization',
      }),
    ],
    [
      'key_missing',
      'no_key',
      refusal(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
      ),
    ],
    [
      'region_blocked',
      'place',
      refusal(403, 'Country, region, or territory not supported', {
        type: 'request_forbidden',
        code: 'unsupported_country_region_territory',
      }),
    ],
    [
      'ip_blocked',
      'address',
      refusal(401, 'Your IP 203.0.113.9 is not authorized to access this organization.'),
    ],
    [
      'other_vendor',
      'service',
      {
        status: 404,
        body: {
          error: {
            code: 'DeploymentNotFound',
            message: 'The API deployment for this resource does not exist.',
          },
        },
      },
    ],
    [
      'wrong_endpoint_or_parameter',
      'host',
      refusal(
        401,
        'Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com',
        { code: 'incorrect_hostname' },
      ),
    ],
    [
      'org_unverified',
      'verification',
      refusal(
        400,
        'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        { param: 'stream', code: 'unsupported_value' },
      ),
    ],
    [
      'wrong_endpoint_or_parameter',
      'endpoint_or_parameter',
      refusal(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        { param: 'max_tokens', code: 'unsupported_parameter' },
      ),
    ],
  ];
  return forms.flatMap(([cause, differs, said], form) =>
    [MODEL, 'text-embedding-3-large'].map((model): World => {
      const expected = refusedFor(cause, { contrast: [differs], state: ['passed_free_test', 'confirmed'] });
      return {
        kind: 'only the sender is refused',
        name: `${differs} ${form}, ${model}`,
        model,
        text: printed(said),
        answer: server({ list: [...SHORT_LIST, model], access: ownProjectOf([...SHORT_LIST, model]) }),
        expect: {
          text: refusedFor(cause),
          both: expected,
          real: { ...expected },
          watch: { proven: false },
        },
      };
    }),
  );
}

/** The pasted error is of another project than the key's own, or of another one that the key reaches by a header. */
function projectWorlds(): readonly World[] {
  return [MODEL, 'text-embedding-3-large', 'gpt-6-sol'].flatMap((model): readonly World[] => [
    {
      kind: 'another project',
      name: `a key of one project, ${model}`,
      model,
      text: printed(lacks(model, OTHER_PROJECT)),
      answer: server({ list: [...SHORT_LIST, model], access: ownProjectOf([...SHORT_LIST, model]) }),
      expect: {
        both: refusedFor('org_or_project_mismatch', { state: ['passed_free_test', 'confirmed'] }),
        watch: { proven: false },
      },
    },
    {
      kind: 'another project',
      name: `a key that reaches several, ${model}`,
      model,
      keyKind: 'legacy',
      text: printed(lacks(model, OTHER_PROJECT)),
      answer: server({
        list: [...SHORT_LIST, model],
        project: ({ project }) => project ?? OWN_PROJECT,
        access: (asked, { project }) => (project === OTHER_PROJECT ? lacks(asked, OTHER_PROJECT) : null),
      }),
      expect: {
        both: refusedFor('project_lacks_model', { atMost: 'likely' }),
        real: refusedFor('project_lacks_model', { atMost: 'likely' }),
        watch: { proven: false },
      },
    },
  ]);
}

/** Services that are not OpenAI: nothing that may be billed is sent unasked, and nothing of OpenAI's is concluded. */
function gatewayWorlds(): readonly World[] {
  const baseUrl = 'https://gateway.example/v1';
  const foreign = ['llama-3-70b', 'qwen-2-72b', 'mistral-large'];
  const plain = (said: Said): Said => ({ ...said, headers: {} });
  const answer =
    (inner: World['answer']): World['answer'] =>
    (seen) =>
      plain(inner(seen));
  const served = answer((seen) => server({ list: foreign })({ ...seen, invalid: false }));
  const chatOnly = (list: readonly string[]): World['answer'] =>
    answer(server({ list, paths: ['/chat/completions'] }));
  const passing = answer(server({ list: ['gpt-5.5-gw'], access: (asked) => lacks(asked) }));
  const cannotTell: Expected = { outcome: ['undecided'], proven: false, unasked: 0 };
  return [
    {
      kind: 'another host',
      name: 'serves what should be invalid',
      model: 'llama-3-70b',
      text: '',
      baseUrl,
      answer: served,
      expect: { free: cannotTell, real: { outcome: ['open'] }, watch: { proven: false, unasked: 0 } },
    },
    {
      kind: 'another host',
      name: 'on this machine',
      model: 'qwen-2-72b',
      text: '',
      baseUrl: 'http://127.0.0.1:4000/v1',
      answer: served,
      expect: { free: cannotTell, real: { outcome: ['open'] } },
    },
    {
      kind: 'another host',
      name: 'has chats alone',
      model: 'llama-3-70b',
      text: '',
      baseUrl,
      answer: chatOnly(foreign),
      expect: { free: cannotTell, real: { outcome: ['open'], state: ['confirmed'] } },
    },
    {
      kind: 'another host',
      name: 'lacks the model on its list',
      model: 'gpt-5.5',
      text: '',
      baseUrl,
      answer: chatOnly(foreign),
      expect: { list: { ...cannotTell, cause: ['none'], rivals: ['gateway_list'] } },
    },
    {
      kind: 'another host',
      name: 'passes the project’s sentence on',
      model: 'gpt-5.5',
      text: printed(lacks('gpt-5.5')),
      baseUrl,
      answer: passing,
      expect: {
        real: refusedFor('project_lacks_model', { atMost: 'likely', rivals: ['gateway_list'] }),
        watch: { proven: false, unasked: 0 },
      },
    },
  ];
}

/** Answers that are no answer, and limits. */
function passingWorlds(): readonly World[] {
  const page: Said = { status: 403, body: '<html><title>Just a moment...</title></html>' };
  const fault = refusal(500, 'The server had an error while processing your request. Sorry about that!', {
    type: 'server_error',
  });
  const slow = refusal(
    429,
    'Rate limit reached for gpt-5.5 on requests per min (RPM): Limit 3, Used 3, Requested 1.',
    { type: 'requests', code: 'rate_limit_exceeded' },
  );
  const zero = refusal(
    429,
    'Rate limit reached for gpt-5.5 on tokens per min (TPM): Limit 0, Used 0, Requested 10.',
    { type: 'tokens', code: 'rate_limit_exceeded' },
  );
  const rows: readonly (readonly [string, Said, Expected, readonly string[]])[] = [
    [
      'a page',
      page,
      { outcome: ['undecided', 'refused'], atMost: 'likely', proven: false },
      ['unknown', 'listed', 'denied'],
    ],
    ['a fault', fault, { outcome: ['undecided'], cause: ['none'], proven: false }, ['unknown', 'listed']],
    [
      'too fast',
      slow,
      { outcome: ['refused', 'undecided'], cause: ['rate_limited', 'none'], proven: false },
      ['unknown', 'listed'],
    ],
    ['a limit of zero', zero, refusedFor('rate_limited', { state: ['denied'] }), ['denied']],
  ];
  return rows.map(([name, said, expected, states]) => ({
    kind: 'passing trouble',
    name,
    model: MODEL,
    text: '',
    answer: server({ list: [...LONG_LIST, MODEL], access: (asked) => named(MODEL)(asked, said) }),
    expect: { free: expected, real: expected, watch: { proven: false }, matrix: { state: states } },
  }));
}

/** A change whose answers take turns of so many seconds before it holds. */
function turnWorlds(): readonly World[] {
  return [20, 40, 60, 85].map((turn): World => {
    const spread = turn * 4_000;
    const isOld = (at: number) => at < spread && Math.floor(at / (turn * 1_000)) % 2 === 1;
    return {
      kind: 'answers that take turns',
      name: `of ${turn} s`,
      model: MODEL,
      settledAt: spread,
      text: printed(lacks(MODEL)),
      answer: server({
        list: [...SHORT_LIST, MODEL],
        access: (asked, { at }) => (asked !== MODEL || isOld(at) ? lacks(asked) : null),
      }),
      expect: { watch: { outcome: ['open'], proven: true } },
    };
  });
}

export const WORLDS: readonly World[] = [
  ...policyWorlds(),
  ...nameWorlds(),
  ...moneyWorlds(),
  ...doorWorlds(),
  ...scopeWorlds(),
  ...usableWorlds(),
  ...unprovableWorlds(),
  ...unknownWorlds(),
  ...senderWorlds(),
  ...projectWorlds(),
  ...gatewayWorlds(),
  ...passingWorlds(),
  ...turnWorlds(),
  ...ODD_WORLDS,
];
