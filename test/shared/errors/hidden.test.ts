import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { SILENT_CLIENTS } from '../../../shared/errors/rules/clients';
import { hiddenReasonOf } from '../../../shared/errors/rules/hidden';

/** What clients print of an answer when they keep its body, with nothing in it that names the service. */
const PRINTED: readonly (readonly [client: string, text: string])[] = [
  ['curl --fail', 'curl: (22) The requested URL returned error: 401'],
  ['libcurl', 'The requested URL returned error: 401'],
  [
    'wget',
    'HTTP request sent, awaiting response... \n  HTTP/1.1 401 Unauthorized\n  content-length: 361\n\nUsername/Password Authentication Failed.',
  ],
  [
    'axios (JavaScript)',
    "AxiosError: Request failed with status code 401\n    at settle (/srv/app/node_modules/axios/lib/core/settle.js:19:12) {\n  response: {\n    status: 401,\n    statusText: 'Unauthorized',\n    headers: Object [AxiosHeaders] { date: 'x' } } }",
  ],
  ['fetch (JavaScript)', 'Error: HTTP error! status: 403\n    at ask (file:///srv/app/ask.mjs:6:28)'],
  ['urllib (Python)', "<HTTPError 401: 'Unauthorized'>"],
  [
    'got, ky (JavaScript)',
    'Request failed with status code 403 Forbidden: POST https://api.openai.com/v1/responses',
  ],
  ['axios (JavaScript)', 'Request failed with status code 403'],
  [
    'net/http (Go)',
    '&{Status:401 Unauthorized StatusCode:401 Proto:HTTP/1.1 Header:map[Date:[x]] Body:0xc0001}',
  ],
  ['httr (R)', 'Error: Forbidden (HTTP 403).\nExecution halted'],
  ['httr (R)', 'Error: Too Many Requests (RFC 6585) (HTTP 429).\nExecution halted'],
  [
    'aiohttp (Python)',
    "OpenAI call failed: 403, message='Forbidden', url='https://api.openai.com/v1/responses'",
  ],
  ['httr (R)', 'Warning message:\nForbidden (HTTP 403). '],
  [
    'httr2 (R)',
    'Error in `req_perform()`:\n! HTTP 403 Forbidden.\nBacktrace:\n    x\n 1. L-httr2::req_perform(req)\nExecution halted',
  ],
  [
    'rest-client (Ruby)',
    "/gems/restclient/abstract_response.rb:249:in 'exception_with_response': 403 Forbidden (RestClient::Forbidden)",
  ],
];

describe('a status of which the client kept the reason back', () => {
  it.each(PRINTED)('is told from no error, and its client named: %s', (client, text) => {
    const reading = readError(text);
    expect([reading.cause, hiddenReasonOf(reading)?.client]).toEqual(['reason_not_shown', client]);
  });

  it.each([
    ['Python', 'calling OpenAI: <Response [401 Unauthorized]>'],
    ['Java', '(POST https://api.openai.com/v1/responses) 403'],
  ])('names the language where the client is not known: %s', (language, text) => {
    const reading = readError(text);
    expect([reading.cause, hiddenReasonOf(reading)?.client]).toEqual(['reason_not_shown', language]);
  });

  it.each([
    '<Response [401]>',
    'HTTP/1.1 401 Unauthorized\ncontent-type: application/json\ncontent-length: 211',
  ])('is all that the head of an answer shows: %s', (text) => {
    expect(readError(text).cause).toBe('reason_not_shown');
  });

  it.each([
    'OpenAI request failed: 429 Too Many Requests',
    "Response { status: 429, statusText: 'Too Many Requests', url: 'https://api.openai.com/v1/responses' }",
    '#<Net::HTTPTooManyRequests 429 Too Many Requests readbody=true> https://api.openai.com/v1/responses',
    "OpenAI call failed: 403, message='Forbidden', url='https://api.openai.com/v1/responses'",
    "Response { type: 'default', url: 'https://api.openai.com/v1/responses', status: 403, counter: 0 }",
  ])('stays unknown beside HTTP’s own words for the status: %s', (text) => {
    expect(readError(text).cause).toBe('reason_not_shown');
  });

  it('is told where the words for the status are somebody’s own', () => {
    expect(readError('OpenAI says that we sent too many requests.').cause).toBe('rate_limited');
  });

  it('is no matter of the network, however the client says that nothing was fetched', () => {
    expect(readError('Request failed with response code 401\nFailed to fetch the URL').cause).not.toBe(
      'network',
    );
    expect(readError('Failed to fetch https://api.openai.com/v1/models').cause).toBe('network');
  });

  it('is told of the client that the person uses, not of the one below it', () => {
    const inner = "  res: IncomingMessage {\n    statusCode: 401,\n    statusMessage: 'Unauthorized' }";
    const reading = readError(
      `AxiosError: Request failed with status code 401\n    at settle {\n${inner}\n}`,
    );
    expect(hiddenReasonOf(reading)?.client).toBe('axios (JavaScript)');
    const two = readError(`AxiosError: Request failed with status code 403\nIncomingMessage {\n${inner}`);
    expect(two.facts.httpStatus).toBe(401);
  });

  it('is not looked for where the body follows the head', () => {
    const body = '{"error":{"message":"No.","type":"invalid_request_error","code":"invalid_api_key"}}';
    expect(readError(`HTTP/1.1 401 Unauthorized\ndate: x\n\n${body}`).cause).toBe('key_invalid');
  });
});

describe('a failed server whose answer the client kept back', () => {
  const failed = { status: 503, reason: 'Service Unavailable', side: 'server' } as const;
  const printing = SILENT_CLIENTS.map((client) => [client.client, client.says(failed)[0]] as const).filter(
    (row): row is readonly [string, string] => row[1] !== undefined,
  );

  it.each(printing)('is a server’s failure as %s prints it, and possible at most', (client, text) => {
    const reading = readError(text);
    expect([reading.cause, reading.confidence]).toEqual(['server_error', 'possible']);
    expect(hiddenReasonOf(reading)?.client).toBe(client);
  });
});

describe('what shows the reason', () => {
  it('is not said any more once a test has told another cause', () => {
    const reading = readError('Request failed with status code 403');
    expect(hiddenReasonOf(reading, 'reason_not_shown')?.client).toBe('axios (JavaScript)');
    expect(hiddenReasonOf(reading, 'project_lacks_model')).toBeNull();
  });

  it('is not said where the body was shown', () => {
    expect(hiddenReasonOf(readError('Traceback\nopenai: You exceeded your current quota'))).toBeNull();
  });
});

describe('the name of a setting', () => {
  const OPTIONS = '"transitional": {"silentJSONParsing": true, "clarifyTimeoutError": false}';

  it('is nothing that happened', () => {
    const text = `{"message": "Request failed with status code 403", "config": {${OPTIONS}}, "status": 403}`;
    expect(readError(text).cause).toBe('reason_not_shown');
    expect(readError(`openai: {${OPTIONS}}`).cause).toBe('not_an_error');
  });

  it('leaves a failure that is no setting as it is', () => {
    expect(readError('openai: {"timeoutError": "Request timed out."}').cause).toBe('network');
  });
});
