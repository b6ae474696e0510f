/**
 * Clients that print a status and keep the answer's body to themselves: what each prints, and the one change that makes it
 * print the body. `npm run eval:clients` shows the outputs, and that the change works.
 */

/** One status of an answer, as a client may print it. */
export interface BareStatus {
  readonly status: number;
  readonly reason: string;
  /** Whose fault the status is, in the words of HTTP: `client` from 400, `server` from 500. */
  readonly side: 'client' | 'server';
}

export interface SilentClient {
  readonly id: string;
  /** Shown to the person as it is, as is the change. */
  readonly client: string;
  readonly change: string;
  readonly says: (printed: BareStatus) => readonly string[];
  readonly samples: readonly string[];
}

const JAVASCRIPT: readonly SilentClient[] = [
  {
    id: 'axios',
    client: 'axios (JavaScript)',
    change: 'error.response?.data',
    says: ({ status }) => [`request failed with status code ${status}`],
    samples: [
      'POST https://api.openai.com/v1/responses\nAxiosError: Request failed with status code 401\n    at settle (node_modules/axios/lib/core/settle.js:19:12)',
    ],
  },
  {
    // Both name the reason and the address, ky without brackets; the body of an older ky is read with `text()`.
    id: 'got',
    client: 'got, ky (JavaScript)',
    change: 'error.data ?? error.response.body',
    says: ({ status, reason }) => [
      `response code ${status} ${reason}`,
      `request failed with status code ${status} ${reason} post http`,
      `request failed with status code ${status} ${reason} get http`,
    ],
    samples: [
      'openai: HTTPError: Response code 403 (Forbidden)\n    at Request.<anonymous> (node_modules/got/dist/index.js:88:31)',
      'HTTPError: Request failed with status code 403 Forbidden: POST https://api.openai.com/v1/responses',
    ],
  },
  {
    id: 'fetch',
    client: 'fetch (JavaScript)',
    change: 'await response.text()',
    says: ({ status, reason }) => [
      `http error status ${status}`,
      `http error! ${status}`,
      `response status ${status} statusText ${reason} headers Headers`,
    ],
    samples: [
      'OpenAI: Error: HTTP error! status: 403\n    at ask (app.js:12:9)',
      "Response {\n  status: 403,\n  statusText: 'Forbidden',\n  headers: Headers { 'openai-version': '2020-10-01' },\n  body: ReadableStream { locked: false } }",
    ],
  },
  {
    id: 'node-response',
    client: 'IncomingMessage (Node.js)',
    change: 'for await (const part of response) …',
    says: ({ status, reason }) => [`statusCode ${status} statusMessage ${reason}`],
    samples: [
      "IncomingMessage {\n  statusCode: 401,\n  statusMessage: 'Unauthorized',\n  host: 'api.openai.com' }",
    ],
  },
  {
    id: 'websocket',
    client: 'WebSocket',
    change: "socket.on('unexpected-response', …)",
    says: ({ status, reason }) => [
      `unexpected server response ${status}`,
      `server rejected websocket connection http ${status}`,
      `handshake status ${status} ${reason}`,
      `WSServerHandshakeError ${status}`,
    ],
    samples: ['Error: Unexpected server response: 401 (wss://api.openai.com/v1/realtime)'],
  },
];

const PYTHON: readonly SilentClient[] = [
  {
    id: 'httpx',
    client: 'httpx (Python)',
    change: 'error.response.text',
    says: ({ status, reason, side }) => [`${side} error ${status} ${reason} for url`],
    samples: [
      "httpx.HTTPStatusError: Client error '429 Too Many Requests' for url 'https://api.openai.com/v1/responses'",
    ],
  },
  {
    id: 'requests',
    client: 'requests (Python)',
    change: 'error.response.text',
    says: ({ status, reason, side }) => [`${status} ${side} error ${reason} for url`],
    samples: [
      'requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.openai.com/v1/models',
    ],
  },
  {
    id: 'urllib',
    client: 'urllib (Python)',
    change: 'error.read().decode()',
    says: ({ status, reason }) => [`HTTP Error ${status} ${reason}`],
    samples: [
      'calling api.openai.com: urllib.error.HTTPError: HTTP Error 403: Forbidden',
      "openai: <HTTPError 401: 'Unauthorized'>",
    ],
  },
  {
    id: 'aiohttp',
    client: 'aiohttp (Python)',
    change: 'await response.text()',
    says: ({ status, reason }) => [
      `ClientResponseError ${status} message ${reason} url`,
      `${status} message ${reason} url`,
    ],
    samples: [
      "OpenAI call failed: 403, message='Forbidden', url='https://api.openai.com/v1/responses'",
      "aiohttp.client_exceptions.ClientResponseError: 404, message='Not Found', url='https://api.openai.com/v1/responses'",
    ],
  },
];

const RUBY: readonly SilentClient[] = [
  {
    id: 'faraday',
    client: 'Faraday (Ruby)',
    change: 'error.response[:body]',
    says: ({ status }) => [`the server responded with status ${status}`],
    samples: ['ruby-openai: the server responded with status 401 (Faraday::UnauthorizedError)'],
  },
  {
    id: 'net-http',
    client: 'Net::HTTP, open-uri (Ruby)',
    change: 'error.response.body, error.io.read',
    says: ({ status, reason }) => [
      `${status} ${reason} Net::HTTPClientException`,
      `${status} ${reason} Net::HTTPServerException`,
      `${status} ${reason} Net::HTTPFatalError`,
      `${status} ${reason} OpenURI::HTTPError`,
    ],
    samples: [
      `openai.rb:3: net/http/response.rb:137:in 'error!': 401 "Unauthorized" (Net::HTTPClientException)`,
    ],
  },
  {
    id: 'rest-client',
    client: 'rest-client (Ruby)',
    change: 'error.response.body',
    says: ({ status, reason }) => [`${status} ${reason} RestClient`],
    samples: ['openai.rb: 403 Forbidden (RestClient::Forbidden)'],
  },
];

