/**
 * Clients that print a status and keep the API's answer to themselves. Where the answer is printed as well, its sentence or
 * code is stronger and wins. From 500 on the status itself tells whose failure it is.
 */
import type { Row } from '../row';

/** Statuses that the API refuses with, each for several causes (error guide, 2026). */
const REFUSALS = [
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [422, 'Unprocessable Entity'],
  [429, 'Too Many Requests'],
] as const;

const withEach = (say: (status: number, reason: string) => string) =>
  REFUSALS.map(([status, reason]) => say(status, reason));

/** The client, and the one change that makes it print the answer. Both are shown to the person as they are. */
interface HiddenReason {
  readonly client: string;
  readonly change: string;
}

interface HiddenRow extends HiddenReason {
  readonly id: string;
  readonly says: readonly string[];
  readonly samples: readonly string[];
}

const CLIENTS: readonly HiddenRow[] = [
  {
    id: 'axios',
    client: 'axios (JavaScript), got',
    change: 'error.response?.data ?? error.response?.body',
    says: withEach((status) => `request failed with status code ${status}`),
    samples: [
      'POST https://api.openai.com/v1/responses\nAxiosError: Request failed with status code 401\n    at settle (node_modules/axios/lib/core/settle.js:19:12)',
    ],
  },
  {
    id: 'got',
    client: 'got (JavaScript)',
    change: 'error.response?.body',
    says: withEach((status, reason) => `response code ${status} ${reason}`),
    samples: [
      'openai: HTTPError: Response code 403 (Forbidden)\n    at Request.<anonymous> (node_modules/got/dist/index.js:88:31)',
    ],
  },
  {
    id: 'httpx',
    client: 'httpx (Python)',
    change: 'error.response.text',
    says: withEach((status, reason) => `client error ${status} ${reason} for url`),
    samples: [
      "httpx.HTTPStatusError: Client error '429 Too Many Requests' for url 'https://api.openai.com/v1/responses'",
    ],
  },
  {
    id: 'requests',
    client: 'requests (Python)',
    change: 'error.response.text',
    says: withEach((status, reason) => `${status} client error ${reason} for url`),
    samples: [
      'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.openai.com/v1/models',
    ],
  },
  {
    id: 'urllib',
    client: 'urllib (Python)',
    change: 'error.read().decode()',
    says: withEach((status, reason) => `urllib.error.HTTPError HTTP Error ${status} ${reason}`),
    samples: ['calling api.openai.com: urllib.error.HTTPError: HTTP Error 403: Forbidden'],
  },
  {
    id: 'aiohttp',
    client: 'aiohttp (Python)',
    change: 'await response.text()',
    says: withEach((status, reason) => `ClientResponseError ${status} message ${reason} url`),
    samples: [
      "aiohttp.client_exceptions.ClientResponseError: 404, message='Not Found', url='https://api.openai.com/v1/responses'",
    ],
  },
  {
    id: 'curl',
    client: 'curl --fail',
    change: '--fail-with-body',
    says: withEach((status) => `the requested url returned error ${status}`),
    samples: [
      '$ curl -fs https://api.openai.com/v1/models\ncurl: (22) The requested URL returned error: 403',
    ],
  },
  {
    id: 'faraday',
    client: 'Faraday (Ruby)',
    change: 'error.response[:body]',
    says: withEach((status) => `the server responded with status ${status}`),
    samples: ['ruby-openai: the server responded with status 401 (Faraday::UnauthorizedError)'],
  },
  {
    id: 'net-http',
    client: 'Net::HTTP, open-uri (Ruby)',
    change: 'error.response.body, error.io.read',
    says: [
      ...withEach((status, reason) => `${status} ${reason} Net::HTTPClientException`),
      ...withEach((status, reason) => `${status} ${reason} Net::HTTPServerException`),
      ...withEach((status, reason) => `${status} ${reason} OpenURI::HTTPError`),
    ],
    samples: [
      `openai.rb:3: net/http/response.rb:137:in 'error!': 401 "Unauthorized" (Net::HTTPClientException)`,
    ],
  },
  {
    id: 'websocket',
    client: 'WebSocket',
    change: "socket.on('unexpected-response', …)",
    says: [
      ...withEach((status) => `unexpected server response ${status}`),
      ...withEach((status) => `server rejected websocket connection http ${status}`),
      ...withEach((status, reason) => `handshake status ${status} ${reason}`),
      ...withEach((status) => `WSServerHandshakeError ${status}`),
    ],
    samples: ['Error: Unexpected server response: 401 (wss://api.openai.com/v1/realtime)'],
  },
  {
    id: 'dotnet',
    client: 'HttpClient (.NET)',
    change: 'await response.Content.ReadAsStringAsync()',
    says: [
      ...withEach((status) => `response status code does not indicate success ${status}`),
      ...withEach((status) => `the remote server returned an error ${status}`),
      ...withEach((status) => `リモート サーバーがエラーを返しました ${status}`),
    ],
    samples: [
      'System.Net.Http.HttpRequestException: Response status code does not indicate success: 403 (Forbidden). at OpenAI.Client',
    ],
  },
  {
    id: 'java',
    client: 'HttpURLConnection (Java)',
    change: 'connection.getErrorStream()',
    says: withEach((status) => `server returned HTTP response code ${status} for url`),
    samples: [
      'java.io.IOException: Server returned HTTP response code: 401 for URL: https://api.openai.com/v1/chat/completions',
    ],
  },
  {
    id: 'reqwest',
    client: 'reqwest (Rust)',
    change: 'response.text().await?',
    says: withEach((status, reason) => `HTTP status client error ${status} ${reason} for url`),
    samples: ['HTTP status client error (404 Not Found) for url (https://api.openai.com/v1/responses)'],
  },
  {
    id: 'php',
    client: 'file_get_contents (PHP)',
    change: "'ignore_errors' => true",
    says: withEach((status, reason) => `HTTP request failed HTTP/1.1 ${status} ${reason}`),
    samples: [
      'PHP Warning: file_get_contents(https://api.openai.com/v1/models): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized',
    ],
  },
  {
    id: 'wget',
    client: 'wget',
    change: '--content-on-error -O -',
    says: [
      ...withEach((status, reason) => `awaiting response ${status} ${reason}`),
      ...withEach((status, reason) => `server returned error HTTP/1.1 ${status} ${reason}`),
    ],
    samples: ['HTTP request sent, awaiting response... 401 Unauthorized (api.openai.com)'],
  },
  {
    id: 'alamofire',
    client: 'Alamofire (Swift)',
    change: 'response.data',
    says: withEach((status) => `unacceptableStatusCode code ${status}`),
    samples: ['AFError.responseValidationFailed(reason: .unacceptableStatusCode(code: 403)) api.openai.com'],
  },
  {
    id: 'fetch',
    client: 'fetch (JavaScript)',
    change: 'await response.text()',
    says: withEach((status) => `http error status ${status}`),
    samples: ['OpenAI: Error: HTTP error! status: 403\n    at ask (app.js:12:9)'],
  },
  {
    id: 'rest-client',
    client: 'rest-client (Ruby)',
    change: 'error.response.body',
    says: withEach((status, reason) => `${status} ${reason} RestClient`),
    samples: ['openai.rb: 403 Forbidden (RestClient::Forbidden)'],
  },
  {
    id: 'httr',
    client: 'httr, httr2 (R)',
    change: 'httr2::last_response() |> httr2::resp_body_string()',
    says: [
      ...withEach((status, reason) => `error ${reason} HTTP ${status}`),
      ...withEach((status, reason) => `req_perform HTTP ${status} ${reason}`),
      ...withEach((status, reason) => `resp_abort HTTP ${status} ${reason}`),
    ],
    samples: ['api.openai.com\nError: Forbidden (HTTP 403).'],
  },
  {
    id: 'n8n',
    client: 'n8n',
    change: 'Continue (using error output)',
    says: [
      "couldn't connect with these settings unauthorized",
      "couldn't connect with these settings forbidden",
    ],
    samples: ["OpenAI account: Couldn't connect with these settings\nForbidden"],
  },
  {
    id: 'openai-java',
    client: 'openai-java',
    change: 'exception.body()',
    says: ['UnexpectedStatusCodeException'],
    samples: ['com.openai.errors.UnexpectedStatusCodeException: 418: null'],
  },
  {
    id: 'node-response',
    client: 'IncomingMessage (Node.js)',
    change: 'for await (const part of response) …',
    says: withEach((status, reason) => `statusCode ${status} statusMessage ${reason}`),
    samples: [
      "IncomingMessage {\n  statusCode: 401,\n  statusMessage: 'Unauthorized',\n  host: 'api.openai.com' }",
    ],
  },
];

/** Row ids begin so; the rest is the client's. */
const ID = 'hidden-';

export const HIDDEN_ROWS: readonly Row[] = CLIENTS.map(({ id, says, samples }) => ({
  id: ID + id,
  cause: 'reason_not_shown',
  confidence: 'likely',
  strength: 'sign',
  needsService: true,
  says,
  samples,
  source: 'Sources and documentation of the clients, 2026-11; their messages have been the same for years',
}));

/** What hides the reason of a reading, and what shows it; null where another row decided. */
export function hiddenReasonOf(rule: string): HiddenReason | null {
  return CLIENTS.find(({ id }) => ID + id === rule) ?? null;
}
