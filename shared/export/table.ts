/** Tables as files: CSV, JSON and Markdown, whole or in parts. */
import type { ExportFormat } from '../history/views';

export type TableRow = readonly (string | number | null)[];

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** How a table is written whose rows come in parts: its beginning, then any number of rows, then its end. */
interface TableFormat {
  readonly head: (columns: readonly string[]) => string;
  /** `isFirst`: none was written before. */
  readonly row: (columns: readonly string[], row: TableRow, isFirst: boolean) => string;
  readonly tail: (isEmpty: boolean) => string;
}

/** A cell that begins like this is run as a formula by spreadsheet programs (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (row: TableRow) => `${row.map(csvCell).join(',')}\r\n`;

/** With a byte order mark, without which spreadsheet programs misread anything but English. */
const CSV: TableFormat = {
  head: (columns) => `\uFEFF${csvLine(columns)}`,
  row: (_columns, row) => csvLine(row),
  tail: () => '',
};

/** An array of objects, one a row. */
const JSON_ARRAY: TableFormat = {
  head: () => '[',
  row: (columns, row, isFirst) => {
    const object = Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));
    const text = JSON.stringify(object, null, 2).replaceAll('\n', '\n  ');
    return `${isFirst ? '' : ','}\n  ${text}`;
  },
  tail: (isEmpty) => (isEmpty ? ']\n' : '\n]\n'),
};

function markdownCell(value: string | number | null): string {
  if (value === null) return '';
  return String(value)
    .replace(/[\\|<>[\]`*_]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ');
}

const markdownLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

const MARKDOWN: TableFormat = {
  head: (columns) => markdownLine(columns.map(markdownCell)) + markdownLine(columns.map(() => '---')),
  row: (_columns, row) => markdownLine(row.map(markdownCell)),
  tail: () => '',
};

export const TABLE_FORMATS: Readonly<Record<ExportFormat, TableFormat>> = {
  csv: CSV,
  json: JSON_ARRAY,
  markdown: MARKDOWN,
};

export function writeTable({ columns, rows }: Table, format: ExportFormat): string {
  const { head, row, tail } = TABLE_FORMATS[format];
  const lines = rows.map((each, index) => row(columns, each, index === 0));
  return [head(columns), ...lines, tail(rows.length === 0)].join('');
}
