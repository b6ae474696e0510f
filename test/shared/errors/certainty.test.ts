import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { TABLE } from '../../../shared/errors/table';

const QUOTA = 'You exceeded your current quota, please check your plan and billing details.';
const DENIED = 'Project `proj_Qw3rTyUiOpAsDfGhJkLzXcVb` does not have access to model `gpt-5.5`';
const body = (message: string, code: string, type = 'invalid_request_error') =>
  JSON.stringify({ error: { message, type, param: null, code } });

describe('a reading is certain', () => {
  it.each<[string, string]>([
    ['by a whole sentence of OpenAI’s', `openai.RateLimitError: Error code: 429 - ${QUOTA}`],
    ['by a code beside OpenAI’s type', body('Please pay.', 'insufficient_quota', 'insufficient_quota')],
    ['by its own ids, whoever passed them on', `http://127.0.0.1:4000/v1/responses answered 403: ${DENIED}`],
  ])('%s', (_name, text) => {
    expect(readError(text).confidence).toBe('certain');
  });
});

describe('a reading is less than certain', () => {
  it.each<[string, string]>([
    ['where others say the same', 'openai: your session has expired'],
    ['where another host answered', `POST https://llm.maple.example/v1/responses 429 ${QUOTA}`],
    ['where a code stands alone', 'openai error: invalid_api_key'],
    ['where it is talked about', `openai error: ${QUOTA.slice(0, 31)}, which typically means an unpaid bill`],
    ['where a server failed', 'openai: 502 Incorrect API key provided: sk-ab**yz'],
    ['where another service is named', `${QUOTA} (provider: groq)`],
  ])('%s', (_name, text) => {
    const { cause, confidence } = readError(text);
    expect(cause).not.toBe('not_an_error');
    expect(confidence).not.toBe('certain');
  });
});

describe('what a row also recognizes', () => {
  const rows = TABLE.filter(({ alsoSays = [] }) => alsoSays.length > 0).flatMap(
    ({ alsoSays = [] }) => alsoSays,
  );

  it('is never certain by itself', () => {
    const plain = rows.filter((phrase) => !/[{…]/.test(phrase));
    expect(plain.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...plain), (phrase) => {
        expect(readError(`openai says: ${phrase}`).confidence).not.toBe('certain');
      }),
    );
  });
});
