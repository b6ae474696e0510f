import { useRef, useState } from 'react';
import type { ChangePreview } from '../../shared/admin/change';
import type { RequestOf } from '../../shared/ipc/contract';
import { useAdminCall } from './queries';

/** A preview asked for and shown; the dialog is open while there is one. */
export function usePreview() {
  const [preview, setPreview] = useState<ChangePreview | null>(null);
  const change = useAdminCall('admin:preview');
  const undo = useAdminCall('admin:preview_undo');
  // A button that shows that it is busy loses the keyboard, so the dialog cannot know what it was opened from.
  const trigger = useRef<Element | null>(null);
  const begin = () => {
    trigger.current = document.activeElement;
  };
  return {
    preview,
    busy: change.isPending || undo.isPending,
    error: change.error ?? undo.error,
    show: (request: RequestOf<'admin:preview'>) => {
      begin();
      undo.reset();
      change.mutate(request, { onSuccess: setPreview });
    },
    showUndo: (id: string) => {
      begin();
      change.reset();
      undo.mutate({ id }, { onSuccess: setPreview });
    },
    /** Closed by the person, who is then back where they were. */
    close: () => {
      setPreview(null);
      if (trigger.current instanceof HTMLElement) trigger.current.focus();
    },
    /** Over, since it was carried out: the result takes the keyboard. */
    finish: () => setPreview(null),
  };
}
