/**
 * What is being typed on the first screen. It lives above the pages, so that it survives changing them, and in
 * memory only, because a pasted text can hold a key. The main process keeps a copy without secrets, in its own
 * memory, from which a page that crashed goes on.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Draft } from '../../shared/ipc/views';
import { ask } from '../bridge';
import { MAX_TEXT } from '../diagnose/live-reading';

interface DraftState {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** After a pause in typing: a text of megabytes is not copied with every letter. */
const KEEP_AFTER_MS = 300;

const EMPTY_DRAFT: Draft = { text: '', pasted: false, keyId: null, model: '' };

const DraftContext = createContext<DraftState | null>(null);

export function DraftProvider({ children }: { readonly children: ReactNode }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  useEffect(() => {
    // What was typed in the meantime counts more. A page that cannot ask starts empty, as it always did.
    const goOn = (kept: Draft | null) => setDraft((now) => (now === EMPTY_DRAFT ? (kept ?? now) : now));
    ask('app:kept_draft', {}).then(goOn, () => undefined);
  }, []);
  useEffect(() => {
    // What is too long to be diagnosed is too long to be kept.
    if (draft === EMPTY_DRAFT || draft.text.length > MAX_TEXT) return;
    const timer = setTimeout(() => void ask('app:keep_draft', draft).catch(() => undefined), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft]);
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
