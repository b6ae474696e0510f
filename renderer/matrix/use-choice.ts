import { useState } from 'react';
import { useKept } from '../state/kept';
import { within } from './cursor';
import type { Grid, Place } from './grid-model';
import { chooseBlock, chooseWhere, NOTHING_CHOSEN, type Selection, toggle } from './selection';

export interface Choice {
  readonly cursor: Place;
  readonly selection: Selection;
  readonly choose: (selection: Selection) => void;
  readonly move: (place: Place, extend: boolean) => void;
  readonly toggle: (place: Place) => void;
  readonly chooseAll: () => void;
  readonly chooseColumn: (column: number) => void;
}

/** Where the person is and what they have chosen; the choice is kept by key and model, whatever moves under it. */
export function useChoice(grid: Grid, session: string): Choice {
  const [kept, setCursor] = useKept<Place>(`matrix.cursor ${session}`, { row: 0, column: 0 });
  // The grid may have shrunk since.
  const cursor = within(kept, { rows: grid.rows.length, columns: grid.columns.length });
  const [anchor, setAnchor] = useState<Place>(cursor);
  const [selection, choose] = useKept<Selection>(`matrix.selection ${session}`, NOTHING_CHOSEN);
  return {
    cursor,
    selection,
    choose,
    move: (place, extend) => {
      setCursor(place);
      if (!extend) setAnchor(place);
      choose(extend ? chooseBlock(grid, anchor, place) : NOTHING_CHOSEN);
    },
    toggle: (place) => {
      setCursor(place);
      setAnchor(place);
      choose(toggle(grid, selection, place));
    },
    chooseAll: () => choose(chooseWhere(grid, () => true)),
    chooseColumn: (column) =>
      choose(chooseBlock(grid, { row: 0, column }, { row: grid.rows.length - 1, column })),
  };
}
