import { useState } from 'react';
import { useKept } from '../state/kept';
import {
  chooseBlock,
  chooseWhere,
  type Grid,
  NOTHING_CHOSEN,
  type Place,
  type Selection,
  toggle,
} from './grid-model';

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
  const [cursor, setCursor] = useKept<Place>(`matrix.cursor ${session}`, { row: 0, column: 0 });
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
      const [row, column] = [grid.rows[place.row], grid.columns[place.column]];
      setCursor(place);
      setAnchor(place);
      if (row !== undefined && column !== undefined) choose(toggle(selection, row.key.id, column.number));
    },
    chooseAll: () => choose(chooseWhere(grid, () => true)),
    chooseColumn: (column) =>
      choose(chooseBlock(grid, { row: 0, column }, { row: grid.rows.length - 1, column })),
  };
}
