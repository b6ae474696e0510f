import type { CheckRecord } from '../../shared/history/check';

/** The request that asks the same again. What cost money is not repeated: the free test of the same model is. */
export function repeatOf({ keyId, model }: Pick<CheckRecord, 'keyId' | 'model'>) {
  return { keyId, model, probe: model === null ? 'list' : 'free_probe', consent: false } as const;
}
