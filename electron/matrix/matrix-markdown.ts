/** The matrix as a page to read: a line for each key, a column for each model, and what the signs mean. */
import { writeTable } from '../../shared/export/table';
import type { KeySummary } from '../../shared/keys/key';
import { LOOK_NAMES, type LookName, lookNameOf, WORDS, wordOf } from '../../shared/matrix/look';
import type { MessageKey, Say } from '../../shared/messages/say';
import { sentForBy } from '../../shared/observations/sender';
import { cellReader, type Everything, type IsWanted } from './matrix-export';

const SIGNS: Readonly<Record<LookName, string>> = {
  confirmed: '✔',
  validated: '✓',
  listed: '○',
  not_listed: '–',
  denied: '✕',
  retired: '†',
  unknown: '?',
  unasked: '·',
};

const MEANINGS: Readonly<Record<LookName, MessageKey>> = {
  confirmed: 'matrix.basis.proved',
  validated: 'matrix.basis.validated',
  listed: 'matrix.basis.list',
  not_listed: 'matrix.basis.not_listed',
  denied: 'matrix.file.denied',
  retired: 'matrix.basis.retired',
  unknown: 'matrix.file.unknown',
  unasked: 'matrix.basis.nothing',
};

interface Page {
  readonly known: Everything;
  readonly keys: readonly KeySummary[];
  /** ISO date. */
  readonly day: string;
  readonly isWanted: IsWanted;
  readonly say: Say;
}

export function matrixMarkdown({ known, keys, day, isWanted, say }: Page): string {
  const looks = looksOf(known, day, isWanted);
  const columns = known.newModels
    .map((model, column) => ({ model, column }))
    .filter(({ column }) => keys.some(({ id }) => isWanted(id, column)));
  const lines = keys
    .filter(({ id }) => columns.some(({ column }) => isWanted(id, column)))
    .map((key) => ({ key, looks: columns.map(({ column }) => looks(key.id, column)) }));
  const rows = lines.map((line) => [
    `${line.key.label} …${line.key.lastFour}`,
    line.key.project ?? sentForBy(line.key).project,
    ...line.looks.map((look) => (look === null ? '' : signOf(look, say))),
  ]);
  const heads = [
    say('matrix.keyColumn'),
    say('matrix.filter.project'),
    ...columns.map(({ model }) => model.id),
  ];
  const used = new Set(lines.flatMap((line) => line.looks.map((look) => look?.name)));
  return [
    `# ${say('matrix.file.title')}\n`,
    say('matrix.file.facts', { day, keys: lines.length, models: columns.length }),
    `\n${writeTable({ columns: heads, rows }, 'markdown')}`,
    ...LOOK_NAMES.filter((name) => used.has(name)).map((name) => legendLine(name, say)),
    '',
  ].join('\n');
}

interface Look {
  readonly name: LookName;
  readonly word: MessageKey;
}

/** null for a cell that is not to be in the file. */
function looksOf(known: Everything, day: string, isWanted: IsWanted) {
  const cellAt = cellReader(known, day);
  const rowOf = new Map(known.rows.map((row) => [row.keyId, row]));
  return (keyId: string, column: number): Look | null => {
    const [row, model] = [rowOf.get(keyId), known.newModels[column]];
    if (!isWanted(keyId, column) || model === undefined) return null;
    if (row === undefined) return { name: 'unasked', word: WORDS.unasked };
    const cell = cellAt(row, model, column);
    return { name: lookNameOf(cell), word: wordOf(cell) };
  };
}

/** The sign alone, but of a refusal also the layer, which is what people ask next. */
function signOf({ name, word }: Look, say: Say): string {
  return name === 'denied' ? `${SIGNS.denied} ${say(word)}` : SIGNS[name];
}

function legendLine(name: LookName, say: Say): string {
  return `- ${SIGNS[name]} **${say(WORDS[name])}**: ${say(MEANINGS[name])}`;
}
