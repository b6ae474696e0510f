// biome-ignore-all lint/a11y/useSemanticElements: of a table, only what is seen could not be drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell.
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { shortenId } from '../text/format';
import type { Say } from '../text/message-key';
import { useText } from '../text/use-text';
import { cellName, lookOf, RUNNING_LOOK } from './cell-look';
import { cellFits, type GridColumn, type GridFilter } from './grid-model';
import styles from './matrix.module.css';
import { cellAt, type RowData } from './matrix-data';

interface GridRowProps {
  readonly summary: KeySummary;
  readonly data: RowData;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn[];
  readonly visible: readonly VirtualItem[];
  readonly gridId: string;
  /** Column of the cursor, where it is in this row. */
  readonly cursor: number | null;
  readonly chosen: ReadonlySet<number> | null;
  /** Models being tested right now; null as an element stands for the key's list. */
  readonly running: ReadonlySet<string | null> | null;
  readonly filter: GridFilter;
  readonly words: boolean;
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

/** Drawn again only where something of this row changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  // Once a row and not once a cell: the hook costs more than the rest of a cell.
  const { say } = useText();
  const { summary: key, index, top, height, columns, visible, running } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      data-testid="matrix-row"
      data-key-id={key.id}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['rowHead']} title={key.project ?? undefined}>
        <span className={styles['rowLabel']}>{key.label}</span>
        <span className={styles['rowProject']}>
          …{key.lastFour}
          {key.project === null ? '' : ` · ${shortenId(key.project, 18)}`}
          {running?.has(null) === true && <span className={styles['rowRunning']} aria-hidden />}
        </span>
      </div>
      {visible.map((item) => {
        const column = columns[item.index];
        return column === undefined ? null : (
          <GridCell
            key={item.key}
            {...props}
            say={say}
            column={column}
            place={item.index}
            left={item.start}
            width={item.size}
          />
        );
      })}
    </div>
  );
});

interface GridCellProps extends GridRowProps {
  readonly say: Say;
  readonly column: GridColumn;
  readonly place: number;
  readonly left: number;
  readonly width: number;
}

function GridCell({
  say,
  summary,
  data,
  index,
  column,
  place,
  left,
  width,
  gridId,
  cursor,
  chosen,
  running,
  filter,
  words,
}: GridCellProps) {
  const cell = cellAt(data, column.number, column.gone);
  const isRunning = running?.has(column.model.id) === true;
  const { tone, Icon, word } = isRunning ? RUNNING_LOOK : lookOf(cell);
  const name = cellName(cell, isRunning, say);
  return (
    <div
      role="gridcell"
      id={cellId(gridId, index, place)}
      aria-colindex={place + 2}
      aria-selected={chosen?.has(column.number) === true}
      aria-label={`${summary.label}, ${column.model.id}: ${name}`}
      title={`${column.model.id}: ${name}`}
      className={styles['cell']}
      data-row={index}
      data-column={place}
      data-state={isRunning ? 'running' : cell.state}
      data-basis={cell.basis}
      data-tone={tone}
      data-cursor={cursor === place || undefined}
      data-faint={!cellFits(cell, filter) || undefined}
      style={{ left, width }}
    >
      <Icon size={15} aria-hidden />
      {words && <span className={styles['word']}>{say(word)}</span>}
    </div>
  );
}
