import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../shared/redaction/redact';

const MIDDLE = ['T3Blbk', 'FJ'].join('');
const join = (...parts: readonly string[]) => parts.join('-');
const ALPHANUMERIC = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const HEX = [...'0123456789abcdef'];
const run = (length: number, characters = ALPHANUMERIC) =>
  fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
/** A run that is certain to hold a digit, as every real key does. */
const mixed = (length: number) => run(length - 1).map((all) => `${all}7`);
const wide = (length: number) => run(length - 1, [...ALPHANUMERIC, '-', '_']).map((all) => `${all}4`);

const keys: Readonly<Record<string, fc.Arbitrary<string>>> = {
  legacy: fc.tuple(run(20), run(20)).map(([a, b]) => join('sk', a + MIDDLE + b)),
  project: fc.tuple(wide(74), wide(74)).map(([a, b]) => join('sk', 'proj', a + MIDDLE + b)),
  'short project': fc.tuple(wide(58), wide(58)).map(([a, b]) => join('sk', 'proj', a + MIDDLE + b)),
  'service account': fc.tuple(wide(58), wide(58)).map(([a, b]) => join('sk', 'svcacct', a + MIDDLE + b)),
  admin: fc.tuple(wide(58), wide(58)).map(([a, b]) => join('sk', 'admin', a + MIDDLE + b)),
  session: mixed(40).map((a) => join('sess', a)),
  'realtime client secret': mixed(32).map((a) => `ek_${a}`),
  'sign-in token': fc.tuple(wide(30), wide(60), wide(40)).map(([a, b, c]) => `eyJ${a}.${b}.${c}`),
  anthropic: wide(90).map((a) => join('sk', 'ant', 'api03', a)),
  groq: mixed(52).map((a) => `gsk_${a}`),
  xai: mixed(80).map((a) => join('xai', a)),
  google: mixed(35).map((a) => `AIza${a}`),
  'hugging face': mixed(34).map((a) => `hf_${a}`),
  perplexity: mixed(48).map((a) => join('pplx', a)),
  aws: run(16, [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567']).map((a) => `AKIA${a.slice(1)}7`),
  slack: mixed(24).map((a) => `xoxb-123456789012-${a}`),
  gitlab: mixed(20).map((a) => `glpat-${a}`),
  npm: mixed(36).map((a) => `npm_${a}`),
  sendgrid: fc.tuple(mixed(22), mixed(43)).map(([a, b]) => `SG.${a}.${b}`),
  telegram: mixed(33).map((a) => `1234567890:AA${a}`),
  langsmith: run(31, HEX).map((a) => `lsv2_pt_${a}0_0123456789`),
  tavily: mixed(32).map((a) => `tvly-dev-${a}`),
  cerebras: mixed(48).map((a) => `csk-${a}`),
  fireworks: mixed(24).map((a) => `fw_${a}`),
  together: mixed(40).map((a) => `tgp_v1_${a}`),
  'azure since 2024': fc.tuple(mixed(52), mixed(26)).map(([a, b]) => `${a}JQQJ99${b}`),
  deepseek: run(31, HEX).map((a) => join('sk', `${a}0`)),
};

const surroundings: readonly ((key: string) => string)[] = [
  (key) => key,
  (key) => `the key ${key} was refused.`,
  (key) => JSON.stringify({ error: { message: `Incorrect API key provided: ${key}. Find it there.` } }),
  (key) => JSON.stringify(JSON.stringify({ a: `line\n${key}\nnext` })),
  (key) => `{'headers': {'authorization': 'Bearer ${key}', 'x': 1}}`,
  (key) => `https://host.test/v1?key=${encodeURIComponent(key)}&b=1`,
  (key) => `export OPENAI_API_KEY=${key}\n`,
  (key) => `キーは「${key}」です`,
  (key) => `\u001b[31m${key}\u001b[0m`,
];

describe('keys of every kind', () => {
  it.each(Object.entries(keys))(
    'a generated %s key never comes through, whatever surrounds it',
    (_kind, key) => {
      fc.assert(
        fc.property(key, fc.constantFrom(...surroundings), fc.lorem(), (secret, surround, prose) => {
          const text = redact(`${prose} ${surround(secret)}`);
          expect(text).not.toContain(secret);
          expect(text).not.toContain(secret.slice(12, 28));
          expect(text).toContain('redacted');
        }),
        { numRuns: 700 },
      );
    },
  );

  it('removes any value in use, also encoded, whatever it looks like', () => {
    const forms: readonly ((value: string) => string)[] = [
      (value) => value,
      encodeURIComponent,
      (value) => JSON.stringify(value),
      (value) => JSON.stringify(JSON.stringify(value)),
      (value) => Buffer.from(value).toString('base64'),
      (value) => Buffer.from(`x${value}`).toString('base64'),
      (value) => Buffer.from(`user:${value}`).toString('base64'),
    ];
    // Quotes and blanks alone are no value that anybody could look for in the result.
    const values = fc
      .string({ minLength: 12, maxLength: 60 })
      .filter((value) => value.replace(/["\s]/g, '').length >= 12);
    fc.assert(
      fc.property(values, fc.constantFrom(...forms), (value, form) => {
        const text = redact(`«${form(value)}»`, [value]);
        expect(text).not.toContain(form(value).replaceAll('"', '').slice(4, -4));
      }),
      { numRuns: 1000 },
    );
  });
});

const partial: readonly [string, string, string][] = [
  [
    'a starred key',
    `provided: ${join('sk', `KJzyQ${'*'.repeat(39)}T418`)}. You`,
    'provided: sk-…[redacted]. You',
  ],
  [
    'a starred project key',
    `provided: ${join('sk', 'proj', `${'*'.repeat(20)}Zq3A`)}.`,
    'provided: sk-proj-…[redacted].',
  ],
  ['an ellipsis', `key ${join('sk', 'proj', 'Ab1…9xYz')} here`, 'key sk-proj-…[redacted] here'],
  ['three dots', `key ${join('sk', 'Ab12...9xYz')} here`, 'key sk-…[redacted] here'],
  ['a starred key of a reseller', `param: fk-46NL4MtfwvESH${'*'.repeat(20)}`, 'param: fk-…[redacted]'],
  ['credentials in an address', 'http://ann:pa55word@proxy.test:8080/', 'http://[redacted]@proxy.test:8080/'],
  ['an e-mail address', 'ask ann.lee@mail.example.org now', 'ask [redacted e-mail] now'],
  [
    'a key that hangs on to an e-mail address',
    `x ann@a.bc${join('sess', `${'A'.repeat(40)}7`)} y`,
    'x [redacted e-mail] y',
  ],
  [
    'an e-mail address with a long tail',
    `an ann@a.example-${'a'.repeat(300)} name`,
    'an [redacted e-mail] name',
  ],
  ['an e-mail address with a word on it', 'an ann@a.example-like name', 'an [redacted e-mail] name'],
  ['a header', `api-key: ${'0a1b2c3d'.repeat(4)}`, 'api-key: …[redacted]'],
  [
    'an Azure key by the word before it',
    `the key ${'0a1b2c3d'.repeat(4)} is bad`,
    'the key …[redacted] is bad',
  ],
  [
    'a key of letters and digits by its name',
    `MISTRAL_API_KEY=${'aB3x9Zq7'.repeat(4)}`,
    'MISTRAL_API_KEY=…[redacted]',
  ],
  [
    'a secret access key',
    `aws_secret_access_key = ${'aB3/9Zq7'.repeat(5)}`,
    'aws_secret_access_key = …[redacted]',
  ],
  [
    'a hook of Slack’s',
    `hooks.slack.com/services/T01/B02/${'aB3x9Zq7'.repeat(3)}`,
    'hooks.slack.com/services/…[redacted]',
  ],
  [
    'a key broken by a terminal',
    `key ${join('sk', 'proj', `${'aB3'.repeat(12)}`)}\n   ${'Qz9'.repeat(12)} end`,
    'key sk-proj-…[redacted] end',
  ],
];

describe('parts of secrets', () => {
  it.each(partial)('takes out %s', (_name, text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

const ordinary: readonly string[] = [
  'pip install scikit-learn; the sk-learn package; import sklearn; sk-learn-contrib',
  'task-1234567890abcdef1234567890, disk-0123456789abcdef0123, risk-assessment-2024-report',
  'Project `proj_CnON6wjCbAWDvnUseczVYIhL` does not have access to model `gpt-4o-mini-2024-07-18`',
  'org-qsvMT01rIZFB0l0jfpEWabcd, req_63c73f5026e147baa3e0ad581f537db0, chatcmpl-AbCd1234567890abcdefgh',
  'ft:gpt-4.1-2025-04-14:brightquarry:tutor:Cq2xDmp7, openai@7.57.0, node_modules/@scope/name@1.2.3/index.js',
  'request id: 97fbb1ad-ee0f-247f-af85-6bf12168f3f3, cf-ray 4ea3a190bcfdf7ae-PRG',
  'hf_hub_download, xai-grok-4-fast-reasoning, pplx-7b-online, sess-timeout',
  'Authorization: Bearer $OPENAI_API_KEY, Bearer authentication, Bearer <token>, Basic auth',
  'Missing bearer or basic authentication in header',
  'The api_key client option must be set either by passing api_key to the client',
  'sk-embedding-service-prod-2024, api_key=my-config-name-v2, a basic HTTP/1.1 client, basic base64 decoding',
  'git@github.com:owner/repository.git and https://example.com/a@b/c',
  'APIキーが見つかりません。sk- で始まるキーを貼ってください。',
];

describe('ordinary text', () => {
  it.each(ordinary)('is left as it is: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('is left as it is when it is prose', () => {
    fc.assert(fc.property(fc.lorem({ mode: 'sentences' }), (text) => redact(text) === text));
  });

  it('is left as it is when its names are ids of projects, organizations and requests', () => {
    const id = fc.tuple(fc.constantFrom('proj_', 'org-', 'req_', 'chatcmpl-', 'resp_', 'key_'), run(24));
    fc.assert(
      fc.property(id, fc.lorem(), ([prefix, rest], prose) => {
        const text = `${prose} ${prefix}${rest}, ${prose}`;
        expect(redact(text)).toBe(text);
      }),
    );
  });

  it('is not torn apart by a known value that is too short to be a secret', () => {
    expect(redact('a bad day', ['a'])).toBe('a bad day');
  });
});

describe('any text', () => {
  it('gives the same when redacted twice', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.lorem(),
      ...Object.values(keys),
      fc.constantFrom('sk-', '…', '[redacted]', '@a.bc', '://', '***'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = redact(pieces.join(''));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a text of beginnings of keys', () => {
  const word = fc.constantFrom('sk-', 'sk-a-', 'risk-', 'SK-', 'sk-ab1-', 'sk_', '-');
  const many = fc.tuple(word, fc.integer({ min: 0, max: 600 })).map(([text, times]) => text.repeat(times));

  it('hides the end of a starred one behind it, wherever reading began', () => {
    fc.assert(
      fc.property(many, (before) => {
        expect(redact(`${before} sk-${'*'.repeat(8)}9xYz`)).not.toContain('9xYz');
        expect(redact(`${before}-sk-aB3dE5fG7hJ9kL1mN3pQ5rS7 end`)).not.toContain('aB3dE5fG7hJ9kL1mN3pQ5rS7');
      }),
    );
  });

  it('takes not much longer than any other text of its length', () => {
    const time = (text: string) => {
      const runs = [0, 1, 2].map(() => {
        const from = performance.now();
        redact(text.repeat(300_000 / text.length));
        return performance.now() - from;
      });
      return Math.min(...runs);
    };
    expect(time('sk-')).toBeLessThan(time('sk-proj-') * 12);
  });
});
