import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import type { Cause, Facts } from '../../../shared/errors/reading';

const PROJECT = 'proj_Qw3rTyUiOpAsDfGhJkLzXcVb';
const QUOTA = 'You exceeded your current quota, please check your plan and billing details.';
const DENIED = `Project \`${PROJECT}\` does not have access to model \`gpt-5.5\``;
const OBJECT = {
  error: { message: DENIED, type: 'invalid_request_error', param: null, code: 'model_not_found' },
};
const JSON_BODY = JSON.stringify(OBJECT);
const LACKS = { model: 'gpt-5.5', project: PROJECT, code: 'model_not_found', type: 'invalid_request_error' };

const rows: readonly [string, string, Cause, Partial<Facts>][] = [
  [
    'XML',
    `<error><status>403</status><code>model_not_found</code><type>invalid_request_error</type><message>${DENIED}</message></error>`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  [
    'CSV',
    `7,"${JSON_BODY.replaceAll('"', '""')}",403\n`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  [
    'a page that escaped it three times',
    JSON_BODY.replaceAll('"', '&amp;amp;quot;'),
    'project_lacks_model',
    LACKS,
  ],
  [
    'a mail quoted twice, broken in a value',
    JSON_BODY.replace('does not', 'does\n> > not').replace(/^/, '> > '),
    'project_lacks_model',
    LACKS,
  ],
  ['an event of a stream', `event: error\ndata: ${JSON_BODY}\n\n`, 'project_lacks_model', LACKS],
  [
    'a line of a batch’s output',
    `{"id":"batch_req_1","custom_id":"a-7","response":{"status_code":403,"request_id":"req_0123456789abcdef","body":${JSON_BODY}},"error":null}`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  [
    'n8n',
    `{"errorMessage":"Forbidden - perhaps check your credentials?","errorDescription":"${DENIED}","errorDetails":{"rawErrorMessage":["403 - ${JSON_BODY.replaceAll('"', '\\"')}"],"httpCode":"403"},"n8nDetails":{"nodeName":"OpenAI"}}`,
    'project_lacks_model',
    { model: 'gpt-5.5', project: PROJECT, httpStatus: 403 },
  ],
  [
    'Dify',
    `[openai] Error: PluginInvokeError: {"args":{"description":"[models] Error: Error code: 403 - ${JSON_BODY.replaceAll('"', "'").replace('null', 'None')}"},"error_type":"InvokeError","message":"[models] Error"}`,
    'project_lacks_model',
    { model: 'gpt-5.5', project: PROJECT, httpStatus: 403 },
  ],
  ['Make', `[403] ${DENIED} (OpenAI, module 3)`, 'project_lacks_model', { httpStatus: 403 }],
  [
    'Zapier',
    `The app returned "${QUOTA}". ChatGPT (OpenAI) step 4, status 429`,
    'quota_or_billing',
    { httpStatus: 429 },
  ],
  [
    'Power Automate',
    `Action 'HTTP_OpenAI' failed\n{"statusCode":403,"headers":{"Content-Type":"application/json"},"body":${JSON_BODY}}`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  ['an add-in of Sheets', `#ERROR! OpenAI: ${QUOTA} (line 42).`, 'quota_or_billing', {}],
  [
    'Apps Script',
    `Exception: Request failed for https://api.openai.com returned code 403. Truncated server response: ${JSON_BODY} (use muteHttpExceptions option to examine full response)`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  [
    'Swift',
    `responseUnsuccessful(description: "status code 403 Optional(\\"${DENIED}\\")", statusCode: 403)`,
    'project_lacks_model',
    { httpStatus: 403 },
  ],
  [
    'Kotlin',
    `com.aallam.openai.api.exception.PermissionException: ${DENIED}\n\tat com.aallam.openai.client.internal.http.HttpTransport.handleException(HttpTransport.kt:63)`,
    'project_lacks_model',
    { model: 'gpt-5.5' },
  ],
  [
    'Rust',
    `Error: ApiError(ApiError { message: "${DENIED}", type: Some("invalid_request_error"), param: None, code: Some("model_not_found") })`,
    'project_lacks_model',
    LACKS,
  ],
  [
    'Elixir',
    `{:error, %{status: 403, body: %{"error" => %{"code" => "model_not_found", "message" => "${DENIED}", "param" => nil, "type" => "invalid_request_error"}}}}`,
    'project_lacks_model',
    { ...LACKS, httpStatus: 403 },
  ],
  [
    'R',
    `Error in \`req_perform()\`:\n! HTTP 429 Too Many Requests.\n• ${QUOTA}\n• OpenAI`,
    'quota_or_billing',
    { httpStatus: 429 },
  ],
  ['libcurl', 'api.openai.com: curl_easy_perform() failed: Timeout was reached', 'network', {}],
  ['OpenSSL', 'api.openai.com: error:0A000086:SSL routines::certificate verify failed', 'network', {}],
  [
    'Node over several lines',
    "Error: Client network socket disconnected before secure TLS connection was established\n    at connResetException (node:internal/errors:720:14)\n    at TLSSocket.onConnectEnd (node:_tls_wrap:1595:19) {\n  code: 'ECONNRESET',\n  path: null,\n  host: 'api.openai.com',\n  port: 443\n}",
    'network',
    {},
  ],
  [
    'a handshake of a WebSocket',
    'websockets.exceptions.InvalidStatus: server rejected WebSocket connection: HTTP 403 (wss://api.openai.com/v1/realtime)',
    'reason_not_shown',
    { httpStatus: 403 },
  ],
  [
    'an answer without a body',
    'openai.PermissionDeniedError: 403 status code (no body)',
    'not_from_api',
    { httpStatus: 403 },
  ],
  [
    'HTML where JSON was due',
    'OpenAI SDK: Expecting value: line 1 column 1 (char 0), body begins with <!DOCTYPE html>',
    'not_from_api',
    {},
  ],
  [
    'Codex',
    `■ unexpected status 403 Forbidden: ${DENIED}, url: https://api.openai.com/v1/responses, request id: req_0123456789abcdef0123456789abcdef`,
    'project_lacks_model',
    { httpStatus: 403, requestId: 'req_0123456789abcdef0123456789abcdef' },
  ],
  [
    'Cursor',
    `Request failed with status code 403: ${JSON_BODY}\nRequest ID: 0f1e2d3c-4b5a-4678-9abc-def012345678`,
    'project_lacks_model',
    LACKS,
  ],
];

describe('a known error', () => {
  it.each(rows)('is read within %s', (_name, text, cause, facts) => {
    const reading = readError(text);
    expect({ cause: reading.cause, facts: reading.facts }).toMatchObject({ cause, facts });
  });
});

describe('the fields of an error', () => {
  it.each<[string, string, Partial<Facts>]>([
    [
      'not a comment for a type checker',
      `r = ask(q)  # type: ignore\nopenai.RateLimitError: Error code: 429 - ${QUOTA}`,
      { type: null, httpStatus: 429 },
    ],
    [
      'status and type in brackets',
      `Error: [429:insufficient_quota] ${QUOTA}`,
      { type: 'insufficient_quota', httpStatus: 429 },
    ],
    ['not a success', `curl gave StatusCode 200. n8n says: ${QUOTA}`, { httpStatus: null }],
    [
      'not the job’s',
      `{"jobType":"nightly","type":"job","id":7}\nopenai error: ${QUOTA}`,
      { code: null, type: null },
    ],
  ])('are %s', (_name, text, facts) => {
    expect(readError(text).facts).toMatchObject(facts);
  });
});

describe('the model that was refused', () => {
  it.each<[string, string, string]>([
    [
      'a model group',
      `litellm.NotFoundError: OpenAIException - model_not_found. Received Model Group=gpt-5.5-mini`,
      'gpt-5.5-mini',
    ],
    [
      'the id of the sentence, not the label',
      `Model: OpenAI GPT 5.5\nError: The model \`gpt-5.5-2026-03-01\` does not exist or you do not have access to it.`,
      'gpt-5.5-2026-03-01',
    ],
    [
      'a fine-tuned name',
      'openai 404 The model `ft:gpt-5.4-mini:acme::Ab3dEf6h` does not exist or you do not have access to it.',
      'ft:gpt-5.4-mini:acme::Ab3dEf6h',
    ],
    [
      'a batch’s name',
      `openai 403 Project \`${PROJECT}\` does not have access to model \`gpt-5.5-batch\``,
      'gpt-5.5-batch',
    ],
    [
      'French quotes',
      'openai 404 The model « gpt-5.5 » does not exist or you do not have access to it.',
      'gpt-5.5',
    ],
    [
      'German quotes',
      'openai 404 The model „gpt-5.5“ does not exist or you do not have access to it.',
      'gpt-5.5',
    ],
    [
      'brackets of East Asia',
      'openai 404 The model 《gpt-5.5》 does not exist or you do not have access to it.',
      'gpt-5.5',
    ],
    [
      'the last of several runs',
      `model=gpt-5.4 ok\nmodel=gpt-5.5 openai 429 ${QUOTA}\nmodel=gpt-5.6 skipped`,
      'gpt-5.5',
    ],
    ['the name on the line', `gpt-5.4: ok\ngpt-5.5: 429 ${QUOTA}\ngpt-5.6: ok`, 'gpt-5.5'],
  ])('is taken from %s', (_name, text, model) => {
    expect(readError(text).facts.model).toBe(model);
  });
});
