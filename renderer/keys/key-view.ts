/** Which keys are shown, and in which order. */
import type { KeyHealth, KeyKind, KeySummary } from '../../shared/keys/key';
import { headerTexts, sentForBy } from '../../shared/observations/sender';
import { fold } from '../../shared/text/terms';

export const SORTS = ['newest', 'label', 'project', 'checked', 'health'] as const;
export type Sort = (typeof SORTS)[number];

export type HealthFilter = KeyHealth['kind'] | 'unchecked' | 'drifted';

/** `null`: any. An empty text stands for "not known yet", as with a colour that was not given. */
export interface KeyFilters {
  readonly kind: KeyKind | null;
  readonly project: string | null;
  readonly organization: string | null;
  readonly health: HealthFilter | null;
  readonly colour: string | null;
}

export interface KeyView {
  readonly search: string;
  readonly sort: Sort;
  readonly filters: KeyFilters;
}

export const NO_FILTERS: KeyFilters = {
  kind: null,
  project: null,
  organization: null,
  health: null,
  colour: null,
};
export const FIRST_VIEW: KeyView = { search: '', sort: 'newest', filters: NO_FILTERS };

export function countFilters(filters: KeyFilters): number {
  return Object.values(filters).filter((value) => value !== null).length;
}

export function arrange(keys: readonly KeySummary[], view: KeyView): readonly KeySummary[] {
  const words = fold(view.search).split(/\s+/).filter(Boolean);
  return keys
    .filter((key) => fits(key, view.filters) && words.every((word) => searchText(key).includes(word)))
    .toSorted(ORDERS[view.sort]);
}

function searchText(key: KeySummary): string {
  return fold(
    [key.label, key.note, key.lastFour, key.project, key.organization, key.baseUrl, key.kind]
      .concat(headerTexts(sentForBy(key)))
      .filter((part) => part !== null)
      .join(' '),
  );
}

function healthOf(key: KeySummary): HealthFilter {
  if (key.drift !== null) return 'drifted';
  return key.health?.kind ?? 'unchecked';
}

function fits(key: KeySummary, filters: KeyFilters): boolean {
  const own: Readonly<Record<keyof KeyFilters, string>> = {
    kind: key.kind,
    project: key.project ?? '',
    organization: key.organization ?? '',
    health: healthOf(key),
    colour: key.colour ?? '',
  };
  return (Object.keys(filters) as (keyof KeyFilters)[]).every(
    (name) => filters[name] === null || filters[name] === own[name],
  );
}

type Order = (a: KeySummary, b: KeySummary) => number;

const texts = new Intl.Collator(undefined, { numeric: true });
const byLabel: Order = (a, b) => texts.compare(a.label, b.label);
const SEVERITY: Readonly<Record<HealthFilter, number>> = {
  drifted: 0,
  refused: 1,
  undecided: 2,
  unchecked: 3,
  accepted_cannot_list: 4,
  accepted: 5,
};

const ORDERS: Readonly<Record<Sort, Order>> = {
  newest: (a, b) => compare(b.addedAt, a.addedAt) || byLabel(a, b),
  label: byLabel,
  // Keys whose project is not known come last.
  project: (a, b) =>
    Number(a.project === null) - Number(b.project === null) ||
    compare(a.project ?? '', b.project ?? '') ||
    byLabel(a, b),
  checked: (a, b) => compare(b.checkedAt ?? '', a.checkedAt ?? '') || byLabel(a, b),
  health: (a, b) => SEVERITY[healthOf(a)] - SEVERITY[healthOf(b)] || byLabel(a, b),
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What there is to choose from, in order; an empty text where some keys have none. */
export function filterChoices(keys: readonly KeySummary[], name: keyof KeyFilters): readonly string[] {
  const values = keys.map((key) => (name === 'health' ? healthOf(key) : (key[name] ?? '')));
  return [...new Set(values)].sort((a, b) => Number(a === '') - Number(b === '') || texts.compare(a, b));
}
