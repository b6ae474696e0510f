import { describe, expect, it } from 'vitest';
import { isMisread, lookAlike, vocabularyOf } from '../../../shared/errors/misread';
import { readError } from '../../../shared/errors/read-error';

const REPORTS = [
  "Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota'}}",
  'Project `proj_Ab12Cd34` does not have access to model `gpt-5.5`',
  'Your organization must be verified to use the model `gpt-6`.',
];

const DAMAGE: readonly (readonly [string, (text: string) => string])[] = [
  ['each small o as a zero', (text) => text.replaceAll('o', '0')],
  ['each small l as a one', (text) => text.replaceAll('l', '1')],
  ['each small i as a one', (text) => text.replaceAll('i', '1')],
  ['each small l as a capital i', (text) => text.replaceAll('l', 'I').replace(/o/g, '0')],
];

describe('a text that was read from a picture', () => {
  it.each(DAMAGE)('means the same with %s', (_name, damage) => {
    const causes = REPORTS.map((text) => readError(damage(text)).cause);
    expect(causes).toEqual(['quota_or_billing', 'project_lacks_model', 'org_unverified']);
  });

  it('keeps its facts as they stand', () => {
    const text = 'Pr0ject `proj_Ab12Cd34` d0es n0t have access t0 m0del `gpt-5.5`';
    expect(readError(text).facts).toMatchObject({ model: 'gpt-5.5', project: 'proj_Ab12Cd34', code: null });
  });

  const words = vocabularyOf(['the model is not allowed']);

  it.each([
    ['two such words', 'the m0del is n0t here', true],
    ['one such word, which may be a name', 'the m0del is here', false],
    ['numbers beside words', 'model 0, not 1, gpt-4o, o1 and o3', false],
    ['words of no error', 'l33t h4x0r c0de w0rd', false],
  ])('is told by %s', (_name, text, expected) => {
    expect(isMisread(text, words)).toBe(expected);
  });

  it('looks the same in whatever way it was read', () => {
    expect(lookAlike('m0de1')).toBe(lookAlike('model'));
    expect(lookAlike('1nva1ld')).toBe(lookAlike('invalid'));
  });
});
