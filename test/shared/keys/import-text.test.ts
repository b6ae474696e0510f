import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportReading, MAX_IMPORT, readImport } from '../../../shared/keys/import/import-text';

/** Invented keys, put together here so that no file holds one whole. */
const invented = (kind: string, letter: string) => ['sk', kind, `${letter}b1_`.repeat(14)].join('-');
const one = invented('proj', 'A');
const two = invented('svcacct', 'B');
const three = invented('proj', 'C');
const old = ['sk', 'Ab1Cd2Ef3'.repeat(5)].join('-');
const admin = invented('admin', 'D');
const foreign = invented('ant', 'E');

const NAMES = new Map([one, two, three, old, admin, foreign].map((key, index) => [key, `key ${index + 1}`]));
NAMES.set(one, 'one');
NAMES.set(two, 'two');
NAMES.set(three, 'three');
NAMES.set(old, 'old');

/** Each key found, as line, label and which one, or why it was left out. */
function seen({ candidates }: ImportReading): readonly (readonly [number, string, string])[] {
  return candidates.map(({ line, label, found }) => [
    line,
    label,
    found.kind === 'key'
      ? (NAMES.get(found.secret) ?? '?')
      : `${found.why.reason}${found.why.vendor === null ? '' : ` ${found.why.vendor}`}`,
  ]);
}

