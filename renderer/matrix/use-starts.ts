import { useCall } from '../state/queries';
import type { MatrixData } from './matrix-data';
import { type CellChoice, countOf } from './selection';
import type { Panels } from './use-panels';

/** Beyond so many tests the question comes first: they are free, but they take their time and fill the history. */
const MANY = 500;

export type Starts = ReturnType<typeof useStarts>;

/** The ways to start a run. */
export function useStarts(data: MatrixData, panels: Panels) {
  const start = useCall('matrix:start');
  const confirm = (probe: 'free_probe' | 'real_probe', cells: CellChoice[], expensive: boolean) =>
    start.mutate({ kind: 'confirm', probe, cells, consent: probe === 'real_probe', expensive });
  const confirmFree = (cells: CellChoice[]) =>
    countOf(cells) > MANY ? panels.open({ kind: 'large_run', cells }) : confirm('free_probe', cells, false);
  return {
    busy: data.run?.state === 'running' || data.run?.state === 'paused',
    error: start.error,
    forgetError: start.reset,
    fill: () => start.mutate({ kind: 'fill', keyIds: [] }),
    rest: () => start.mutate({ kind: 'rest' }),
    testModel: (keyIds: readonly string[], model: string) =>
      confirmFree(keyIds.map((keyId) => ({ keyId, models: [model] }))),
    confirm,
    confirmFree,
  };
}
