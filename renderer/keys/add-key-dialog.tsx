import { Button, Collapse, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { MAX_LABEL } from '../../shared/keys/key';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { LabelHint } from './label-hint';
import { SecretInput } from './secret-input';
import { takeValue, useSendSecret } from './use-send-secret';

interface AddKeyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const LONGEST_ADDRESS = 500;

/**
 * The secret is never part of the window's state: it stands in the input alone, and is taken out of it the moment it
 * is handed on, whether or not it was accepted.
 */
export function AddKeyDialog({ opened, onClose }: AddKeyDialogProps) {
  const { say } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('keys.dialog.title')}
      closeButtonProps={{ 'aria-label': say('app.common.close') }}
      centered
    >
      <AddKeyForm onClose={onClose} />
    </Modal>
  );
}

function AddKeyForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useText();
  const secret = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const [advanced, setAdvanced] = useState(false);
  const add = useSendSecret('keys:add');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = secret.current;
    if (input === null) return;
    input.focus();
    const address = baseUrl.trim();
    void add
      .send({ secret: takeValue(input), label: label.trim(), baseUrl: address === '' ? null : address })
      .then((added) => {
        if (added) onClose();
      });
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap={14}>
        <SecretInput
          input={secret}
          label={say('keys.dialog.secret')}
          description={say('keys.dialog.secretHelp')}
        />
        <TextInput
          label={say('keys.dialog.label')}
          description={say('keys.dialog.labelHelp')}
          placeholder={say('keys.dialog.labelPlaceholder')}
          maxLength={MAX_LABEL}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <LabelHint label={label} keyId={null} onUse={setLabel} />
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={advanced}
            leftSection={advanced ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
            onClick={() => setAdvanced(!advanced)}
          >
            {say('keys.dialog.advanced')}
          </Button>
          <Collapse expanded={advanced}>
            <TextInput
              mt={8}
              label={say('keys.dialog.baseUrl')}
              description={say('keys.dialog.baseUrlHelp')}
              placeholder="https://eu.api.openai.com/v1"
              maxLength={LONGEST_ADDRESS}
              spellCheck={false}
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.currentTarget.value)}
            />
          </Collapse>
        </div>
        <CallAlert error={add.error} />
        <Group justify="flex-end" gap={10}>
          <Button variant="default" onClick={onClose}>
            {say('app.common.cancel')}
          </Button>
          <Button type="submit" loading={add.busy}>
            {say('keys.dialog.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
