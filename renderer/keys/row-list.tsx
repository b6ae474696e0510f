import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { PAGE } from '../ui/keyboard';

/** Below this a list is drawn whole, which is simpler for everybody, screen readers included. */
const DRAWN_WHOLE = 40;

interface RowListProps<T> {
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly label: string;
  readonly className: string;
  /** In pixels, for rows that were not drawn yet. */
  readonly estimate: number;
  /** What scrolls: by default the page. */
  readonly scroller?: RefObject<HTMLElement | null>;
  readonly children: (row: T) => ReactNode;
}

/** A list of rows of any length, of which only those near the visible part are in the page. */
export function RowList<T>(props: RowListProps<T>) {
  return props.rows.length <= DRAWN_WHOLE ? <WholeList {...props} /> : <LongList {...props} />;
}

function WholeList<T>({ rows, keyOf, label, className, children }: RowListProps<T>) {
  return (
    <ul className={className} aria-label={label}>
      {rows.map((row) => (
        <li key={keyOf(row)}>{children(row)}</li>
      ))}
    </ul>
  );
}

function LongList<T>({ rows, keyOf, label, className, estimate, scroller, children }: RowListProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const page = () => scroller?.current ?? document.getElementById(PAGE);
  // What stands above the list may grow or shrink, a notice for instance.
  useLayoutEffect(() => {
    const above = list.current?.getBoundingClientRect().top ?? 0;
    const frame = page();
    const offset = above - (frame?.getBoundingClientRect().top ?? 0) + (frame?.scrollTop ?? 0);
    setTop((old) => (Math.abs(old - offset) < 1 ? old : offset));
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: page,
    estimateSize: () => estimate,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    overscan: 8,
    scrollMargin: top,
  });
  return (
    <ul
      ref={list}
      className={className}
      aria-label={label}
      style={{ position: 'relative', height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                transform: `translateY(${start - top}px)`,
              }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}
