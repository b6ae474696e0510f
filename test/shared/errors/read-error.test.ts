import { describe, expect, it } from 'vitest';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import type { Cause, Facts } from '../../../shared/errors/reading';

const PROJECT = 'proj_Qw3rTyUiOpAsDfGhJkLzXcVb';
const REFUSED = `Error code: 403 - {'error': {'message': 'Project \`${PROJECT}\` does not have access to model \`gpt-5.5\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}`;
const LIMITED =
  "Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-5.4-mini in organization org-Ab12Cd34Ef56 on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 1m20.5s.', 'type': 'requests', 'param': None, 'code': 'rate_limit_exceeded'}}";

describe('facts', () => {
  const rows: readonly [string, string, Partial<Facts>][] = [
    [
      'one complete error of the Python SDK',
      `openai.PermissionDeniedError: ${REFUSED} (request_id=req_0123456789abcdef)`,
      {
        model: 'gpt-5.5',
        modelTruncated: false,
        project: PROJECT,
        httpStatus: 403,
        code: 'model_not_found',
        type: 'invalid_request_error',
        param: null,
        requestId: 'req_0123456789abcdef',
      },
    ],
    [
      'a name whose text breaks off',
      'Project `proj_Ab1` does not have access to model `gpt-5.5-mi',
      { model: 'gpt-5.5-mi', modelTruncated: true },
    ],
    [
      'a name with an ellipsis',
      'The model `ft:gpt-5.4:acme…` does not exist or you do not have access to it.',
      { model: 'ft:gpt-5.4:acme…', modelTruncated: true },
    ],
    [
      'names that were left out',
      'Project `…` does not have access to model `…`',
      { model: null, project: null },
    ],
    [
      'the model of the sentence among others',
      `I can use gpt-5.4 and gpt-5.4-mini.\n${REFUSED}`,
      { model: 'gpt-5.5', furtherModels: ['gpt-5.4', 'gpt-5.4-mini'] },
    ],
    [
      'a limit, a wait and an organization',
      LIMITED,
      { model: 'gpt-5.4-mini', organization: 'org-Ab12Cd34Ef56', limit: 3, retryAfterSeconds: 80.5 },
    ],
    [
      'a limit of nothing',
      '429 Request too large for gpt-5.5 in organization org-Ab12Cd34 on tokens per min (TPM): Limit 0, Requested 12.',
      { limit: 0 },
    ],
    [
      'missing scopes',
      '401 You have insufficient permissions for this operation. Missing scopes: model.request, api.responses.write. Check your role.',
      { missingScopes: ['model.request', 'api.responses.write'], httpStatus: 401 },
    ],
    [
      'host and endpoint of the call, not of a link to the documentation',
      'POST https://eu.api.openai.com/v1/responses failed with status 429: see https://platform.openai.com/docs',
      { host: 'eu.api.openai.com', endpoint: '/v1/responses', httpStatus: 429 },
    ],
    [
      'the status of the error, not of the own server',
      `POST /api/chat 500 in 830ms\nError: 403 Project \`${PROJECT}\` does not have access to model \`gpt-5.5\``,
      { httpStatus: 403 },
    ],
    [
      'a status behind an arrow, on the line of the call',
      'POST https://auth.openai.com/oauth/token → 403\n{"error":"invalid_grant","error_description":"no"}',
      { httpStatus: 403, code: 'invalid_grant' },
    ],
    [
      'a status behind a call in brackets',
      'Client request(POST https://api.openai.com/v1/chat/completions) invalid: 401 . Text: "{"error":{"message":"no"}}"',
      { httpStatus: 401 },
    ],
    [
      'the status of the service, not of the own server’s line behind it',
      `${LIMITED}\nINFO: 172.18.0.1:41944 - "POST /chat HTTP/1.1" 500 Internal Server Error`,
      { httpStatus: 429 },
    ],
    ['a status in Japanese', 'OpenAI の呼び出しに失敗しました。状態コード 403', { httpStatus: 403 }],
    [
      'no code from a declaration of its type',
      'OpenAI: The model `gpt-9` does not exist or you do not have access to it.\n129 /** @var array{type: string, code: string} */',
      { code: null, type: null, model: 'gpt-9' },
    ],
    [
      'an error object with blanks inside its quotes',
      "Error code : 403 - { ' error ' : { ' message ' : ' Project ` proj_Ab12Cd34 ` does not have access to model ` whisper-1 ` ' , ' type ' : ' invalid_request_error ' ,",
      { type: 'invalid_request_error', model: 'whisper-1', project: 'proj_Ab12Cd34' },
    ],
    [
      'a body that was sent like a form',
      '%7B%22error%22%3A%7B%22message%22%3A%22The+model+%60gpt-5.9%60+does+not+exist+or+you+do+not+have+access+to+it.%22%2C%22code%22%3A%22model_not_found%22%7D%7D',
      { model: 'gpt-5.9', code: 'model_not_found' },
    ],
    [
      'no status of a table’s row that counts none',
      `| 429 rate_limit_exceeded | 57 |\n| 401 | 0 |\n| 403 | 0 |\n\nAll say: ${LIMITED.slice(18)}`,
      { httpStatus: 429 },
    ],
    [
      'the value that was sent for the parameter `model`',
      'The parameter `model` in the request is not valid: invalid value: `doubao-seed-9`. openai',
      { model: 'doubao-seed-9' },
    ],
    [
      'the value whose parameter is named behind it',
      `openai: {"error":{"message":"Invalid value: 'my-model-9'.","type":"invalid_request_error","param":"model","code":"invalid_value"}}`,
      { model: 'my-model-9' },
    ],
    [
      'the inner code of nested errors',
      '{"error":{"code":"error","message":{"code":"token_expired","message":"Your authentication token has expired.","type":"invalid_request_error"},"type":"401 Unauthorized"}}',
      { code: 'token_expired', type: 'invalid_request_error', httpStatus: 401 },
    ],
    [
      'a Go map',
      'map[code:model_not_found message:The model `gpt-9` does not exist or you do not have access to it. param:<nil> type:invalid_request_error]',
      { code: 'model_not_found', type: 'invalid_request_error', param: null, model: 'gpt-9' },
    ],
    [
      'a Swift description',
      'APIError(message: "The model `gpt-9` does not exist", type: "invalid_request_error", param: nil, code: Optional("model_not_found"))',
      { code: 'model_not_found', param: null },
    ],
    [
      'a Java map',
      'status=400 body={code=unsupported_parameter, message=Unsupported parameter, param=conversation, type=invalid_request_error}',
      { code: 'unsupported_parameter', param: 'conversation', type: 'invalid_request_error' },
    ],
    [
      'a .NET description',
      'System.ClientModel.ClientResultException: HTTP 401 (invalid_request_error: mismatched_organization)',
      { type: 'invalid_request_error', code: 'mismatched_organization', httpStatus: 401 },
    ],
  ];

  it.each(rows)('are taken from %s', (_name, text, expected) => {
    const { facts } = readError(text);
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, facts[key as keyof Facts]]))).toEqual(
      expected,
    );
  });

  it('are marked where they stand in the original, however it was escaped', () => {
    const text = JSON.stringify({
      log: JSON.stringify({ message: `Project \`${PROJECT}\` does not have access to model \`gpt-5.5\`` }),
    });
    const marks = readError(text).marks.map(({ start, end, fact }) => [fact, text.slice(start, end)]);
    expect(marks).toContainEqual(['model', 'gpt-5.5']);
    expect(marks).toContainEqual(['project', PROJECT]);
  });
});

