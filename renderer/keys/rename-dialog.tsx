import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useKeyCall } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';

const LONGEST_LABEL = 200;

interface RenameDialogProps {
  readonly summary: KeySummary;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RenameDialog({ summary, opened, onClose }: RenameDialogProps) {
  const { say } = useText();
  const [label, setLabel] = useState(summary.label);
  const rename = useKeyCall('keys:edit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(
      { id: summary.id, label: label.trim(), note: summary.note, colour: summary.colour },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('keys.renameTitle')}
      closeButtonProps={{ 'aria-label': say('app.common.close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack gap={14}>
          <TextInput
            label={say('keys.dialog.label')}
            value={label}
            maxLength={LONGEST_LABEL}
            data-autofocus
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <CallAlert error={rename.error} />
          <Group justify="flex-end" gap={10}>
            <Button variant="default" onClick={onClose}>
              {say('app.common.cancel')}
            </Button>
            <Button type="submit" disabled={label.trim() === ''} loading={rename.isPending}>
              {say('app.common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
