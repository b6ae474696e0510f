import { describe, expect, it } from 'vitest';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import type { Cause } from '../../../shared/errors/reading';

const PROJECT = 'proj_Qw3rTyUiOpAsDfGhJkLzXcVb';
const SENTENCE = `Project \`${PROJECT}\` does not have access to model \`gpt-5.5\``;
const LIMITED =
  'Rate limit reached for gpt-5.5 in organization org-Ab12Cd34Ef56 on requests per min (RPM): Limit 3, Used 3, Requested 1.';

describe('the status of an error', () => {
  it.each([
    ['status=403 '],
    ['HTTP/1.1 403\n'],
    ['HTTP/2 403 \ncontent-type: application/json\n\n'],
    ['[403] '],
    ['(403) '],
    ['(HTTP 403) '],
    ['statusCode: 403, '],
    ['responseStatusCode 403 '],
    ['"code": 403, '],
    [':status=>403, :message=>'],
    ['success: 403 (Forbidden). '],
    ['OpenAI returned 403: '],
    ['Got 403 response: '],
    ['エラー: 403 '],
    ['状态码：403 '],
    ['Fehler 403: '],
    ['Ошибка: 403 '],
    ['오류 403: '],
    ['predictions.build - 403 '],
    ['Request failed (attempt 1/6) 403: '],
    ['HTTPError 403: '],
    ['It always comes back 403. '],
    ['https://api.openai.com returned code 403. '],
    ['every request = 403, '],
    ['ERR 403 [openai] '],
    ['Reason: OpenAI_403 '],
    ['{:error, {:http_error, 403, %{}}} '],
    ['403 | model=gpt-5.5 | '],
    ['拒否されました 403。'],
    ['Got 403 from OpenAI. '],
    ['OpenRouter 403: '],
    ['拒否されました（OpenAI API、403）。'],
    ['POST https://api.openai.com/v1/responses 403: '],
    ['拒否されました（403）。'],
    ['typed off a screen, code 403. '],
  ])('is read from %j', (label) => {
    expect(readError(`${label}${SENTENCE}`).facts.httpStatus).toBe(403);
  });

  it.each([
    ['an exit status', `exit code 403: ${SENTENCE}`],
    ['an error number of the system', `delayed connect error: 111\nopenai: ${SENTENCE}`],
    ['a port', `proxy:443 openai: ${SENTENCE}`],
    ['a number of another field', `${SENTENCE} {"userId":418,"exception":"openai"}`],
  ])('is not read from %s', (_name, text) => {
    expect(readError(text).facts.httpStatus).toBeNull();
  });
});

describe('the time to wait', () => {
  it.each<[string, number | null]>([
    ['Please try again in 20s.', 20],
    ['Please try again in 6m0s.', 360],
    ['Please try again in 1h2m.', 3720],
    ['Please try again in 174ms.', 0.174],
    ['Try again after 3 seconds', 3],
    ['Retry-After: 12', 12],
    ['retry-after-ms: 174', 0.174],
    ['"resets_in_seconds": 7200', 7200],
    ['try again in 5 days 12 hours 11 minutes', 475_860],
    ['Visit the console to learn more.', null],
  ])('of %j is %j s', (words, seconds) => {
    expect(readError(`${LIMITED} ${words}`).facts.retryAfterSeconds).toBe(seconds);
  });
});

