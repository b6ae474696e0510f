/** What two runs answered differently, as a table for programs. Names of columns are stable. */
import { type TableRow, writeTable } from '../../shared/export/table';
import type { Comparison, ExportFormat, RunDifference } from '../../shared/history/views';
import { stateOf } from '../../shared/observations/resolve';

const COLUMNS = [
  'difference',
  'key',
  'key_last_four',
  'model',
  'before',
  'before_layer',
  'after',
  'after_layer',
] as const;

export function comparisonText(comparison: Comparison, format: ExportFormat): string {
  const rows = [
    ...comparison.differences.map((difference) => rowOf('changed', difference)),
    ...comparison.otherwiseTested.map((difference) => rowOf('otherwise_tested', difference)),
  ];
  return writeTable({ columns: COLUMNS, rows }, format);
}

function rowOf(kind: 'changed' | 'otherwise_tested', difference: RunDifference): TableRow {
  const { keyLabel, keyLastFour, model, before, after } = difference;
  return [kind, keyLabel, keyLastFour, model, stateOf(before), before.layer, stateOf(after), after.layer];
}
