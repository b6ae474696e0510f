/** Other services than OpenAI's: gateways, and hosts of other vendors that speak its language. */
import {
  type Expected,
  LISTED,
  lacks,
  MODEL,
  ownProjectOf,
  printed,
  type Row,
  refused,
  type Said,
  SHORT_LIST,
  server,
  type World,
  worlds,
} from '../world';

/** Services with names and ids like OpenAI's: nothing is sent unasked, and no rule of OpenAI's is laid on them. */
export function likenessWorlds(): readonly World[] {
  const gateway = 'https://llm.acme.example/v1';
  const plain = (said: Said): Said => ({ ...said, headers: {} });
  const quiet: Expected = { outcome: ['undecided'], unasked: 0, proven: false };
  const theirs = (said: Said, list: readonly string[] | Said = LISTED): World['answer'] => {
    const inner = server({ list });
    return (seen) => plain(seen.path.endsWith('/models') ? inner({ ...seen, path: '/models' }) : said);
  };
  /** The service refuses: certain is nothing of OpenAI's project, key or credit. */
  const byThem = (...causes: string[]): Expected => ({
    outcome: ['refused', 'undecided'],
    cause: ['none', ...causes],
    atMost: 'likely',
    proven: false,
  });
  /** In words of its own: that another service refuses may be certain, and no cause of OpenAI's is. */
  const inTheirWords: Expected = {
    outcome: ['refused', 'undecided'],
    cause: ['other_vendor', 'none'],
    proven: false,
  };
  const serves = server({ list: LISTED });
  const rows: readonly Row[] = [
    {
      name: 'a gateway with OpenAI’s ids',
      baseUrl: gateway,
      answer: (seen) => plain(serves({ ...seen, invalid: false })),
      expect: {
        list: { ...quiet, state: ['listed'] },
        free: quiet,
        watch: { proven: false, unasked: 0 },
        real: { outcome: ['open'] },
      },
    },
    {
      // A gateway's names are its own: the key was answered by that name, and the case shows beside it what says it answered.
      name: 'a gateway that answers with another model',
      baseUrl: gateway,
      answer: (seen) => {
        const said = serves({ ...seen, invalid: false });
        return plain(
          seen.path === '/models' ? said : { ...said, body: { ...Object(said.body), model: 'llama-3-8b' } },
        );
      },
      expect: { real: { outcome: ['undecided', 'open'], proven: false } },
    },
    {
      name: 'Azure without the deployment',
      baseUrl: 'https://acme.openai.azure.com/openai/v1',
      answer: theirs(
        {
          status: 404,
          body: {
            error: {
              code: 'DeploymentNotFound',
              message: 'The API deployment for this resource does not exist.',
            },
          },
        },
        { status: 404, body: { error: { code: '404', message: 'Resource not found' } } },
      ),
      expect: {
        list: { ...quiet, state: ['unknown'] },
        free: quiet,
        real: inTheirWords,
      },
    },
    {
      name: 'Azure does not take the key',
      baseUrl: 'https://acme.openai.azure.com/openai/v1',
      answer: () => ({
        status: 401,
        body: {
          error: {
            code: '401',
            message:
              'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
          },
        },
      }),
      expect: {
        free: { ...inTheirWords, unasked: 0 },
        real: inTheirWords,
      },
    },
    {
      name: 'OpenRouter without credit',
      baseUrl: 'https://openrouter.ai/api/v1',
      answer: theirs({
        status: 402,
        body: {
          error: {
            message: 'Insufficient credits. Add more using https://openrouter.ai/settings/credits',
            code: 402,
          },
        },
      }),
      expect: { free: quiet, real: inTheirWords },
    },
    {
      name: 'vLLM without the model',
      baseUrl: gateway,
      answer: theirs(
        {
          status: 404,
          body: {
            object: 'error',
            message: `The model \`${MODEL}\` does not exist.`,
            type: 'NotFoundError',
            param: null,
            code: 404,
          },
        },
        ['qwen-3-32b'],
      ),
      expect: {
        list: { ...quiet, state: ['not_listed', 'unknown'], never: ['project_lacks_model'] },
        free: quiet,
        real: inTheirWords,
      },
    },
    {
      name: 'Ollama without the model',
      baseUrl: 'http://127.0.0.1:11434/v1',
      answer: theirs(
        {
          status: 404,
          body: {
            error: {
              message: `model "${MODEL}" not found, try pulling it first`,
              type: 'api_error',
              param: null,
              code: null,
            },
          },
        },
        ['qwen3:8b'],
      ),
      expect: { free: quiet, real: inTheirWords },
    },
    {
      // The budget is the gateway's own; OpenAI's billing page has no part in it.
      name: 'LiteLLM’s own budget is used up',
      baseUrl: gateway,
      answer: theirs({
        status: 400,
        body: {
          error: {
            message: 'Budget has been exceeded! Current cost: 25.1, Max budget: 25.0',
            type: 'budget_exceeded',
            param: null,
            code: '400',
          },
        },
      }),
      expect: { free: quiet, real: inTheirWords },
    },
    {
      name: 'a gateway that has no list, and answers',
      baseUrl: gateway,
      answer: (seen) =>
        seen.path === '/models'
          ? { status: 404, body: { detail: 'Not Found' } }
          : plain(serves({ ...seen, invalid: false })),
      expect: {
        list: { ...quiet, state: ['unknown'] },
        free: quiet,
        real: { outcome: ['open'], state: ['confirmed'] },
      },
    },
    {
      name: 'a gateway that is paused, in plain words',
      baseUrl: gateway,
      answer: theirs({ status: 429, headers: { 'content-type': 'text/plain' }, body: 'Too Many Requests' }),
      expect: {
        free: quiet,
        real: { ...byThem('rate_limited', 'other_vendor'), never: ['quota_or_billing'] },
        watch: { proven: false },
      },
    },
    {
      // The paste is OpenAI's, the key's host is not: the sentence may have been passed on, and whose project it is isn't known.
      name: 'OpenAI’s sentence, and a gateway that serves the model',
      baseUrl: gateway,
      text: printed(lacks(MODEL)),
      answer: (seen) => plain(serves({ ...seen, invalid: false })),
      expect: {
        both: { outcome: ['refused', 'undecided'], atMost: 'likely', unasked: 0, proven: false },
        watch: { proven: false, unasked: 0 },
      },
    },
    {
      name: 'another owner’s host in the clothes of OpenAI’s',
      baseUrl: 'https://api.openai.com.acme.example/v1',
      answer: theirs(lacks(MODEL), SHORT_LIST),
      expect: { free: quiet, real: byThem('project_lacks_model', 'other_vendor') },
    },
    {
      name: 'OpenAI’s home with the port written out',
      baseUrl: 'https://api.openai.com:443/v1',
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: { free: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }) },
    },
  ];
  return worlds('services in OpenAI’s likeness', rows);
}
