/**
 * Odd worlds: real statuses under odd bodies, names with siblings, keys of several homes, other hosts, lists that lack a
 * part, and answers that change. Written from the facts of the API, before looking at what the app makes of them.
 */
import {
  type Expected,
  LONG_LIST,
  lacks,
  listing,
  OWN_PROJECT,
  printed,
  type Rules,
  refusal,
  type Said,
  SHORT_LIST,
  server,
  success,
  type World,
} from './world';

const MODEL = 'gpt-5.5';
const OTHER_PROJECT = 'proj_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2';
const NAME_UNKNOWN = 'does not exist or you do not have access to it.';

const others = (model: string, said: Said | null) => (asked: string) =>
  asked === model ? said : SHORT_LIST.includes(asked) ? null : lacks(asked);

const notOpen: Expected = { outcome: ['undecided', 'refused'], proven: false };
const undecided: Expected = { outcome: ['undecided'], proven: false };
const refused = (cause: readonly string[], more: Expected = {}): Expected => ({
  outcome: ['refused'],
  cause,
  proven: false,
  ...more,
});

function everywhere(expected: Expected): World['expect'] {
  return { free: expected, both: expected, real: expected, watch: { proven: false } };
}

interface Row {
  readonly name: string;
  readonly model?: string;
  readonly text?: string;
  readonly keyKind?: 'legacy';
  readonly baseUrl?: string;
  readonly rules?: Rules;
  readonly answer?: World['answer'];
  readonly expect: World['expect'];
}

function worlds(kind: string, rows: readonly Row[]): readonly World[] {
  return rows.map(({ rules = {}, answer, ...row }) => ({
    kind,
    model: MODEL,
    text: '',
    answer: answer ?? server(rules),
    ...row,
  }));
}

/** The project's sentence and its neighbours under statuses and bodies that they seldom have. */
function oddRefusals(): readonly World[] {
  const sentence = (status: number, message: string, words = {}) => refusal(status, message, words);
  const asProject = refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] });
  const rows: readonly (readonly [string, Said, Expected])[] = [
    ['the project’s sentence as 404', { ...lacks(MODEL), status: 404 }, asProject],
    [
      'the project’s sentence without a code',
      sentence(403, `Project \`${OWN_PROJECT}\` does not have access to model \`${MODEL}\``),
      asProject,
    ],
    [
      'the project’s sentence without backticks',
      sentence(403, `Project ${OWN_PROJECT} does not have access to model ${MODEL}`, {
        code: 'model_not_found',
      }),
      asProject,
    ],
    [
      'the project’s sentence as a bare string',
      {
        status: 403,
        body: { error: `Project \`${OWN_PROJECT}\` does not have access to model \`${MODEL}\`` },
      },
      asProject,
    ],
    [
      'missing scopes as a bare string',
      {
        status: 403,
        body: {
          error: 'You have insufficient permissions for this operation. Missing scopes: model.request.',
        },
      },
      refused(['key_scope']),
    ],
    [
      'the scope of Responses',
      sentence(
        401,
        'You have insufficient permissions for this operation. Missing scopes: api.responses.write.',
        {
          code: 'missing_scope',
        },
      ),
      refused(['key_scope']),
    ],
    [
      'an organization that the owner left',
      sentence(401, 'You do not have access to the organization tied to the API key.'),
      refused(['org_or_project_mismatch']),
    ],
    ['a code alone', sentence(403, 'Nope.', { code: 'model_not_found' }), { ...notOpen, atMost: 'likely' }],
    [
      'a name refused under an unknown status',
      sentence(410, `The model \`${MODEL}\` ${NAME_UNKNOWN}`),
      { ...notOpen },
    ],
    [
      'quota by its type alone',
      sentence(429, 'You exceeded your current quota, please check your plan and billing details.', {
        type: 'insufficient_quota',
      }),
      refused(['quota_or_billing']),
    ],
    [
      'payment required',
      sentence(402, 'Payment required.'),
      { ...notOpen, cause: ['quota_or_billing', 'none'] },
    ],
    [
      'overloaded',
      {
        status: 503,
        body: {
          error: {
            message: 'The engine is currently overloaded, please try again later',
            type: 'server_error',
            param: null,
            code: 'server_is_overloaded',
          },
        },
      },
      // The text says for certain why that call failed; nothing is said of the model.
      { ...notOpen, cause: ['server_error', 'none'] },
    ],
    [
      'slow down',
      sentence(503, 'Slow Down', { type: 'server_error', code: 'slow_down' }),
      { ...notOpen, cause: ['rate_limited', 'server_error', 'none'] },
    ],
    [
      '403 without a body',
      { status: 403, body: '' },
      { ...notOpen, cause: ['network', 'none', 'other_vendor'], atMost: 'likely' },
    ],
    [
      '404 without a body',
      { status: 404, body: '' },
      {
        ...notOpen,
        cause: ['network', 'none', 'other_vendor', 'wrong_endpoint_or_parameter'],
        atMost: 'likely',
      },
    ],
    [
      'a log-in page',
      { status: 401, body: '<!DOCTYPE html><html><title>Sign in</title></html>' },
      { ...notOpen, cause: ['network', 'none', 'other_vendor'], atMost: 'likely' },
    ],
    ['an array as the body', { status: 403, body: [{ message: 'no' }] }, undecided],
    [
      'null as the message',
      { status: 403, body: { error: { message: null, type: null, code: null } } },
      undecided,
    ],
    [
      'flagged by a safety programme',
      sentence(400, 'This request was blocked by our cyber policy. See chatgpt.com/cyber.', {
        type: 'invalid_request',
        code: 'cyber_policy',
      }),
      { ...notOpen, cause: ['feature_not_enabled', 'none'] },
    ],
    [
      'not to be sampled from',
      sentence(403, 'You are not allowed to sample from this model'),
      { ...notOpen, cause: ['wrong_endpoint_or_parameter', 'none'], atMost: 'likely' },
    ],
    [
      'verification as 403',
      sentence(
        403,
        `Your organization must be verified to use the model \`${MODEL}\`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.`,
      ),
      refused(['org_unverified']),
    ],
  ];
  return worlds(
    'odd statuses and bodies',
    rows.map(([name, said, expected]) => ({
      name,
      text: printed(said),
      rules: { list: [...LONG_LIST, MODEL], access: others(MODEL, said) },
      expect: {
        ...everywhere(expected),
        matrix:
          expected.outcome?.includes('refused') === true && expected.outcome.length === 1
            ? { state: ['denied'] }
            : { state: ['listed', 'unknown', 'denied'] },
      },
    })),
  );
}

