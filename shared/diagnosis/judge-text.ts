/** What a text by itself amounts to: the verdict of a case that holds nothing else. */
import { readError } from '../errors/read-error';
import type { Reading } from '../errors/reading';
import { diagnose } from './diagnose';
import type { Verdict } from './verdict';

export interface JudgedText {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

/** `today`: ISO date, for the retirement table. */
export function judgeText(text: string, today: string): JudgedText {
  return judgeReading(readError(text), today);
}

export function judgeReading(reading: Reading, today: string): JudgedText {
  const evidence = [{ kind: 'text', at: today, reading } as const];
  return { reading, verdict: diagnose({ evidence, keyId: null, model: reading.facts.model, today }) };
}
