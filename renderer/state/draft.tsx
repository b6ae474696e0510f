/**
 * What is being typed on the first screen. It lives above the pages, so that it survives changing them. The main process
 * keeps a copy without secrets, and the page that is open; from these a window goes on after a crash or at the next start.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Draft, EMPTY_DRAFT } from '../../shared/base/draft';
import { MAX_PASTE } from '../../shared/base/limits';
import type { Kept } from '../../shared/ipc/views';
import type { Stretch } from '../../shared/redaction/key-run';
import { ask } from './bridge';
import { FIRST_TRAIL, placeOf, useNavigation } from './navigation';

interface DraftState {
  readonly draft: Draft;
  /** Where in its text something was hidden. A window that goes on after a crash does not know it any more. */
  readonly hidden: readonly Stretch[];
  /** `hidden` goes with another text; nothing is hidden in it unless told. */
  readonly change: (part: Partial<Draft>, hidden?: readonly Stretch[]) => void;
  /** The text is still the one that an earlier start of the app left behind. */
  readonly fromLastStart: boolean;
}

/** After a pause in typing: a text of megabytes is not copied with every letter. */
const KEEP_AFTER_MS = 300;
/** Anyone who types without a pause loses no more than this. */
const KEEP_AT_LATEST_MS = 2_000;

const AT_THE_START: Kept = { draft: EMPTY_DRAFT, page: FIRST_TRAIL.page };

const DraftContext = createContext<DraftState | null>(null);

export function DraftProvider({ children }: { readonly children: ReactNode }) {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [hidden, setHidden] = useState<readonly Stretch[]>([]);
  const { page, goOn } = useNavigation();
  const [given, setGiven] = useState<Kept | null>(null);
  const [oldText, setOldText] = useState('');
  useEffect(() => {
    // A page that cannot ask starts empty.
    const asked = ask((doctor) => doctor.app.kept_draft({})).catch(() => null);
    void asked.then((before) => {
      const { draft: left, page: open } = before ?? AT_THE_START;
      // What was typed or opened in the meantime counts more.
      setDraft((now) => (now === EMPTY_DRAFT ? left : now));
      goOn(open);
      if (before?.fromLastStart === true) setOldText(left.text);
      setGiven({ draft: left, page: open });
    });
  }, [goOn]);
  useKeeping(draft, page, given);
  const value = useMemo(
    () => ({
      draft,
      hidden,
      change: (part: Partial<Draft>, places: readonly Stretch[] = []) => {
        setDraft((old) => ({ ...old, ...part }));
        if (part.text !== undefined) setHidden(places);
      },
      fromLastStart: draft.text !== '' && draft.text === oldText,
    }),
    [draft, hidden, oldText],
  );
  return <DraftContext value={value}>{children}</DraftContext>;
}

/** `given`: what the main process had kept; until it has said so, nothing takes its place. */
function useKeeping(draft: Draft, page: Kept['page'], given: Kept | null): void {
  const kept = useRef<Kept | null>(null);
  const changedAt = useRef<number | null>(null);
  useEffect(() => {
    kept.current ??= given;
    if (kept.current === null || isSame(kept.current, { draft, page })) return;
    // What is too long to be diagnosed is too long to be kept.
    if (draft.text.length > MAX_PASTE) return;
    const now = performance.now();
    changedAt.current ??= now;
    const keep = () => {
      changedAt.current = null;
      const next = { draft, page };
      kept.current = next;
      void ask((doctor) => doctor.app.keep_draft(next)).catch(() => undefined);
    };
    // A text that was diagnosed or cleared is to come back nowhere.
    const pause = draft.text === '' ? 0 : KEEP_AFTER_MS;
    const timer = setTimeout(keep, Math.min(pause, changedAt.current + KEEP_AT_LATEST_MS - now));
    return () => clearTimeout(timer);
  }, [draft, page, given]);
}

function isSame(one: Kept, other: Kept): boolean {
  return one.draft === other.draft && placeOf(one.page) === placeOf(other.page);
}

export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === null) throw new Error('useDraft is used outside its provider');
  return state;
}