const OTHERS: readonly SilentClient[] = [
  {
    id: 'curl',
    client: 'curl --fail',
    change: '--fail-with-body',
    says: ({ status }) => [`curl 22 the requested url returned error ${status}`],
    samples: [
      '$ curl -fs https://api.openai.com/v1/models\ncurl: (22) The requested URL returned error: 403',
    ],
  },
  {
    id: 'libcurl',
    client: 'libcurl',
    change: 'CURLOPT_FAILONERROR = 0',
    says: ({ status }) => [`the requested url returned error ${status}`],
    samples: ['OpenAI: The requested URL returned error: 401'],
  },
  {
    // At 401 it shows no body, whatever it is told (1.21).
    id: 'wget',
    client: 'wget',
    change: 'curl -sS',
    says: ({ status, reason }) => [
      `awaiting response ${status} ${reason}`,
      `awaiting response HTTP/1.1 ${status} ${reason}`,
      `server returned error HTTP/1.1 ${status} ${reason}`,
    ],
    samples: ['HTTP request sent, awaiting response... 401 Unauthorized (api.openai.com)'],
  },
  {
    id: 'dotnet',
    client: 'HttpClient (.NET)',
    change: 'await response.Content.ReadAsStringAsync()',
    says: ({ status }) => [
      `response status code does not indicate success ${status}`,
      `the remote server returned an error ${status}`,
      `リモート サーバーがエラーを返しました ${status}`,
    ],
    samples: [
      'System.Net.Http.HttpRequestException: Response status code does not indicate success: 403 (Forbidden). at OpenAI.Client',
    ],
  },
  {
    id: 'java',
    client: 'HttpURLConnection (Java)',
    change: 'connection.getErrorStream()',
    says: ({ status }) => [`server returned HTTP response code ${status} for url`],
    samples: [
      'java.io.IOException: Server returned HTTP response code: 401 for URL: https://api.openai.com/v1/chat/completions',
    ],
  },
  {
    id: 'openai-java',
    client: 'openai-java',
    change: 'exception.body()',
    says: ({ side }) => (side === 'client' ? ['UnexpectedStatusCodeException'] : []),
    samples: ['com.openai.errors.UnexpectedStatusCodeException: 418: null'],
  },
  {
    id: 'go',
    client: 'net/http (Go)',
    change: 'io.ReadAll(response.Body)',
    says: ({ status, reason }) => [`Status ${status} ${reason} StatusCode ${status}`],
    samples: ['OpenAI: &{Status:401 Unauthorized StatusCode:401 Proto:HTTP/1.1 ProtoMajor:1 ProtoMinor:1}'],
  },
  {
    id: 'reqwest',
    client: 'reqwest (Rust)',
    change: 'response.text().await?',
    says: ({ status, reason, side }) => [`HTTP status ${side} error ${status} ${reason} for url`],
    samples: ['HTTP status client error (404 Not Found) for url (https://api.openai.com/v1/responses)'],
  },
  {
    id: 'php',
    client: 'file_get_contents (PHP)',
    change: "'ignore_errors' => true",
    says: ({ status, reason }) => [`HTTP request failed HTTP/1.1 ${status} ${reason}`],
    samples: [
      'PHP Warning: file_get_contents(https://api.openai.com/v1/models): Failed to open stream: HTTP request failed! HTTP/1.1 401 Unauthorized',
    ],
  },
  {
    id: 'httr2',
    client: 'httr2 (R)',
    change: 'req_error(body = resp_body_string)',
    says: ({ status, reason }) => [
      `req_perform HTTP ${status} ${reason}`,
      `resp_abort HTTP ${status} ${reason}`,
    ],
    samples: ['Error in `req_perform()`:\n! HTTP 403 Forbidden.\nhttps://api.openai.com'],
  },
  {
    id: 'httr',
    client: 'httr (R)',
    change: 'content(response, "text")',
    says: ({ status, reason }) => [
      `error ${reason} HTTP ${status}`,
      `warning message ${reason} HTTP ${status}`,
      // It names where 429 is defined.
      `${reason} RFC 6585 HTTP ${status}`,
    ],
    samples: ['api.openai.com\nError: Forbidden (HTTP 403).'],
  },
  {
    id: 'alamofire',
    client: 'Alamofire (Swift)',
    change: 'response.data',
    says: ({ status }) => [`unacceptableStatusCode code ${status}`],
    samples: ['AFError.responseValidationFailed(reason: .unacceptableStatusCode(code: 403)) api.openai.com'],
  },
  {
    id: 'n8n',
    client: 'n8n',
    change: 'Continue (using error output)',
    says: ({ reason }) => [`couldn't connect with these settings ${reason}`],
    samples: ["OpenAI account: Couldn't connect with these settings\nForbidden"],
  },
];

export const SILENT_CLIENTS: readonly SilentClient[] = [...JAVASCRIPT, ...PYTHON, ...RUBY, ...OTHERS];
