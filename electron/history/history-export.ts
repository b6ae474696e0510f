/** The history as a table for programs. Names of columns are stable. */
import { setImmediate } from 'node:timers/promises';
import { TABLE_FORMATS, type TableRow, writeTable } from '../../shared/export/table';
import type { CheckRecord } from '../../shared/history/check';
import type { Comparison, ExportFormat, RunDifference } from '../../shared/history/views';
import { stateOf } from '../../shared/observations/resolve';

const COLUMNS = [
  'at',
  'key',
  'key_last_four',
  'organization',
  'project',
  'model',
  'probe',
  'outcome',
  'strength',
  'layer',
  'cause',
  'status',
  'code',
  'request_id',
  'duration_ms',
  'models_listed',
  'excerpt',
  'type',
  'answered_by',
  'retry_after_seconds',
  'processing_ms',
  'requests_left',
  'requests_limit',
  'tokens_left',
  'tokens_limit',
  'sent_organization',
  'sent_project',
] as const;

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
  const { answer } = check;
  return [
    check.at,
    check.keyLabel,
    check.keyLastFour,
    check.organization,
    check.project,
    check.model,
    check.probe,
    stateOf(check),
    check.strength,
    check.layer,
    check.cause,
    check.status,
    check.code,
    check.requestId,
    check.durationMs,
    check.modelsListed,
    check.excerpt,
    answer.type,
    answer.servedModel,
    answer.retryAfterSeconds,
    answer.processingMs,
    answer.pace?.requestsLeft ?? null,
    answer.pace?.requestsLimit ?? null,
    answer.pace?.tokensLeft ?? null,
    answer.pace?.tokensLimit ?? null,
    check.sent.organization,
    check.sent.project,
  ];
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
