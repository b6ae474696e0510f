/** Words that nobody knows, answers that are none, and limits. */
import {
  type Expected,
  LONG_LIST,
  MODEL,
  only,
  printed,
  refusal,
  refusedFor,
  type Said,
  server,
  type World,
} from '../world';

/** Words that nobody knows, for one model or for everything. */
export function unknownWorlds(): readonly World[] {
  const forms: readonly Said[] = [
    refusal(400, 'Flumox of the request is out of tune.'),
    refusal(401, 'Gribble rejected.', { code: 'gribble' }),
    refusal(403, 'Zork may not enter.', { code: 'zork_denied' }),
    refusal(403, 'Not on a Tuesday.'),
    refusal(404, 'Blorp.', { code: 'blorp' }),
    refusal(409, 'The quux is held by another frob.'),
    refusal(422, 'The wibble does not fit.'),
  ];
  const expected: Expected = {
    outcome: ['undecided'],
    cause: ['none'],
    unknown: ['not_understood'],
    quotes: true,
    proven: false,
    rivals: ['network_in_between'],
  };
  return forms.flatMap((said, form) =>
    [MODEL, 'text-embedding-3-large'].flatMap((model): readonly World[] => [
      {
        kind: 'unknown words',
        name: `of the model, ${said.status} ${form}, ${model}`,
        model,
        text: printed(said),
        answer: server({ list: [...LONG_LIST, model], access: only(model, said) }),
        expect: {
          text: { cause: ['none'], outcome: ['undecided'] },
          free: expected,
          real: expected,
          watch: { proven: false },
          matrix: { state: ['unknown', 'listed'] },
        },
      },
      ...(model === MODEL
        ? [
            {
              kind: 'unknown words',
              name: `of everything, ${said.status} ${form}`,
              model,
              text: printed(said),
              answer: server({ door: () => said }),
              expect: {
                list: expected,
                free: expected,
                watch: { proven: false },
                matrix: { state: ['unknown'] },
              },
            } satisfies World,
          ]
        : []),
    ]),
  );
}

/** Answers that are no answer, and limits. */
export function passingWorlds(): readonly World[] {
  const page: Said = { status: 403, body: '<html><title>Just a moment...</title></html>' };
  const fault = refusal(500, 'The server had an error while processing your request. Sorry about that!', {
    type: 'server_error',
  });
  const slow = refusal(
    429,
    'Rate limit reached for gpt-5.5 on requests per min (RPM): Limit 3, Used 3, Requested 1.',
    { type: 'requests', code: 'rate_limit_exceeded' },
  );
  const zero = refusal(
    429,
    'Rate limit reached for gpt-5.5 on tokens per min (TPM): Limit 0, Used 0, Requested 10.',
    { type: 'tokens', code: 'rate_limit_exceeded' },
  );
  const rows: readonly (readonly [string, Said, Expected, readonly string[]])[] = [
    [
      'a page',
      page,
      { outcome: ['undecided', 'refused'], atMost: 'likely', proven: false },
      ['unknown', 'listed', 'denied'],
    ],
    ['a fault', fault, { outcome: ['undecided'], cause: ['none'], proven: false }, ['unknown', 'listed']],
    [
      'too fast',
      slow,
      { outcome: ['refused', 'undecided'], cause: ['rate_limited', 'none'], proven: false },
      ['unknown', 'listed'],
    ],
    ['a limit of zero', zero, refusedFor('rate_limited', { state: ['denied'] }), ['denied']],
  ];
  return rows.map(([name, said, expected, states]) => ({
    kind: 'passing trouble',
    name,
    model: MODEL,
    text: '',
    answer: server({ list: [...LONG_LIST, MODEL], access: only(MODEL, said) }),
    expect: { free: expected, real: expected, watch: { proven: false }, matrix: { state: states } },
  }));
}
