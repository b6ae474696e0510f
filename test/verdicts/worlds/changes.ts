/** Answers that change while the app looks. */
import {
  lacks,
  listing,
  MODEL,
  notOpen,
  others,
  printed,
  refusal,
  refused,
  SHORT_LIST,
  server,
  type World,
  worlds,
} from '../world';

/** A change whose answers take turns of so many seconds before it holds. */
export function turnWorlds(): readonly World[] {
  return [20, 40, 60, 85].map((turn): World => {
    const spread = turn * 4_000;
    const isOld = (at: number) => at < spread && Math.floor(at / (turn * 1_000)) % 2 === 1;
    return {
      kind: 'answers that take turns',
      name: `of ${turn} s`,
      model: MODEL,
      settledAt: spread,
      text: printed(lacks(MODEL)),
      answer: server({
        list: [...SHORT_LIST, MODEL],
        access: (asked, { at }) => (asked !== MODEL || isOld(at) ? lacks(asked) : null),
      }),
      expect: { watch: { outcome: ['open'], proven: true } },
    };
  });
}

/** Answers that change while the app looks. */
export function oddTimes(): readonly World[] {
  const list = [...SHORT_LIST, MODEL];
  const from = (moment: number): World['answer'] =>
    server({
      list,
      access: (asked, { at }) => (asked === MODEL && at < moment ? null : others(MODEL, lacks(MODEL))(asked)),
    });
  const turns: World['answer'] = server({
    list,
    access: (asked, { at }) => others(MODEL, Math.floor(at / 17_000) % 2 === 0 ? null : lacks(MODEL))(asked),
  });
  let asked = 0;
  const everyOther: World['answer'] = (seen) => {
    if (seen.model === MODEL) asked += 1;
    return server({ list, access: others(MODEL, asked % 2 === 0 ? lacks(MODEL) : null) })(seen);
  };
  const lateList: World['answer'] = (seen) =>
    seen.path === '/models'
      ? listing(seen.at < 30_000 ? list : SHORT_LIST)
      : server({ access: others(MODEL, lacks(MODEL)) })(seen);
  const ended = refusal(401, 'The OpenAI account associated with this API key has been deactivated.', {
    code: 'account_deactivated',
  });
  return worlds('answers that change', [
    {
      name: 'access withdrawn after 20 s',
      text: printed(lacks(MODEL)),
      answer: from(20_000),
      expect: { watch: { outcome: ['refused', 'undecided'], proven: false } },
    },
    {
      name: 'turns of 17 s without end',
      text: printed(lacks(MODEL)),
      answer: turns,
      expect: { watch: { proven: false } },
    },
    {
      name: 'every other answer',
      text: printed(lacks(MODEL)),
      answer: everyOther,
      expect: {
        both: { atMost: 'likely', proven: false },
        real: { proven: false },
        watch: { proven: false },
      },
    },
    {
      name: 'off the list in the end',
      text: printed(lacks(MODEL)),
      answer: lateList,
      expect: { both: refused(['project_lacks_model'], { atMost: 'likely' }), watch: { proven: false } },
    },
    {
      name: 'the account ends within the watch',
      text: printed(lacks(MODEL)),
      answer: server({ list, door: ({ at }) => (at < 25_000 ? null : ended), access: others(MODEL, null) }),
      expect: { watch: { outcome: ['refused'], cause: ['account_disabled'], proven: false } },
    },
    {
      name: 'money ends after the free tests',
      text: '',
      answer: server({
        list,
        access: others(MODEL, null),
        last: () =>
          refusal(429, 'You exceeded your current quota, please check your plan and billing details.', {
            type: 'insufficient_quota',
            code: 'insufficient_quota',
          }),
      }),
      expect: {
        free: { proven: false, atMost: 'likely' },
        real: refused(['quota_or_billing'], { state: ['denied'] }),
      },
    },
    {
      name: 'the project refuses only the real request',
      text: '',
      answer: server({ list, access: others(MODEL, null), last: () => lacks(MODEL) }),
      expect: {
        free: { proven: false, atMost: 'likely' },
        // One yes and one no are also what a change looks like while it spreads.
        real: { ...notOpen, cause: ['project_lacks_model'], state: ['denied'], atMost: 'likely' },
      },
    },
  ]);
}
