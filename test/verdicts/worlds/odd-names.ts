/** Names with siblings, bases and dates. */
import {
  type Expected,
  everywhere,
  LONG_LIST,
  lacks,
  MODEL,
  NAME_UNKNOWN,
  others,
  printed,
  type Row,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  type World,
  worlds,
} from '../world';

/** The literal name decides; siblings, bases and invented names. */
export function oddNames(): readonly World[] {
  const sentence = (rivals: readonly string[]) =>
    refused(['project_lacks_model'], { atMost: 'likely', rivals });
  const ft = 'ft:gpt-4.1-mini-2025-04-14:acme::Ab1Cd2Ef';
  const refusedName = (
    model: string,
    list: readonly string[],
    said: Said,
    expected: Expected,
    name: string,
  ): Row => ({
    name,
    model,
    text: printed(said),
    rules: { list, access: others(model, said, list) },
    expect: everywhere(expected),
  });
  const unknown = (model: string) =>
    refusal(404, `The model \`${model}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' });
  return worlds('odd names', [
    refusedName(
      'gpt-5.5-2026-04-23',
      [...SHORT_LIST, MODEL],
      lacks('gpt-5.5-2026-04-23'),
      sentence(['alias_or_snapshot']),
      'the alias is listed',
    ),
    refusedName(
      MODEL,
      [...SHORT_LIST, 'gpt-5.5-2026-04-23'],
      lacks(MODEL),
      sentence(['alias_or_snapshot']),
      'the snapshot is listed',
    ),
    refusedName(
      'gpt-5.4-mini-batch',
      SHORT_LIST,
      lacks('gpt-5.4-mini-batch'),
      sentence([]),
      'the sibling of a batch',
    ),
    refusedName(
      'gpt-5.4-mini',
      ['gpt-5-nano'],
      lacks('gpt-5.4-mini-2026-03-17'),
      sentence([]),
      'the refusal names the snapshot',
    ),
    refusedName(
      ft,
      LONG_LIST,
      unknown(ft),
      refused(['model_missing_or_no_access']),
      'a fine-tune of another project',
    ),
    refusedName(
      ft,
      [...LONG_LIST, ft],
      refusal(
        404,
        `The model \`${ft}\` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations`,
        { code: 'model_not_found' },
      ),
      refused(['model_retired']),
      'a fine-tune whose base stopped',
    ),
    refusedName(
      'gpt-4',
      SHORT_LIST,
      lacks('gpt-4'),
      sentence(['retired_name']),
      'a retired name with the project’s sentence',
    ),
    refusedName(
      'gpt-5.1-mini',
      LONG_LIST,
      lacks('gpt-5.1-mini'),
      // Existence is checked before the project is, so that the sentence itself speaks for the name.
      sentence(['allow_list']),
      'an invented name with the project’s sentence',
    ),
    {
      name: 'a batch is refused, the model itself answers',
      model: 'gpt-5.4-mini',
      text: printed(lacks('gpt-5.4-mini-batch')),
      rules: { list: SHORT_LIST, access: others('gpt-5.4-mini', null) },
      expect: {
        text: refused(['project_lacks_model']),
        both: { outcome: ['open'], atMost: 'likely', contrast: ['batch'], proven: false },
        // Asked for by its own name the model did answer; what failed is named beside it.
        real: { outcome: ['open'], atMost: 'likely', contrast: ['batch'], proven: false },
        watch: { proven: false },
      },
    },
  ]);
}
