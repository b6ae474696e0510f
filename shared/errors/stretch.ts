/** Which part of a long text is worth keeping: the one round the sentence that decided. */
import type { MarkedSpan } from './marks';
import type { Mark } from './reading';

/** At most `longest` units round the first deciding mark; the beginning where nothing decided. No character is cut in two. */
export function stretchRound(text: string, marks: readonly Mark[], longest: number): MarkedSpan {
  if (text.length <= longest) return { start: 0, end: text.length };
  const decided = marks.find(({ fact }) => fact === 'sentence')?.start ?? 0;
  const start = Math.max(0, Math.min(decided - Math.floor(longest / 2), text.length - longest));
  return { start: start + (isLowHalf(text, start) ? 1 : 0), end: endsWhole(text, start + longest) };
}

function endsWhole(text: string, end: number): number {
  return isLowHalf(text, end) ? end - 1 : end;
}

/** The second of the two units of a character beyond the basic plane. */
function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0;
}
