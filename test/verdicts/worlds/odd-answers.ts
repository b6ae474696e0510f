/** Real statuses under odd bodies, and lists that lack a part. */
import {
  type Expected,
  everywhere,
  LONG_LIST,
  lacks,
  listing,
  MODEL,
  NAME_UNKNOWN,
  notOpen,
  OWN_PROJECT,
  others,
  printed,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  undecided,
  type World,
  worlds,
} from '../world';

/** The project's sentence and its neighbours under statuses and bodies that they seldom have. */
export function oddRefusals(): readonly World[] {
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
      'an invalid key under a status that refuses no key',
      sentence(599, 'Incorrect API key provided.', { code: 'invalid_api_key' }),
      { ...notOpen, atMost: 'likely' },
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
      { ...notOpen, cause: ['safety_restricted'] },
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
export function oddSuccesses(): readonly World[] {
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
export function oddLists(): readonly World[] {
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
