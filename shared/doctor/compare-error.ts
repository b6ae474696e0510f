/** Whether the key that an error quotes, starred out as the API does it, is one that was found. */
import type { Setting } from './setting';

export interface QuotedKey {
  /** What is shown of it in front of the gap, and behind it. */
  readonly start: string;
  readonly end: string;
}

const STARRED =
  /\b((?:sk|ek)[-_][A-Za-z0-9_-]{0,24}?)(?:\*{2,}|…+|\.{3,}|•+)([A-Za-z0-9_-]{2,8})(?![A-Za-z0-9_*-])/g;

/** Every key that a text quotes in part. */
export function quotedKeys(text: string): readonly QuotedKey[] {
  const all = [...text.matchAll(STARRED)].map(([, start = '', end = '']) => ({ start, end }));
  return all.filter(
    (each, index) => all.findIndex((one) => one.start === each.start && one.end === each.end) === index,
  );
}

/** The same visible beginning and end. Two keys share four characters at their end by chance once in ten million times. */
export function fits({ start, end }: QuotedKey, { subject, value }: Setting): boolean {
  return subject === 'key' && value !== null && value.trim().startsWith(start) && value.trim().endsWith(end);
}
