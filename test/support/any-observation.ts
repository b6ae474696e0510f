/** Observations of every kind, for tests of what holds of all of them. */
import fc from 'fast-check';
import { CAUSES, NO_FACTS, type Reading } from '../../shared/errors/reading';
import {
  type Answer,
  type AnswerHeaders,
  NETWORK_FAILURES,
  type Observation,
  PROBES,
} from '../../shared/observations/observation';
import { observed } from '../../shared/observations/showing';
import { AT, HEADERS, KEY, reading } from './evidence';

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const headers: fc.Arbitrary<AnswerHeaders> = fc
  .record(
    {
      organization: maybe(words),
      project: maybe(words),
      requestId: maybe(words),
      retryAfterSeconds: maybe(fc.nat(900)),
      processingMs: fc.nat(9_000),
      pace: fc.record({
        requestsLimit: maybe(fc.nat()),
        requestsLeft: maybe(fc.nat()),
        tokensLimit: maybe(fc.nat()),
        tokensLeft: maybe(fc.nat()),
      }),
    },
    { requiredKeys: [] },
  )
  .map((part) => ({ ...HEADERS, ...part }));

const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    cause: fc.constantFrom(...CAUSES),
    sentence: maybe(words),
    facts: fc.record(
      { model: maybe(words), project: maybe(words), code: maybe(words), limit: maybe(fc.nat(3)) },
      { requiredKeys: [] },
    ),
  })
  .map(({ cause, sentence, facts }) => ({
    ...reading(cause),
    sentence,
    facts: { ...NO_FACTS, httpStatus: 403, ...facts },
  }));

const models = fc.array(fc.record({ id: words, shutdownDate: maybe(fc.constant('2027-01-01')) }), {
  maxLength: 4,
});

const answerTo = (isList: boolean): fc.Arbitrary<Answer> =>
  fc.oneof(
    fc.record(
      {
        kind: fc.constant('success' as const),
        status: fc.constantFrom(200, 201),
        headers,
        models: isList ? models : fc.constant(null),
        servedModel: words,
      },
      { requiredKeys: ['kind', 'status', 'headers', 'models'] },
    ),
    fc.record({
      kind: fc.constant('refusal' as const),
      status: fc.integer({ min: 400, max: 599 }),
      headers,
      reading: anyReading,
      excerpt: words,
    }),
    fc.record({
      kind: fc.constant('no_answer' as const),
      failure: fc.constantFrom(...NETWORK_FAILURES),
      excerpt: words,
    }),
    fc.record({ kind: fc.constant('not_sent' as const), secondsLeft: fc.nat(900) }),
  );

/** Each has an id of its own. */
export const anyObservation: fc.Arbitrary<Observation> = fc
  .record({ id: fc.uuid(), probe: fc.constantFrom(...PROBES), control: fc.boolean() })
  .chain((asked) =>
    fc
      .record(
        {
          model: words,
          keyEnd: fc.constantFrom('aaaa', 'bbbb'),
          sent: fc.record({ host: words, organization: maybe(words), project: maybe(words) }),
          durationMs: fc.nat(60_000),
          answer: answerTo(asked.probe === 'list'),
        },
        { requiredKeys: ['model', 'durationMs', 'answer'] },
      )
      .map(({ model, keyEnd, sent, durationMs, answer }) =>
        observed({
          kind: 'probe',
          id: asked.id,
          at: AT,
          probe: asked.probe,
          keyId: KEY,
          model: asked.probe === 'list' ? null : model,
          control: asked.control,
          endpoint: '/v1/responses',
          ...(keyEnd === undefined ? {} : { keyEnd }),
          ...(sent === undefined ? {} : { sent }),
          durationMs,
          answer,
        }),
      ),
  );
