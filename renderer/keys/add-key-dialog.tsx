import { Button, Collapse, Group, Stack, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { MAX_BASE_URL } from '../../shared/base/limits';
import { type BaseUrlError, readBaseUrl } from '../../shared/keys/base-url';
import { MAX_LABEL } from '../../shared/keys/key';
import { useVault } from '../state/queries';
import { useText } from '../text/use-text';
import { Dialog } from '../ui/dialog';
import { keyboard } from '../ui/keyboard';
import { SecretInput, useMissing } from '../ui/secret-input';
import { handOn, StoringFailure, useKeychainTrouble } from './keychain-trouble';
import { LabelHint } from './label-hint';
import { useSendSecret } from './use-send-secret';

interface AddKeyDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/**
 * The secret is never part of the window's state: it stands in the input alone, and is taken out of it the moment it
 * is handed on. It comes back only where the keychain, and not the secret, was the trouble.
 */
export function AddKeyDialog({ opened, onClose, onAdded }: AddKeyDialogProps) {
  const { say } = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={say('keys.dialog.title')}>
      <AddKeyForm onClose={onClose} onAdded={onAdded} />
    </Dialog>
  );
}

function AddKeyForm({ onClose, onAdded }: Omit<AddKeyDialogProps, 'opened'>) {
  const { say } = useText();
  const secret = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState('');
  const [baseUrl, setBaseUrl] = useState('');
  const [advanced, setAdvanced] = useState(false);
  const [refused, setRefused] = useState<BaseUrlError | null>(null);
  const vault = useVault().data;
  const add = useSendSecret(
    (doctor) => doctor.keys.add,
    ({ id }) => onAdded(id),
  );
  const missing = useMissing();
  const trouble = useKeychainTrouble(add, secret);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = secret.current;
    if (input === null || missing.isMissing(input)) return;
    const address = baseUrl.trim();
    const objection = addressObjection(address);
    setRefused(objection);
    // What can be refused beforehand is, while the secret still stands in its input.
    if (objection !== null) return setAdvanced(true);
    if (trouble !== null) return;
    keyboard.give(input);
    void handOn(input, (value) =>
      add.send({ secret: value, label: label.trim(), baseUrl: address === '' ? null : address }),
    );
  };
  return (
    <form onSubmit={submit} autoComplete="off">
      <Stack gap={14}>
        <SecretInput
          input={secret}
          label={say('keys.dialog.secret')}
          description={say(`keys.dialog.secretHelp.${vault?.store ?? 'keychain'}`)}
          {...missing.props}
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
        <AdvancedAddress
          value={baseUrl}
          refused={refused}
          opened={advanced}
          onToggle={() => setAdvanced(!advanced)}
          onChange={(value) => {
            setBaseUrl(value);
            setRefused(null);
          }}
        />
        <StoringFailure trouble={trouble} error={add.error} />
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

/** Why the address would be refused; null where none was given or it will do. */
function addressObjection(address: string): BaseUrlError | null {
  if (address === '') return null;
  const read = readBaseUrl(address);
  return read.ok ? null : read.error;
}

interface AdvancedAddressProps {
  readonly value: string;
  readonly refused: BaseUrlError | null;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly onChange: (value: string) => void;
}

function AdvancedAddress({ value, refused, opened, onToggle, onChange }: AdvancedAddressProps) {
  const { say } = useText();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={opened}
        leftSection={opened ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}
        onClick={onToggle}
      >
        {say('keys.dialog.advanced')}
      </Button>
      <Collapse expanded={opened}>
        <TextInput
          mt={8}
          label={say('keys.dialog.baseUrl')}
          description={say('keys.dialog.baseUrlHelp')}
          placeholder="https://eu.api.openai.com/v1"
          maxLength={MAX_BASE_URL}
          spellCheck={false}
          value={value}
          error={refused === null ? null : say(`errors.${refused}`)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </Collapse>
    </div>
  );
}