describe('what answered or failed on the way', () => {
  it.each<[string, string, Cause]>([
    [
      'a page that a framework of language models got',
      'org.springframework.ai.retry.NonTransientAiException: 404 - <!DOCTYPE html>\n<html lang="en">',
      'not_from_api',
    ],
    [
      'a page that an SDK handed on as a text',
      "AttributeError: 'str' object has no attribute 'choices'",
      'not_from_api',
    ],
    [
      'a page behind the class of its status',
      'openai.NotFoundError: <html><head><title>404 Not Found</title></head><body>nginx</body></html>',
      'not_from_api',
    ],
    [
      'a server’s plain words where JSON was due',
      'OpenAI: SyntaxError: Unexpected token \'I\', "Internal S"... is not valid JSON',
      'not_from_api',
    ],
    ['a time-out in French', 'OpenAI API: la connexion a expiré après 60 s', 'network'],
    [
      'a name server that failed in Go',
      'dial tcp: lookup api.openai.com on 127.0.0.53:53: server misbehaving',
      'network',
    ],
    [
      'the gateway of a cloud',
      '403 {"Message":"User is not authorized to access this resource with an explicit deny"} (gateway before OpenAI)',
      'other_vendor',
    ],
    [
      'the page of a web server',
      'PermissionDeniedError: 403 <html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><hr><center>nginx/1.26</center>',
      'not_from_api',
    ],
    [
      'the page of a content network that names itself',
      'PermissionDeniedError: 403 <html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><hr><center>cloudflare</center>',
      'ip_blocked',
    ],
    [
      'a sign-in that was not reached',
      'Token exchange failed: error sending request for url (https://auth.openai.com/oauth/token): invalid peer certificate: UnknownIssuer',
      'network',
    ],
    ['a sign-in that was refused', 'POST https://auth.openai.com/oauth/token was refused', 'keyless_sign_in'],
    [
      'the page of a company’s filter',
      'https://api.openai.com/v1/models answered <html><head><title>Zscaler - Access Blocked</title>',
      'not_from_api',
    ],
    [
      'a server that asks for a certificate',
      '403 from https://mtls.api.openai.com/v1/responses: a client certificate is required',
      'keyless_sign_in',
    ],
    [
      'a name that Windows could not resolve, in German',
      'HttpRequestException: Der Remotename konnte nicht aufgelöst werden. (api.openai.com:443)',
      'network',
    ],
    [
      'a channel that Windows does not trust, in Spanish',
      'Invoke-WebRequest https://api.openai.com: No se puede establecer una relación de confianza para el canal seguro SSL/TLS.',
      'network',
    ],
    [
      'a gateway that names itself',
      'Portkey: {"status":"failure","message":"Portkey Error: Invalid API Key. Error Code: 03"}  HTTP 401',
      'other_vendor',
    ],
    [
      'a gateway’s own sentence',
      '{"message":"No API key found in request","request_id":"3fd1b92c07a64e5e"}',
      'other_vendor',
    ],
    [
      'a program on the person’s own machine',
      "openai.InternalServerError: Error code: 500 - {'error': {'message': 'model requires more system memory (21.5 GiB) than is available (14.9 GiB)', 'type': 'api_error', 'param': None, 'code': None}}",
      'other_vendor',
    ],
  ])('is told as %s', (_name, text, cause) => {
    expect(readError(text).cause).toBe(cause);
  });
});

