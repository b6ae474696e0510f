/** What is left when no sentence and no code is known: the class or the HTTP status, surely an AI service's. */
import type { Reading } from '../reading';
import type { Row } from '../row';

export const FALLBACK_ROWS: readonly Row[] = [
  {
    id: 'class-permission-denied',
    cause: 'model_missing_or_no_access',
    confidence: 'possible',
    strength: 'sign',
    says: ['PermissionDeniedError'],
    needsService: true,
    samples: ['openai.PermissionDeniedError'],
    source: 'SDK sources, 2026',
  },
  {
    id: 'code-alone',
    cause: 'model_missing_or_no_access',
    confidence: 'possible',
    strength: 'sign',
    says: ['model_not_found'],
    needsService: true,
    samples: ['LangChain error: model_not_found'],
    source: 'Clients that show the code and nothing else, 2023',
  },
  {
    id: 'class-authentication',
    cause: 'key_invalid',
    confidence: 'possible',
    strength: 'sign',
    says: [
      'openai AuthenticationError',
      'AuthenticationError error code 401',
      'openai error AuthenticationError',
    ],
    needsService: true,
    samples: ['openai.AuthenticationError'],
    source: 'SDK sources, 2026',
  },
  {
    id: 'type-invalid-request',
    cause: 'wrong_endpoint_or_parameter',
    confidence: 'possible',
    strength: 'sign',
    says: [
      'openai BadRequestError',
      'openai error InvalidRequestError',
      'openai UnprocessableEntityError',
      'openai NotFoundError',
    ],
    codes: ['invalid_request_error'],
    samples: [
      '{"error":{"message":"Something about it is odd.","type":"invalid_request_error","param":"tools[0]","code":null}}',
    ],
    source: 'Error objects of the API, 2026',
  },
  {
    id: 'status-unauthorized',
    cause: 'key_invalid',
    confidence: 'possible',
    strength: 'status',
    statuses: [401],
    needsService: true,
    samples: [
      'POST https://api.openai.com/v1/responses failed: HTTP 401 {"error":{"message":"Not in words we know."}}',
    ],
    source: 'HTTP',
  },
  {
    id: 'status-payment',
    cause: 'quota_or_billing',
    confidence: 'possible',
    strength: 'status',
    statuses: [402],
    needsService: true,
    samples: ['POST https://api.openai.com/v1/responses failed: HTTP 402'],
    source: 'HTTP',
  },
  {
    id: 'status-forbidden',
    cause: 'ip_blocked',
    confidence: 'possible',
    strength: 'status',
    statuses: [403],
    needsService: true,
    samples: [
      'POST https://api.openai.com/v1/responses failed: HTTP 403 {"error":{"message":"Not in words we know."}}',
    ],
    source: 'HTTP; the API itself says why, so a bare 403 mostly comes from something before it',
  },
  {
    id: 'status-request',
    cause: 'wrong_endpoint_or_parameter',
    confidence: 'possible',
    strength: 'status',
    statuses: [400, 404, 405, 409, 413, 415, 422],
    needsService: true,
    samples: [
      'POST https://api.openai.com/v1/chat/completion failed: HTTP 404 {"error":{"message":"Not in words we know."}}',
    ],
    source: 'HTTP',
  },
  {
    id: 'status-rate',
    cause: 'rate_limited',
    confidence: 'possible',
    strength: 'status',
    statuses: [429],
    needsService: true,
    samples: [
      'POST https://api.openai.com/v1/responses failed: HTTP 429 {"error":{"message":"Not in words we know."}}',
    ],
    source: 'HTTP',
  },
  {
    id: 'status-proxy',
    cause: 'network',
    confidence: 'likely',
    strength: 'code',
    statuses: [407],
    needsService: true,
    samples: ['OpenAI request failed with status code 407'],
    source: 'HTTP',
  },
  {
    id: 'status-server',
    cause: 'server_error',
    confidence: 'possible',
    strength: 'status',
    statuses: [500, 502, 503, 504, 520, 521, 522, 523, 524, 529],
    needsService: true,
    samples: ['POST https://api.openai.com/v1/responses failed: HTTP 503'],
    source: 'HTTP',
  },
];

const STATUS_ROWS: ReadonlySet<string> = new Set(
  FALLBACK_ROWS.filter(({ strength }) => strength === 'status').map(({ id }) => id),
);

/** True for a status with which the API refuses for several causes, so that it tells of none. */
export function isRefusedByAnyLayer({ strength, statuses = [] }: Row): boolean {
  return strength === 'status' && statuses.every((status) => status < 500 && status !== 402);
}

/** True where nothing but the HTTP status was recognized, so that a page of anything on the way may have been read. */
export function restsOnStatusAlone({ rule }: Pick<Reading, 'rule'>): boolean {
  return STATUS_ROWS.has(rule);
}

/** Rows that name a class, a type or a status, from which several causes follow. */
const VAGUE_ROWS: ReadonlySet<string> = new Set([
  'none',
  'class-permission-denied',
  'class-authentication',
  'type-invalid-request',
  'status-unauthorized',
  'status-forbidden',
  'status-request',
]);

/** True where nothing but a class, a type or a status was recognized. */
export function isVague({ rule }: Pick<Reading, 'rule'>): boolean {
  return VAGUE_ROWS.has(rule);
}

/**
 * False where no sentence and no code of the text is known, so that it fits several causes. A 400 or 422 that names the
 * parameter it objects to is understood without its words; the model's name is a parameter, too, and is not enough.
 */
export function isUnderstood({ rule, facts }: Pick<Reading, 'rule' | 'facts'>): boolean {
  if (!isVague({ rule })) return true;
  const { httpStatus, param } = facts;
  return (httpStatus === 400 || httpStatus === 422) && param !== null && param !== 'model';
}
