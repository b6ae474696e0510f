/** Tables as files: CSV, JSON and Markdown. */

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A cell that begins like this is run as a formula by spreadsheet programs (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte order mark, without which spreadsheet programs misread anything but English. */
export function toCsv(table: Table): string {
  const lines = [table.columns, ...table.rows].map((row) => row.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** An array of objects, one a row. */
export function toJson(table: Table): string {
  const objects = table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column, row[index] ?? null])),
  );
  return `${JSON.stringify(objects, null, 2)}\n`;
}

function markdownCell(value: string | number | null): string {
  if (value === null) return '';
  return String(value)
    .replace(/[\\|<>[\]`*_]/g, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ');
}

export function toMarkdown(table: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(table.columns.map(markdownCell)),
    line(table.columns.map(() => '---')),
    ...table.rows.map((row) => line(row.map(markdownCell))),
    '',
  ].join('\n');
}
