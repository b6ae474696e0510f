import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import { CAUSES, type Reading } from '../../../shared/errors/reading';
import { TABLE } from '../../../shared/errors/table';
import { DAMAGES, hardWrap } from './damage';

/** Texts that the reader may be given: anything at all, and pieces that look like what it looks for. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '\ud800',
    '\udc00',
    '\u0000',
    '\u202e',
    '\u200f',
    '\u001b[',
    '\\',
    '\\u',
    '`',
    "'",
    '"',
    '{',
    '}',
    '…',
  ),
  fc.constantFrom(
    'Project `proj_',
    '` does not have access to model `',
    "'code': '",
    '"type":"',
    'Error code: 403 - ',
    'model ',
    'req_',
    'org-',
    'sk-',
    'https://',
  ),
  fc.constantFrom(...TABLE.flatMap((row) => row.samples)),
);
const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function isWellFormed(reading: Reading, text: string): void {
  expect(CAUSES).toContain(reading.cause);
  let end = 0;
  for (const mark of reading.marks) {
    expect(mark.start).toBeGreaterThanOrEqual(end);
    expect(mark.end).toBeGreaterThan(mark.start);
    end = mark.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  expect((reading.sentence ?? '').length).toBeLessThanOrEqual(300);
  expect(reading.cause === 'not_an_error').toBe(reading.sentence === null);
}

describe('any text', () => {
  it('gets an answer whose marks lie in it, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => isWellFormed(readError(text), text)),
      { numRuns: 1500 },
    );
  });

  it('gets an answer as the body of any HTTP status', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), anyText, (status, text) => {
        const reading = readAnswer(status, text);
        isWellFormed(reading, text);
        expect(reading.facts.httpStatus).toBe(status);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readError(text)).toEqual(readError(text));
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a million backticks', '`'.repeat(1_000_000)],
    ['a million opening braces', '{'.repeat(1_000_000)],
    ['a million backslashes', '\\'.repeat(1_000_000)],
    ['objects a thousand deep', '{"error":'.repeat(1000)],
    ['escapes of escapes', '\\\\\\"'.repeat(100_000)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
  ])('has no error in %s', (_name, text) => {
    expect(readError(text).cause).toBe('not_an_error');
  });
});

const sentences = TABLE.filter((row) => row.strength === 'sentence' || row.strength === 'code').flatMap(
  (row) => row.samples.map((text) => ({ id: row.id, cause: row.cause, text })),
);

describe('damage on the way', () => {
  it.each(DAMAGES)('does not change the cause of a text $name', ({ apply }) => {
    const changed = sentences
      .map(({ id, cause, text }) => ({ id, expected: cause, got: readError(apply(text)).cause }))
      .filter(({ expected, got }) => expected !== got);
    expect(changed).toEqual([]);
  });

  it('does not change cause, model, project or code, at whatever column a terminal cuts', () => {
    const text =
      "openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project `proj_Qw3rTyUiOpAsDfGhJkLzXcVb` does not have access to model `gpt-5.5-2026-03-01`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}";
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 160 }),
        fc.constantFrom('', '  ', '        '),
        (width, indent) => {
          const { cause, facts } = readError(hardWrap(text, width, indent));
          expect([cause, facts.model, facts.project, facts.code, facts.type, facts.httpStatus]).toEqual([
            'project_lacks_model',
            'gpt-5.5-2026-03-01',
            'proj_Qw3rTyUiOpAsDfGhJkLzXcVb',
            'model_not_found',
            'invalid_request_error',
            403,
          ]);
        },
      ),
    );
  });

  it('never lets a key through in anything the reader says', () => {
    const key = fc
      .array(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'), {
        minLength: 40,
        maxLength: 80,
      })
      .map((letters) => ['sk', 'proj', `${letters.join('')}7`].join('-'));
    const place = fc.constantFrom<(key: string) => string>(
      (secret) => `Incorrect API key provided: ${secret}. You can find your API key there.`,
      (secret) => `Project \`${secret}\` does not have access to model \`${secret}\``,
      (secret) =>
        JSON.stringify({
          error: { message: `No such organization: ${secret}`, code: secret, param: secret, type: secret },
        }),
      (secret) => `HTTP 401 https://${secret}@api.openai.com/v1/models?key=${secret} request id: ${secret}`,
      (secret) => hardWrap(`Incorrect API key provided: ${secret}. model: "${secret}"`, 60),
    );
    fc.assert(
      fc.property(key, place, (secret, put) => {
        const said = JSON.stringify(readError(put(secret)));
        expect(said).not.toContain(secret.slice(8, 24));
        expect(said).not.toContain(secret.slice(-16));
      }),
      { numRuns: 1000 },
    );
  });
});
