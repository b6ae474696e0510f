import type { ChosenCells } from '../../shared/ipc/calls/probing';
import { useCall } from '../state/queries';
import { isActive } from '../ui/run-bar';
import type { MatrixData } from './matrix-data';
import { countOf } from './selection';
import type { Panels } from './use-panels';

export type Starts = ReturnType<typeof useStarts>;

/** The ways to start a run. */
export function useStarts(data: MatrixData) {
  const start = useCall((doctor) => doctor.matrix.start);
  return {
    busy: data.run !== null && isActive(data.run),
    error: start.error,
    forgetError: start.reset,
    /** Every key. */
    fill: () => start.mutate({ kind: 'fill', keyIds: [] }),
    fillThese: (keyIds: readonly string[]) => start.mutate({ kind: 'fill', keyIds }),
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
