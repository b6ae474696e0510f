import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';

interface SecretInputProps {
  readonly input: Ref<HTMLInputElement>;
  readonly label: string;
  readonly description?: string;
}

const LONGEST = 20_000;

/** For a secret being typed: it stands in the input alone, is never shown, and is no part of the window's state. */
export function SecretInput({ input, label, description }: SecretInputProps) {
  return (
    <PasswordInput
      ref={input}
      label={label}
      description={description}
      maxLength={LONGEST}
      visible={false}
      visibilityToggleIcon={NoIcon}
      visibilityToggleButtonProps={{ style: { display: 'none' } }}
      autoComplete="off"
      spellCheck={false}
      data-autofocus
    />
  );
}

/** Takes the secret out of its input, so that it stands nowhere in the window once it was handed on. */
export function takeValue(input: HTMLInputElement | HTMLTextAreaElement): string {
  const { value } = input;
  input.value = '';
  return value;
}

/** Puts a secret back that nobody took, unless its dialog is gone or something else was typed meanwhile. */
export function putBack(input: HTMLInputElement, secret: string): void {
  if (input.isConnected && input.value === '') input.value = secret;
}

function NoIcon() {
  return null;
}
