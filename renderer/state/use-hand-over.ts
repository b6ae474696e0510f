import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallError } from './bridge';

/**
 * Hands a secret on without the query library, whose cache would keep the request, and the secret in it, for minutes.
 * `topics`: the queries to read again afterwards, whatever came of it. `send` gives back what went wrong, or null.
 */
export function useHandOver<Parts extends readonly unknown[]>(
  topics: readonly string[],
  work: (...parts: Parts) => Promise<unknown>,
) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const send = async (...parts: Parts): Promise<CallError | null> => {
    setBusy(true);
    setError(null);
    const failure = await work(...parts).then(() => null, toCallError);
    // First what is so now, then what went wrong: told the other way round, one trouble would look like two.
    await Promise.all(topics.map((topic) => client.invalidateQueries({ queryKey: [topic] })));
    setBusy(false);
    setError(failure);
    return failure;
  };
  return { busy, error, send, forgetError: () => setError(null) };
}

function toCallError(failure: unknown): CallError {
  return failure instanceof CallError ? failure : new CallError({ code: 'internal', values: {} });
}
