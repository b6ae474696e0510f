import { useState } from 'react';
import { useRemembered } from '../state/window-memory';
import { within } from './cursor';
import type { Grid, GridPlace } from './grid-model';
import {
  addOrRemove,
  chooseBlock,
  chooseWhere,
  joinedSelection,
  NOTHING_CHOSEN,
  type Selection,
  toggle,
} from './selection';

/** `add`: beside what is chosen, or out of it where it all is; `extend`: from where the last choice began. */
export type How = 'only' | 'add' | 'extend';

export interface Choice {
  readonly cursor: GridPlace;
  readonly selection: Selection;
  readonly choose: (selection: Selection) => void;
  readonly clear: () => void;
  readonly move: (place: GridPlace, extend: boolean) => void;
  readonly toggle: (place: GridPlace) => void;
  /** The block between two cells, beside `base`. */
  readonly drag: (from: GridPlace, to: GridPlace, base: Selection) => void;
  readonly chooseAll: () => void;
  readonly chooseRow: (row: number, how: How) => void;
  readonly chooseColumn: (column: number, how: How) => void;
}

/** Where the person is and what they have chosen; the choice is kept by key and model, whatever moves under it. */
export function useChoice(grid: Grid, session: string): Choice {
  const [kept, setCursor] = useRemembered<GridPlace>(`matrix.cursor ${session}`, { row: 0, column: 0 });
  // The grid may have shrunk since.
  const cursor = within(kept, { rows: grid.rows.length, columns: grid.columns.length });
  const [anchor, setAnchor] = useState<GridPlace>(cursor);
  const [selection, choose] = useRemembered<Selection>(`matrix.selection ${session}`, NOTHING_CHOSEN);
  const last = { row: grid.rows.length - 1, column: grid.columns.length - 1 };
  const goTo = (place: GridPlace, from = place) => {
    setCursor(place);
    setAnchor(from);
  };
  const chooseLines = (to: GridPlace, how: How, blockFrom: (start: GridPlace) => Selection) => {
    goTo(to, how === 'extend' ? anchor : to);
    const lines = blockFrom(how === 'extend' ? anchor : to);
    choose(how === 'add' ? addOrRemove(selection, lines) : lines);
  };
  return {
    cursor,
    selection,
    choose,
    clear: () => choose(NOTHING_CHOSEN),
    move: (place, extend) => {
      goTo(place, extend ? anchor : place);
      choose(extend ? chooseBlock(grid, anchor, place) : NOTHING_CHOSEN);
    },
    toggle: (place) => {
      goTo(place);
      choose(toggle(grid, selection, place));
    },
    drag: (from, to, base) => {
      goTo(to, from);
      choose(joinedSelection(base, chooseBlock(grid, from, to)));
    },
    chooseAll: () => choose(chooseWhere(grid, () => true)),
    chooseRow: (row, how) =>
      chooseLines({ ...cursor, row }, how, (start) =>
        chooseBlock(grid, { row: start.row, column: 0 }, { row, column: last.column }),
      ),
    chooseColumn: (column, how) =>
      chooseLines({ ...cursor, column }, how, (start) =>
        chooseBlock(grid, { row: 0, column: start.column }, { row: last.row, column }),
      ),
  };
}
