import { useState } from 'react';
import type { ChangePreview } from '../../shared/admin/change';
import type { ChangeWish } from '../../shared/ipc/calls/admin';
import { useAdminCall } from './queries';

/** A preview asked for and shown; the dialog is open while there is one. */
export function usePreview() {
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  const change = useAdminCall((doctor) => doctor.admin.preview);
  const undo = useAdminCall((doctor) => doctor.admin.preview_undo);
  return {
    preview,
    busy: change.isPending || undo.isPending,
    error: change.error ?? undo.error,
    show: (request: ChangeWish) => {
      undo.reset();
      change.mutate(request, { onSuccess: setPreview });
    },
    showUndo: (id: string) => {
      change.reset();
      undo.mutate({ id }, { onSuccess: setPreview });
    },
    close: () => setPreview(null),
  };
}
