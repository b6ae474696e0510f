import type { CheckState } from '../../shared/history/check';
import type { HistoryFilter } from '../../shared/history/views';
import type { Probe } from '../../shared/observations/observation';

export const PERIODS = ['today', 'week', 'month', 'days'] as const;
/** `week` and `month`: the last 7 and 30 days, today among them. `days`: from one day to another. */
type Period = (typeof PERIODS)[number];

/** What the person chose to see, as it stands in the fields. */
export interface CheckChoice {
  readonly keyId: string | null;
  readonly model: string;
  readonly state: CheckState | null;
  readonly period: Period | null;
  /** Days of the calendar as in `2026-11-22`; empty for no bound. Only of use for the period `days`. */
  readonly from: string;
  readonly until: string;
  readonly code: string;
  readonly project: string;
  readonly probe: Probe | null;
  readonly runId: string | null;
}

export const EVERY_CHOICE: CheckChoice = {
  keyId: null,
  model: '',
  state: null,
  period: null,
  from: '',
  until: '',
  code: '',
  project: '',
  probe: null,
  runId: null,
};

/** `now` says which day is today, by the clock on the wall. */
export function filterOf(choice: CheckChoice, now: Date): HistoryFilter {
  const { keyId, model, state, code, project, probe, runId } = choice;
  const texts = { model: searchText(model), code: searchText(code), project: searchText(project) };
  return { keyId, state, probe, runId, ...texts, ...spanOf(choice, now) };
}

export function isChosen(choice: CheckChoice, now: Date): boolean {
  return JSON.stringify(filterOf(choice, now)) !== JSON.stringify(filterOf(EVERY_CHOICE, now));
}

const DAYS = { today: 1, week: 7, month: 30 } as const;

function spanOf({ period, from, until }: CheckChoice, now: Date): Pick<HistoryFilter, 'from' | 'until'> {
  if (period === null) return { from: null, until: null };
  if (period === 'days') return { from: startOf(from, 0), until: startOf(until, 1) };
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS[period] + 1);
  return { from: first.toISOString(), until: null };
}

/** ISO moment at which the day begins that lies so many days after this one; null where there is none. */
function startOf(day: string, later: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  const start = new Date(Number(year), Number(month) - 1, Number(date) + later);
  return Number.isNaN(start.getTime()) ? null : start.toISOString();
}

/** What was typed to search by, as names are written: without the full-width forms and blanks that an input method leaves. */
function searchText(typed: string): string {
  return typed.normalize('NFKC').trim();
}
