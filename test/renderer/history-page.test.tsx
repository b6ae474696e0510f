import { describe, expect, it } from 'vitest';
import { OutcomePill } from '../../renderer/history/outcome-pill';
import { draw, textOf } from './support/draw';

describe('the outcome of a check', () => {
  it.each([
    [{ outcome: 'confirmed', strength: 'proved', layer: null }, 'Confirmed'],
    [{ outcome: 'confirmed', strength: 'validated', layer: null }, 'Likely works'],
    [{ outcome: 'denied', strength: null, layer: 'policy' }, 'Refused · Policy'],
  ] as const)('%o is called “%s”, as in the matrix', (result, words) => {
    expect(textOf(draw(<OutcomePill {...result} />))).toBe(words);
  });
});
