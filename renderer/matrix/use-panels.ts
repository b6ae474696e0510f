import { useEffect, useRef, useState } from 'react';
import { focusById } from '../ui/focus';
import type { CellChoice } from './selection';

/** The grid, to which the keyboard returns from whatever is gone. */
export const GRID_ID = 'matrix-grid';

/** A cell by what it is about, since its row and column can move while it is open. */
export interface CellName {
  readonly keyId: string;
  readonly column: number;
}

export type Panel =
  | { readonly kind: 'cell'; readonly cell: CellName }
  /** `from`: the key whose cell was opened from here; its line takes the keyboard on the way back. */
  | { readonly kind: 'model'; readonly model: string; readonly from: string | null }
  /** The question before real requests. */
  | { readonly kind: 'consent'; readonly cells: CellChoice[] }
  /** The question before a run that takes long. */
  | { readonly kind: 'large_run'; readonly cells: CellChoice[] };

export interface Panels {
  /** What lies over the grid; null where nothing does. */
  readonly top: Panel | null;
  /** Over what is open, which comes back once this is closed. */
  readonly open: (panel: Panel) => void;
  /** In place of what is open. */
  readonly turn: (panel: Panel) => void;
  readonly back: () => void;
  readonly leave: () => void;
  /**
   * To be called once a panel is gone from the page. One that was closed while it opened takes the keyboard after it was
   * given back, and then takes it along.
   */
  readonly gone: () => void;
}

/** Panels and dialogs over the grid, one at a time; the last one that is closed gives the keyboard back. */
export function usePanels(): Panels {
  const [stack, setStack] = useState<readonly Panel[]>([]);
  const opener = useRef<Element | null>(null);
  const isOpen = stack.length > 0;
  useEffect(() => {
    if (!isOpen) giveBack(opener.current);
  }, [isOpen]);
  return {
    top: stack.at(-1) ?? null,
    open: (panel) => {
      if (!isOpen) opener.current = document.activeElement;
      setStack((below) => [...below, panel]);
    },
    turn: (panel) => setStack((old) => [...old.slice(0, -1), panel]),
    back: () => setStack((old) => old.slice(0, -1)),
    leave: () => setStack([]),
    gone: () => {
      if (!isOpen && document.activeElement === document.body) giveBack(opener.current);
    },
  };
}

function giveBack(opener: Element | null): void {
  if (opener === null) return;
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
  else focusById(GRID_ID);
}