describe('keys in a text', () => {
  it.each([
    [
      'a .env file with sections in comments',
      [
        '# Storefront',
        `OPENAI_API_KEY=${one}`,
        'DEBUG=true',
        '',
        `BATCH_OPENAI_API_KEY="${two}" # nightly`,
        `OPENAI_KEY='${three}' # Search index`,
      ].join('\n'),
      [
        [2, 'Storefront', 'one'],
        [5, 'Batch', 'two'],
        [6, 'Search index', 'three'],
      ],
    ],
    [
      'shell profiles of several shells',
      [
        `export OPENAI_API_KEY=${one}`,
        `set -gx STAGING_OPENAI_KEY ${two}`,
        `$env:OPENAI_API_KEY_DEMO = "${three}"`,
        `setx OPENAI_API_KEY "${old}"`,
      ].join('\r\n'),
      [
        [1, '', 'one'],
        [2, 'Staging', 'two'],
        [3, 'Demo', 'three'],
        [4, '', 'old'],
      ],
    ],
    [
      'a table with a byte order mark, semicolons and a heading',
      `\ufeffName;API key;Created\r\nStorefront;${one};2026-01-02\r\n"Batch; nightly";"${two}";2026-03-04\r\n`,
      [
        [2, 'Storefront', 'one'],
        [3, 'Batch; nightly', 'two'],
      ],
    ],
    [
      'a table without a heading, its labels behind the keys',
      `${one},Storefront\n${two},Batch`,
      [
        [1, 'Storefront', 'one'],
        [2, 'Batch', 'two'],
      ],
    ],
    [
      'a table with a quoted cell over several lines',
      `key,note\n${one},"for\nthe shop"\n${two},batch`,
      [
        [2, 'for the shop', 'one'],
        [4, 'batch', 'two'],
      ],
    ],
    [
      'JSON: a map of names, records with names, nested settings and a list',
      JSON.stringify({
        'Web shop': one,
        keys: [{ name: 'Batch', apiKey: two }],
        staging: { openai: { apiKey: three } },
        rest: [old],
      }),
      [
        [1, 'Web shop', 'one'],
        [1, 'Batch', 'two'],
        [1, 'Staging', 'three'],
        [1, 'rest', 'old'],
      ],
    ],
    ['JSON: a map from the key to its name', `{\n"${one}": "Web shop"\n}`, [[2, 'Web shop', 'one']]],
    [
      'YAML',
      `staging:\n  openai_api_key: ${one}\n\nproduction:\n  api_key: "${two}"\n`,
      [
        [2, 'staging', 'one'],
        [5, 'production', 'two'],
      ],
    ],
    [
      'INI sections',
      `[shop]\nkey = ${one}\n\n[batch]\nkey = ${two}`,
      [
        [2, 'Shop', 'one'],
        [5, 'Batch', 'two'],
      ],
    ],
    [
      'a plain list, with and without words',
      `${one}\n${two}  # batch job\n- search: ${three}\n`,
      [
        [1, '', 'one'],
        [2, 'batch job', 'two'],
        [3, 'Search', 'three'],
      ],
    ],
    [
      'a Japanese note',
      `検証用サーバー：${one}\n夜間バッチ ${two}`,
      [
        [1, '検証用サーバー', 'one'],
        [2, '夜間バッチ', 'two'],
      ],
    ],
    [
      'a request copied from a terminal',
      `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${one}"`,
      [[1, 'curl', 'one']],
    ],
  ])('are found in %s', (_name, text, expected) => {
    const reading = readImport(text);
    const calm = seen(reading).map(([line, label, key]) => [line, label.toLowerCase(), key]);
    expect(calm).toEqual(expected.map(([line, label, key]) => [line, String(label).toLowerCase(), key]));
  });

  it.each([
    ['another vendor’s key', `ANTHROPIC_API_KEY=${foreign}`, 'key_other_vendor Anthropic'],
    ['an admin key', `OPENAI_ADMIN_KEY=${admin}`, 'admin_key'],
    ['a key that stands there twice', `${one}\n${one}`, 'repeated'],
    ['a key with its middle hidden', `OPENAI_API_KEY=${one.slice(0, 12)}…${one.slice(-4)}`, 'key_redacted'],
    ['a variable that names another', 'OPENAI_API_KEY=$SHOP_OPENAI_KEY', 'key_is_a_name'],
    ['a placeholder', 'OPENAI_API_KEY=<your key>', 'key_too_short'],
    ['a key of 10 kB', `OPENAI_API_KEY=sk-${'a1'.repeat(5_000)}`, 'key_too_long'],
    ['a NUL inside', `OPENAI_API_KEY=${one}\0x`, 'key_control_characters'],
    ['an Azure key', `AZURE_OPENAI_API_KEY=${'0f'.repeat(16)}`, 'key_other_vendor Azure OpenAI'],
  ])('leave out %s and say why', (_name, text, reason) => {
    expect(seen(readImport(text)).at(-1)?.[2]).toBe(reason);
  });

  it.each([
    ['a zero-width space', `${one.slice(0, 20)}\u200b${one.slice(20)}`, ['invisible']],
    ['other dashes', one.replaceAll('-', '\u2011'), ['dashes']],
    ['escapes of an address', `key=${one.replaceAll('-', '%2D')}`, ['escapes']],
    [
      'colours of a terminal',
      `${one.slice(0, 9)}\u001b[01;31m${one.slice(9, 20)}\u001b[m${one.slice(20)}`,
      ['highlighting'],
    ],
    ['full-width letters', one.replace('sk', 'ｓｋ'), ['full_width']],
    ['a line break inside quotes', `KEY="${one.slice(0, 40)}\n${one.slice(40)}"`, ['line_breaks']],
    ['nothing but its quotes', `"${one}"`, []],
  ])('are freed of %s, which is said', (_name, text, repairs) => {
    expect(readImport(text).candidates).toMatchObject([
      { line: 1, repairs, found: { kind: 'key', secret: one } },
    ]);
  });

  it.each([
    [
      'prose about keys',
      'Please sk-ip the task-force meeting and ask-for-permission first: sk-learn-tutorial.',
    ],
    ['ten thousand lines of junk', 'name=value; nothing, to see | here\n'.repeat(10_000)],
    ['an address with something like a key in its path', `https://example.com/${old}`],
    ['a very deep JSON', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['nothing', ''],
  ])('are not made up from %s', (_name, text) => {
    expect(readImport(text).candidates).toEqual([]);
  });

  it('take the address that the text names for them, where it names one', () => {
    const base = 'https://gateway.example.com/v1';
    const both = `OPENAI_BASE_URL=${base}\nOPENAI_API_KEY=${one}`;
    expect([
      readImport(both).baseUrl,
      readImport(`${both}\nOPENAI_BASE_URL=https://other.example.com`).baseUrl,
      readImport(JSON.stringify({ baseURL: base, key: one })).baseUrl,
      readImport(one).baseUrl,
    ]).toEqual([base, null, base, null]);
  });

  it('never appear in a label, whatever a comment quotes', () => {
    const reading = readImport(
      `# was ${foreign.slice(0, 30)} before\nOPENAI_API_KEY=${one} # copy of ${one}`,
    );
    expect(JSON.stringify(reading.candidates.map(({ label }) => label))).not.toMatch(/b1_[A-E]b1_/);
  });

  it('are counted up to a bound', () => {
    const many = Array.from({ length: MAX_IMPORT + 5 }, (_, index) => `${one}${index}`).join('\n');
    const reading = readImport(many);
    expect([reading.candidates.length, reading.truncated]).toEqual([MAX_IMPORT, true]);
  });

  it('come out whole from any text round them', () => {
    const noise = fc
      .string({ unit: 'binary-ascii', maxLength: 60 })
      .map((text) => text.replace(/["'\\]/g, ''));
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 8 }), fc.array(noise, { maxLength: 8 }), (before, after) => {
        const text = [...before, '', `SHOP_OPENAI_API_KEY=${one}`, '', ...after].join('\n');
        const keys = readImport(text).candidates.filter(({ found }) => found.kind === 'key');
        expect(keys.map(({ found }) => found)).toContainEqual(expect.objectContaining({ secret: one }));
      }),
    );
  });
});
