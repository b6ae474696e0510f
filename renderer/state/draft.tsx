/**
 * What is being typed on the first screen. It lives above the pages, so that it survives changing them, and in
 * memory only, because a pasted text can hold a key.
 */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export interface Draft {
  readonly text: string;
  /** A large text is read while it is being written only if it came in one piece. */
  readonly pasted: boolean;
  readonly keyId: string | null;
  readonly model: string;
}

interface DraftState {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

export const EMPTY_DRAFT: Draft = { text: '', pasted: false, keyId: null, model: '' };

const DraftContext = createContext<DraftState | null>(null);

export function DraftProvider({ children }: { readonly children: ReactNode }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const value = useMemo(
    () => ({ draft, change: (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part })) }),
    [draft],
  );
  return <DraftContext value={value}>{children}</DraftContext>;
}

export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === null) throw new Error('useDraft is used outside its provider');
  return state;
}
