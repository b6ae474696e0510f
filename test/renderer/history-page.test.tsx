import { describe, expect, it } from 'vitest';
import { refusalText } from '../../renderer/case/use-open-case';
import { OutcomePill } from '../../renderer/history/outcome-pill';
import { Compared } from '../../renderer/history/runs-section';
import { draw, textOf } from './support/draw';

describe('a case that goes on from a check', () => {
  it.each([
    [{ outcome: 'denied', status: 403, excerpt: '{"error":{}}' }, '403 {"error":{}}'],
    [{ outcome: 'denied', status: null, excerpt: 'blocked' }, 'blocked'],
    [{ outcome: 'denied', status: 401, excerpt: null }, null],
    // What passed a free test was refused for its content alone.
    [{ outcome: 'confirmed', status: 400, excerpt: '{"error":{}}' }, null],
    [{ outcome: 'unknown', status: 500, excerpt: '{"error":{}}' }, null],
  ] as const)('starts from %o with the text %s', (result, text) => {
    expect(refusalText(result)).toBe(text);
  });
});

describe('a comparison of two runs without a difference', () => {
  const drawn = (same: number) =>
    textOf(draw(<Compared comparison={{ same, onlyOne: 2, differences: [], otherwiseTested: [] }} />));

  it('says that nothing changed where something was answered in both', () => {
    expect(drawn(3)).toContain('Nothing changed between these runs.');
  });

  it('says that nothing can be compared where nothing was', () => {
    expect(drawn(0)).toContain('nothing can be compared');
    expect(drawn(0)).not.toContain('Nothing changed');
  });
});

describe('the outcome of a check', () => {
  it.each([
    [{ outcome: 'confirmed', strength: 'proved', layer: null }, 'Confirmed'],
    [{ outcome: 'confirmed', strength: 'validated', layer: null }, 'Likely works'],
    [{ outcome: 'denied', strength: null, layer: 'policy' }, 'Refused · Policy'],
    [{ outcome: 'not_listed', strength: null, layer: null }, 'Not listed'],
  ] as const)('%o is called “%s”, as in the matrix', (result, words) => {
    expect(textOf(draw(<OutcomePill {...result} />))).toBe(words);
  });
});
