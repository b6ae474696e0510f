/** The matrix as a table for programs: a line for each cell. Names of columns are stable. */
import type { Table } from '../../shared/export/table';
import type { Since } from '../../shared/history/timeline';
import type { KeySummary } from '../../shared/keys/key';
import { type Cell, cellOf } from '../../shared/matrix/cell';
import type { CellCheck, MatrixChanges, MatrixModel, MatrixRow, ModelSince } from '../../shared/matrix/views';
import { familyOf } from '../../shared/models/families';
import { isShutDown, shutdownOf } from '../../shared/models/retirements';
import { sentForBy } from '../../shared/observations/sender';

export type Everything = Pick<MatrixChanges, 'newModels' | 'rows' | 'checks'>;
/** Whether a cell is to be in the file, by its key and the number of its column. */
export type IsWanted = (keyId: string, column: number) => boolean;
type Line = Table['rows'][number];

const COLUMNS = [
  'key',
  'key_last_four',
  'organization',
  'project',
  'model',
  'family',
  'shutdown_date',
  'state',
  'basis',
  'layer',
  'cause',
  'status',
  'code',
  'at',
  'sent_organization',
  'sent_project',
] as const;

export function matrixTable(
  known: Everything,
  keys: readonly KeySummary[],
  today: string,
  isWanted: IsWanted,
): Table {
  const lineOf = linesOf(known, today);
  const rows = known.rows.flatMap((row) => {
    const key = keys.find(({ id }) => id === row.keyId);
    if (key === undefined) return [];
    return known.newModels.flatMap((model, column) =>
      isWanted(key.id, column) ? [lineOf(key, row, model, column)] : [],
    );
  });
  return { columns: [...COLUMNS], rows };
}

/** One model alone: who has it, who lacks it, since when at the latest, and when it was last seen to be otherwise. */
export function modelTable(
  known: Everything,
  keys: readonly KeySummary[],
  today: string,
  id: string,
  since: readonly ModelSince[],
): Table {
  const column = known.newModels.findIndex((model) => model.id === id);
  const model = known.newModels[column];
  const lineOf = linesOf(known, today);
  const rows = known.rows.flatMap((row) => {
    const key = keys.find((other) => other.id === row.keyId);
    if (key === undefined || model === undefined) return [];
    const course = since.find(({ keyId }) => keyId === key.id)?.since ?? { kind: 'unknown' };
    return [[...lineOf(key, row, model, column), ...courseOf(course)]];
  });
  return { columns: [...COLUMNS, 'since', 'last_otherwise'], rows };
}

/** Reads single cells of what is known. */
export function cellReader({ rows, checks }: Everything, today: string) {
  const checkOf = new Map<string, CellCheck>(
    checks.map((check) => [`${check.keyId} ${check.column}`, check]),
  );
  const listedBy = new Map(rows.map(({ keyId, listed }) => [keyId, new Set(listed)]));
  return (row: MatrixRow, model: MatrixModel, column: number): Cell => {
    const listed = listedBy.get(row.keyId)?.has(column) === true;
    return cellOf(row, listed, isShutDown(model, today), checkOf.get(`${row.keyId} ${column}`) ?? null);
  };
}

function linesOf(known: Everything, today: string) {
  const cellAt = cellReader(known, today);
  return (key: KeySummary, row: MatrixRow, model: MatrixModel, column: number): Line => {
    const cell = cellAt(row, model, column);
    const owner = [key.label, key.lastFour, key.organization, key.project];
    const found = [cell.state, cell.basis, cell.layer, cell.cause];
    const answer = [cell.check?.status ?? null, cell.check?.code ?? null, cell.at];
    const sent = sentForBy(key);
    const asked = [sent.organization, sent.project];
    return [...owner, model.id, familyOf(model.id), shutdownOf(model), ...found, ...answer, ...asked];
  };
}

function courseOf(since: Since): Line {
  if (since.kind === 'unknown') return [null, null];
  return [since.since, since.kind === 'lacks' ? (since.lastHad?.at ?? null) : since.lastLacked];
}
