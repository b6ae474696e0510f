import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useText } from '../text/use-text';
import { CallAlert } from './notice';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  /** `final`: it cannot be taken back. */
  readonly tone?: 'final' | 'plain';
  readonly busy: boolean;
  readonly error: unknown;
  /** false where the opener looks after the keyboard itself. */
  readonly returnFocus?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** For what cannot be taken back, or should not be begun by a slip of the finger. */
export function ConfirmDialog({ tone = 'final', returnFocus = true, ...props }: ConfirmDialogProps) {
  const { say } = useText();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      returnFocus={returnFocus}
      title={props.title}
      closeButtonProps={{ 'aria-label': say('app.common.close') }}
      centered
      styles={{ title: { lineHeight: 1.4, overflowWrap: 'anywhere' } }}
    >
      <Stack gap={16}>
        <Text>{props.explanation}</Text>
        <CallAlert error={props.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {say('app.common.cancel')}
          </Button>
          <Button
            {...(tone === 'final' ? { color: 'red.9' } : {})}
            loading={props.busy}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
