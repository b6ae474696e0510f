import { Button, Group, Stack, Text } from '@mantine/core';
import { useText } from '../text/use-text';
import { Dialog } from './dialog';
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
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** For what cannot be taken back, or should not be begun by a slip of the finger. */
export function ConfirmDialog({ tone = 'final', ...props }: ConfirmDialogProps) {
  const { say } = useText();
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title}>
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
    </Dialog>
  );
}
