/** What the reader makes of the real output of clients that every set-up has; `npm run eval:clients` runs all of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import type { Cause, Confidence } from '../../../shared/errors/reading';
import { CLIENTS } from '../../clients/catalogue';
import { isMiss, judged, printedIn } from '../../clients/judge';
import { REFUSALS, type Refuser, startRefuser } from '../../clients/refusals';
import { outputOf, prepare } from '../../clients/run-client';

const WAYS: readonly (readonly [client: string, ways: readonly string[]])[] = [
  ['openai 7', ['uncaught', 'message']],
  ['fetch', ['body', 'message']],
  ['curl', ['silent', 'fail, show', 'fail with body', 'verbose']],
  ['urllib (Python)', ['uncaught', 'text', 'body']],
];

/** One of each status: a client starts in a moment, and all of them for every refusal would take a minute. */
const MET = ['allow list', 'invalid key', 'quota', 'not verified', 'server error'];

/** An output that is read rightly now has to leave this list. */
const MISSED: readonly string[] = [];

const refusers: Refuser[] = [];
beforeAll(async () => {
  const met = REFUSALS.filter(({ name }) => MET.includes(name));
  refusers.push(...(await Promise.all(met.map(startRefuser))));
});
afterAll(async () => {
  await Promise.all(refusers.map(({ simulator }) => simulator.close()));
});

for (const [name, ways] of WAYS) {
  const client = CLIENTS.find((each) => each.name === name);
  const trouble = client === undefined ? 'no such client' : await prepare(client);
  describe.skipIf(trouble !== null)(`the output of ${name}`, () => {
    it.each(ways)('is read for what it shows, and for no more: %s', async (way) => {
      if (client === undefined) return;
      const judgements = await Promise.all(
        refusers.map(async (refuser) => {
          const output = await outputOf(client, way, refuser);
          const judgement = judged(readError(output), printedIn(output, refuser), refuser);
          return { id: `${name} · ${way} · ${refuser.refusal.name}`, judgement };
        }),
      );
      const missed = judgements.filter(({ judgement }) => isMiss(judgement)).map(({ id }) => id);
      expect(missed).toEqual(MISSED.filter((id) => id.startsWith(`${name} · ${way} · `)));
    });
  });
}

it('finds each of these clients', () => {
  expect(WAYS.filter(([name]) => !CLIENTS.some((client) => client.name === name))).toEqual([]);
});

describe('the judge of an output', () => {
  const refusal = REFUSALS.find(({ name }) => name === 'quota');
  if (refusal === undefined) throw new Error('no refusal for money');
  const refuser = { refusal, sentence: 'You exceeded your current quota, please check your plan.' };

  it.each([
    ['{"message": "You exceeded your current quota,\\n please check your plan."}', 'shown'],
    ['You exceeded your current quota, pl (truncated...)', 'cut'],
    ['HTTP 429', 'kept'],
    ['{"retry": {"statusCodes": [429, 500]}}', 'mute'],
  ])('sees how much of the answer was printed: %s', (output, printed) => {
    expect(printedIn(output, refuser)).toBe(printed);
  });

  const reading = (cause: Cause, confidence: Confidence) => ({ ...readError(''), cause, confidence });

  it.each([
    ['shown', reading('quota_or_billing', 'likely'), 'right'],
    ['shown', reading('rate_limited', 'certain'), 'certain and wrong'],
    ['shown', reading('reason_not_shown', 'likely'), 'wrong'],
    ['kept', reading('reason_not_shown', 'likely'), 'not shown'],
    ['kept', reading('quota_or_billing', 'possible'), 'guess'],
    ['kept', reading('quota_or_billing', 'likely'), 'overclaim'],
    ['mute', reading('not_an_error', 'likely'), 'guess'],
  ] as const)('holds a reading against what was %s', (printed, read, judgement) => {
    expect(judged(read, printed, refuser)).toBe(judgement);
  });
});
