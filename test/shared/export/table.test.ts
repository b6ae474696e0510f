import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toJson, toMarkdown } from '../../../shared/export/table';

const csv = (value: string) =>
  toCsv({ columns: ['a'], rows: [[value]] })
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .trimEnd();

describe('a table as a file', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@x', `"'@x"`],
    ['＝1+1', `"'＝1+1"`],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %s so that no spreadsheet runs it or tears it apart', (value, expected) => {
    expect(csv(value)).toBe(expected);
  });

  it('begins no cell with a sign of a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(csv(value)).not.toMatch(/^"?[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('keeps every value in JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.option(fc.integer()))), (rows) => {
        const parsed: unknown = JSON.parse(toJson({ columns: ['text', 'number'], rows }));
        expect(parsed).toEqual(rows.map(([text, number]) => ({ text, number })));
      }),
    );
  });

  it('writes one line a row in Markdown, with nothing in it that would be taken for markup', () => {
    const text = toMarkdown({
      columns: ['model', 'n'],
      rows: [
        ['a|b\n<script>', 3],
        [null, null],
      ],
    });
    expect(text).toBe('| model | n |\n| --- | --- |\n| a\\|b \\<script\\> | 3 |\n|  |  |\n');
  });
});
