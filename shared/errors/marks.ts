/** Turns places in the cleaned text into marks in the original, and cuts out the deciding sentence. */
import { redact } from '../redaction/redact';
import { visibleText } from '../text/visible';
import { BREAK, type Clean } from './clean';
import type { TextPlace } from './facts';
import type { Mark } from './reading';

const LONGEST_SENTENCE = 300;

export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** From the beginning of the sentence around a place to its end, within one line of thought. */
export function sentenceAround(text: string, span: MarkedSpan): MarkedSpan {
  let start = span.start;
  while (start > 0 && span.start - start < 120 && !isBeginning(text, start)) start -= 1;
  while (start < span.start && /[\s:,'`-]/.test(text.charAt(start))) start += 1;
  let end = span.end;
  while (end < text.length && end - start < LONGEST_SENTENCE + 40 && !isEnd(text, end)) end += 1;
  if (/[.!。]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

/** After a line break, a brace, or a quote that opens. */
function isBeginning(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === "'" || before === '`') return /[\s:=([{,]/.test(text.charAt(at - 2));
  return /[\n"{}<>]/.test(before);
}

function isEnd(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (/["{}<>]/.test(character)) return true;
  if (character === "'") return /[,}\])\n]/.test(text.charAt(at + 1));
  if (character === '\n') return ['', '\n', '{', '}', BREAK].includes(text.charAt(at + 1));
  return /[.!。]/.test(character) && !/\w/.test(text.charAt(at + 1));
}

export function sentenceText(clean: Clean, span: MarkedSpan): string {
  const words = redact(clean.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim());
  return visibleText(words.toWellFormed()).slice(0, LONGEST_SENTENCE).toWellFormed();
}

/** Facts first; the sentence fills what they leave of it, so that no two marks overlap. */
export function marksOf(
  clean: Clean,
  places: readonly TextPlace[],
  sentence: MarkedSpan | null,
): readonly Mark[] {
  const original = (place: MarkedSpan): MarkedSpan => ({
    start: clean.at[place.start] ?? 0,
    end: place.end === place.start ? (clean.at[place.start] ?? 0) : (clean.at[place.end - 1] ?? 0) + 1,
  });
  const marks: Mark[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const span = original(place);
    if (span.end > span.start && span.start >= (marks.at(-1)?.end ?? 0))
      marks.push({ ...span, fact: place.fact });
  }
  if (sentence === null) return marks;
  return [...marks, ...gaps(original(sentence), marks)].sort((a, b) => a.start - b.start);
}

function gaps(span: MarkedSpan, marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = [];
  let from = span.start;
  for (const mark of marks) {
    if (mark.end <= from || mark.start >= span.end) continue;
    if (mark.start > from) result.push({ start: from, end: mark.start, fact: 'sentence' });
    from = mark.end;
  }
  if (from < span.end) result.push({ start: from, end: span.end, fact: 'sentence' });
  return result;
}
