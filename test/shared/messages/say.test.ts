import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../shared/messages/say';

describe('a sentence', () => {
  it.each([
    ['en', 0, 'Delete 0 keys?'],
    ['en', 1, 'Delete 1 key?'],
    ['en', 2, 'Delete 2 keys?'],
    ['en', 60_200, 'Delete 60,200 keys?'],
    ['ja', 1, '1 件のキーを削除しますか？'],
    ['ja', 60_200, '60,200 件のキーを削除しますか？'],
  ] as const)('takes in %s the form for %d', (language, count, sentence) => {
    expect(sayIn(language)('keyring.bulk.deleteTitle', { count })).toBe(sentence);
  });

  it('takes a value as it stands, whatever looks like a placeholder in it', () => {
    const say = sayIn('en');
    expect(say('matrix.model.other', { name: '{{count}} $& $t(app.name)' })).toContain(
      '{{count}} $& $t(app.name)',
    );
  });

  it('leaves a code as it is, which is a text', () => {
    expect(sayIn('en')('matrix.model.other', { name: '10000' })).toContain('10000');
  });
});
