import { useState } from 'react';
import type { CheckRecord } from '../../shared/history/check';
import { ask } from '../state/bridge';

/** How it goes with repeating one check; what came of it is a check of its own. */
export type Repeat =
  | { readonly kind: 'running' }
  | { readonly kind: 'answered'; readonly check: CheckRecord }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Repeats {
  readonly of: (checkId: string) => Repeat | null;
  readonly start: (check: CheckRecord) => void;
  readonly forget: (checkId: string) => void;
}

/** The checks that were repeated on this page, each with its result: the old one stays in the list as it was. */
export function useRepeats(): Repeats {
  const [repeats, setRepeats] = useState<ReadonlyMap<string, Repeat>>(new Map());
  const set = (id: string, repeat: Repeat) => setRepeats((known) => new Map(known).set(id, repeat));
  return {
    of: (id) => repeats.get(id) ?? null,
    start: (check) => {
      if (repeats.get(check.id)?.kind === 'running') return;
      set(check.id, { kind: 'running' });
      ask((doctor) => doctor.matrix.retest(repeatOf(check))).then(
        (answer) => set(check.id, { kind: 'answered', check: answer }),
        (error: unknown) => set(check.id, { kind: 'failed', error }),
      );
    },
    forget: (id) => setRepeats((known) => new Map([...known].filter(([other]) => other !== id))),
  };
}

/** The request that asks the same again. What cost money is not repeated: the free test of the same model is. */
export function repeatOf({ keyId, model }: Pick<CheckRecord, 'keyId' | 'model'>) {
  return { keyId, model, probe: model === null ? 'list' : 'free_probe', consent: false } as const;
}
