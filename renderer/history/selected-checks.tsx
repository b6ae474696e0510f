import { useState } from 'react';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { ExportMenu } from '../ui/export-menu';
import { CallAlert } from '../ui/notice';
import { DeleteSelected, SelectionBar } from '../ui/selection-bar';

interface SelectedChecksProps {
  readonly ids: readonly string[];
  readonly onClear: () => void;
  /** `kept`: how many stay because a case rests on them. */
  readonly onDeleted: (gone: number, kept: number) => void;
}

/** What can be done with several tests at once. */
export function SelectedChecks({ ids, onClear, onDeleted }: SelectedChecksProps) {
  const { say } = useText();
  const remove = useCall((doctor) => doctor.history.delete);
  const exported = useCall((doctor) => doctor.history.export_these);
  const [deleting, setDeleting] = useState(false);
  if (ids.length === 0) return null;
  return (
    <SelectionBar
      label={say('history.bar')}
      count={say('history.selected', { count: ids.length })}
      clearLabel={say('cases.clear')}
      onClear={onClear}
      aftermath={
        <>
          <CallAlert error={exported.error} onClose={exported.reset} />
          <ConfirmDialog
            opened={deleting}
            title={say('history.delete.title', { count: ids.length })}
            explanation={say('history.delete.explanation')}
            confirm={say('app.common.delete')}
            busy={remove.isPending}
            error={remove.error}
            // The bar goes with what was selected, so the answer is awaited here and not there.
            onConfirm={() =>
              void remove.mutateAsync({ ids }).then(
                ({ kept }) => {
                  setDeleting(false);
                  onClear();
                  onDeleted(ids.length - kept, kept);
                },
                () => undefined,
              )
            }
            onClose={() => setDeleting(false)}
          />
        </>
      }
    >
      <ExportMenu busy={exported.isPending} onExport={(format) => exported.mutate({ ids, format })} />
      <DeleteSelected label={say('app.common.delete')} onClick={() => setDeleting(true)} />
    </SelectionBar>
  );
}
