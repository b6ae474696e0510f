import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { SecretInput, useMissing } from '../ui/secret-input';
import { handOn, StoringFailure, useKeychainTrouble } from './keychain-trouble';
import { shortLabel } from './short-label';
import { useSendSecret } from './use-send-secret';
import { useTestKey } from './use-test-key';

interface RotateDialogProps {
  readonly summary: KeySummary;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RotateDialog({ summary, opened, onClose }: RotateDialogProps) {
  const { say } = useText();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={say('keyring.rotate.title', { label: shortLabel(summary.label) })}
    >
      <RotateForm id={summary.id} onClose={onClose} />
    </Dialog>
  );
}

function RotateForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { say } = useText();
  const input = useRef<HTMLInputElement>(null);
  const rotate = useSendSecret((doctor) => doctor.keys.rotate);
  const missing = useMissing();
  const trouble = useKeychainTrouble(rotate, input);
  const check = useTestKey();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = input.current;
    if (field === null || missing.isMissing(field)) return;
    void handOn(field, (secret) => rotate.send({ id, secret })).then((failure) => {
      if (failure !== null) return;
      // What was known of the old secret says nothing of the new one; asking costs nothing.
      check.start(id);
      onClose();
    });
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap={14}>
        <Text size="sm">{say('keyring.rotate.explanation')}</Text>
        <SecretInput input={input} label={say('keyring.rotate.secret')} {...missing.props} />
        <StoringFailure trouble={trouble} error={rotate.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {say('app.common.cancel')}
          </Button>
          <Button type="submit" loading={rotate.busy}>
            {say('keyring.rotate.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
