import { describe, expect, it } from 'vitest';
import { fitsTerms, fold, termsOf } from '../../../shared/text/terms';

const finds = (query: string, text: string) => fitsTerms(termsOf(query), (word) => fold(text).includes(word));

describe('what a person types to find something', () => {
  it.each([
    ['', 'gpt-5.5'],
    ['  ', 'gpt-5.5'],
    [',', 'gpt-5.5'],
    [' GPT-5.5 ', 'gpt-5.5-pro'],
    ['gpt 5.5', 'gpt-5.5-pro'],
    ['gpt-5.5, gpt-4o', 'gpt-4o-mini'],
    ['gpt-5.5、gpt-4o', 'gpt-4o-mini'],
    ['ｇｐｔ－４ｏ，o3', 'gpt-4o-mini'],
    ['…hTaQ', 'Storefront · web hTaQ'],
    ['…hTaQ · proj_St0r3f…Wx7Bc4', 'Storefront hTaQ proj_St0r3front0Wx7Bc4'],
    ['てすと', 'テスト用'],
  ])('“%s” finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['gpt-5.5', 'gpt-5'],
    ['gpt mini', 'gpt-5.5-pro'],
    ['o1, o3', 'gpt-4o'],
  ])('“%s” does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });
});
