import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import { TABLE } from '../../../shared/errors/table';

const CODES = TABLE.filter(
  (row) => row.vendor === undefined && row.strength === 'code' && row.areShared !== true,
).flatMap(({ cause, codes = [] }) => codes.map((code) => ({ cause, code })));

const SENTENCES = [
  {
    cause: 'quota_or_billing',
    status: 429,
    message: 'You exceeded your current quota, please check your plan.',
  },
  { cause: 'key_invalid', status: 401, message: 'Incorrect API key provided: sk-proj-****Zq9x.' },
  {
    cause: 'model_missing_or_no_access',
    status: 404,
    message: 'The model `gpt-5.5` does not exist or you do not have access to it.',
  },
  {
    cause: 'org_unverified',
    status: 403,
    message: 'Your organization must be verified to use the model `gpt-5.5`.',
  },
] as const;

const body = (message: string, code: string | null) =>
  JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code } });

describe('a sentence that its own answer contradicts', () => {
  it('is never certain beside the code of another cause', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SENTENCES), fc.constantFrom(...CODES), (sentence, { cause, code }) => {
        const said = readAnswer(sentence.status, body(sentence.message, code));
        if (said.confidence === 'certain') expect(cause).toBe(said.cause);
      }),
      { numRuns: 400 },
    );
  });

  it.each(SENTENCES)('is never certain where the server failed: $message', ({ message }) => {
    expect(readAnswer(500, body(message, null)).confidence).not.toBe('certain');
  });

  it.each(SENTENCES)('is certain by itself: $message', ({ cause, status, message }) => {
    const { cause: read, confidence } = readAnswer(status, body(message, 'model_not_found'));
    expect([read, confidence]).toEqual([cause, 'certain']);
  });

  it('keeps what it is where another error of the text has the other code', () => {
    const two = `${body('Please wait.', 'rate_limit_exceeded')}\n${body(SENTENCES[0].message, 'insufficient_quota')}`;
    expect(readError(two)).toMatchObject({ cause: 'quota_or_billing', confidence: 'certain' });
  });
});
