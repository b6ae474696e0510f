import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { visibleText } from '../../../shared/text/visible';

describe('a text that is shown', () => {
  it.each<[string, string, string]>([
    ['a sign that turns the direction', 'model \u202egpt-4\u202c', 'model ⟨U+202E⟩gpt-4⟨U+202C⟩'],
    ['a blank without width', 'gpt\u200b-4', 'gpt⟨U+200B⟩-4'],
    ['a control character', 'a\u0007b', 'a⟨U+0007⟩b'],
    ['a Cyrillic letter in a Latin word', 'turbо', 'turbо⟨U+043E⟩'],
    ['a Greek letter behind a digit', 'gpt-4ο', 'gpt-4ο⟨U+03BF⟩'],
  ])('spells out %s', (_name, text, expected) => {
    expect(visibleText(text)).toBe(expected);
  });

  it.each([
    'Ошибка: модель gpt-5.5',
    'モデル gpt-5.5 は',
    'a\tb\nc',
    '👩‍💻 ok',
    'модель-gpt',
    'за 10мс',
    'نص',
  ])('leaves %j alone', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  it('shows a letter of another script in the deciding sentence', () => {
    const { sentence } = readError(
      'openai: The model `gpt-4о` does not exist or you do not have access to it.',
    );
    expect(sentence).toContain('⟨U+043E⟩');
  });
});
