/** Values that are stored as one text, with a check value: a text that a fault of the disk changed is not read as true. */
import { createHash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import { jsonIn } from './rows';

interface Body<T> {
  readonly version?: number;
  /** Bodies of earlier versions have none. */
  readonly check?: string;
  readonly value?: T;
}

export function sealedBody(version: number, value: unknown): string {
  return JSON.stringify({ version, check: checkOf(value), value });
}

/** The value; null where the text is damaged or of another version. `name`: what earlier versions called the value. */
export function openBody<T>(cell: SQLOutputValue | undefined, version: number, name: string): T | null {
  const body = parsed<T>(cell, name);
  if (body === null || body.version !== version || body.value === undefined) return null;
  return body.check === undefined || body.check === checkOf(body.value) ? body.value : null;
}

function parsed<T>(cell: SQLOutputValue | undefined, name: string): Body<T> | null {
  const body = jsonIn(cell) as (Body<T> & Readonly<Record<string, T>>) | null | undefined;
  if (typeof body !== 'object' || body === null) return null;
  return { ...body, ...(body.value === undefined ? { value: body[name] } : {}) } as Body<T>;
}

function checkOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value), 'utf8').digest('hex').slice(0, 32);
}