/** Status 200 is no success by itself. */
function oddSuccesses(): readonly World[] {
  const { error } = Object(lacks(MODEL).body);
  const event = `event: error\ndata: ${JSON.stringify({ type: 'error', error })}\n\n`;
  // What is no answer of the API takes nothing from what the free test showed, and adds nothing to it.
  const noAnswer: Expected = { atMost: 'likely', proven: false, state: ['passed_free_test'] };
  const rows: readonly (readonly [string, Said, Expected])[] = [
    [
      'a stream that refuses',
      { status: 200, body: event, headers: { 'content-type': 'text/event-stream' } },
      notOpen,
    ],
    ['an error inside', { status: 200, body: { error } }, notOpen],
    ['a page', { status: 200, body: '<html><title>Welcome to the hotel</title></html>' }, noAnswer],
    ['nothing at all', { status: 200, body: '' }, noAnswer],
    ['an unknown object', { status: 200, body: { hello: 'world' } }, noAnswer],
    [
      'an incomplete response',
      {
        status: 200,
        body: {
          id: 'resp_1',
          object: 'response',
          status: 'incomplete',
          incomplete_details: { reason: 'max_output_tokens' },
          error: null,
          output: [],
          model: MODEL,
        },
      },
      { outcome: ['open'] },
    ],
    [
      'a failed response',
      {
        status: 200,
        body: {
          id: 'resp_1',
          object: 'response',
          status: 'failed',
          error: { code: 'model_not_found', message: error.message },
          output: [],
          model: MODEL,
        },
      },
      notOpen,
    ],
  ];
  return worlds(
    'a 200 that is none',
    rows.map(([name, said, expected]) => ({
      name,
      rules: { list: [...SHORT_LIST, MODEL], access: others(MODEL, null), last: () => said },
      expect: { real: expected },
    })),
  );
}

