import { useMemo } from 'react';
import type { ChosenCells } from '../../shared/ipc/calls/probing';
import { secondsFor } from '../../shared/matrix/run-time';
import { useProbingSettings } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { durationText } from '../ui/run-bar';
import { type MatrixData, typicalMs } from './matrix-data';
import { countOf } from './selection';

interface LargeRunDialogProps {
  /** null while the dialog is closed. */
  readonly cells: ChosenCells[] | null;
  readonly data: MatrixData;
  readonly onStart: (cells: ChosenCells[]) => void;
  readonly onClose: () => void;
}

/** Before a run of free tests that takes long: one shortcut can choose everything, and the next one start it. */
export function LargeRunDialog({ cells, data, onStart, onClose }: LargeRunDialogProps) {
  const { say } = useText();
  const seconds = useSecondsFor(cells, data);
  const count = countOf(cells ?? []);
  return (
    <ConfirmDialog
      opened={cells !== null}
      tone="plain"
      title={say('matrix.large.title', { count })}
      explanation={
        seconds === null
          ? say('matrix.large.explanation')
          : say('matrix.large.explanationTime', { time: durationText(seconds, say) })
      }
      confirm={say('matrix.confirmFree', { count })}
      busy={false}
      error={null}
      onConfirm={() => cells !== null && onStart(cells)}
      onClose={onClose}
    />
  );
}

/** From the limits in force and from how long answers took so far; null where none is known. */
function useSecondsFor(cells: readonly ChosenCells[] | null, data: MatrixData): number | null {
  const limits = useProbingSettings().data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is of the moment at which the question is asked.
  return useMemo(() => {
    if (limits === undefined || cells === null) return null;
    const sizes = cells.map(({ models }) => models.length);
    return secondsFor(sizes, limits, typicalMs(data));
  }, [limits, cells]);
}