describe('several errors in one paste', () => {
  const rows: readonly [string, string, Cause, readonly Cause[]][] = [
    [
      'the last one stopped the person',
      `${LIMITED}\nRetrying in 2 s\n${REFUSED}`,
      'project_lacks_model',
      ['rate_limited'],
    ],
    [
      'one that is told as past',
      `Earlier I got: You exceeded your current quota, please check your plan and billing details.\nNow: ${REFUSED}`,
      'project_lacks_model',
      ['quota_or_billing'],
    ],
    [
      'the model that was tried instead, and not the one before',
      `try 1 gpt-5.4-mini: ${LIMITED.slice(18)}\ntry 2 gpt-5.4-mini: ok\nfallback gpt-4-32k: 404 The model \`gpt-4-32k\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
      'model_retired',
      ['rate_limited'],
    ],
    [
      'a sentence outweighs a class name above it',
      `litellm.RateLimitError: RateLimitError: OpenAIException - You exceeded your current quota, please check your plan and billing details.`,
      'quota_or_billing',
      [],
    ],
    [
      'an answer outweighs the page that follows it',
      '{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","param":null,"type":"request_forbidden"}}\nSorry, you have been blocked',
      'region_blocked',
      ['ip_blocked'],
    ],
  ];

  it.each(rows)('%s', (_name, text, cause, others) => {
    const reading = readError(text);
    expect([reading.cause, reading.others.map((other) => other.cause)]).toEqual([cause, others]);
  });
});

describe('whose error it is', () => {
  const rows: readonly [string, string, Cause, string | null][] = [
    [
      'OpenAI through litellm',
      `litellm.exceptions: OpenAIException - ${REFUSED}`,
      'project_lacks_model',
      null,
    ],
    [
      'a project of OpenAI beside a module of Azure',
      `azure.ai.evaluation._prompty ERROR request failed. ${REFUSED}`,
      'project_lacks_model',
      null,
    ],
    [
      'Groq through its SDK',
      "groq.NotFoundError: Error code: 404 - {'error': {'message': 'The model `gpt-9` does not exist or you do not have access to it.', 'type': 'invalid_request_error', 'code': 'model_not_found'}}",
      'other_vendor',
      'groq',
    ],
    [
      'Groq by its error object, which has no param',
      "{'error': {'message': 'The model `gpt-9` does not exist or you do not have access to it.', 'type': 'invalid_request_error', 'code': 'model_not_found'}}",
      'other_vendor',
      'groq',
    ],
    [
      'another service by its address',
      'HTTP 401 Unauthorized from https://api.mistral.ai/v1/chat/completions',
      'other_vendor',
      'mistral',
    ],
    [
      'another service by its exception class alone',
      'BadRequestError: BedrockException - {"message": "The model returned the following errors: no such field"}',
      'other_vendor',
      'bedrock',
    ],
    [
      'a quota of Gemini in the words of OpenAI',
      'You exceeded your current quota, please check your plan and billing details. Head to: https://ai.google.dev/gemini-api/docs/rate-limits.',
      'other_vendor',
      'google',
    ],
    [
      'another service by the class of its client',
      'ReplicateError Details:\ntitle: Insufficient credit\nstatus: 402\ndetail: You have insufficient credit to run this model (openai).',
      'other_vendor',
      'replicate',
    ],
    [
      'a program on the person’s own machine by its files',
      "openai.InternalServerError: Error code: 500 - {'detail': 'Internal Server Error'}\n  File \"/srv/text-generation-webui/modules/models.py\", line 9",
      'other_vendor',
      'textgen',
    ],
    [
      'the backend of ChatGPT',
      'unexpected status 404 Not Found: The model `gpt-9` does not exist or you do not have access to it., url: https://chatgpt.com/backend-api/codex/responses',
      'model_missing_or_no_access',
      null,
    ],
  ];

  it.each(rows)('is told for %s', (_name, text, cause, vendor) => {
    const reading = readError(text);
    expect([reading.cause, reading.vendor]).toEqual([cause, vendor]);
  });
});

describe('texts that report no failed call', () => {
  it.each<[string, string]>([
    [
      'source code that looks for the words',
      'if "model_not_found" in text or "does not have access to model" in text:\n    return "denied"\nelse:\n    return "fine"',
    ],
    [
      'a table of a manual',
      '| Status | Code | Meaning |\n|---|---|---|\n| 401 | invalid_api_key | The key is wrong |\n| 429 | insufficient_quota | You ran out of credits |',
    ],
    [
      'a list of codes',
      'enum Refusal { invalid_api_key, model_not_found, insufficient_quota, rate_limit_exceeded }',
    ],
    ['notes on a release', 'Release notes 2.4: `model_not_found` from OpenAI no longer ends the program.'],
    ['a plan', 'feat: show a hint when OpenAI says "You exceeded your current quota"'],
    [
      'an explanation',
      'An APIConnectionError indicates an issue connecting to OpenAI. Check your proxy configuration.',
    ],
    ['a request', '{"model":"gpt-5.5","messages":[{"role":"user","content":"hi"}]}'],
    [
      'an answer',
      '{"object":"chat.completion","model":"gpt-5.5","choices":[{"message":{"role":"assistant","content":"Hello!"}}]}',
    ],
    ['a question', 'How do I give my project access to a new model?'],
    [
      'another program',
      'psql: error: connection to server at "localhost", port 5432 failed: Connection refused',
    ],
    [
      'another service',
      '{ "status": "error", "category": "MISSING_SCOPES", "message": "This app hasn\'t been granted all required scopes" }',
    ],
  ])('are left alone: %s', (_name, text) => {
    const { cause, sentence, confidence } = readError(text);
    expect([cause, sentence, confidence]).toEqual(['not_an_error', null, 'likely']);
  });
});

describe('an HTTP answer', () => {
  it.each<[number, string, Cause]>([
    [
      403,
      `{"error":{"message":"Project \`${PROJECT}\` does not have access to model \`gpt-5.5\`","code":"model_not_found"}}`,
      'project_lacks_model',
    ],
    [
      403,
      '{"error":"You have insufficient permissions for this operation. Missing scopes: api.model.read."}',
      'key_scope',
    ],
    [401, '', 'key_invalid'],
    [403, '<html><title>Just a moment...</title></html>', 'ip_blocked'],
    [429, '{}', 'rate_limited'],
    [503, 'upstream connect error or disconnect/reset before headers', 'server_error'],
    [
      400,
      '{"error":{"message":"Invalid \'max_output_tokens\': integer below minimum value.","type":"invalid_request_error","param":"max_output_tokens","code":"integer_below_min_value"}}',
      'wrong_endpoint_or_parameter',
    ],
    [200, '{"object":"list","data":[]}', 'not_an_error'],
  ])('of status %i with the body %j is read as such', (status, body, cause) => {
    const reading = readAnswer(status, body);
    expect([reading.cause, reading.facts.httpStatus]).toEqual([cause, status]);
  });
});
