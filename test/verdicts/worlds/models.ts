/** Models that a project or a list keeps back, whose name is not known, or that work. */
import {
  type Expected,
  LONG_LIST,
  lacks,
  MODEL,
  others,
  ownProjectOf,
  printed,
  type Rules,
  refusal,
  refusedFor,
  type Said,
  SHORT_LIST,
  server,
  steps,
  undecided,
  unsure,
  type World,
} from '../world';

const CANNOT_LIST = refusal(
  403,
  'You have insufficient permissions for this operation. Missing scopes: api.model.read.',
);

/** The project refuses, or its organization never had the model: one sentence for both. */
export function policyWorlds(): readonly World[] {
  const models = [
    MODEL,
    'gpt-6-sol',
    'o4-mini-high',
    'text-embedding-3-large',
    'gpt-image-2',
    'gpt-4o-mini-tts',
    'gpt-4o-transcribe',
    'gpt-audio-mini',
  ];
  const lists: readonly (readonly [string, Rules['list'] & object])[] = [
    ['a short list', SHORT_LIST],
    ['a long list', LONG_LIST.filter((id) => id !== 'gpt-6-sol')],
    ['a list of one', ['gpt-5-nano']],
    ['a key that may not list', CANNOT_LIST],
  ];
  const sentence = refusedFor('project_lacks_model', {
    atMost: 'likely',
    rivals: ['organization_not_entitled'],
  });
  return models.flatMap((model) =>
    lists.map(
      ([name, list]): World => ({
        kind: 'the project’s sentence',
        name: `${model}, ${name}`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, access: (asked) => lacks(asked) }),
        expect: steps(sentence, {
          text: refusedFor('project_lacks_model', { atMost: 'likely' }),
          list: 'status' in list ? undecided : { ...unsure(['allow_list', 'typo']), state: ['not_listed'] },
        }),
      }),
    ),
  );
}

/** Refusals of the model that are not the project's, whether or not its list holds the name. */
export function nameWorlds(): readonly World[] {
  const forms: readonly (readonly [string, string, Said])[] = [
    [
      'model_missing_or_no_access',
      'the chat wording',
      refusal(404, 'The model `NAME` does not exist or you do not have access to it.', {
        code: 'model_not_found',
      }),
    ],
    [
      'model_missing_or_no_access',
      'the Responses wording',
      refusal(400, "The requested model 'NAME' does not exist.", { param: 'model', code: 'model_not_found' }),
    ],
    [
      'model_retired',
      'deprecated',
      refusal(
        404,
        'The model `NAME` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
        { code: 'model_not_found' },
      ),
    ],
  ];
  return forms.flatMap(([cause, name, form]) =>
    [true, false].flatMap((isListed) =>
      [MODEL, 'gpt-5.5-mni', 'text-embedding-3-large'].map((model): World => {
        const said = withName(form, model);
        const list = isListed ? [...LONG_LIST, model] : LONG_LIST;
        return {
          kind: isListed ? 'listed, then refused' : 'the name is not known',
          name: `${name}, ${model}`,
          model,
          text: printed(said),
          answer: server({ list, access: others(model, said, list) }),
          expect: steps(refusedFor(cause, { state: ['denied'] }), {
            list: isListed
              ? { ...undecided, state: ['listed'] }
              : { ...unsure(['typo']), state: ['not_listed'] },
          }),
        };
      }),
    ),
  );
}

function withName(said: Said, model: string): Said {
  const text = JSON.stringify(said.body).replaceAll('NAME', model);
  return { ...said, body: JSON.parse(text) as unknown };
}

export function usableWorlds(): readonly World[] {
  const answered: Expected = { outcome: ['open'], cause: ['none'] };
  return [
    MODEL,
    'gpt-6-sol',
    'text-embedding-3-large',
    'gpt-4o-transcribe',
    'gpt-4o-mini-tts',
    'gpt-5.4-mini',
  ].flatMap((model) =>
    [true, false].map((isListed): World => {
      const list = isListed ? [...SHORT_LIST, model] : SHORT_LIST.filter((id) => id !== model);
      const open = [...list, model];
      return {
        kind: 'it works',
        name: `${model}, ${isListed ? 'listed' : 'not listed'}`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, access: (asked) => (open.includes(asked) ? null : lacks(asked)) }),
        expect: {
          list: { ...undecided, state: [isListed ? 'listed' : 'not_listed'] },
          free: { ...answered, atMost: 'likely', proven: false },
          both: { ...answered, atMost: 'likely', proven: false },
          real: { ...answered, state: ['confirmed', 'passed_free_test'] },
          watch: { ...answered, proven: true },
          matrix: { state: ['passed_free_test'] },
        },
      };
    }),
  );
}

/** Free tests cannot prove: no control can be refused, or it is let through, or verification comes after them. */
export function unprovableWorlds(): readonly World[] {
  const verify = (model: string) =>
    refusal(
      404,
      `Your organization must be verified to use the model \`${model}\`. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.`,
      { code: 'model_not_found' },
    );
  const unverified = ['gpt-6-astra', 'o3-pro', 'gpt-image-2', 'gpt-5.5-pro'].map(
    (model): World => ({
      kind: 'verification comes last',
      name: model,
      model,
      text: '',
      answer: server({
        list: [...SHORT_LIST, model],
        access: (asked) => (asked === model ? null : lacks(asked)),
        last: (asked) => verify(asked),
      }),
      expect: {
        free: { outcome: ['open', 'undecided'], atMost: 'likely', proven: false },
        real: refusedFor('org_unverified', { state: ['denied'] }),
        watch: { proven: false },
      },
    }),
  );
  const early = [SHORT_LIST, LONG_LIST].flatMap((list) =>
    [MODEL, 'text-embedding-3-large'].map(
      (model): World => ({
        kind: 'free tests prove nothing',
        name: `validated first, ${model}, ${list.length} listed`,
        model,
        text: printed(lacks(model)),
        answer: server({ list, validatesFirst: true, access: ownProjectOf(list) }),
        expect: {
          free: { outcome: ['open', 'undecided', 'refused'], atMost: 'possible', proven: false },
          real: refusedFor('project_lacks_model', { state: ['denied'], atMost: 'likely' }),
          watch: { proven: false },
          // A free test alone is no proof of anything here, but neither is it a refusal.
          matrix: { state: ['not_listed', 'passed_free_test', 'unknown'] },
        },
      }),
    ),
  );
  const noMoney = refusal(
    429,
    'You exceeded your current quota, please check your plan and billing details.',
    { type: 'insufficient_quota', code: 'insufficient_quota' },
  );
  const uncalibrated: readonly World[] = [
    {
      kind: 'free tests prove nothing',
      name: 'the control is refused for money',
      model: MODEL,
      text: '',
      answer: server({ list: SHORT_LIST, access: (asked) => (asked === MODEL ? null : noMoney) }),
      expect: { free: { atMost: 'possible', proven: false }, watch: { proven: false } },
    },
    {
      kind: 'free tests prove nothing',
      name: 'the key may not list',
      model: MODEL,
      text: '',
      answer: server({ list: CANNOT_LIST, access: (asked) => (asked === MODEL ? null : lacks(asked)) }),
      expect: { free: { atMost: 'possible', proven: false }, watch: { proven: false } },
    },
  ];
  return [...unverified, ...early, ...uncalibrated];
}
