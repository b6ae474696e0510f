import { useState } from 'react';
import type { ChosenCells } from '../../shared/ipc/calls/probing';

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
  | { readonly kind: 'consent'; readonly cells: ChosenCells[] }
  /** The question before a run that takes long. */
  | { readonly kind: 'large_run'; readonly cells: ChosenCells[] };

export interface Panels {
  /** What lies over the grid; null where nothing does. */
  readonly top: Panel | null;
  /** Over what is open, which comes back once this is closed. */
  readonly open: (panel: Panel) => void;
  /** In place of what is open. */
  readonly turn: (panel: Panel) => void;
  readonly back: () => void;
  readonly leave: () => void;
}

/** Panels and dialogs over the grid, one at a time. */
export function usePanels(): Panels {
  const [stack, setStack] = useState<readonly Panel[]>([]);
  return {
    top: stack.at(-1) ?? null,
    open: (panel) => setStack((below) => [...below, panel]),
    turn: (panel) => setStack((old) => [...old.slice(0, -1), panel]),
    back: () => setStack((old) => old.slice(0, -1)),
    leave: () => setStack([]),
  };
}
