import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError } from '../bridge';

/**
 * Hands a secret on without the query library, whose cache would keep the request, and the secret in it, for minutes.
 * `topic`: the queries to read again afterwards, whatever came of it.
 */
export function useHandOver<Parts extends readonly unknown[]>(
  topic: string,
  work: (...parts: Parts) => Promise<unknown>,
) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (...parts: Parts): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await work(...parts);
      return true;
    } catch (failure) {
      setError(failure instanceof CallError ? failure : new CallError({ code: 'internal', values: {} }));
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: [topic] });
    }
  };
  return { busy, error, send };
}
