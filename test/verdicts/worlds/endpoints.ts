/** Endpoints that answer differently, and answers whose status and body do not agree. */
import {
  type Expected,
  LISTED,
  lacks,
  MODEL,
  ownProjectOf,
  type Row,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  server,
  serving,
  steps,
  success,
  type World,
  worlds,
} from '../world';

const stream = (lines: readonly unknown[]): Said => ({
  status: 200,
  headers: { 'content-type': 'text/event-stream', 'x-request-id': 'req_2' },
  body: lines.map((line) => `data: ${JSON.stringify(line)}\n\n`).join(''),
});

/** What one endpoint says and another does not. */
export function endpointWorlds(): readonly World[] {
  const chatOnly = refusal(
    404,
    `This model is only supported in v1/chat/completions and not in v1/responses.`,
    {
      param: 'model',
    },
  );
  const rows: readonly Row[] = [
    {
      // The endpoint was the app's own choice: its refusal leaves access open, and chats answer, so that they may prove it.
      name: 'answers in chats alone',
      rules: { ...serving(), door: ({ path }) => (path === '/responses' ? chatOnly : null) },
      expect: {
        free: {
          outcome: ['open'],
          atMost: 'likely',
          state: ['passed_free_test'],
        },
        real: { outcome: ['open'], state: ['confirmed'] },
        watch: { outcome: ['open'], proven: true },
      },
    },
    {
      name: 'the home of OpenAI without responses',
      rules: {
        ...serving(),
        door: ({ path }) => (path === '/responses' ? refusal(404, 'Invalid URL (POST /v1/responses)') : null),
      },
      expect: {
        free: {
          never: ['project_lacks_model', 'model_missing_or_no_access', 'model_retired'],
          atMost: 'likely',
          state: ['listed', 'unknown', 'passed_free_test'],
        },
        // Chats tell the same of the model, and refuse what the project lacks, so that they can prove it.
        watch: { outcome: ['open'] },
      },
    },
    {
      name: 'responses refused by the project, chats let through',
      rules: {
        list: SHORT_LIST,
        access: (asked, { path }) =>
          path === '/responses' && !SHORT_LIST.includes(asked) ? lacks(asked) : null,
      },
      expect: { free: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }) },
    },
    {
      name: 'a model of transcription refused by the project',
      model: 'gpt-transcribe',
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: { free: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }) },
    },
    {
      // Our own parameter is refused: that says something of our test, and the access checks lie before it.
      name: 'refuses the parameter of our own test',
      rules: {
        ...serving(),
        last: () => null,
        door: ({ path, invalid }) =>
          path === '/responses' && invalid
            ? refusal(400, "Unsupported parameter: 'max_output_tokens' is not supported with this model.", {
                param: 'max_output_tokens',
                code: 'unsupported_parameter',
              })
            : null,
      },
      expect: {
        free: { never: ['project_lacks_model', 'model_missing_or_no_access'], atMost: 'likely' },
        real: { outcome: ['open'], state: ['confirmed'] },
        watch: { proven: false },
      },
    },
    {
      // The content was flagged, so the model was reached: no word of the project is earned.
      name: 'a safety programme refuses the content',
      rules: {
        ...serving(),
        last: () =>
          refusal(
            400,
            'This content was flagged for possible cybersecurity risk. If this seems wrong, try rephrasing your request.',
            {
              type: 'invalid_request',
              code: 'cyber_policy',
            },
          ),
      },
      expect: {
        real: {
          never: [
            'project_lacks_model',
            'wrong_endpoint_or_parameter',
            'model_missing_or_no_access',
            'org_unverified',
          ],
          proven: false,
          state: ['denied', 'passed_free_test', 'unknown'],
        },
      },
    },
    {
      name: 'an access programme that is not open to the project',
      model: 'gpt-5.6-cyber',
      rules: {
        list: SHORT_LIST,
        access: (asked) =>
          asked === 'gpt-5.6-cyber'
            ? refusal(403, 'The access program is not available for this model.', {
                param: 'access_programs.cyber',
                code: 'invalid_access_program',
              })
            : ownProjectOf(SHORT_LIST)(asked),
      },
      expect: steps({
        outcome: ['refused', 'undecided'],
        never: ['wrong_endpoint_or_parameter', 'key_invalid', 'project_lacks_model'],
        proven: false,
      }),
    },
  ];
  return worlds('what one endpoint says', rows);
}

/** The status says yes and the body does not, or the other way round. */
export function bodyWorlds(): readonly World[] {
  const { body } = lacks(MODEL);
  const posts = (free: Said, real: Said): World['answer'] => {
    const inner = server({ list: LISTED });
    return (seen) => (seen.path === '/models' ? inner(seen) : seen.invalid ? free : real);
  };
  const notOpen: Expected = {
    outcome: ['refused', 'undecided'],
    state: ['denied', 'unknown', 'listed'],
    proven: false,
  };
  const response = (more: Readonly<Record<string, unknown>>): Said => ({
    ...success('/responses', MODEL),
    body: { id: 'resp_9', object: 'response', model: MODEL, output: [], error: null, ...more },
  });
  const passes = server({ list: LISTED, access: ownProjectOf(LISTED) });
  const really =
    (said: Said): World['answer'] =>
    (seen) =>
      seen.model === MODEL && !seen.invalid && seen.path !== '/models' ? said : passes(seen);
  const rows: readonly Row[] = [
    {
      name: 'the refusal comes under 200',
      answer: posts({ status: 200, body }, { status: 200, body }),
      expect: steps(notOpen),
    },
    {
      name: 'a stream that opens with 200 and refuses',
      answer: posts(
        stream([{ type: 'error', error: Object(body).error }]),
        stream([{ type: 'response.created' }, { type: 'error', error: Object(body).error }]),
      ),
      expect: steps(notOpen),
    },
    {
      // Nothing tells that a stream that was never asked for was counted as an answer of the model.
      name: 'a stream that nobody asked for',
      answer: really(
        stream([{ type: 'response.created' }, { type: 'response.output_text.delta', delta: 'hi' }]),
      ),
      expect: { real: { outcome: ['open', 'undecided'], never: ['project_lacks_model'], proven: false } },
    },
    {
      name: 'a response that failed by the project',
      answer: really(
        response({
          status: 'failed',
          error: { code: 'model_not_found', message: Object(body).error.message },
        }),
      ),
      expect: {
        real: {
          outcome: ['refused', 'undecided'],
          state: ['denied', 'unknown', 'passed_free_test', 'listed'],
          proven: false,
        },
      },
    },
    {
      name: 'a response that failed in the server',
      answer: really(
        response({
          status: 'failed',
          error: { code: 'server_error', message: 'The server had an error while processing your request.' },
        }),
      ),
      expect: {
        real: {
          never: ['project_lacks_model', 'model_missing_or_no_access', 'wrong_endpoint_or_parameter'],
          proven: false,
        },
      },
    },
    {
      // A response that ran out of its sixteen tokens has been answered by the model.
      name: 'a response cut off at its length',
      answer: really(response({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })),
      expect: { real: { outcome: ['open'], state: ['confirmed'] } },
    },
    {
      name: 'a response in a queue',
      answer: really(response({ status: 'queued' })),
      expect: { real: { outcome: ['open', 'undecided'], never: ['project_lacks_model'] } },
    },
    {
      // Aliases are answered by their snapshots.
      name: 'the snapshot answers for its alias',
      answer: really(response({ status: 'completed', model: `${MODEL}-2026-04-23` })),
      expect: { real: { outcome: ['open'], state: ['confirmed'] } },
    },
  ];
  return worlds('status against body', rows);
}
