/** How wide and high the parts of the grid are: what is there to be read is read, and room that is left is used. */
import { useElementSize } from '@mantine/hooks';
import { type RefCallback, useMemo } from 'react';
import type { Grid } from './grid-model';

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const COLUMN: Readonly<Record<'words' | 'signs', Bounds>> = {
  words: { least: 150, most: 260 },
  signs: { least: 64, most: 110 },
};

/** The least that the end of a key, its project and the age of its list need beside each other. */
const ROW_HEAD: Bounds = { least: 244, most: 380 };
/** In a narrow window the cells need room as well. */
const ROW_HEAD_SHARE = 0.42;

const ROW_HEIGHT = 46;
const HEAD_HEIGHT = { words: 96, signs: 110 } as const;
/** Of the border and the scroll bar. */
const EDGE = 14;

/** Of one sign of a label, in pixels. */
const WIDTH = { narrow: 8, wide: 13.5 } as const;
const PADDING = 26;

export interface GridLayout {
  readonly rowHead: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Of all of it, with its border. */
  readonly width: number;
  readonly height: number;
}

/** The canvas would tell it exactly, and take longer than the rows take to draw. */
function widthOf(label: string): number {
  const signs = [...label];
  const wide = signs.filter((sign) => sign >= '\u2e80').length;
  return PADDING + wide * WIDTH.wide + (signs.length - wide) * WIDTH.narrow;
}

function within({ least, most }: Bounds, wanted: number): number {
  return Math.round(Math.max(least, Math.min(most, wanted)));
}

/** `room`: what the grid may take at most, in pixels. */
export function layoutOf(
  labels: readonly string[],
  columns: number,
  room: number,
  words: boolean,
): GridLayout {
  const density = words ? 'words' : 'signs';
  const longest = labels.reduce((most, label) => Math.max(most, widthOf(label)), 0);
  const rowHead = within(ROW_HEAD, Math.min(longest, room * ROW_HEAD_SHARE));
  const columnWidth = within(COLUMN[density], Math.floor((room - EDGE - rowHead) / Math.max(1, columns)));
  const headHeight = HEAD_HEIGHT[density];
  return {
    rowHead,
    columnWidth,
    rowHeight: ROW_HEIGHT,
    headHeight,
    width: rowHead + columns * columnWidth + EDGE,
    height: headHeight + labels.length * ROW_HEIGHT + EDGE,
  };
}

/** What stands beside the page's content at least, so that the first drawing is the last in most windows. */
const BESIDE = 252;

interface FramedLayout {
  /** Goes on what the grid stands in. */
  readonly frame: RefCallback<HTMLDivElement>;
  readonly layout: GridLayout;
}

export function useGridLayout({ rows, columns }: Grid, words: boolean): FramedLayout {
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const room = width === 0 ? window.innerWidth - BESIDE : width;
  const layout = useMemo(() => {
    const labels = rows.map(({ key }) => key.label);
    return layoutOf(labels, columns.length, room, words);
  }, [rows, columns.length, room, words]);
  return { frame, layout };
}
