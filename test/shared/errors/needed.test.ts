import { describe, expect, it } from 'vitest';
import { readAnswer, readError } from '../../../shared/errors/read-error';
import { NEEDED, type Needed } from '../../../shared/errors/reading';

const WORDS = `"message":"In no words that are known."`;
const OBJECT = `{"error":{${WORDS},"type":"odd_error","param":null,"code":"odd_code"}}`;
const CALLED = 'POST https://api.openai.com/v1/responses';

const LACKING: readonly (readonly [Needed, string])[] = [
  ['failure', 'My program does not work any more since Monday.'],
  ['failure', 'We use gpt-5.5 by the responses API of OpenAI.'],
  ['rest', "Error code: 429 - {'error': {'message': 'You exceeded your curre"],
  ['status', 'TypeError: answer is not a function'],
  ['status', `OpenAI: {"error":{${WORDS},"type":"invalid_request_error","param":null,"code":null}}`],
  ['body', 'Request failed with status code 403'],
  ['body', `${CALLED} failed: HTTP 404`],
  ['body', 'openai.PermissionDeniedError'],
  ['body', 'openai: RateLimitError'],
  ['body', 'curl: (22) The requested URL returned error: 500'],
  ['code', `OpenAI: HTTP 403 {"error":{${WORDS}}}`],
  ['host', `OpenAI: HTTP 403 ${OBJECT}`],
  ['host', 'OpenAI: <html lang="de"><head><title>Anmeldung</title></head></html>'],
  ['key', `${CALLED} failed: HTTP 401 ${OBJECT}`],
];

describe('the line that a text would have needed', () => {
  it.each(LACKING)('is the %s: %s', (needed, text) => {
    expect(readError(text).needed).toBe(needed);
  });

  it('is each that there is a sentence for', () => {
    expect(NEEDED.filter((needed) => !LACKING.some(([each]) => each === needed))).toEqual([]);
  });

  it.each([
    [
      'whose cause was told',
      `Error code: 403 - {"error":{"message":"Project \`proj_Ab12Cd34\` does not have access to model \`gpt-5.5\`","type":"invalid_request_error","code":"model_not_found"}}`,
    ],
    ['that holds all of them in words that are not known', `${CALLED} failed: HTTP 403 ${OBJECT}`],
    ['that shows the kind of the key', `${CALLED} with sk-proj-****: HTTP 401 ${OBJECT}`],
    ['that only talks about errors', 'If you get insufficient_quota, OpenAI wants money.'],
  ])('is none for a text %s', (_what, text) => {
    expect(readError(text).needed).toBeNull();
  });

  it('is none for an answer to a test of ours, which holds all that there is', () => {
    expect(readAnswer(403, '').needed).toBeNull();
    expect(readAnswer(401, OBJECT).needed).toBeNull();
  });

  it('comes nearer to none as the text is completed', () => {
    const steps = [
      'It failed.',
      'OpenAI: HTTP 401',
      `OpenAI: HTTP 401 {"error":{${WORDS}}}`,
      `OpenAI: HTTP 401 ${OBJECT}`,
    ];
    const whole = `${CALLED} with sk-proj-****: HTTP 401 ${OBJECT}`;
    expect([...steps, `${CALLED}: HTTP 401 ${OBJECT}`, whole].map((text) => readError(text).needed)).toEqual([
      'failure',
      'body',
      'code',
      'host',
      'key',
      null,
    ]);
  });
});
