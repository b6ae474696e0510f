import { useDeleteCase } from '../state/queries';
import { useText } from '../text/use-text';
import { ConfirmDialog } from '../ui/confirm-dialog';

interface DeleteCaseDialogProps {
  readonly id: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteCaseDialog({ id, opened, onClose, onDeleted }: DeleteCaseDialogProps) {
  const { say } = useText();
  const remove = useDeleteCase();
  return (
    <ConfirmDialog
      opened={opened}
      title={say('app.case.deleteTitle')}
      explanation={say('app.case.deleteExplanation')}
      confirm={say('app.common.delete')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ id }, { onSuccess: onDeleted })}
      onClose={onClose}
    />
  );
}
