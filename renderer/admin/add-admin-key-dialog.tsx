import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { MAX_LABEL } from '../../shared/keys/key';
import { handOn, StoringFailure, useKeychainTrouble } from '../keys/keychain-trouble';
import { ask } from '../state/bridge';
import { useHandOver } from '../state/use-hand-over';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { keyboard } from '../ui/keyboard';
import { Notice } from '../ui/notice';
import { SecretInput, useMissing } from '../ui/secret-input';
import { useAdminCall } from './queries';

interface AddAdminKeyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

export function AddAdminKeyDialog({ opened, onClose, onAdded }: AddAdminKeyDialogProps) {
  const { say } = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={say('admin.dialog.title')}>
      <AddAdminKeyForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

/** Stored is stored: reading the projects afterwards shows whether the key works, and its failure takes nothing back. */
function useAddAdminKey(onAdded: (id: string) => void) {
  const check = useAdminCall((doctor) => doctor.admin.check_key);
  return useHandOver(['admin', 'keys'], async (secret: string, label: string) => {
    const { id } = await ask((doctor) => doctor.admin.add_key({ secret, label, baseUrl: null }));
    onAdded(id);
    check.mutate({ id });
  });
}

/** The secret stands in the input alone, and is taken out of it the moment it is handed on. */
function AddAdminKeyForm({ onClose, onAdded }: Omit<AddAdminKeyDialogProps, 'opened'>) {
  const { say } = useText();
  const secret = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [understood, setUnderstood] = useState(false);
  const add = useAddAdminKey(onAdded);
  const missing = useMissing();
  const trouble = useKeychainTrouble(add, secret);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = secret.current;
    if (input === null || missing.isMissing(input) || !understood || trouble !== null) return;
    keyboard.give(input);
    void handOn(input, (value) => add.send(value, label.trim()));
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap={14}>
        <Notice tone="warn" title={say('admin.power.title')}>
          {say('admin.power.text')}
        </Notice>
        <SecretInput
          input={secret}
          label={say('admin.dialog.secret')}
          description={say('admin.dialog.secretHelp')}
          {...missing.props}
        />
        <TextInput
          label={say('admin.dialog.label')}
          description={say('admin.dialog.labelHelp')}
          maxLength={MAX_LABEL}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Checkbox
          label={say('admin.dialog.understood')}
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
        <StoringFailure trouble={trouble} error={add.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {say('app.common.cancel')}
          </Button>
          <Button type="submit" loading={add.busy} disabled={!understood}>
            {say('admin.dialog.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
