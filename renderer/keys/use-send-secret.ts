import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, WindowRequest } from '../../shared/ipc/contract';
import { ask, CallError } from '../bridge';

type SecretChannel = Extract<Channel, 'keys:add' | 'keys:rotate' | 'imports:text'>;

/**
 * Hands a secret on without the query library, whose cache would keep the request, and the secret in it, for minutes.
 */
export function useSendSecret<C extends SecretChannel>(channel: C) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (request: WindowRequest<C>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await ask(channel, request);
      return true;
    } catch (failure) {
      setError(failure instanceof CallError ? failure : new CallError({ code: 'internal', values: {} }));
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['keys'] });
    }
  };
  return { busy, error, send };
}

/** Takes the secret out of its input, so that it stands nowhere in the window once it was handed on. */
export function takeValue(input: HTMLInputElement | HTMLTextAreaElement): string {
  const { value } = input;
  input.value = '';
  return value;
}
