import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeTable } from '../../../shared/export/table';

const csv = (value: string) =>
  writeTable({ columns: ['a'], rows: [[value]] }, 'csv')
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
        const parsed: unknown = JSON.parse(writeTable({ columns: ['text', 'number'], rows }, 'json'));
        expect(parsed).toEqual(rows.map(([text, number]) => ({ text, number })));
      }),
    );
  });

  it('indents JSON like the rest of the world, and writes an empty array for nothing', () => {
    const rows = [
      ['two\nlines', 1],
      [null, 2],
    ] as const;
    const objects = rows.map(([text, number]) => ({ text, number }));
    const write = (of: typeof rows | []) => writeTable({ columns: ['text', 'number'], rows: of }, 'json');
    expect([write(rows), write([])]).toEqual([`${JSON.stringify(objects, null, 2)}\n`, '[]\n']);
  });

  it('writes one line a row in Markdown, with nothing in it that would be taken for markup', () => {
    const text = writeTable(
      {
        columns: ['model', 'n'],
        rows: [
          ['a|b\n<script>', 3],
          [null, null],
        ],
      },
      'markdown',
    );
    expect(text).toBe('| model | n |\n| --- | --- |\n| a\\|b \\<script\\> | 3 |\n|  |  |\n');
  });
});
