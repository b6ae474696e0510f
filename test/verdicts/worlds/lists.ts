/** Lists that are empty, broken, partial or refused, and what may be concluded from them: little. */
import {
  type Expected,
  lacks,
  listing,
  MODEL,
  NAME_UNKNOWN,
  ownProjectOf,
  type Row,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  steps,
  type World,
  worlds,
} from '../world';

/** A list that could not be read shows no model and hides none. */
const unread: Expected = {
  outcome: ['undecided'],
  never: ['project_lacks_model', 'model_missing_or_no_access', 'key_invalid'],
  state: ['unknown'],
  proven: false,
};
/** What came was not the API's answer, so that the way itself is in doubt, and no more than that. */
const noList: Expected = {
  ...unread,
  outcome: ['undecided', 'refused'],
  cause: ['network', 'none'],
  atMost: 'likely',
};
const opens: World['expect'] = { real: { outcome: ['open'], state: ['confirmed'] } };
const json = (body: string): Said => ({ status: 200, headers: { 'content-type': 'application/json' }, body });
const entry = (id: unknown, more: object = {}) => ({
  id,
  object: 'model',
  created: 1_700_000_000,
  owned_by: 'system',
  ...more,
});
const data = (entries: readonly unknown[], more: object = {}): Said => ({
  status: 200,
  body: { object: 'list', data: entries, ...more },
});

export function listWorlds(): readonly World[] {
  const byProject = refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] });
  const rows: readonly Row[] = [
    {
      name: 'empty, and the project refuses',
      rules: { list: [], access: (asked) => lacks(asked) },
      expect: {
        list: {
          outcome: ['undecided', 'refused'],
          atMost: 'possible',
          state: ['not_listed', 'unknown'],
          proven: false,
        },
        ...steps(byProject),
      },
    },
    { name: 'empty, and the model answers', rules: { list: [] }, expect: opens },
    {
      name: 'breaks off midway',
      rules: { list: json('{"object":"list","data":[{"id":"gpt-5.4-mini","object":"model"},{"id":"gpt-5.') },
      expect: { list: noList, ...opens },
    },
    {
      name: 'says 200 and an error',
      rules: { list: { status: 200, body: lacks(MODEL).body } },
      expect: { list: noList, ...opens },
    },
    {
      name: 'is null',
      rules: { list: { status: 200, body: { object: 'list', data: null } } },
      expect: { list: noList, ...opens },
    },
    {
      name: 'fails in the server',
      rules: {
        list: refusal(500, 'The server had an error while processing your request.', {
          type: 'server_error',
        }),
      },
      expect: { list: unread, ...opens },
    },
    {
      name: 'is asked for too often',
      rules: {
        list: refusal(429, 'Rate limit reached. Please try again in 1s.', {
          type: 'requests',
          code: 'rate_limit_exceeded',
        }),
      },
      expect: { list: { ...unread, state: ['unknown'] }, ...opens },
    },
    {
      // A first page of several proves no absence.
      name: 'has more pages',
      rules: {
        list: data(
          SHORT_LIST.map((id) => entry(id)),
          { has_more: true, last_id: 'gpt-5.4-nano' },
        ),
      },
      expect: {
        list: { outcome: ['undecided'], cause: ['none'], state: ['unknown', 'not_listed'], proven: false },
        ...opens,
      },
    },
    {
      // Ids are compared as they are written. The cause is as open as the sentence: that much may be certain.
      name: 'writes the name in capitals',
      rules: {
        list: ['GPT-5.5', ...SHORT_LIST],
        access: (asked) =>
          refusal(404, `The model \`${asked}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' }),
      },
      expect: {
        list: { outcome: ['undecided'], state: ['not_listed', 'unknown'], proven: false },
        free: refused(['model_missing_or_no_access'], { state: ['denied'] }),
      },
    },
    {
      name: 'holds entries that are none',
      rules: { list: data([null, 7, entry(12), entry(''), entry(MODEL), entry(MODEL), {}]) },
      expect: { list: { outcome: ['undecided'], state: ['listed', 'unknown'], proven: false }, ...opens },
    },
    {
      // Listed with a day that is over: what the API does with it is not known until it is asked.
      name: 'gives a day of shutdown that is over, and the model answers',
      rules: {
        list: data([entry(MODEL, { shutdown_date: '2026-10-01' }), ...SHORT_LIST.map((id) => entry(id))]),
      },
      expect: {
        list: {
          outcome: ['undecided', 'refused'],
          cause: ['none', 'model_retired'],
          atMost: 'likely',
          proven: false,
        },
        ...opens,
      },
    },
    {
      name: 'gives a day of shutdown to come',
      model: 'gpt-5-mini',
      rules: { list: data([entry('gpt-5-mini', { shutdown_date: '2026-12-11' }), entry('gpt-5.4-mini')]) },
      expect: { list: { outcome: ['undecided'], cause: ['none'], state: ['listed'] }, ...opens },
    },
    {
      name: 'is not there',
      rules: { list: refusal(404, 'Invalid URL (GET /v1/models)') },
      expect: { list: unread, ...opens },
    },
    {
      name: 'changes its mind: listed, refused by the project',
      rules: { list: listing([MODEL, ...SHORT_LIST]), access: ownProjectOf(SHORT_LIST) },
      expect: { list: { outcome: ['undecided'], state: ['listed'] }, ...steps(byProject) },
    },
  ];
  return worlds('lists that tell little', rows);
}
