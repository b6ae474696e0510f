/** What keys and the mouse do in the grid: those of the WAI-ARIA grid pattern, and those of a spreadsheet. */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { moved } from './cursor';
import type { GridPlace } from './grid-model';
import type { Selection } from './selection';
import type { Choice, How } from './use-choice';

type Modifiers = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

function adds({ ctrlKey, metaKey }: Modifiers): boolean {
  return ctrlKey || metaKey;
}

function howOf(event: Modifiers): How {
  if (event.shiftKey) return 'extend';
  return adds(event) ? 'add' : 'only';
}

/** True where the key press was the grid's. */
export function handleKey(
  event: KeyboardEvent,
  extent: Parameters<typeof moved>[2],
  choice: Choice,
  onOpen: (place: GridPlace) => void,
): boolean {
  const { cursor } = choice;
  const next = moved(cursor, event, extent);
  if (next !== null) choice.move(next, event.shiftKey);
  else if (event.key === 'Enter') onOpen(cursor);
  else if (event.key === ' ' && event.shiftKey) choice.chooseRow(cursor.row, 'only');
  else if (event.key === ' ' && event.ctrlKey) choice.chooseColumn(cursor.column, 'only');
  else if (event.key === ' ') choice.toggle(cursor);
  else if (event.key === 'Escape' && choice.selection.size > 0) choice.clear();
  else if (event.key.toLowerCase() === 'a' && adds(event)) choice.chooseAll();
  else return false;
  return true;
}

/** Whatever carries a row, a column or both; the corner, which carries neither, stands for everything. */
export function handleClick(event: MouseEvent, choice: Choice): void {
  const place = placeOfTarget(event.target);
  if (place !== null) {
    if (adds(event)) choice.toggle(place);
    else choice.move(place, event.shiftKey);
    return;
  }
  const head = event.target instanceof Element ? event.target.closest('[role$="header"]') : null;
  if (!(head instanceof HTMLElement)) return;
  const { row, column } = head.dataset;
  if (row !== undefined) choice.chooseRow(Number(row), howOf(event));
  else if (column !== undefined) choice.chooseColumn(Number(column), howOf(event));
  else choice.chooseAll();
}

export function placeOfTarget(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  if (!(cell instanceof HTMLElement)) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

interface Drag {
  readonly from: GridPlace;
  /** What the block is added to. */
  readonly base: Selection;
  to: GridPlace;
}

/** Pixels of the scroller that are covered, by the heads and at most by a scrollbar. */
interface Covered {
  readonly top: number;
  readonly left: number;
}
const SCROLLBAR = 18;

/** Choosing a block by dragging over it. Beyond an edge of what is seen, the grid scrolls along. */
export function useDrag(choice: Choice, covered: Covered) {
  const drag = useRef<Drag | null>(null);
  const end = () => {
    drag.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const from = placeOfTarget(event.target);
      if (from === null || event.button !== 0 || event.shiftKey || event.pointerType !== 'mouse') return;
      drag.current = { from, to: from, base: adds(event) ? choice.selection : new Map() };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      // The button may have been let go where nobody told.
      if (event.buttons === 0) end();
      if (drag.current === null) return;
      const to = reached(event, covered);
      if (to === null || (to.row === drag.current.to.row && to.column === drag.current.to.column)) return;
      // From now on it is no click any more, and goes on beyond the grid and the window.
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current.to = to;
      choice.drag(drag.current.from, to, drag.current.base);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

function reached(
  { clientX, clientY, currentTarget }: PointerEvent<HTMLElement>,
  covered: Covered,
): GridPlace | null {
  const box = currentTarget.getBoundingClientRect();
  const x = Math.max(box.left + covered.left + 1, Math.min(box.right - SCROLLBAR, clientX));
  const y = Math.max(box.top + covered.top + 1, Math.min(box.bottom - SCROLLBAR, clientY));
  currentTarget.scrollBy(clientX - x, clientY - y);
  return placeOfTarget(document.elementFromPoint(x, y));
}
