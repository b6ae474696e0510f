import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../renderer/matrix/grid-layout';

const ROOM = { narrow: 648, wide: 1660 };

describe('the layout of the grid', () => {
  it('gives the head of the rows what the longest label needs, and the cells the rest', () => {
    const short = layoutOf(['Web'], 50, ROOM.wide, true);
    const long = layoutOf(['Web', 'Weekend Garage · first try'], 50, ROOM.wide, true);
    const japanese = layoutOf(['週末ガレージの最初の試作キー（検証環境）'], 50, ROOM.wide, true);
    expect(long.rowHead).toBeGreaterThan('Weekend Garage · first try'.length * 7);
    expect(japanese.rowHead).toBeGreaterThan(20 * 13);
    expect(short.rowHead).toBeLessThanOrEqual(long.rowHead);
  });

  it('leaves the cells more than half of a narrow window, however long a label is', () => {
    expect(layoutOf(['x'.repeat(200)], 50, ROOM.narrow, true).rowHead).toBeLessThan(ROOM.narrow / 2);
  });

  it('widens few columns into the room that is left, and never beyond what is read at a glance', () => {
    const widths = [1, 8, 50].map((columns) => layoutOf(['Web'], columns, ROOM.wide, true).columnWidth);
    expect(widths).toEqual([260, 175, 150]);
    for (const columns of [6, 8])
      expect(layoutOf(['Web'], columns, ROOM.wide, true).width).toBeLessThanOrEqual(ROOM.wide);
  });

  it('is as high as its rows', () => {
    const [one, two] = [['a'], ['a', 'b']].map((labels) => layoutOf(labels, 3, ROOM.wide, false));
    expect((two?.height ?? 0) - (one?.height ?? 0)).toBe(one?.rowHeight);
  });
});
