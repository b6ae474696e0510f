import type { ChosenCells } from '../../shared/ipc/calls/probing';
import type { UnfinishedRun } from '../../shared/matrix/views';
import { useCall } from '../state/queries';
import type { MatrixData } from './matrix-data';
import { countOf } from './selection';
import type { Panels } from './use-panels';

export type Starts = ReturnType<typeof useStarts>;

/** The ways to start a run. */
export function useStarts(data: MatrixData) {
  const start = useCall('matrix:start');
  const dismiss = useCall('matrix:dismiss_rest');
  return {
    busy: data.run?.state === 'running' || data.run?.state === 'paused',
    error: start.error ?? dismiss.error,
    forgetError: () => {
      start.reset();
      dismiss.reset();
    },
    fill: () => start.mutate({ kind: 'fill', keyIds: [] }),
    rest: (of: UnfinishedRun['kind']) => start.mutate({ kind: 'rest', of }),
    dismissRest: (of: UnfinishedRun['kind']) => dismiss.mutate({ of }),
    confirm: (probe: 'free_probe' | 'real_probe', cells: ChosenCells[], expensive: boolean) =>
      start.mutate({ kind: 'confirm', probe, cells, consent: probe === 'real_probe', expensive }),
  };
}

/** Beyond so many tests the question comes first: they are free, but they take their time and fill the history. */
const MANY = 500;

export function confirmFree(cells: ChosenCells[], run: Starts, panels: Panels): void {
  if (countOf(cells) > MANY) panels.open({ kind: 'large_run', cells });
  else run.confirm('free_probe', cells, false);
}
