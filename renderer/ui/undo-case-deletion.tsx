import { useCasesCall, useDeletedCases } from '../state/queries';
import { useText } from '../text/use-text';
import { UndoNotice } from './undo-notice';

/** Where the keyboard goes after cases were deleted. */
export const UNDO_CASES = 'undo-cases';

/** On every page: a case is deleted on its own page, which is gone then. */
export function UndoCaseDeletion() {
  const { say } = useText();
  const deleted = useDeletedCases().data ?? null;
  const undo = useCasesCall((doctor) => doctor.cases.undo_delete);
  if (deleted === null) return null;
  return (
    <UndoNotice id={UNDO_CASES} until={deleted.until} undo={undo}>
      {say('cases.deleted', { count: deleted.count })}
    </UndoNotice>
  );
}
