import { describe, expect, it } from 'vitest';
import { LABELLED_TEXTS, missedLabels, readLabelled } from '../../../build/labelled-texts.mjs';
import { explain } from '../../../electron/cli/flat-reading';
import { CAUSES } from '../../../shared/errors/reading';
import { KNOWN_MISSES } from './corpus/known-misses';

const TEXTS = LABELLED_TEXTS.flatMap(readLabelled);

describe('the labelled texts', () => {
  it('have an id each', () => {
    expect(new Set(TEXTS.map(({ id }) => id)).size).toBe(TEXTS.length);
  });

  it('show every cause that the reader knows', () => {
    expect(CAUSES.filter((cause) => !TEXTS.some((text) => text.cause === cause))).toEqual([]);
  });

  it('are read as they are labelled, but for the known misses, each of which is still missed', () => {
    const misses = TEXTS.map((row) => [row.id, missedLabels(row, explain(row.text))] as const);
    expect(Object.fromEntries(misses.filter(([, labels]) => labels.length > 0))).toEqual(KNOWN_MISSES);
  });
});

describe('a comparison with the labels', () => {
  const row = { id: 'a', text: 'refused', cause: 'network', code: 'x', model: null };

  it.each([
    ['finds nothing where all is right', row, { cause: 'network', code: 'x' }, []],
    ['finds a value that is wrong', row, { cause: 'network', code: 'y' }, ['code']],
    ['finds a value that is missing', row, { cause: 'network' }, ['code']],
    ['finds a value too many', row, { cause: 'network', code: 'x', model: 'gpt-5.5' }, ['model']],
    ['leaves out what is unscored', { ...row, unscored: ['code'] }, { cause: 'server_error' }, ['cause']],
  ])('%s', (_name, text, answer, missed) => {
    expect(missedLabels(text, answer)).toEqual(missed);
  });
});
