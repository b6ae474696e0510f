import { describe, expect, it } from 'vitest';
import { addressSentence } from '../../renderer/case/wizard/address-sentence';
import { LANGUAGES } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';
import { checkAddress } from '../../shared/wizard/console-address';

const EXPECTED = 'proj_9QmT4vLx2BcR8sYdK1nWeZ7a';
const check = (address: string, expectedProject: string | null = EXPECTED) =>
  checkAddress({
    address,
    expectedProject,
    wantLimits: true,
    consoleOrigins: ['https://platform.openai.com'],
  });

const CASES = [
  ['', 'warn', ''],
  ['hello there', 'warn', ''],
  ['https://chatgpt.com/c/1', 'warn', 'chatgpt.com'],
  ['https://platform.openai.com/settings/organization/general', 'warn', ''],
  ['https://platform.openai.com/playground', 'warn', '/playground'],
  ['https://platform.openai.com/settings/proj_other1/limits', 'bad', 'proj_other1'],
  [`https://platform.openai.com/settings/${EXPECTED}/api-keys`, 'warn', EXPECTED],
  [`https://platform.openai.com/settings/${EXPECTED}/limits`, 'good', EXPECTED],
] as const;

describe.each(LANGUAGES)('the sentence about an address, in %s', (language) => {
  const say = sayIn(language);

  it.each(CASES)('for “%s” is %s and names what it is about', (address, tone, named) => {
    const sentence = addressSentence(check(address), say);
    expect(sentence.tone).toBe(tone);
    expect(sentence.text).toContain(named);
    expect(sentence.text).not.toMatch(/\{\{|^wizard\./);
  });

  it('leaves the comparison to the person where no project is known', () => {
    const address = `https://platform.openai.com/settings/${EXPECTED}/limits`;
    expect(addressSentence(check(address, null), say).tone).toBe('info');
  });
});

it('tells the Limits page from another page of the right project', () => {
  const say = sayIn('en');
  const text = (limits: boolean) =>
    addressSentence({ kind: 'right_project', project: EXPECTED, limits }, say).text;
  expect(text(true)).not.toBe(text(false));
});

describe('an address of another site in practice', () => {
  it('sends nobody to the real console', () => {
    const elsewhere = { kind: 'other_site', host: '127.0.0.1:1' } as const;
    expect(addressSentence(elsewhere, sayIn('en'), true).text).not.toContain('platform.openai.com');
    expect(addressSentence(elsewhere, sayIn('en')).text).toContain('platform.openai.com');
  });
});
