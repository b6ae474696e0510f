import type { KeySummary } from '../../shared/keys/key';
import { CellDetails } from './cell-details';
import { ConsentDialog } from './consent-dialog';
import type { GridColumn } from './grid-model';
import { LargeRunDialog } from './large-run-dialog';
import { type MatrixData, unknownRow } from './matrix-data';
import { ModelView } from './model-view';
import type { CellName, Panels } from './use-panels';
import { confirmFree, type Starts } from './use-starts';

interface MatrixPanelsProps {
  readonly panels: Panels;
  readonly data: MatrixData;
  readonly keys: readonly KeySummary[];
  readonly columns: readonly GridColumn[];
  /** ISO date. */
  readonly today: string;
  readonly run: Starts;
}

/** What lies over the grid: one cell, one model, or a question before a run. */
export function MatrixPanels({ panels, data, keys, columns, today, run }: MatrixPanelsProps) {
  const { top, open, turn, back, leave } = panels;
  return (
    <>
      <ModelView
        data={data}
        keys={keys}
        columns={columns}
        today={today}
        shown={top?.kind === 'model' ? top.model : null}
        from={top?.kind === 'model' ? top.from : null}
        onShow={(model) => turn({ kind: 'model', model, from: null })}
        onClose={back}
        onOpenCell={(keyId, { number, model }) => {
          turn({ kind: 'model', model: model.id, from: keyId });
          open({ kind: 'cell', cell: { keyId, column: number } });
        }}
        onTest={run.busy ? null : (cells) => confirmFree(cells, run, panels)}
      />
      <CellDetails
        place={top?.kind === 'cell' ? placeOf(data, keys, columns, top.cell) : null}
        onClose={back}
        onReal={(keyId, model) => open({ kind: 'consent', cells: [{ keyId, models: [model] }] })}
      />
      <ConsentDialog
        cells={top?.kind === 'consent' ? top.cells : null}
        keys={keys}
        onClose={back}
        onSend={(cells, expensive) => {
          leave();
          run.confirm('real_probe', cells, expensive);
        }}
      />
      <LargeRunDialog
        cells={top?.kind === 'large_run' ? top.cells : null}
        data={data}
        onClose={back}
        onStart={(cells) => {
          leave();
          run.confirm('free_probe', cells, false);
        }}
      />
    </>
  );
}

/** Found whether or not the filter shows it. */
function placeOf(
  data: MatrixData,
  keys: readonly KeySummary[],
  columns: readonly GridColumn[],
  { keyId, column }: CellName,
) {
  const key = keys.find(({ id }) => id === keyId);
  const at = columns.find(({ number }) => number === column);
  if (key === undefined || at === undefined) return null;
  return { row: { key, data: data.rows.get(keyId) ?? unknownRow(keyId) }, column: at };
}
