/** Where a key press leads in the grid. */
import type { GridPlace } from './grid-model';

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The place after the key press; null for a key that does not move. Follows the WAI-ARIA grid pattern. */
export function moved(place: GridPlace, press: KeyPress, extent: Extent): GridPlace | null {
  // With Alt, the arrows go back and forward through the pages.
  if (press.altKey) return null;
  const far = press.ctrlKey || press.metaKey;
  const { row, column } = place;
  switch (press.key) {
    case 'ArrowUp':
      return within({ row: far ? 0 : row - 1, column }, extent);
    case 'ArrowDown':
      return within({ row: far ? extent.rows - 1 : row + 1, column }, extent);
    case 'ArrowLeft':
      return within({ row, column: far ? 0 : column - 1 }, extent);
    case 'ArrowRight':
      return within({ row, column: far ? extent.columns - 1 : column + 1 }, extent);
    case 'Home':
      return within({ row: far ? 0 : row, column: 0 }, extent);
    case 'End':
      return within({ row: far ? extent.rows - 1 : row, column: extent.columns - 1 }, extent);
    case 'PageUp':
      return within({ row: row - extent.page, column }, extent);
    case 'PageDown':
      return within({ row: row + extent.page, column }, extent);
    default:
      return null;
  }
}

export function within(place: GridPlace, { rows, columns }: Pick<Extent, 'rows' | 'columns'>): GridPlace {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: clamp(place.row, rows), column: clamp(place.column, columns) };
}
