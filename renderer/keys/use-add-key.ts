import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, CallError } from '../bridge';

/**
 * Hands a secret on without the query library, whose cache would keep the request, and the secret in it, for minutes.
 */
export function useAddKey() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (secret: string, label: string, baseUrl: string): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await ask('keys:add', { secret, label, baseUrl: baseUrl === '' ? null : baseUrl });
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
