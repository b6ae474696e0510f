// biome-ignore-all lint/a11y/useSemanticElements: of a table, only what is seen could not be drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell.
import { IconClockX } from '@tabler/icons-react';
import type { VirtualItem } from '@tanstack/react-virtual';
import { useMemo } from 'react';
import { shortenId } from '../../shared/text/shorten-id';
import { useText } from '../text/use-text';
import styles from './grid.module.css';
import type { ColumnGroup, GridColumn } from './grid-model';

/** What fits into three lines; names of fine-tuned models differ at their end, which is kept. */
const LONGEST_NAME = 38;

interface GridHeadProps {
  readonly columns: readonly GridColumn[];
  readonly visible: readonly VirtualItem[];
  readonly rowHead: number;
  readonly columnWidth: number;
  readonly height: number;
}

interface Span {
  readonly group: ColumnGroup;
  readonly first: number;
  readonly count: number;
}

function spansOf(columns: readonly GridColumn[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [index, { group }] of columns.entries()) {
    const last = spans.at(-1);
    if (last?.group === group) spans[spans.length - 1] = { ...last, count: last.count + 1 };
    else spans.push({ group, first: index, count: 1 });
  }
  return spans;
}

/** Two lines: the families, and the models in them. */
export function GridHead({ columns, visible, rowHead, columnWidth, height }: GridHeadProps) {
  const { say } = useText();
  const spans = useMemo(() => spansOf(columns), [columns]);
  return (
    <div role="row" aria-rowindex={1} className={styles['head']} style={{ height }}>
      <div role="columnheader" aria-colindex={1} className={styles['corner']}>
        {say('matrix.keyColumn')}
      </div>
      {spans.map(({ group, first, count }) => (
        <div
          key={group}
          className={styles['family']}
          aria-hidden
          style={{ left: rowHead + first * columnWidth, width: count * columnWidth }}
        >
          <span className={styles['familyName']} style={{ left: rowHead }}>
            {say(`matrix.family.${group}`)}
          </span>
        </div>
      ))}
      {visible.map((item) => {
        const column = columns[item.index];
        return column === undefined ? null : (
          <ColumnHead key={item.key} column={column} place={item.index} left={item.start} width={item.size} />
        );
      })}
    </div>
  );
}

interface ColumnHeadProps {
  readonly column: GridColumn;
  readonly place: number;
  readonly left: number;
  readonly width: number;
}

function ColumnHead({ column, place, left, width }: ColumnHeadProps) {
  const { say } = useText();
  const { model, shutdown, gone, group } = column;
  const ending =
    shutdown === null ? null : say(gone ? 'matrix.retired' : 'matrix.retiring', { date: shutdown });
  return (
    <div
      role="columnheader"
      aria-colindex={place + 2}
      aria-label={[model.id, say(`matrix.family.${group}`), ending]
        .filter((part) => part !== null)
        .join(', ')}
      className={styles['columnHead']}
      data-column={place}
      data-gone={gone || undefined}
      title={ending === null ? model.id : `${model.id} · ${ending}`}
      style={{ left, width }}
    >
      <span className={styles['modelName']}>{shortenId(model.id, LONGEST_NAME)}</span>
      {shutdown !== null && (
        <span className={styles['shutdown']} data-gone={gone || undefined}>
          <IconClockX size={12} aria-hidden />
          {shutdown}
        </span>
      )}
    </div>
  );
}
