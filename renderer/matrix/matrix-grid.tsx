// biome-ignore-all lint/a11y/useSemanticElements: of a table, only what is seen could not be drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  startTransition,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { InFlight } from '../../shared/matrix/views';
import { useText } from '../text/use-text';
import { TAKES_OVER } from '../ui/keyboard';
import { moved } from './cursor';
import styles from './grid.module.css';
import { handleClick, handleKey, placeOfTarget, useDrag } from './grid-gestures';
import { GridHead } from './grid-head';
import { type GridLayout, useGridLayout } from './grid-layout';
import type { Grid, GridPlace } from './grid-model';
import { cellId, GridRow } from './grid-row';
import type { Choice } from './use-choice';

interface MatrixGridProps {
  readonly grid: Grid;
  readonly words: boolean;
  readonly choice: Choice;
  readonly inFlight: readonly InFlight[];
  readonly onOpen: (place: GridPlace) => void;
}

/** Draws only what is seen, in both directions: 200 keys by 300 models are 60,000 cells. */
export function MatrixGrid(props: MatrixGridProps) {
  const { grid, words, choice } = props;
  const { say } = useText();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { frame, layout } = useGridLayout(grid, words);
  const { rowHead, headHeight } = layout;
  const { rows, columns } = useVirtualGrid(scroller, grid, layout);
  const { cursor } = choice;
  const drag = useDrag(choice, { top: headHeight, left: rowHead });
  const visible = columns.getVirtualItems();
  // The cell of the cursor may have been scrolled out of the page's tree.
  const isDrawn =
    rows.getVirtualItems().some(({ index }) => index === cursor.row) &&
    visible.some(({ index }) => index === cursor.column);
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / layout.rowHeight) - 3);
    const extent = { rows: grid.rows.length, columns: grid.columns.length, page };
    if (handleKey(event, extent, choice, props.onOpen)) event.preventDefault();
    const next = moved(cursor, event, extent);
    if (next !== null) {
      rows.scrollToIndex(next.row);
      columns.scrollToIndex(next.column);
    }
  };
  return (
    <div ref={frame} className={styles['frame']}>
      <div
        ref={scroller}
        id="matrix-grid"
        {...TAKES_OVER}
        role="grid"
        tabIndex={0}
        aria-label={say('matrix.grid')}
        aria-rowcount={grid.rows.length + 1}
        aria-colcount={grid.columns.length + 1}
        aria-multiselectable
        {...(isDrawn ? { 'aria-activedescendant': cellId(gridId, cursor.row, cursor.column) } : {})}
        // Names run from left to right in every language, and so do the arrow keys from name to name.
        dir="ltr"
        className={styles['grid']}
        data-testid="matrix-grid"
        data-words={words || undefined}
        style={
          { '--row-head': `${rowHead}px`, maxWidth: layout.width, flexBasis: layout.height } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onClick={(event) => handleClick(event, choice)}
        onDoubleClick={(event) => {
          const place = placeOfTarget(event.target);
          if (place !== null) props.onOpen(place);
        }}
        {...drag}
      >
        <div
          className={styles['canvas']}
          style={{
            width: rowHead + grid.columns.length * layout.columnWidth,
            height: headHeight + grid.rows.length * layout.rowHeight,
          }}
        >
          <GridHead
            columns={grid.columns}
            visible={visible}
            rowHead={rowHead}
            columnWidth={layout.columnWidth}
            height={headHeight}
          />
          <Rows
            {...props}
            rowHeight={layout.rowHeight}
            items={rows.getVirtualItems()}
            visible={visible}
            gridId={gridId}
            cursor={cursor}
          />
        </div>
      </div>
    </div>
  );
}

interface RowsProps extends MatrixGridProps {
  readonly rowHeight: number;
  readonly items: readonly VirtualItem[];
  readonly visible: readonly VirtualItem[];
  readonly gridId: string;
  readonly cursor: GridPlace;
}

function Rows({ grid, words, choice, inFlight, rowHeight, items, visible, gridId, cursor }: RowsProps) {
  const running = useMemo(() => runningByKey(inFlight), [inFlight]);
  const now = useMinutes();
  return items.map((item) => {
    const row = grid.rows[item.index];
    return row === undefined ? null : (
      <GridRow
        key={row.key.id}
        summary={row.key}
        data={row.data}
        index={item.index}
        top={item.start}
        height={rowHeight}
        columns={grid.columns}
        visible={visible}
        gridId={gridId}
        cursor={cursor.row === item.index ? cursor.column : null}
        chosen={choice.selection.get(row.key.id) ?? null}
        running={running.get(row.key.id) ?? null}
        filter={grid.filter}
        words={words}
        now={now}
      />
    );
  });
}

const TICK_MS = 30_000;

/** The present moment, often enough for ages in minutes; drawn in slices, as every cell may show one. */
function useMinutes(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => startTransition(() => setNow(Date.now())), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What can be seen at most. Known before the first measurement, so that the cells are drawn once and in slices. */
function screenful() {
  return { width: window.innerWidth, height: window.innerHeight };
}

function useVirtualGrid(scroller: RefObject<HTMLDivElement | null>, grid: Grid, layout: GridLayout) {
  const { rowHead, columnWidth, rowHeight, headHeight } = layout;
  const rows = useVirtualizer({
    count: grid.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 2,
    // A scroll moves both virtualizers, and drawing at once would draw twice.
    useFlushSync: false,
    initialRect: screenful(),
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: grid.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 2,
    useFlushSync: false,
    initialRect: screenful(),
    scrollMargin: rowHead,
    scrollPaddingStart: rowHead,
  });
  // A measured width would be kept, and the two densities differ in it as windows do.
  const measuredFor = useRef(columnWidth);
  if (measuredFor.current !== columnWidth) {
    measuredFor.current = columnWidth;
    columns.measure();
  }
  return { rows, columns };
}

function runningByKey(inFlight: readonly InFlight[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const running = new Map<string, Set<string | null>>();
  for (const { keyId, model } of inFlight) running.set(keyId, (running.get(keyId) ?? new Set()).add(model));
  return running;
}
