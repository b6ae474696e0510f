/** The history as a table for programs. Names of columns are stable. */
import { setImmediate } from 'node:timers/promises';
import { TABLE_FORMATS, type TableRow, writeTable } from '../../shared/export/table';
import type { CheckRecord } from '../../shared/history/check';
import type { Comparison, ExportFormat, RunDifference } from '../../shared/history/views';
import { stateOf } from '../../shared/observations/resolve';
import { type CHECKS, checkCells } from '../store/check-table';
import { sqlName } from '../store/stored-table';

type StoredName = keyof typeof CHECKS.columns;
type Own = readonly [name: string, valueOf: (check: CheckRecord) => TableRow[number]];

/** In the order of the file. One that is named alone is exported as it is stored, under the name that it has in the database. */
const EXPORTED: readonly (StoredName | Own)[] = [
  'at',
  ['key', ({ keyLabel }) => keyLabel],
  'keyLastFour',
  'organization',
  'project',
  'model',
  'probe',
  ['outcome', stateOf],
  'strength',
  'layer',
  'cause',
  'status',
  'code',
  'requestId',
  'durationMs',
  'modelsListed',
  'excerpt',
  ['type', ({ answer }) => answer.type],
  ['answered_by', ({ answer }) => answer.servedModel],
  ['retry_after_seconds', ({ answer }) => answer.retryAfterSeconds],
  ['processing_ms', ({ answer }) => answer.processingMs],
  ['requests_left', ({ answer }) => answer.pace?.requestsLeft ?? null],
  ['requests_limit', ({ answer }) => answer.pace?.requestsLimit ?? null],
  ['tokens_left', ({ answer }) => answer.pace?.tokensLeft ?? null],
  ['tokens_limit', ({ answer }) => answer.pace?.tokensLimit ?? null],
  'sentOrganization',
  'sentProject',
];

const COLUMNS = EXPORTED.map((each) => (typeof each === 'string' ? sqlName(each) : each[0]));

/**
 * One part a page, however many there are. Between two parts the app does whatever else is due: a history of years takes
 * seconds.
 */
export async function* historyTable(
  pages: Iterable<readonly CheckRecord[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  const { head, row, tail } = TABLE_FORMATS[format];
  yield head(COLUMNS);
  let written = 0;
  for (const page of pages) {
    yield page.map((check, index) => row(COLUMNS, rowOf(check), written + index === 0)).join('');
    written += page.length;
    await setImmediate();
  }
  yield tail(written === 0);
}

function rowOf(check: CheckRecord): TableRow {
  const stored = checkCells(check, null);
  return EXPORTED.map((each) => (typeof each === 'string' ? stored[each] : each[1](check)));
}

const COMPARISON_COLUMNS = [
  'difference',
  'key',
  'key_last_four',
  'model',
  'before',
  'before_layer',
  'after',
  'after_layer',
] as const;

/** What two runs answered differently. */
export function comparisonText(comparison: Comparison, format: ExportFormat): string {
  const rows = [
    ...comparison.differences.map((difference) => differenceRow('changed', difference)),
    ...comparison.otherwiseTested.map((difference) => differenceRow('otherwise_tested', difference)),
  ];
  return writeTable({ columns: COMPARISON_COLUMNS, rows }, format);
}

function differenceRow(kind: 'changed' | 'otherwise_tested', difference: RunDifference): TableRow {
  const { keyLabel, keyLastFour, model, before, after } = difference;
  return [kind, keyLabel, keyLastFour, model, stateOf(before), before.layer, stateOf(after), after.layer];
}
