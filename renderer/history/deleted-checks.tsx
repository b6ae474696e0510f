import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../state/bridge';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { Notice } from '../ui/notice';
import { UndoNotice } from '../ui/undo-notice';

/** Where the keyboard goes after tests were deleted. */
export const UNDO_CHECKS = 'undo-checks';

const DELETED = ['history', 'deleted'];

/** Reads again what can be brought back. */
export function useReadDeleted() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: DELETED });
}

interface DeletedChecksProps {
  /** Of the last deletion: how many stayed because a case rests on them. */
  readonly kept: number;
  readonly onKeptSeen: () => void;
  readonly onUndone: () => void;
}

/** What was deleted and can still be brought back, and what could not be deleted. */
export function DeletedChecks({ kept, onKeptSeen, onUndone }: DeletedChecksProps) {
  const { say } = useText();
  const readDeleted = useReadDeleted();
  const deleted = useQuery({
    queryKey: DELETED,
    queryFn: () => ask((doctor) => doctor.history.deleted({})),
  }).data;
  const undo = useCall((doctor) => doctor.history.undo_delete);
  const bringBack = () =>
    undo.mutate(
      {},
      {
        onSuccess: async () => {
          await readDeleted();
          onUndone();
        },
      },
    );
  return (
    <>
      {kept > 0 && (
        <Notice tone="info" role="status" onClose={onKeptSeen}>
          {say('history.delete.kept', { count: kept })}
        </Notice>
      )}
      {deleted !== undefined && deleted !== null && (
        <UndoNotice id={UNDO_CHECKS} until={deleted.until} undo={{ ...undo, mutate: bringBack }}>
          {say('history.delete.done', { count: deleted.count })}
        </UndoNotice>
      )}
    </>
  );
}