/** Lists that are broken, empty or cut. */
function oddLists(): readonly World[] {
  // Something that is no list came instead: whatever sent it, the model was not looked at.
  const noList: Expected = { ...notOpen, cause: ['network', 'none'], atMost: 'likely' };
  const rows: readonly (readonly [string, Said, Expected])[] = [
    [
      'more to come',
      { ...listing(SHORT_LIST), body: { ...Object(listing(SHORT_LIST).body), has_more: true } },
      { ...undecided, state: ['not_listed', 'unknown'] },
    ],
    ['without data', { status: 200, body: { object: 'list' } }, { ...noList, state: ['unknown'] }],
    [
      'data that is null',
      { status: 200, body: { object: 'list', data: null } },
      { ...noList, state: ['unknown'] },
    ],
    [
      'entries without a name',
      { status: 200, body: { object: 'list', data: [{}, null, 'x'] } },
      { ...noList, state: ['unknown', 'not_listed'] },
    ],
    ['empty', listing([]), { ...undecided, state: ['not_listed', 'unknown'] }],
    ['a page', { status: 200, body: '<html>portal</html>' }, { ...noList, state: ['unknown'] }],
    ['no such address', { status: 404, body: { detail: 'Not Found' } }, { ...undecided, state: ['unknown'] }],
  ];
  return worlds(
    'odd lists',
    rows.map(([name, list, expected]) => ({
      name,
      text: printed(lacks(MODEL)),
      rules: { list, access: others(MODEL, null) },
      expect: {
        list: expected, // Where nothing shows what a free test is worth, the sentence of the text may stand.
        both: { cause: ['none', 'project_lacks_model'], atMost: 'likely', proven: false },
      },
    })),
  );
}

