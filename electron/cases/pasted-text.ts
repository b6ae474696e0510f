/**
 * What is kept of a pasted text: secrets taken out before it is read, since marks point into the text as it is kept, and of a
 * long log the part round the deciding sentence.
 */
import { readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { redact } from '../../shared/redaction/redact';

/** UTF-16 units kept of a paste; a log of megabytes is cut to this. */
export const KEPT_TEXT = 40_000;

export interface KeptText {
  readonly text: string;
  readonly reading: Reading;
}

export function keepText(pasted: string): KeptText {
  const clean = redact(pasted);
  const reading = readError(clean);
  if (clean.length <= KEPT_TEXT) return { text: clean, reading };
  const centre = reading.marks.find((mark) => mark.fact === 'sentence')?.start ?? 0;
  const start = Math.max(0, Math.min(centre - KEPT_TEXT / 2, clean.length - KEPT_TEXT));
  const end = start + KEPT_TEXT;
  const marks = reading.marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  return { text: clean.slice(start, end), reading: { ...reading, marks } };
}
