import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Segment, segmentsOf } from '../../renderer/ui/segments';
import type { Mark } from '../../shared/errors/reading';

const shown = (segments: readonly Segment[]) =>
  segments.map((segment) => (segment.kind === 'gap' ? '⋯' : segment.text)).join('');

const mark = (start: number, end: number): Mark => ({ start, end, fact: 'model' });

describe('a text with marks', () => {
  it('is cut at its marks', () => {
    expect(segmentsOf('use gpt-5.5 now', [mark(4, 11)], 100)).toEqual([
      { kind: 'plain', start: 0, text: 'use ' },
      { kind: 'mark', start: 4, text: 'gpt-5.5', fact: 'model' },
      { kind: 'plain', start: 11, text: ' now' },
    ]);
  });

  it('is shown whole, whatever the marks are, while it fits', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), marks, (text, pairs) => {
        const segments = segmentsOf(
          text,
          pairs.map(([start, end]) => mark(Math.max(0, start), end)),
          50,
        );
        expect(shown(segments)).toBe(text);
      }),
    );
  });

  it('keeps the surroundings of a mark in a long text, and shows that the rest is left out', () => {
    const text = `${'a'.repeat(9_000)}MODEL${'b'.repeat(9_000)}`;
    const segments = segmentsOf(text, [mark(9_000, 9_005)], 1_200);
    expect(segments.map(({ kind }) => kind)).toEqual(['gap', 'plain', 'mark', 'plain', 'gap']);
    expect(shown(segments)).toContain('aaaMODELbbb');
    expect(shown(segments).length).toBeLessThan(1_200);
  });

  it('joins marks that stand close together into one excerpt', () => {
    const text = 'x'.repeat(20_000);
    const segments = segmentsOf(text, [mark(5_000, 5_005), mark(5_050, 5_060)], 1_200);
    expect(segments.filter(({ kind }) => kind === 'gap')).toHaveLength(2);
  });

  it('shows the beginning of a long text without marks', () => {
    expect(shown(segmentsOf('y'.repeat(5_000), [], 1_000))).toBe(`${'y'.repeat(1_000)}⋯`);
  });

  it('stops adding excerpts once it is full', () => {
    const marks = Array.from({ length: 100 }, (_, index) => mark(index * 1_000, index * 1_000 + 5));
    expect(shown(segmentsOf('z'.repeat(100_000), marks, 2_000)).length).toBeLessThan(2_100);
  });
});
