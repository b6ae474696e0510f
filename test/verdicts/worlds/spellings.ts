/** Aliases, snapshots, siblings of batches, fine-tuned models and retired names. */
import {
  lacks,
  NAME_UNKNOWN,
  others,
  ownProjectOf,
  printed,
  type Row,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  steps,
  type World,
  worlds,
} from '../world';

const missing = (model: string): Said =>
  refusal(404, `The model \`${model}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' });
const deprecated = (model: string): Said =>
  refusal(
    404,
    `The model \`${model}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
    { code: 'model_not_found' },
  );
const byProject = refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] });

export function spellingWorlds(): readonly World[] {
  const spelled = { ...byProject, rivals: ['alias_or_snapshot'] };
  // "Does not exist, or you have no access" leaves open which, and so does the cause: that much may be certain.
  const unknownName = refused(['model_missing_or_no_access'], { state: ['denied'] });
  const rows: readonly Row[] = [
    {
      // The string is compared literally: an alias doesn't follow from its snapshot.
      name: 'the snapshot is listed, the alias asked',
      model: 'gpt-5.4',
      rules: {
        list: ['gpt-5.4-2026-03-05', ...SHORT_LIST],
        access: ownProjectOf(['gpt-5.4-2026-03-05', ...SHORT_LIST]),
      },
      expect: {
        list: { outcome: ['undecided', 'refused'], atMost: 'likely', state: ['not_listed'] },
        ...steps(spelled),
      },
    },
    {
      name: 'the alias is listed, the snapshot asked',
      model: 'gpt-5.4-2026-03-05',
      rules: { list: ['gpt-5.4', ...SHORT_LIST], access: ownProjectOf(['gpt-5.4', ...SHORT_LIST]) },
      expect: steps(spelled),
    },
    {
      // The refusal may name the snapshot that an alias leads to.
      name: 'the refusal names the snapshot of the alias that was asked',
      model: 'gpt-5.4',
      rules: {
        list: SHORT_LIST,
        access: (asked) => (SHORT_LIST.includes(asked) ? null : lacks(`${asked}-2026-03-05`)),
      },
      expect: steps(byProject),
    },
    {
      name: 'the sibling of batches alone is allowed',
      model: 'gpt-5.4',
      rules: {
        list: ['gpt-5.4-batch', ...SHORT_LIST],
        access: ownProjectOf(['gpt-5.4-batch', ...SHORT_LIST]),
      },
      expect: steps(byProject),
    },
    {
      // The call itself answers; only the batch asks for a name that isn't there.
      name: 'the sibling of batches is missing',
      model: 'gpt-5.4',
      text: `{"id":"batch_req_1","custom_id":"7","response":{"status_code":404,"request_id":"0f2b7a44-57a1-4c1e-9b66-2f3f1b1c9d10","body":{"error":{"message":"The model \`gpt-5.4-batch\` ${NAME_UNKNOWN}","type":"invalid_request_error","param":null,"code":"model_not_found"}}},"error":null}`,
      rules: { list: ['gpt-5.4', ...SHORT_LIST], access: ownProjectOf(['gpt-5.4', ...SHORT_LIST]) },
      expect: {
        both: { outcome: ['refused', 'open'], state: ['passed_free_test'], contrast: ['batch'] },
        real: { outcome: ['refused', 'open'], state: ['confirmed'], contrast: ['batch'] },
      },
    },
    {
      name: 'fine-tuned by another organization',
      model: 'ft:gpt-4.1-mini-2025-04-14:elsewhere::Ab12Cd34',
      rules: { access: missing },
      expect: steps(unknownName),
    },
    {
      // A listed model was refused: the list is weaker than the refusal.
      name: 'fine-tuned, listed, refused by the project',
      model: 'ft:gpt-4.1-mini-2025-04-14:acme::Ab12Cd34',
      rules: {
        list: ['ft:gpt-4.1-mini-2025-04-14:acme::Ab12Cd34', ...SHORT_LIST],
        access: others(
          'ft:gpt-4.1-mini-2025-04-14:acme::Ab12Cd34',
          lacks('ft:gpt-4.1-mini-2025-04-14:acme::Ab12Cd34'),
        ),
      },
      expect: steps(byProject),
    },
    {
      name: 'of another vendor',
      model: 'claude-sonnet-5',
      rules: { access: missing },
      expect: steps(unknownName),
    },
    {
      name: 'with the name of its family left out',
      model: '5.4-mini',
      rules: { list: SHORT_LIST, access: (asked) => (SHORT_LIST.includes(asked) ? null : missing(asked)) },
      expect: steps(unknownName),
    },
    {
      // The words of responses for an unknown name come with 400.
      name: 'in the words of responses',
      model: 'gpt-5.9',
      rules: {
        access: (asked) =>
          refusal(400, `The requested model '${asked}' does not exist.`, {
            param: 'model',
            code: 'model_not_found',
          }),
      },
      expect: steps(unknownName),
    },
  ];
  return worlds('spellings', rows);
}

export function retiredWorlds(): readonly World[] {
  const retired = refused(['model_retired'], { state: ['denied'], layer: ['model_name'] });
  const rows: readonly Row[] = [
    {
      // A fine-tuned model stops with its base.
      name: 'fine-tuned from a base that is gone',
      model: 'ft:gpt-3.5-turbo-0125:acme::Zy98Xw76',
      rules: { access: (asked) => (asked.startsWith('ft:gpt-3.5') ? deprecated(asked) : null) },
      expect: steps(retired),
    },
    {
      name: 'a snapshot, and its replacement is listed',
      model: 'gpt-4.1-nano-2025-04-14',
      rules: {
        list: ['gpt-5.6-luna', ...SHORT_LIST],
        access: others('gpt-4.1-nano-2025-04-14', deprecated('gpt-4.1-nano-2025-04-14')),
      },
      expect: steps(retired),
    },
    {
      // The sentence doesn't say "retired"; the table alone makes nothing certain.
      name: 'gone by the table, unknown by the API',
      model: 'o1-preview',
      rules: { access: (asked) => (asked === 'o1-preview' ? missing(asked) : null) },
      expect: steps(
        refused(['model_retired', 'model_missing_or_no_access'], { atMost: 'likely', state: ['denied'] }),
      ),
    },
    {
      // The day is not there yet: nothing of the table may speak against a model that answers.
      name: 'to be shut down next week, and answers',
      model: 'gpt-5-nano',
      rules: { list: ['gpt-5-nano', ...SHORT_LIST], access: ownProjectOf(['gpt-5-nano', ...SHORT_LIST]) },
      expect: {
        list: { outcome: ['undecided'], never: ['model_retired'] },
        real: { outcome: ['open'], state: ['confirmed'] },
      },
    },
    {
      name: 'pasted as deprecated, and answers here',
      model: 'gpt-5-nano',
      text: printed(deprecated('gpt-5-nano')),
      rules: { list: ['gpt-5-nano', ...SHORT_LIST], access: ownProjectOf(['gpt-5-nano', ...SHORT_LIST]) },
      expect: { text: refused(['model_retired']), real: { outcome: ['open'], state: ['confirmed'] } },
    },
  ];
  return worlds('retired names', rows);
}
