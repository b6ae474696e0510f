import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import type { Facts } from '../../../shared/errors/reading';

const PROJECT = 'proj_Qw3rTyUiOpAsDfGhJkLzXcVb';
const SENTENCE = `Project \`${PROJECT}\` does not have access to model \`gpt-5.5\``;
const LIMITED =
  'Rate limit reached for gpt-5.5 in organization org-Ab12Cd34Ef56 on requests per min (RPM): Limit 3, Used 3, Requested 1.';

describe('names', () => {
  const rows: readonly [string, string, Partial<Facts>][] = [
    [
      'a fine-tuned model with colons',
      `Project \`${PROJECT}\` does not have access to model \`ft:gpt-5.4-mini:acme:notes:Ab1Cd2\``,
      { model: 'ft:gpt-5.4-mini:acme:notes:Ab1Cd2', project: PROJECT },
    ],
    [
      'a model with a path that begins like the word before it',
      "404 The model 'models/gpt-9' has been deprecated, learn more here: https://platform.openai.com/docs/deprecations",
      { model: 'models/gpt-9' },
    ],
    [
      'a model explained in brackets',
      LIMITED.replace('gpt-5.5', 'gpt-5.5-latest (for limit gpt-5.5)'),
      { model: 'gpt-5.5-latest', organization: 'org-Ab12Cd34Ef56' },
    ],
    [
      'an organization that a terminal cut at its hyphen',
      'stream disconnected before completion: Rate limit reached for organization org-\nAb12Cd34Ef56Gh on tokens per min (TPM): Limit 9',
      { organization: 'org-Ab12Cd34Ef56Gh' },
    ],
    [
      'a request id after an arrow',
      `{:message=>"${SENTENCE}", :request_id=>"0f3c1a9b97aa4b1a"}`,
      { requestId: '0f3c1a9b97aa4b1a' },
    ],
    [
      'a request id below the id of a line in a batch',
      `{"id":"batch_req_68f0a1c2","response":{"status_code":403,"request_id":"req_0123456789abcdef","body":"${SENTENCE}"}}`,
      { requestId: 'req_0123456789abcdef' },
    ],
    [
      'no model where the sentence alone is quoted',
      'OpenAI says "Project does not have access to model" today',
      { model: null },
    ],
    [
      'no request id where a function is named like one',
      `Error in req_perform(): HTTP 403 Forbidden. ${SENTENCE}`,
      { requestId: null },
    ],
    [
      'names that a page sets as code',
      `<p>Project <code>${PROJECT}</code> does not have access to model <code class="lang-text">gpt-5.5</code></p>`,
      { model: 'gpt-5.5', project: PROJECT },
    ],
    [
      'the code of the last error of a run',
      `run failed: ${SENTENCE} last_error.code=server_error`,
      { code: 'server_error' },
    ],
    [
      'a model as announcements print it',
      'The model GPT-6 Sol does not exist or you do not have access to it.',
      { model: 'GPT-6 Sol' },
    ],
    [
      'a model with blanks at the end of a sentence',
      'project proj_8Kd2 does not have acess to model gpt 4o mini',
      { model: 'gpt 4o mini', project: 'proj_8Kd2' },
    ],
    [
      'a quoted model with blanks of its own',
      "The requested model 'gpt 5 mini' does not exist.",
      { model: 'gpt 5 mini' },
    ],
    [
      'a quoted model that a line break cut',
      "The requested model 'gpt-5-\n   mini' does not exist.",
      { model: 'gpt-5-mini' },
    ],
    [
      'a message that was printed twice, so that its lines are equally long',
      `1 Retrying\nProject ${PROJECT} does not have access to model gpt-5.5\nRetrying in 1 s\nProject ${PROJECT} does not have access to model gpt-5.5\nRetrying in 2 s`,
      { model: 'gpt-5.5' },
    ],
    [
      'a type and a code joined by a dot, as a realtime connection is closed',
      'ConnectionClosedError: received 3000 (registered) invalid_request_error.invalid_api_key',
      { type: 'invalid_request_error', code: 'invalid_api_key' },
    ],
    [
      'a type before the words and a code behind them',
      `Error: invalid_request_error: ${SENTENCE} (code: model_not_found)`,
      { type: 'invalid_request_error', code: 'model_not_found' },
    ],
    [
      'a code in brackets',
      'Transcription failed: 400 Billing hard limit has been reached (billing_hard_limit_reached)',
      { code: 'billing_hard_limit_reached', httpStatus: 400 },
    ],
    [
      'a code and a status in brackets',
      'APIで「You exceeded your current quota」（insufficient_quota、429）と出ます',
      { code: 'insufficient_quota', httpStatus: 429 },
    ],
    [
      'a status and a code before the words',
      `openai/gpt-5.5 → 403 model_not_found: ${SENTENCE}`,
      { code: 'model_not_found', httpStatus: 403 },
    ],
    [
      'a type and a code with a slash between them',
      `403 Forbidden (invalid_request_error/model_not_found) ${SENTENCE}`,
      { type: 'invalid_request_error', code: 'model_not_found' },
    ],
    ['a code before its status', 'insufficient_quota (429)', { code: 'insufficient_quota', httpStatus: 429 }],
    [
      'a code before the words',
      'model_not_found: The model `gpt-9` does not exist or you do not have access to it.',
      { code: 'model_not_found', type: null, model: 'gpt-9' },
    ],
    [
      'an array as PHP dumps it',
      `["message"]=>\n  string(93) "${SENTENCE}"\n  ["type"]=>\n  string(21) "invalid_request_error"\n  ["param"]=>\n  NULL\n  ["code"]=>\n  string(15) "model_not_found"`,
      { type: 'invalid_request_error', code: 'model_not_found', param: null },
    ],
    [
      'an object as PHP prints it',
      `stdClass Object ( [message] => ${SENTENCE} [type] => invalid_request_error [param] => [code] => model_not_found )`,
      { type: 'invalid_request_error', code: 'model_not_found', param: null },
    ],
    [
      'a value in two wrappers of Rust',
      `ApiError { message: "${SENTENCE}", param: None, code: Some(String("model_not_found")) }`,
      { code: 'model_not_found' },
    ],
    [
      'a code before its status, among other words',
      'openai: invalid_api_key (401) - Incorrect API key provided',
      { code: 'invalid_api_key', httpStatus: 401 },
    ],
    [
      'a code behind a status in brackets',
      `${SENTENCE} (status 403, model_not_found)`,
      { code: 'model_not_found', httpStatus: 403 },
    ],
    [
      'a code on the next line of a box',
      `  | {'error': {'message': '${SENTENCE}', 'type': 'invalid_request_error', 'code':\n  | 'model_not_found'}}`,
      { code: 'model_not_found', type: 'invalid_request_error' },
    ],
    [
      'a name behind the edge of a box',
      '│ Project `proj_Ab3dEf6h` does not have access to model                │\n│  `gpt-5.5`, so nothing was saved.  │\nI asked for gpt-5.4.',
      { model: 'gpt-5.5', project: 'proj_Ab3dEf6h' },
    ],
    [
      'a code in quotes behind the status',
      'OpenAI: HTTP 401 `ip_not_authorized` (Your IP is not authorized.)',
      { code: 'ip_not_authorized', httpStatus: 401 },
    ],
    ['a name in brackets that is no code', `${SENTENCE} (load_settings)`, { code: null }],
    [
      'an event, whose type is not an error’s',
      '{"object":"event","type":"response.failed","data":{"error":{"code":"server_error","message":"The server had an error while processing your request."}}}',
      { type: null, code: 'server_error' },
    ],
    [
      'no code where a product is named before a colon',
      `Roo Code: OpenAI completion error: 403 ${SENTENCE}`,
      { code: null, httpStatus: 403 },
    ],
    [
      'a code without a type, as the .NET SDK prints it',
      'ClientResultException: HTTP 404 (: DeploymentNotFound)\n\nThe API deployment for this resource does not exist.',
      { code: 'DeploymentNotFound', type: null, httpStatus: 404 },
    ],
    [
      'a model that a gateway refused',
      "team not allowed to access model. This team can only access models=['gpt-5.4']. Tried to access gpt-5.5",
      { model: 'gpt-5.5' },
    ],
  ];

  it.each(rows)('are taken from %s', (_name, text, expected) => {
    const { facts } = readError(text);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, facts[key as keyof Facts]]))).toEqual(
      expected,
    );
  });
});
