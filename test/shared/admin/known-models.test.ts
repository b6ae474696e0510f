import { describe, expect, it } from 'vitest';
import { modelsToPropose, unseenModels } from '../../../shared/admin/known-models';

const TODAY = '2026-11-22';

describe('a name that the app never met', () => {
  it.each([
    ['is on a list', 'gpt-6-sol', ['gpt-6-sol'], false],
    ['is in a table of the app', 'gpt-5.5', [], false],
    ['was retired long ago', 'text-davinci-003', [], false],
    ['is on no list', 'gpt-5.5-typo', ['gpt-5.5'], true],
    ['differs in its letters’ size', 'GPT-6-sol', ['gpt-6-sol'], true],
  ])('%s', (_case, name, listed, unseen) => {
    expect(unseenModels([name], listed)).toEqual(unseen ? [name] : []);
  });
});

describe('what is worth proposing', () => {
  it('for an allow list is what is met and not on it, without what is retired', () => {
    const proposed = modelsToPropose({ kind: 'allow_list', models: ['gpt-5.5'] }, ['gpt-6-sol'], TODAY);
    expect(proposed).toEqual(expect.arrayContaining(['gpt-4.1', 'gpt-6-sol']));
    expect(proposed).not.toContain('gpt-5.5');
    expect(proposed).not.toContain('gpt-4-turbo');
  });

  it('for a block list is what it blocks', () => {
    const proposed = modelsToPropose({ kind: 'deny_list', models: ['gpt-6-sol'] }, ['gpt-5.5'], TODAY);
    expect(proposed).toEqual(['gpt-6-sol']);
  });
});
