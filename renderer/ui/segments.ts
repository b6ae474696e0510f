import type { Mark } from '../../shared/errors/reading';

/** A stretch of text as it is drawn; `gap` stands for text left out. */
export type Segment =
  | { readonly kind: 'plain'; readonly start: number; readonly text: string }
  | { readonly kind: 'mark'; readonly start: number; readonly text: string; readonly fact: Mark['fact'] }
  | { readonly kind: 'gap'; readonly start: number };

/** Characters kept before and after a mark when a long text is cut down. */
const CONTEXT = 260;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text at its marks. A text longer than `longest` is reduced to the surroundings of its marks. */
export function segmentsOf(text: string, marks: readonly Mark[], longest: number): readonly Segment[] {
  const fitting = usable(marks, text.length);
  const ranges = text.length <= longest ? [{ start: 0, end: text.length }] : excerpts(text, fitting, longest);
  const segments: Segment[] = [];
  let position = 0;
  for (const range of ranges) {
    if (range.start > position) segments.push({ kind: 'gap', start: position });
    segments.push(...cut(text, fitting, range));
    position = range.end;
  }
  if (position < text.length) segments.push({ kind: 'gap', start: position });
  return segments;
}

/** Marks that lie inside the text and don't overlap an earlier one. */
function usable(marks: readonly Mark[], length: number): readonly Mark[] {
  const kept: Mark[] = [];
  let end = 0;
  for (const mark of marks) {
    if (mark.start < end || mark.end <= mark.start || mark.end > length) continue;
    kept.push(mark);
    end = mark.end;
  }
  return kept;
}

function excerpts(text: string, marks: readonly Mark[], longest: number): readonly Range[] {
  if (marks.length === 0) return [{ start: 0, end: longest }];
  const ranges: Range[] = [];
  let total = 0;
  for (const mark of marks) {
    const next = { start: Math.max(0, mark.start - CONTEXT), end: Math.min(text.length, mark.end + CONTEXT) };
    const last = ranges.at(-1);
    const joined = last !== undefined && next.start <= last.end;
    total += joined ? next.end - last.end : next.end - next.start;
    if (total > longest && ranges.length > 0) break;
    if (joined) ranges[ranges.length - 1] = { start: last.start, end: next.end };
    else ranges.push(next);
  }
  return ranges;
}

function cut(text: string, marks: readonly Mark[], range: Range): readonly Segment[] {
  const segments: Segment[] = [];
  let position = range.start;
  for (const mark of marks) {
    if (mark.start < position || mark.end > range.end) continue;
    if (mark.start > position)
      segments.push({ kind: 'plain', start: position, text: text.slice(position, mark.start) });
    segments.push({
      kind: 'mark',
      start: mark.start,
      text: text.slice(mark.start, mark.end),
      fact: mark.fact,
    });
    position = mark.end;
  }
  if (position < range.end)
    segments.push({ kind: 'plain', start: position, text: text.slice(position, range.end) });
  return segments;
}
