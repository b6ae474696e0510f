import { describe, expect, it } from 'vitest';
import { cellName, LOOKS } from '../../../renderer/matrix/cell-look';
import { countsText } from '../../../renderer/ui/run-bar';
import type { Cell } from '../../../shared/matrix/cell';
import type { RunView } from '../../../shared/matrix/views';
import { sayIn } from '../../../shared/messages/say';
import { runView } from '../../support/run-view';

const say = sayIn('en');
const CELL: Cell = { state: 'unknown', basis: 'check', layer: null, cause: null, at: null, check: null };

describe('the words for a cell', () => {
  it.each([
    [{ state: 'confirmed' }, 'Confirmed'],
    [{ state: 'passed_free_test' }, 'Likely works'],
    [{ state: 'not_listed', basis: 'not_listed' }, 'Not listed'],
    [{ state: 'denied', layer: 'policy', cause: 'project_lacks_model' }, 'Refused: No project access'],
    [{ state: 'denied', layer: 'reach', cause: 'wrong_endpoint_or_parameter' }, 'Refused: Wrong host'],
    [{ state: 'denied', layer: 'policy' }, 'Refused'],
  ] as const)('of %o are “%s”', (part, words) => {
    expect(cellName({ ...CELL, ...part }, false, say)).toBe(words);
  });
});

describe('the signs of cells', () => {
  it('differ in shape, so that they can stand without words', () => {
    const shapes = Object.values(LOOKS).map(({ Icon }) => Icon);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe('the sum of a run', () => {
  const counts = { confirmed: 2, listed: 3, denied: 1, unknown: 0 };
  const sum = (part: Pick<RunView, 'kind' | 'probe'>) =>
    countsText({ ...RUN, ...part, done: 6, counts }, { say, language: 'en' });

  it('says “confirmed” of real requests alone', () => {
    expect(sum({ kind: 'confirm', probe: 'real_probe' })).toMatch(/^Confirmed 2/);
    expect(sum({ kind: 'confirm', probe: 'free_probe' })).toMatch(/^Likely works 2/);
  });

  it('sets thousands apart', () => {
    expect(
      countsText(
        { ...RUN, kind: 'fill', done: 60_200, counts: { ...counts, listed: 1_234 } },
        { say, language: 'ja' },
      ),
    ).toMatch(/^1,234 of 60,200 keys loaded/);
  });

  it('tells how many keys were loaded where lists were asked for', () => {
    expect(sum({ kind: 'fill', probe: 'list' })).toMatch(/^3 of 6 keys loaded/);
  });
});

const RUN = runView({ state: 'done', done: 6, left: 0 });
