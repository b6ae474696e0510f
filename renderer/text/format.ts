import type { Language } from '../../shared/base/settings';

/** English without a country would be that of the United States, with the month before the day. */
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);

/** Making a formatter takes far longer than using it, and some are used dozens of times in one drawing. */
const MOMENTS = new Map<string, Intl.DateTimeFormat>();

function momentFormat(language: Language, withDate: boolean, withSeconds: boolean): Intl.DateTimeFormat {
  const name = `${language} ${withDate} ${withSeconds}`;
  const known = MOMENTS.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), {
    ...(withDate ? { month: 'short', day: 'numeric' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
  });
  MOMENTS.set(name, made);
  return made;
}

/** A moment as people say it: time of day for today, date and time for other days. */
export function formatMoment(
  iso: string,
  language: Language,
  now: Date,
  precision: 'minute' | 'second' = 'minute',
): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const sameDay = moment.toDateString() === now.toDateString();
  return momentFormat(language, !sameDay, precision === 'second').format(moment);
}

/** The same where there is little room: the date alone for other days. */
export function shortMoment(iso: string, language: Language, now: Date): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime()) || moment.toDateString() === now.toDateString())
    return formatMoment(iso, language, now);
  return new Intl.DateTimeFormat(localeOf(language), { month: 'short', day: 'numeric' }).format(moment);
}

/** Moments that stand side by side: with seconds where two of them would otherwise look the same. */
export function formatMoments(isos: readonly string[], language: Language, now: Date): readonly string[] {
  const short = isos.map((iso) => formatMoment(iso, language, now));
  return new Set(short).size === new Set(isos).size
    ? short
    : isos.map((iso) => formatMoment(iso, language, now, 'second'));
}

/** With seconds, for a series of tests. */
export function formatClock(iso: string, language: Language): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return momentFormat(language, false, true).format(moment);
}

/** A month as people write it, given as in `2025-06`. */
export function formatMonth(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** Several things in one sentence, as in “a, b and c”. */
export function formatList(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(localeOf(language)).format(parts);
}

/** Sizes of text, in decimal units. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Whole seconds until a moment; never negative, whatever the clock does. */
export function secondsUntil(iso: string, nowMs: number): number {
  const until = Date.parse(iso);
  return Number.isNaN(until) ? 0 : Math.max(0, Math.ceil((until - nowMs) / 1_000));
}

export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, in one whole unit; a moment that is still to come, as after a change of the clock, is now. */
export function ageOf(iso: string, nowMs: number): Age {
  const age = nowMs - Date.parse(iso);
  if (age >= DAY_MS) return { unit: 'days', count: Math.floor(age / DAY_MS) };
  if (age >= HOUR_MS) return { unit: 'hours', count: Math.floor(age / HOUR_MS) };
  if (age >= MINUTE_MS) return { unit: 'minutes', count: Math.floor(age / MINUTE_MS) };
  return { unit: 'now' };
}