/** The literal name decides; siblings, bases and invented names. */
function oddNames(): readonly World[] {
  const sentence = (rivals: readonly string[]) =>
    refused(['project_lacks_model'], { atMost: 'likely', rivals });
  const ft = 'ft:gpt-4.1-mini-2025-04-14:acme::Ab1Cd2Ef';
  const refusedName = (
    model: string,
    list: readonly string[],
    said: Said,
    expected: Expected,
    name: string,
  ): Row => ({
    name,
    model,
    text: printed(said),
    rules: { list, access: (asked) => (asked === model ? said : list.includes(asked) ? null : lacks(asked)) },
    expect: everywhere(expected),
  });
  const unknown = (model: string) =>
    refusal(404, `The model \`${model}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' });
  return worlds('odd names', [
    refusedName(
      'gpt-5.5-2026-04-23',
      [...SHORT_LIST, MODEL],
      lacks('gpt-5.5-2026-04-23'),
      sentence(['alias_or_snapshot']),
      'the alias is listed',
    ),
    refusedName(
      MODEL,
      [...SHORT_LIST, 'gpt-5.5-2026-04-23'],
      lacks(MODEL),
      sentence(['alias_or_snapshot']),
      'the snapshot is listed',
    ),
    refusedName(
      'gpt-5.4-mini-batch',
      SHORT_LIST,
      lacks('gpt-5.4-mini-batch'),
      sentence([]),
      'the sibling of a batch',
    ),
    refusedName(
      'gpt-5.4-mini',
      ['gpt-5-nano'],
      lacks('gpt-5.4-mini-2026-03-17'),
      sentence([]),
      'the refusal names the snapshot',
    ),
    refusedName(
      ft,
      LONG_LIST,
      unknown(ft),
      refused(['model_missing_or_no_access']),
      'a fine-tune of another project',
    ),
    refusedName(
      ft,
      [...LONG_LIST, ft],
      refusal(
        404,
        `The model \`${ft}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
        { code: 'model_not_found' },
      ),
      refused(['model_retired']),
      'a fine-tune whose base stopped',
    ),
    refusedName(
      'gpt-4',
      SHORT_LIST,
      lacks('gpt-4'),
      sentence(['retired_name']),
      'a retired name with the project’s sentence',
    ),
    refusedName(
      'gpt-5.1-mini',
      LONG_LIST,
      lacks('gpt-5.1-mini'),
      // Existence is checked before the project is, so that the sentence itself speaks for the name.
      sentence(['allow_list']),
      'an invented name with the project’s sentence',
    ),
    {
      name: 'a batch is refused, the model itself answers',
      model: 'gpt-5.4-mini',
      text: printed(lacks('gpt-5.4-mini-batch')),
      rules: { list: SHORT_LIST, access: others('gpt-5.4-mini', null) },
      expect: {
        text: refused(['project_lacks_model']),
        both: { outcome: ['open'], atMost: 'likely', contrast: ['batch'], proven: false },
        // Asked for by its own name the model did answer; what failed is named beside it.
        real: { outcome: ['open'], contrast: ['batch'], proven: false },
        watch: { proven: false },
      },
    },
  ]);
}

/** Keys of several homes, and hosts of OpenAI and of others. */
function oddHomes(): readonly World[] {
  const wrongHeader = refusal(401, 'OpenAI-Project header should match project for API key', {
    code: 'mismatched_project',
  });
  const wrongOrganization = refusal(401, 'OpenAI-Organization header should match organization for API key', {
    code: 'mismatched_organization',
  });
  const wrongHost = (host: string) =>
    refusal(
      401,
      `Attempted to access resource with incorrect regional hostname. Please make your request to ${host}.api.openai.com`,
      { code: 'incorrect_hostname' },
    );
  const list = [...SHORT_LIST, MODEL];
  const works: Rules = { list, access: others(MODEL, null) };
  const EU = 'https://eu.api.openai.com/v1';
  const gateway = 'https://gateway.example/v1';
  const taking: World['answer'] = (seen) => ({
    ...(seen.path === '/models' ? listing(['llama-3-70b']) : success(seen.path, seen.model)),
    headers: {},
  });
  const unbilled: Expected = { outcome: ['undecided'], proven: false, unasked: 0 };
  return worlds('odd homes and hosts', [
    {
      name: 'a key of several, refused that project',
      keyKind: 'legacy',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: {
        ...works,
        door: ({ project }) => (project === null || project === OWN_PROJECT ? null : wrongHeader),
      },
      expect: { both: { ...notOpen }, real: { ...notOpen }, watch: { proven: false } },
    },
    {
      name: 'a key of several, a wrong organization was sent',
      keyKind: 'legacy',
      text: printed(wrongOrganization),
      rules: works,
      expect: {
        both: refused(['org_or_project_mismatch'], { contrast: ['header'] }),
        watch: { proven: false },
      },
    },
    {
      name: 'a key of several, its own project',
      keyKind: 'legacy',
      text: printed(lacks(MODEL)),
      rules: works,
      expect: { both: { outcome: ['open'], atMost: 'likely' }, real: { outcome: ['open'] } },
    },
    {
      name: 'a key of several, a name not known elsewhere',
      keyKind: 'legacy',
      text: printed(refusal(404, `The model \`${MODEL}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' })),
      rules: works,
      expect: { both: { atMost: 'likely', proven: false } },
    },
    {
      name: 'Europe refuses by project',
      baseUrl: EU,
      text: printed(lacks(MODEL)),
      rules: { list: SHORT_LIST, access: others(MODEL, lacks(MODEL)) },
      expect: everywhere(refused(['project_lacks_model'], { atMost: 'likely' })),
    },
    {
      name: 'Europe is the wrong host',
      baseUrl: EU,
      text: printed(wrongHost('us')),
      rules: { door: () => wrongHost('us') },
      expect: everywhere(refused(['wrong_endpoint_or_parameter'])),
    },
    {
      name: 'Europe works, elsewhere was asked',
      baseUrl: EU,
      text: printed(wrongHost('eu')),
      rules: works,
      expect: {
        both: refused(['wrong_endpoint_or_parameter'], { contrast: ['host'] }),
        watch: { proven: false },
      },
    },
    {
      name: 'a look-alike of OpenAI’s host',
      model: 'llama-3-70b',
      baseUrl: 'https://api.openai.com.example/v1',
      answer: taking,
      expect: { free: unbilled, watch: { proven: false, unasked: 0 } },
    },
    {
      name: 'OpenAI’s host on another port',
      model: 'llama-3-70b',
      baseUrl: 'https://api.openai.com:8443/v1',
      answer: taking,
      expect: { free: unbilled, watch: { proven: false, unasked: 0 } },
    },
    {
      name: 'Azure',
      baseUrl: 'https://acme.openai.azure.com/openai/v1',
      answer: server({
        door: () => ({
          status: 404,
          body: {
            error: {
              code: 'DeploymentNotFound',
              message: 'The API deployment for this resource does not exist.',
            },
          },
        }),
      }),
      expect: { free: { ...notOpen, unasked: 0 }, real: refused(['other_vendor']) },
    },
    {
      name: 'a gateway’s own key upstream is refused',
      model: 'llama-3-70b',
      baseUrl: gateway,
      answer: (seen) =>
        seen.path === '/models'
          ? { ...listing(['llama-3-70b']), headers: {} }
          : {
              status: 401,
              body: {
                error: {
                  message:
                    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: sk-proj-***. You can find your API key at https://platform.openai.com/account/api-keys.',
                  type: 'auth_error',
                  param: null,
                  code: '401',
                },
              },
            },
      expect: { real: { ...notOpen, atMost: 'likely' } },
    },
    {
      name: 'a gateway without the model',
      model: 'gpt-9',
      baseUrl: gateway,
      answer: (seen) =>
        seen.path === '/models'
          ? { ...listing(['llama-3-70b']), headers: {} }
          : { status: 404, body: { error: { message: 'No endpoints found for gpt-9.', code: 404 } } },
      expect: { real: { ...notOpen, cause: ['other_vendor', 'none', 'model_missing_or_no_access'] } },
    },
    {
      name: 'Groq blocks the project',
      baseUrl: 'https://api.groq.com/openai/v1',
      answer: server({
        access: () =>
          refusal(
            403,
            `The model \`${MODEL}\` is blocked at the project level. Please have a project admin enable this model in the project settings at https://console.groq.com/settings/project/limits`,
            { type: 'permissions_error', code: 'model_permission_blocked_project' },
          ),
      }),
      expect: { real: refused(['other_vendor']) },
    },
    {
      name: 'the text is a proxy’s, without a body',
      text: 'openai.PermissionDeniedError: 403 status code (no body)',
      rules: works,
      expect: {
        both: { cause: ['network', 'none', 'other_vendor'], atMost: 'likely', proven: false },
        real: { cause: ['network', 'other_vendor', 'none'], outcome: ['refused', 'undecided'] },
        watch: { proven: false },
      },
    },
    {
      name: 'the text is of a Bedrock client',
      text: 'at OpenAI.makeStatusError (node_modules/openai/src/client.ts:477)\n403 {"message":"User: arn:aws:iam::1:user/x is not authorized to perform: bedrock:InvokeModel"}',
      rules: works,
      expect: { both: { cause: ['other_vendor'], proven: false }, watch: { proven: false } },
    },
  ]);
}

