/** Which rows and columns the grid shows, and in what order. */
import type { KeySummary } from '../../shared/keys/key';
import { type Cell, hasFailed } from '../../shared/matrix/cell';
import type { MatrixModel } from '../../shared/matrix/views';
import { FAMILIES, type Family, familyOf } from '../../shared/models/families';
import { isShutDown, shutdownOf } from '../../shared/models/retirements';
import type { State } from '../../shared/observations/resolve';
import { fitsTerms, fold, termsOf } from '../../shared/text/terms';
import { cellAt, type MatrixData, type RowData, unknownRow } from './matrix-data';

export type ColumnGroup = Family | 'fine_tuned';

export interface GridColumn {
  /** Number of the model, as the data refers to it. */
  readonly number: number;
  readonly model: MatrixModel;
  readonly group: ColumnGroup;
  readonly gone: boolean;
  /** ISO date of the shutdown, past or announced. */
  readonly shutdown: string | null;
}

export interface GridRowData {
  readonly key: KeySummary;
  readonly data: RowData;
}

export interface Grid {
  readonly rows: readonly GridRowData[];
  readonly columns: readonly GridColumn[];
  /** What they were chosen by. A row and a column may meet in a cell that does not fit: it is greyed out. */
  readonly filter: GridFilter;
}

export interface GridFilter {
  readonly model: string;
  readonly key: string;
  /** `lacking`: not listed or refused. */
  readonly state: State | 'lacking' | null;
  readonly code: string | null;
  readonly organization: string | null;
  readonly project: string | null;
}

export const NO_FILTER: GridFilter = {
  model: '',
  key: '',
  state: null,
  code: null,
  organization: null,
  project: null,
};

export function isFiltered(filter: GridFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== '');
}

const GROUPS: readonly ColumnGroup[] = [...FAMILIES, 'fine_tuned'];

function columnOf(model: MatrixModel, today: string): Omit<GridColumn, 'number'> {
  const group = model.id.startsWith('ft:') ? 'fine_tuned' : familyOf(model.id);
  return { model, group, gone: isShutDown(model, today), shutdown: shutdownOf(model) };
}

/** Columns by family, newest names first within one, as people look for the newest. */
export function columnsOf(models: readonly MatrixModel[], today: string): readonly GridColumn[] {
  return models
    .map((model, number): GridColumn => ({ ...columnOf(model, today), number }))
    .sort(
      (a, b) =>
        GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
        Number(b.model.id.startsWith('gpt-')) - Number(a.model.id.startsWith('gpt-')) ||
        newestFirst(a.model.id, b.model.id),
    );
}

/** The column of this model; one of its own, without a number of the data's, where no key's list or test named it. */
export function columnFor(id: string, columns: readonly GridColumn[], today: string): GridColumn {
  const known = columns.find(({ model }) => model.id === id);
  return known ?? { ...columnOf({ id, shutdownDate: null }, today), number: NO_NUMBER };
}

/** Number of a column that the data does not have. */
export const NO_NUMBER = -1;

/** A name comes before its own snapshots, which go by date: `gpt-5.5`, then `gpt-5.5-2026-04-23`. */
function newestFirst(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  const byName = second.name.localeCompare(first.name, 'en', { numeric: true });
  if (byName !== 0 || first.date === second.date) return byName;
  if (first.date === '') return -1;
  return second.date === '' ? 1 : second.date.localeCompare(first.date);
}

function partsOf(id: string) {
  const date = /-(\d{4}-\d{2}-\d{2}|\d{4})$/.exec(id)?.[0] ?? '';
  return { name: id.slice(0, id.length - date.length), date };
}

/** Whether the filter asks for something of single cells, not of whole rows and columns alone. */
export function looksIntoCells(filter: GridFilter): boolean {
  return filter.state !== null || filter.code !== null;
}

/** Whether one cell is what the filter asks for. */
export function cellFits(cell: Cell, filter: GridFilter): boolean {
  return (
    (filter.state === null || (filter.state === 'lacking' ? hasFailed(cell) : cell.state === filter.state)) &&
    (filter.code === null || cell.check?.code === filter.code)
  );
}

/** Shorter words are parts of nearly every id by chance. */
const SHORTEST_OF_ID = 4;

/** By its label, the end of its secret, its project and its organization, in full or as the row shows them. */
function keyFits(key: KeySummary, query: string): boolean {
  const label = fold(key.label);
  const ids = [key.lastFour, key.project, key.organization].map((id) => fold(id ?? ''));
  return fitsTerms(
    termsOf(query),
    (word) => label.includes(word) || (word.length >= SHORTEST_OF_ID && ids.some((id) => id.includes(word))),
  );
}

/** Keys that the filter lets through, whatever their cells hold. */
export function keysFitting(keys: readonly KeySummary[], filter: GridFilter): readonly KeySummary[] {
  return keys.filter(
    (key) =>
      keyFits(key, filter.key) &&
      (filter.organization === null || key.organization === filter.organization) &&
      (filter.project === null || key.project === filter.project),
  );
}

/** Columns that the filter lets through, whatever their cells hold. */
export function columnsFitting(columns: readonly GridColumn[], filter: GridFilter): readonly GridColumn[] {
  const terms = termsOf(filter.model);
  return columns.filter(({ model: { id } }) => fitsTerms(terms, (word) => fold(id).includes(word)));
}

/** What is shown of these keys and columns. Made anew with each answer that comes in, ten times a second. */
export function gridOf(
  data: MatrixData,
  keys: readonly KeySummary[],
  columns: readonly GridColumn[],
  filter: GridFilter,
): Grid {
  const rows = keys.map((key) => ({ key, data: data.rows.get(key.id) ?? unknownRow(key.id) }));
  return looksIntoCells(filter) ? onlyFitting(rows, columns, filter) : { rows, columns, filter };
}

/** Rows and columns that hold no cell of the wanted sort are left out. */
function onlyFitting(rows: readonly GridRowData[], columns: readonly GridColumn[], filter: GridFilter): Grid {
  const fittingColumns = new Set<GridColumn>();
  const fittingRows = rows.filter(({ data }) => {
    let fits = false;
    for (const column of columns) {
      if (!cellFits(cellAt(data, column.number, column.gone), filter)) continue;
      fittingColumns.add(column);
      fits = true;
    }
    return fits;
  });
  return { rows: fittingRows, columns: columns.filter((column) => fittingColumns.has(column)), filter };
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** Values to filter by, sorted, each once. */
export function sortedChoices(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}

export function codesOf(data: MatrixData): string[] {
  const codes = new Set<string>();
  for (const { checks } of data.rows.values())
    for (const { code } of checks.values()) if (code !== null) codes.add(code);
  return [...codes].sort();
}
