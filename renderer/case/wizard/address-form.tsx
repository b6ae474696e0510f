import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MAX_CONSOLE_ADDRESS } from '../../../shared/base/limits';
import type { AddressCheck } from '../../../shared/wizard/console-address';
import { useAppInfo, useConsoleOrigin } from '../../state/queries';
import { useText } from '../../text/use-text';
import { Notice } from '../../ui/notice';
import { addressSentence } from './address-sentence';
import type { Wizard } from './use-wizard';

/** Its id: what opens the form gives the keyboard to it. */
export const ADDRESS_FIELD = 'console-address';

interface AddressFormProps {
  readonly check: AddressCheck | null;
  readonly wizard: Wizard;
}

/** The only way to see where the person is in their own browser: they show the address. */
export function AddressForm({ check, wizard }: AddressFormProps) {
  const { say } = useText();
  const practising = useAppInfo().data?.mode === 'practice';
  const origin = useConsoleOrigin();
  const [address, setAddress] = useState('');
  // An answer belongs to the address it was given for, and is shown only while that one stands in the field. The
  // answer of an earlier visit stands under an empty field.
  const [answered, setAnswered] = useState<string | null>('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAnswered(null);
    const given = address.slice(0, MAX_CONSOLE_ADDRESS);
    wizard.send({ kind: 'address_given', address: given }, { onSuccess: () => setAnswered(address) });
  };
  const sentence = check === null || answered !== address ? null : addressSentence(check, say, practising);
  return (
    <form onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 10 }}>
        <TextInput
          flex="1 1 200px"
          id={ADDRESS_FIELD}
          label={say(practising ? 'wizard.address.labelPractice' : 'wizard.address.label')}
          description={say(practising ? 'wizard.address.helpPractice' : 'wizard.address.help')}
          placeholder={`${origin}/settings/proj_…/limits`}
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={wizard.busy}>
          {say('wizard.address.submit')}
        </Button>
      </div>
      {sentence !== null && (
        <div data-testid="address-check" data-kind={check?.kind}>
          <Notice tone={sentence.tone} role="status">
            {sentence.text}
          </Notice>
        </div>
      )}
    </form>
  );
}