/** Answers that change while the app looks. */
function oddTimes(): readonly World[] {
  const list = [...SHORT_LIST, MODEL];
  const from = (moment: number): World['answer'] =>
    server({
      list,
      access: (asked, { at }) => (asked === MODEL && at < moment ? null : others(MODEL, lacks(MODEL))(asked)),
    });
  const turns: World['answer'] = server({
    list,
    access: (asked, { at }) => others(MODEL, Math.floor(at / 17_000) % 2 === 0 ? null : lacks(MODEL))(asked),
  });
  let asked = 0;
  const everyOther: World['answer'] = (seen) => {
    if (seen.model === MODEL) asked += 1;
    return server({ list, access: others(MODEL, asked % 2 === 0 ? lacks(MODEL) : null) })(seen);
  };
  const lateList: World['answer'] = (seen) =>
    seen.path === '/models'
      ? listing(seen.at < 30_000 ? list : SHORT_LIST)
      : server({ access: others(MODEL, lacks(MODEL)) })(seen);
  const ended = refusal(401, 'The OpenAI account associated with this API key has been deactivated.', {
    code: 'account_deactivated',
  });
  return worlds('answers that change', [
    {
      name: 'access withdrawn after 20 s',
      text: printed(lacks(MODEL)),
      answer: from(20_000),
      expect: { watch: { outcome: ['refused', 'undecided'], proven: false } },
    },
    {
      name: 'turns of 17 s without end',
      text: printed(lacks(MODEL)),
      answer: turns,
      expect: { watch: { proven: false } },
    },
    {
      name: 'every other answer',
      text: printed(lacks(MODEL)),
      answer: everyOther,
      expect: {
        both: { atMost: 'likely', proven: false },
        real: { proven: false },
        watch: { proven: false },
      },
    },
    {
      name: 'off the list in the end',
      text: printed(lacks(MODEL)),
      answer: lateList,
      expect: { both: refused(['project_lacks_model'], { atMost: 'likely' }), watch: { proven: false } },
    },
    {
      name: 'the account ends within the watch',
      text: printed(lacks(MODEL)),
      answer: server({ list, door: ({ at }) => (at < 25_000 ? null : ended), access: others(MODEL, null) }),
      expect: { watch: { outcome: ['refused'], cause: ['account_disabled'], proven: false } },
    },
    {
      name: 'money ends after the free tests',
      text: '',
      answer: server({
        list,
        access: others(MODEL, null),
        last: () =>
          refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
            type: 'insufficient_quota',
            code: 'insufficient_quota',
          }),
      }),
      expect: {
        free: { proven: false, atMost: 'likely' },
        real: refused(['quota_or_billing'], { state: ['denied'] }),
      },
    },
    {
      name: 'the project refuses only the real request',
      text: '',
      answer: server({ list, access: others(MODEL, null), last: () => lacks(MODEL) }),
      expect: {
        free: { proven: false, atMost: 'likely' },
        // One yes and one no are also what a change looks like while it spreads.
        real: { ...notOpen, cause: ['project_lacks_model'], state: ['denied'], atMost: 'likely' },
      },
    },
  ]);
}

export const ODD_WORLDS: readonly World[] = [
  ...oddRefusals(),
  ...oddSuccesses(),
  ...oddLists(),
  ...oddNames(),
  ...oddHomes(),
  ...oddTimes(),
];
