/** Answers that change from test to test, for other reasons than a change that spreads. */
import {
  LISTED,
  lacks,
  MODEL,
  ownProjectOf,
  printed,
  type Row,
  refusal,
  type Said,
  SHORT_LIST,
  server,
  type World,
  worlds,
} from '../world';

const open = server({ list: LISTED, access: ownProjectOf(LISTED) });
const closed = server({ list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) });
const isAsked = ({ model, path }: { readonly model: string | null; readonly path: string }) =>
  model === MODEL && path !== '/models';
/** Every second answer about the model is replaced. */
function everySecond(said: Said): World['answer'] {
  let count = 0;
  return (seen) => (isAsked(seen) && ++count % 2 === 0 ? said : open(seen));
}

export function turningWorlds(): readonly World[] {
  const rows: readonly Row[] = [
    {
      // The change has come after half a minute and holds: that can be proven, and not before.
      name: 'refused for 30 s, open from then on',
      text: printed(lacks(MODEL)),
      answer: (seen) => (seen.at < 30_000 ? closed : open)(seen),
      expect: { watch: { outcome: ['open'], proven: true } },
    },
    {
      name: 'turns of a minute without end',
      text: printed(lacks(MODEL)),
      answer: (seen) => (Math.floor(seen.at / 60_000) % 2 === 0 ? open : closed)(seen),
      expect: { watch: { proven: false } },
    },
    {
      // A pace between two successes refuses nothing, and a refusal is never made of it.
      name: 'every second one meets a rate',
      text: printed(lacks(MODEL)),
      answer: everySecond(
        refusal(429, 'Rate limit reached. Please try again in 1s.', {
          type: 'requests',
          code: 'rate_limit_exceeded',
        }),
      ),
      expect: {
        watch: {
          never: ['project_lacks_model', 'model_missing_or_no_access', 'wrong_endpoint_or_parameter'],
        },
      },
    },
    {
      name: 'every second one fails in the server',
      text: printed(lacks(MODEL)),
      answer: everySecond(
        refusal(503, 'The engine is currently overloaded, please try again later', {
          type: 'server_error',
          code: 'server_is_overloaded',
        }),
      ),
      expect: {
        watch: { never: ['model_missing_or_no_access', 'wrong_endpoint_or_parameter', 'key_invalid'] },
      },
    },
    {
      name: 'every second one is not understood',
      text: printed(lacks(MODEL)),
      answer: everySecond(refusal(403, 'Computer says no.', { code: 'e_17' })),
      expect: { watch: { proven: false } },
    },
    {
      name: 'the key is revoked after 25 s',
      text: printed(lacks(MODEL)),
      answer: (seen) =>
        seen.at < 25_000
          ? open(seen)
          : refusal(401, 'Incorrect API key provided: sk-proj-****Zq9x.', { code: 'invalid_api_key' }),
      expect: { watch: { outcome: ['refused'], cause: ['key_invalid'], proven: false } },
    },
    {
      name: 'the project is archived after 25 s',
      text: printed(lacks(MODEL)),
      answer: (seen) =>
        seen.at < 25_000
          ? open(seen)
          : refusal(401, 'The project you are requesting has been archived and is no longer accessible.', {
              code: 'not_authorized_invalid_project',
            }),
      expect: { watch: { outcome: ['refused'], cause: ['project_archived'], proven: false } },
    },
    {
      name: 'the credit ends after 25 s',
      text: printed(lacks(MODEL)),
      answer: (seen) =>
        seen.at < 25_000 || seen.path === '/models'
          ? open(seen)
          : refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
              type: 'insufficient_quota',
              code: 'insufficient_quota',
            }),
      expect: { watch: { proven: false } },
    },
    {
      // What was open for a moment is not open: the newest answers count.
      name: 'open once, then refused for good',
      text: printed(lacks(MODEL)),
      answer: (seen) => (isAsked(seen) && seen.at > 10_000 ? lacks(MODEL) : open(seen)),
      expect: {
        watch: { outcome: ['refused', 'undecided'], proven: false },
      },
    },
    {
      // A page in between now and then is of the way, not of the model.
      name: 'a page in between, every second time',
      text: printed(lacks(MODEL)),
      answer: everySecond({ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }),
      expect: {
        watch: {
          never: ['model_missing_or_no_access', 'wrong_endpoint_or_parameter', 'key_invalid', 'other_vendor'],
        },
      },
    },
  ];
  return worlds('answers that change for other reasons', rows);
}