describe('a sentence', () => {
  it.each<[string, string, Cause]>([
    [
      'is not begun in a header above it',
      `HTTP/2 403\nopenai-organization: acme\n\n{ "error": { "message": "${SENTENCE}", "code": "model_not_found" } }`,
      'project_lacks_model',
    ],
    [
      'is not begun in the sentence before it',
      'Each OpenAI project has its own list. Asking for others gives an error such as `does not have access to model`.',
      'not_an_error',
    ],
    [
      'is known in its short spelling',
      "OpenAI: the model `gpt-9` doesn't exist",
      'model_missing_or_no_access',
    ],
    ['is known in its long spelling', 'OpenAI says: You have hit your usage limit.', 'quota_or_billing'],
    [
      'may explain itself',
      "Bad request. Hint: This likely means you aren't using your HTTP library correctly. The OpenAI API expects a JSON payload.",
      'wrong_endpoint_or_parameter',
    ],
    [
      'of the realtime service has its type first and no param',
      '{"type":"error","error":{"type":"invalid_request_error","code":"model_not_found","message":"The model `gpt-realtime-9` does not exist or you do not have access to it."}}',
      'model_missing_or_no_access',
    ],
    [
      'of a failed fetch gives way to the status that came back',
      'Failed to fetch models: Request failed, status 401 (https://api.openai.com/v1/models)',
      'key_invalid',
    ],
    [
      'without a status stays a failed connection',
      'TypeError: Failed to fetch https://api.openai.com/v1/models',
      'network',
    ],
    [
      'is told from the name of a class',
      "GatewayModelNotFoundError: Model 'openai/gpt-9' not found",
      'other_vendor',
    ],
    [
      'in a table of a manual is only quoted',
      '| Status | Meaning |\n|---|---|\n| 403 | Project does not have access to model |',
      'not_an_error',
    ],
    [
      'in a list of changes is only quoted',
      '- Fixed: a "Project does not have access to model" from OpenAI no longer hides the key',
      'not_an_error',
    ],
    [
      'that leaves out the word model is known by the name of one',
      "Since Monday our project doesn't have access to GPT-5 Mini any more.",
      'project_lacks_model',
    ],
    [
      'that leaves out the word model may be about something else',
      'OpenAI import failed: project acme-prod does not have access to Cloud Firestore.',
      'not_an_error',
    ],
    [
      'about a plain word, where no AI service is named, is about something else',
      'The project manager does not have access to model gallery, please ask the studio.',
      'not_an_error',
    ],
    [
      'about a class of an own program is about something else',
      "Error: The model 'Invoice' does not exist",
      'not_an_error',
    ],
    ['that ends at the plain word is about something else', 'The model User does not exist', 'not_an_error'],
    [
      'that goes on about access is the service’s, even about a plain word',
      'The model davinci does not exist or you do not have access to it',
      'model_missing_or_no_access',
    ],
    [
      'on a list of plans is only quoted',
      'Roadmap: a friendly hint for "Project does not have access to model" errors',
      'not_an_error',
    ],
    [
      'after if is only thought of',
      'If your project does not have access to gpt-5.5, ask an owner of the organization.',
      'not_an_error',
    ],
    [
      'is known where its beginning was lost',
      `…oject \`${PROJECT}\` does not have access to model \`gpt-5.5\`", "code": "model_not_found"`,
      'project_lacks_model',
    ],
    [
      'is known in British spelling',
      'Your organisation must be verified to use the model `gpt-image-9`.',
      'org_unverified',
    ],
    [
      'about a file is not about a model',
      `400 Cannot find file file-Ab12, or project ${PROJECT} does not have access to it. (OpenAI)`,
      'wrong_endpoint_or_parameter',
    ],
  ])('%s', (_name, text, cause) => {
    expect(readError(text).cause).toBe(cause);
  });

  it.each([
    ['raise RateLimitError("You exceeded your current quota, please check your plan")'],
    ['throw new Error("Project does not have access to model")'],
    ['return errors.New("Incorrect API key provided")'],
    ["throw new AppError(\n  'The model `x` does not exist or you do not have access to it',\n);"],
  ])('is left alone where code would print it: %j', (code) => {
    expect(readError(`if failed:\n    ${code}`).cause).toBe('not_an_error');
  });
});

describe('a code in the spelling of another service', () => {
  it.each<[string, string, Cause]>([
    [
      'moves a mere class to that service',
      "openai.PermissionDeniedError: Error code: 403 - {'error': {'code': 'KeyAuthenticationDisabled', 'message': 'Keys are off.'}}",
      'other_vendor',
    ],
    [
      'moves nothing that OpenAI says itself',
      `{"code":"RequestRefused","message":"403 ${SENTENCE}"}`,
      'project_lacks_model',
    ],
    [
      'is not the name of a status that an own server gives',
      '{"code":"INTERNAL_SERVER_ERROR","message":"openai: HTTP 500"}',
      'server_error',
    ],
    [
      'is not the code of a failed connection',
      '{"code":"ERR_NETWORK_DOWN","message":"openai: Connection error."}',
      'network',
    ],
  ])('%s', (_name, text, cause) => {
    expect(readError(text).cause).toBe(cause);
  });
});

describe('a text of one line', () => {
  it.each<[string, Cause]>([
    ['502 Bad Gateway', 'server_error'],
    ['HTTP/1.1 429 Too Many Requests', 'rate_limited'],
    ['Error 401: Unauthorized', 'key_invalid'],
    ['project_spend_limit_exceeded', 'quota_or_billing'],
    ['401 mismatched_organization', 'org_or_project_mismatch'],
    ['HTTP 503: server_is_overloaded', 'server_error'],
    ['404 not found', 'wrong_endpoint_or_parameter'],
    ['500 Server Error', 'server_error'],
    ['401 Authorization Required', 'key_invalid'],
    ['HTTP 503', 'server_error'],
    ['429 problems found in 12 files', 'not_an_error'],
    ['500 users signed up', 'not_an_error'],
    ['400 grams flour', 'not_an_error'],
    ['404 pages found today', 'not_an_error'],
    ['build_and_test', 'not_an_error'],
  ])('%j is read as what the service answered, where it can be nothing else', (text, cause) => {
    expect(readError(text).cause).toBe(cause);
  });
});

describe('one error', () => {
  const BODY = `{"error":{"message":"${SENTENCE}","type":"invalid_request_error","param":null,"code":"model_not_found"}}`;

  it.each([
    ['on one line', `403 ${BODY}`],
    [
      'with its fields repeated far below',
      `403 ${BODY}\n${'  at call (app.js:1:1)\n'.repeat(60)}code: 'model_not_found'`,
    ],
    [
      'with its code first',
      `403 {"error":{"code":"model_not_found","type":"invalid_request_error","message":"${SENTENCE}"}}`,
    ],
    ['printed twice', `openai.PermissionDeniedError: 403 ${BODY}\n403 ${SENTENCE}`],
  ])('%s is one finding', (_name, text) => {
    const { cause, others } = readError(text);
    expect([cause, others]).toEqual(['project_lacks_model', []]);
  });

  it('is one finding where the status is known', () => {
    expect(readAnswer(403, BODY).others).toEqual([]);
  });
});
