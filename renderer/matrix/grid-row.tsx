// biome-ignore-all lint/a11y/useSemanticElements: of a table, only what is seen could not be drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell.
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { KeySummary } from '../../shared/keys/key';
import { cellOf } from '../../shared/matrix/cell';
import type { CellCheck, MatrixRow } from '../../shared/matrix/views';
import type { Say } from '../../shared/messages/say';
import { shortenId } from '../../shared/text/shorten-id';
import { ageOf } from '../text/format';
import { useText } from '../text/use-text';
import { cellName, LOOKS, lookOf } from './cell-look';
import styles from './grid.module.css';
import { cellFits, type GridColumn, type GridFilter } from './grid-model';
import type { RowData } from './matrix-data';

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
  /** Milliseconds since the epoch, to the minute or so. */
  readonly now: number;
}

export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

/** Drawn again only where something of this row changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  // Once a row and not once a cell: the hook costs more than the rest of a cell.
  const { say } = useText();
  const { summary: key, data, index, top, height, columns, visible, gridId, running, filter, words } = props;
  const age = (at: string) => ageText(at, props.now, say);
  const { listedAt } = data.row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      data-testid="matrix-row"
      data-key-id={key.id}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={styles['rowHead']}
        data-row={index}
        title={ownerText(key)}
      >
        <span className={styles['rowLabel']}>{key.label}</span>
        <span className={styles['rowProject']}>
          <span className={styles['home']}>
            …{key.lastFour}
            {key.project === null ? '' : ` · ${shortenId(key.project, 15)}`}
          </span>
          {running?.has(null) === true && <span className={styles['rowRunning']} aria-hidden />}
          {listedAt !== null && (
            <span className={styles['age']} title={say('matrix.age.list', { age: age(listedAt) })}>
              {age(listedAt)}
            </span>
          )}
        </span>
      </div>
      {visible.map((item) => {
        const column = columns[item.index];
        if (column === undefined) return null;
        const check = data.checks.get(column.number) ?? null;
        return (
          <GridCell
            key={item.key}
            id={cellId(gridId, index, item.index)}
            say={say}
            label={key.label}
            row={data.row}
            listed={data.listed.has(column.number)}
            check={check}
            age={check === null ? null : age(check.at)}
            rowIndex={index}
            column={column}
            place={item.index}
            left={item.start}
            width={item.size}
            hasCursor={props.cursor === item.index}
            chosen={props.chosen?.has(column.number) === true}
            running={running?.has(column.model.id) === true}
            filter={filter}
            words={words}
          />
        );
      })}
    </div>
  );
});

interface GridCellProps {
  readonly id: string;
  readonly say: Say;
  readonly label: string;
  readonly row: MatrixRow;
  readonly listed: boolean;
  readonly check: CellCheck | null;
  /** Of the check, in words. */
  readonly age: string | null;
  readonly rowIndex: number;
  readonly column: GridColumn;
  readonly place: number;
  readonly left: number;
  readonly width: number;
  readonly hasCursor: boolean;
  readonly chosen: boolean;
  readonly running: boolean;
  readonly filter: GridFilter;
  readonly words: boolean;
}

/** Of a row that changed, most cells did not. */
const GridCell = memo(function GridCell(props: GridCellProps) {
  const { say, column, place, running, words } = props;
  const cell = cellOf(props.row, props.listed, column.gone, props.check);
  const { tone, Icon, word } = running ? LOOKS.running : lookOf(cell);
  const facts = running || cell.basis !== 'check' ? null : factsOf(cell.check, props.age, say);
  const faint = !cellFits(cell, props.filter);
  const name = facts === null ? cellName(cell, running, say) : `${cellName(cell, running, say)} ${facts}`;
  return (
    <div
      role="gridcell"
      id={props.id}
      aria-colindex={place + 2}
      aria-selected={props.chosen && !faint}
      aria-label={`${props.label}, ${column.model.id}: ${name}`}
      title={`${column.model.id}: ${name}`}
      className={styles['cell']}
      data-row={props.rowIndex}
      data-column={place}
      data-state={running ? 'running' : cell.state}
      data-basis={cell.basis}
      data-tone={tone}
      data-cursor={props.hasCursor || undefined}
      data-faint={faint || undefined}
      style={{ left: props.left, width: props.width }}
    >
      <Icon size={15} aria-hidden />
      {words && (
        <span className={styles['words']}>
          {/* The space parts the lines where they are read as one text. */}
          <span className={styles['word']}>{say(word)}</span>{' '}
          {facts !== null && <span className={styles['cellFacts']}>{facts}</span>}
        </span>
      )}
    </div>
  );
});

/** All that a row's head is too narrow for. */
function ownerText({ label, lastFour, project, organization }: KeySummary): string {
  return [label, `…${lastFour}`, project, organization].filter((part) => part !== null).join('\n');
}

/** How long the test took and how long ago it was. */
function factsOf(check: CellCheck | null, age: string | null, say: Say): string | null {
  if (check === null || age === null) return null;
  return say('matrix.age.cell', { took: say('app.case.duration', { ms: check.durationMs }), age });
}

function ageText(at: string, now: number, say: Say): string {
  const age = ageOf(at, now);
  return age.unit === 'now' ? say('matrix.age.now') : say(`matrix.age.${age.unit}`, { count: age.count });
}
