import { describe, expect, it } from 'vitest';
import { refusalText } from '../../renderer/case/use-open-case';
import { OutcomePill } from '../../renderer/history/outcome-pill';
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

describe('the outcome of a check', () => {
  it.each([
    [{ outcome: 'confirmed', strength: 'proved', layer: null }, 'Confirmed'],
    [{ outcome: 'confirmed', strength: 'validated', layer: null }, 'Likely works'],
    [{ outcome: 'denied', strength: null, layer: 'policy' }, 'Refused · Policy'],
  ] as const)('%o is called “%s”, as in the matrix', (result, words) => {
    expect(textOf(draw(<OutcomePill {...result} />))).toBe(words);
  });
});
