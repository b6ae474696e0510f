/** Three keys and five models; the first key lists three of them, the second one, and the third was never asked. */
import {
  columnsFitting,
  type Grid,
  type GridColumn,
  type GridFilter,
  gridOf,
  keysFitting,
} from '../../../renderer/matrix/grid-model';
import type { MatrixData } from '../../../renderer/matrix/matrix-data';
import type { KeySummary } from '../../../shared/keys/key';
import type { MatrixChanges, MatrixRow } from '../../../shared/matrix/views';
import { inventedKeys } from '../support/fake-world';

export const AT = '2026-11-22T10:00:00.000Z';
export const TODAY = '2026-11-22';
export const keys = inventedKeys(AT);
export const [first = '', second = '', third = ''] = keys.map(({ id }) => id);

export function row(keyId: string, listed: readonly number[]): MatrixRow {
  const list = {
    checkId: 'c',
    at: AT,
    order: 1,
    outcome: 'listed',
    layer: null,
    cause: null,
    code: null,
    durationMs: 1,
  } as const;
  return { keyId, refusal: null, list, listed, listedAt: AT, listedOrder: 1 };
}

export const START: MatrixChanges = {
  session: 's',
  revision: 1,
  complete: true,
  firstNewModel: 0,
  anew: [],
  newModels: ['gpt-5.4', 'text-embedding-3-small', 'gpt-5.5', 'o3', 'ft:gpt-4.1:acme::1'].map((id) => ({
    id,
    shutdownDate: null,
  })),
  truncated: false,
  rows: [row(first, [0, 1, 2]), row(second, [1])],
  checks: [],
  run: null,
  rests: [],
};

/** The grid as the page makes it. */
export function filtered(
  data: MatrixData,
  summaries: readonly KeySummary[],
  columns: readonly GridColumn[],
  filter: GridFilter,
): Grid {
  return gridOf(data, keysFitting(summaries, filter), columnsFitting(columns, filter), filter);
}
