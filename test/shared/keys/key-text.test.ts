import { describe, expect, it } from 'vitest';
import { readBaseUrl } from '../../../shared/keys/base-url';
import { readKeyText } from '../../../shared/keys/key-text';

/** Invented keys, put together here so that no scanner takes them for real ones. */
const body = 'Ab1_'.repeat(14);
const key = ['sk', 'proj', body].join('-');
const admin = ['sk', 'admin', body].join('-');

describe('a pasted key', () => {
  it.each([
    ['as it is', key, []],
    ['with blanks around', `  ${key}\n`, ['blanks']],
    ['in quotes', `"${key}"`, ['quotes']],
    ['in Japanese quotes', `「${key}」`, ['quotes']],
    ['with Bearer', `Bearer ${key}`, ['bearer']],
    ['as a header', `Authorization: Bearer ${key}`, ['bearer']],
    ['as a shell export', `export OPENAI_API_KEY="${key}"`, ['assignment', 'quotes']],
    ['as a line of .env', `OPENAI_API_KEY=${key}`, ['assignment']],
    ['broken over two lines', `${key.slice(0, 30)}\r\n  ${key.slice(30)}`, ['line_breaks']],
    ['with a zero-width space', `${key.slice(0, 9)}\u200b${key.slice(9)}`, ['invisible']],
    ['in full-width letters', key.replace('sk', 'ｓｋ'), ['full_width']],
    ['with non-breaking hyphens', key.replaceAll('-', '\u2011'), ['dashes']],
    ['with en dashes', key.replaceAll('-', '\u2013'), ['dashes']],
    ['escaped for an address', key.replaceAll('-', '%2D'), ['escapes']],
    ['with entities', key.replaceAll('-', '&#45;'), ['escapes']],
    ['with unicode escapes', key.replaceAll('-', '\\u002d'), ['escapes']],
    ['escaped for Markdown', key.replaceAll('-', '\\-').replaceAll('_', '\\_'), ['escapes']],
    [
      'with a part highlighted',
      `${key.slice(0, 9)}<mark>${key.slice(9, 20)}</mark>${key.slice(20)}`,
      ['highlighting'],
    ],
    ['cut into two strings', `"${key.slice(0, 30)}" + "${key.slice(30)}"`, ['quotes', 'cut']],
    ['quoted in a mail', `> ${key.slice(0, 38)}\r\n> ${key.slice(38)}`.slice(2), ['line_breaks']],
  ])('%s is repaired', (_name, input, repairs) => {
    expect(readKeyText(input)).toEqual({ ok: true, value: { secret: key, kind: 'project', repairs } });
  });

  it.each([
    ['nothing', '   ', { code: 'key_empty' }],
    ['a redacted key', `${key.slice(0, 12)}…${key.slice(-4)}`, { code: 'key_redacted' }],
    ['a starred key', `${key.slice(0, 12)}*****${key.slice(-4)}`, { code: 'key_redacted' }],
    ['a NUL inside', `${key}\u0000x`, { code: 'key_control_characters' }],
    ['the name of the variable', 'OPENAI_API_KEY', { code: 'key_is_a_name' }],
    [
      'another vendor’s key',
      ['sk', 'ant', body].join('-'),
      { code: 'key_other_vendor', vendor: 'Anthropic' },
    ],
    ['an accent', `${key}é`, { code: 'key_not_ascii' }],
    ['a stub', 'sk-abc', { code: 'key_too_short' }],
    ['10 kB', `sk-${'a1'.repeat(5000)}`, { code: 'key_too_long' }],
  ])('%s is named', (_name, input, error) => {
    expect(readKeyText(input)).toEqual({ ok: false, error });
  });

  it('knows an admin key by its prefix', () => {
    expect(readKeyText(admin)).toMatchObject({ ok: true, value: { kind: 'admin' } });
  });
});

describe('a base URL', () => {
  it.each([
    ['https://api.openai.com/v1/', { ok: true, value: 'https://api.openai.com/v1' }],
    ['HTTPS://EU.API.OpenAI.com/v1', { ok: true, value: 'https://eu.api.openai.com/v1' }],
    ['http://127.0.0.1:4010/v1', { ok: true, value: 'http://127.0.0.1:4010/v1' }],
    ['http://api.openai.com/v1', { ok: false, error: 'base_url_insecure' }],
    ['http://127.0.0.1.evil.test/v1', { ok: false, error: 'base_url_insecure' }],
    ['https://api.openai.com@evil.test/v1', { ok: false, error: 'base_url_credentials' }],
    ['https://api.openai.com./v1', { ok: false, error: 'base_url_invalid' }],
    ['https://169.254.169.254/v1', { ok: false, error: 'base_url_invalid' }],
    ['https://xn--openai-abc.com/v1', { ok: false, error: 'base_url_invalid' }],
    ['https://api.openai.com/v1?x=1', { ok: false, error: 'base_url_invalid' }],
    ['file:///etc/passwd', { ok: false, error: 'base_url_invalid' }],
    ['api.openai.com', { ok: false, error: 'base_url_invalid' }],
  ])('%s', (input, expected) => {
    expect(readBaseUrl(input)).toEqual(expected);
  });
});
