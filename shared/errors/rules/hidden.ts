/**
 * Answers of which a client printed the status and kept the rest to itself. Where the answer is printed as well, its sentence
 * or code is stronger and wins.
 */
import type { Cause, Reading } from '../reading';
import type { Row } from '../row';
import { type BareStatus, SILENT_CLIENTS, type SilentClient } from './clients';
import { restsOnStatusAlone } from './fallback';

/** Statuses that the API refuses with, each for several causes (error guide, 2026). */
const REFUSALS: readonly BareStatus[] = [
  { status: 400, reason: 'Bad Request', side: 'client' },
  { status: 401, reason: 'Unauthorized', side: 'client' },
  { status: 403, reason: 'Forbidden', side: 'client' },
  { status: 404, reason: 'Not Found', side: 'client' },
  { status: 422, reason: 'Unprocessable Entity', side: 'client' },
  { status: 429, reason: 'Too Many Requests', side: 'client' },
];

/** From 500 on the status itself tells that a server failed, and no more. */
const FAILURES: readonly BareStatus[] = [
  { status: 500, reason: 'Internal Server Error', side: 'server' },
  { status: 502, reason: 'Bad Gateway', side: 'server' },
  { status: 503, reason: 'Service Unavailable', side: 'server' },
  { status: 504, reason: 'Gateway Timeout', side: 'server' },
];

const SOURCE =
  'Sources and documentation of the clients, 2026-11; their messages have been the same for years';

/** Row ids begin so; the rest is the client's. */
const REFUSED = 'hidden-';
const FAILED = 'failed-';

function refusedRow({ id, says, samples }: SilentClient): Row {
  return {
    id: REFUSED + id,
    cause: 'reason_not_shown',
    confidence: 'likely',
    strength: 'sign',
    needsService: true,
    says: [...new Set(REFUSALS.flatMap(says))],
    samples,
    source: SOURCE,
  };
}

function failedRow({ id, says }: SilentClient): readonly Row[] {
  const phrases = [...new Set(FAILURES.flatMap(says))];
  const [first] = phrases;
  return first === undefined
    ? []
    : [
        {
          id: FAILED + id,
          cause: 'server_error',
          confidence: 'possible',
          strength: 'sign',
          needsService: true,
          says: phrases,
          samples: [`api.openai.com: ${first}`],
          source: SOURCE,
        },
      ];
}

export const HIDDEN_ROWS: readonly Row[] = [
  ...SILENT_CLIENTS.map(refusedRow),
  ...SILENT_CLIENTS.flatMap(failedRow),
];

/** The client, and the one change that makes it print the answer. */
type HiddenReason = Pick<SilentClient, 'client' | 'change'>;

const BY_ROW: ReadonlyMap<string, HiddenReason> = new Map(
  SILENT_CLIENTS.flatMap((client) => [
    [REFUSED + client.id, client],
    [FAILED + client.id, client],
  ]),
);

/** True where a client printed a status in words of its own, and nothing of the answer. */
export function isClientsWord({ id }: Row): boolean {
  return BY_ROW.has(id);
}

/** How each language reads the body of an answer, where the client itself is not known. */
const BY_LANGUAGE: Readonly<Record<string, HiddenReason>> = {
  javascript: { client: 'JavaScript', change: 'await response.text()' },
  python: { client: 'Python', change: 'response.text' },
  ruby: { client: 'Ruby', change: 'response.body' },
  php: { client: 'PHP', change: '$response->getBody()' },
  perl: { client: 'Perl', change: '$response->decoded_content (LWP), $response->{content} (HTTP::Tiny)' },
  go: { client: 'Go', change: 'io.ReadAll(response.Body)' },
  java: { client: 'Java', change: 'response.body()' },
  dotnet: { client: '.NET', change: 'await response.Content.ReadAsStringAsync()' },
  rust: { client: 'Rust', change: 'response.text().await?' },
  r: { client: 'R', change: 'content(response, "text")' },
  shell: { client: 'curl', change: '--fail-with-body' },
  powershell: { client: 'PowerShell', change: '$_.ErrorDetails.Message' },
};

/**
 * What hides the reason of a reading, and what shows it; null where neither client nor language is known. `told`: the cause
 * that is told by now: once it is another than the text's, no reason is missing.
 */
export function hiddenReasonOf(
  { rule, cause, wrapper }: Pick<Reading, 'rule' | 'cause' | 'wrapper'>,
  told: Cause | null = cause,
): HiddenReason | null {
  if (told !== cause) return null;
  const known = BY_ROW.get(rule);
  if (known !== undefined) return known;
  const isKeptBack = cause === 'reason_not_shown' || restsOnStatusAlone({ rule });
  return isKeptBack ? (BY_LANGUAGE[wrapper.language ?? ''] ?? null) : null;
}
