/** Values that are stored as one text, with a check value: a text that a fault of the disk changed is not read as true. */
import { createHash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import { jsonIn } from './rows';

interface Body<T> {
  readonly version: number;
  readonly check: string;
  readonly value: T;
}

/**
 * What is stored of a value, given as JSON. Statements call it by the same name, because a text may be changed on its way into
 * the database, where secrets are taken out of it: a check value that was made before would then call the body damaged.
 */
export function sealed(version: number, json: string): string {
  const value: unknown = JSON.parse(json);
  return JSON.stringify({ version, check: checkOf(value), value });
}

/** The value; null where the text is damaged or of another version. */
export function openBody<T>(cell: SQLOutputValue | undefined, version: number): T | null {
  const body = jsonIn(cell) as Partial<Body<T>> | null | undefined;
  if (typeof body !== 'object' || body === null || body.version !== version) return null;
  return body.value !== undefined && body.check === checkOf(body.value) ? body.value : null;
}

function checkOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value), 'utf8').digest('hex').slice(0, 32);
}
