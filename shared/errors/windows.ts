/**
 * Which parts of a text are worth reading closely. A short text is read whole; of a long log only the surroundings of
 * trigger words are, found by plain string search, so that the time grows with the length and no faster.
 */
import type { Window } from './clean';

/** Texts up to this many UTF-16 units are read whole. */
export const READ_WHOLE = 48_000;
const BEFORE = 1200;
const AFTER = 1500;
const BUDGET = 40_000;

/**
 * Fragments of the recognition table's sentences and codes, in lower case. One of these stands in nearly every error
 * of the service; a test plants the sample of each row in a long log to keep this list complete.
 */
const TRIGGERS: readonly string[] = [
  'have access to',
  'does not exist',
  'model_not_found',
  'been deprecated',
  'must be verified',
  'insufficient_quota',
  'current quota',
  'billing',
  'rate limit',
  'rate_limit',
  'too large for',
  'invalid_request_error',
  'api key',
  'api_key',
  'apikey',
  'authentication',
  'missing scopes',
  'permission',
  'api key',
  'openai-project',
  'openai-organization',
  'deactivated',
  'archived',
  'region',
  'country',
  'cloudflare',
  'just a moment',
  'not authorized',
  'server had an error',
  'server_error',
  'overloaded',
  'v1/',
  'not supported',
  'unsupported',
  'data retention',
  'not enabled',
  'certificate',
  'enotfound',
  'econnrefused',
  'etimedout',
  'resolve host',
  'connection error',
  'timed out',
  'openai',
  'error code',
  'status code',
  'error',
  'failed',
  'exception',
];
/** The first this many are specific; the rest may stand in any log and only fill what room is left. */
const SPECIFIC = TRIGGERS.indexOf('v1/');
const MOST_PLACES = 6;

export function windowsOf(text: string): readonly Window[] {
  if (text.length <= READ_WHOLE) return [{ start: 0, end: text.length }];
  const lower = text.toLowerCase();
  // A letter that grows when lowered shifts the offsets; the text as it is then serves.
  const searched = lower.length === text.length ? lower : text;
  const windows: Window[] = [];
  for (const [rank, trigger] of TRIGGERS.entries()) {
    const places = placesOf(searched, trigger);
    for (const place of places) add(windows, place, text, rank < SPECIFIC ? BUDGET * 2 : BUDGET);
  }
  if (windows.length === 0) return [{ start: Math.max(0, text.length - AFTER * 4), end: text.length }];
  return merged(windows);
}

/** The first and the last places of a trigger, found without walking through all of them. */
function placesOf(text: string, trigger: string): readonly number[] {
  const places = new Set<number>();
  for (let from = 0, count = 0; count < MOST_PLACES; count += 1) {
    const found = text.indexOf(trigger, from);
    if (found < 0) break;
    places.add(found);
    from = found + AFTER;
  }
  for (let from = text.length, count = 0; count < MOST_PLACES; count += 1) {
    const found = text.lastIndexOf(trigger, from);
    if (found < 0 || places.has(found)) break;
    places.add(found);
    from = found - AFTER;
    if (from < 0) break;
  }
  return [...places];
}

function add(windows: Window[], place: number, text: string, budget: number): void {
  if (windows.some((window) => place >= window.start + 200 && place <= window.end - 600)) return;
  const used = windows.reduce((sum, window) => sum + window.end - window.start, 0);
  if (used > budget) return;
  windows.push({ start: Math.max(0, place - BEFORE), end: Math.min(text.length, place + AFTER) });
}

function merged(windows: readonly Window[]): readonly Window[] {
  const sorted = [...windows].sort((a, b) => a.start - b.start);
  const result: Window[] = [];
  for (const window of sorted) {
    const last = result.at(-1);
    if (last !== undefined && window.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    } else result.push(window);
  }
  return result;
}
