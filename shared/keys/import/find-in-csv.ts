/** Keys in tables: commas, semicolons, tabs or bars, with or without a heading, quoted or not. */
import { type FoundKey, isToken } from './found';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Headings of columns that name a key, the most telling first. */
const LABELS = [
  /label|ラベル/i,
  /name|名前|名称/i,
  /title/i,
  /desc|purpose|用途/i,
  /env/i,
  /note|memo|備考/i,
];

/** null where the text is no table: then it is read line by line. */
export function findInCsv(clean: string): readonly FoundKey[] | null {
  const first = clean.split('\n').find((line) => line.trim() !== '') ?? '';
  const delimiter = DELIMITERS.map((mark) => ({ mark, count: first.split(mark).length })).reduce((a, b) =>
    b.count > a.count ? b : a,
  );
  if (delimiter.count < 2) return null;
  const rows = rowsOf(clean, delimiter.mark);
  if (rows === null || !rows.some(({ cells }) => cells.length > 1 && cells.some(isToken))) return null;
  const [head] = rows;
  const headings = head === undefined || head.cells.some(isToken) ? [] : head.cells;
  const column = labelColumn(headings);
  return rows.flatMap((row) => findInRow(row, column));
}

function findInRow({ line, cells }: Row, column: number): readonly FoundKey[] {
  const labels = cells.filter((cell, index) => index !== column && cell !== '' && !isToken(cell));
  const named = cells[column] ?? '';
  const hints = isToken(named) ? labels : [named, ...labels];
  return cells.filter(isToken).map((text) => ({ line, text, hints }));
}

function labelColumn(headings: readonly string[]): number {
  for (const label of LABELS) {
    const column = headings.findIndex((heading) => label.test(heading) && !/key.?id/i.test(heading));
    if (column >= 0) return column;
  }
  return -1;
}

/** null where a quotation mark is never closed. */
function rowsOf(text: string, delimiter: string): readonly Row[] | null {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line + 1;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted && character === '"' && text.charAt(index + 1) === '"') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) endCell();
    else if (!quoted && character === '\n') endRow();
    else cell += character;
    if (character === '\n') line += 1;
  }
  endRow();
  return quoted ? null : rows;
}
