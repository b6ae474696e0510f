import { PasswordInput } from '@mantine/core';
import { type Ref, useState } from 'react';
import { MAX_SECRET } from '../../shared/base/limits';
import { useText } from '../text/use-text';
import { keyboard } from './keyboard';

interface SecretInputProps {
  readonly input: Ref<HTMLInputElement>;
  readonly label: string;
  readonly description?: string;
  /** Told at the field that it is empty; goes with the first letter. */
  readonly missing: boolean;
  readonly onTyped: () => void;
}

/** For a secret being typed: it stands in the input alone, is never shown, and is no part of the window's state. */
export function SecretInput({ input, label, description, missing, onTyped }: SecretInputProps) {
  const { say } = useText();
  return (
    <PasswordInput
      ref={input}
      label={label}
      description={description}
      error={missing && say('errors.key_empty')}
      onChange={onTyped}
      maxLength={MAX_SECRET}
      visible={false}
      visibilityToggleIcon={NoIcon}
      visibilityToggleButtonProps={{ style: { display: 'none' } }}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
    />
  );
}

/** Whether a form was sent without its secret: said at the field, before anything is asked. */
export function useMissing() {
  const [missing, setMissing] = useState(false);
  return {
    props: { missing, onTyped: () => setMissing(false) },
    /** True where the field is empty, which then has the person's attention. */
    isMissing: (input: HTMLInputElement): boolean => {
      const empty = input.value.trim() === '';
      setMissing(empty);
      if (empty) keyboard.give(input);
      return empty;
    },
  };
}

/** Takes the secret out of its input, so that it stands nowhere in the window once it was handed on. */
export function takeValue(input: HTMLInputElement | HTMLTextAreaElement): string {
  const { value } = input;
  input.value = '';
  return value;
}

/** Puts a secret back that nobody took, unless its dialog is gone or something else was typed meanwhile. */
export function putBack(input: HTMLInputElement | HTMLTextAreaElement, secret: string): void {
  if (input.isConnected && input.value === '') input.value = secret;
}

function NoIcon() {
  return null;
}
