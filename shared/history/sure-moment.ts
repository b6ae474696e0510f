/** What time it surely is, judged by when answers came rather than by a clock that may run ahead. */

const DAY_MS = 86_400_000;
/** A step that no answer of another day need confirm. Deleting by a clock that is wrong by less does little harm. */
const STEP_DAYS = 7;

/** Days with answers that are needed to be sure of any. */
export const DAYS_NEEDED = 3;

/**
 * The newest of these moments that is surely not in the future; null where that is true of none. They are the newest
 * answers of three different days, in any order (ISO): a clock that runs ahead for a day or two, while an API on this very
 * machine answers, vouches for nothing yet. The oldest of them has two days of answers after it; the others are as sure
 * where they follow within a week.
 */
export function sureMoment(moments: readonly string[]): string | null {
  const [oldest, ...later] = [...moments].sort().slice(-DAYS_NEEDED);
  if (oldest === undefined || moments.length < DAYS_NEEDED) return null;
  return later.reduce((sure, next) => (daysFrom(sure, next) <= STEP_DAYS ? next : sure), oldest);
}

function daysFrom(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}
