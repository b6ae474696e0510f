import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Saved } from '../../shared/ipc/calls/call';
import { useCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';

type SavedFile = Extract<Saved, { saved: true }>;

/** Long enough to read and to reach the button. */
const SHOWN_MS = 8_000;

/** Says of every file that was saved, whatever page it was saved from, what it is called, and shows it where it lies. */
export function SavedNotice() {
  const [file, setFile] = useState<SavedFile | null>(null);
  const [held, setHeld] = useState(false);
  useSaved(setFile);
  useEffect(() => {
    if (file === null || held) return;
    const timer = setTimeout(() => setFile(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [file, held]);
  const close = () => {
    setHeld(false);
    setFile(null);
  };
  return (
    // A screen reader tells of what comes into a region that was there before. Who points at it has not done with it.
    <div
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {file !== null && <Confirmation key={file.id} file={file} onClose={close} />}
    </div>
  );
}

interface ConfirmationProps {
  readonly file: SavedFile;
  readonly onClose: () => void;
}

function Confirmation({ file, onClose }: ConfirmationProps) {
  const { say } = useText();
  const show = useCall((doctor) => doctor.app.show_saved);
  return (
    <Notice
      tone="good"
      onClose={onClose}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => show.mutate({ id: file.id })}
        >
          {say('app.notice.showInFolder')}
        </Button>
      }
    >
      {say('palette.answer.saved', { name: file.name })}
      <CallAlert error={show.error} />
    </Notice>
  );
}

/** Every way to save is a call that answers with the same shape, so no page has to remember to tell. */
function useSaved(tell: (file: SavedFile) => void) {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const answer: unknown = event.action.data;
        if (isSavedFile(answer)) tell(answer);
      }),
    [client, tell],
  );
}

function isSavedFile(answer: unknown): answer is SavedFile {
  return typeof answer === 'object' && answer !== null && 'saved' in answer && answer.saved === true;
}
