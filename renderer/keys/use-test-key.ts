import { useKeyCall } from '../state/queries';

/** Tests one key by itself: its list of models tells whether the key is accepted at all. */
export function useTestKey() {
  const { mutate, isPending, error } = useKeyCall((doctor) => doctor.matrix.retest);
  const start = (keyId: string) => mutate({ keyId, model: null, probe: 'list', consent: false });
  return { start, isPending, error };
}
