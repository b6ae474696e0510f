/** What failed was sent otherwise than our tests: with other headers, for another project, or to another service. */
import {
  type Expected,
  lacks,
  MODEL,
  OTHER_PROJECT,
  OWN_PROJECT,
  ownProjectOf,
  printed,
  refusal,
  refusedFor,
  type Said,
  SHORT_LIST,
  server,
  type World,
} from '../world';

/** The failing request differs from a test of ours in just what was refused. */
export function senderWorlds(): readonly World[] {
  const forms: readonly (readonly [string, string, Said])[] = [
    [
      'org_or_project_mismatch',
      'header',
      refusal(401, 'OpenAI-Project header should match project for API key', { code: 'mismatched_project' }),
    ],
    [
      'org_or_project_mismatch',
      'header',
      refusal(401, 'OpenAI-Organization header should match organization for API key', {
        code: 'mismatched_organization',
      }),
    ],
    [
      'key_missing',
      'no_key',
      refusal(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
      ),
    ],
    [
      'region_blocked',
      'place',
      refusal(403, 'Country, region, or territory not supported', {
        type: 'request_forbidden',
        code: 'unsupported_country_region_territory',
      }),
    ],
    [
      'ip_blocked',
      'address',
      refusal(401, 'Your IP 203.0.113.9 is not authorized to access this organization.'),
    ],
    [
      'other_vendor',
      'service',
      {
        status: 404,
        body: {
          error: {
            code: 'DeploymentNotFound',
            message: 'The API deployment for this resource does not exist.',
          },
        },
      },
    ],
    [
      'wrong_endpoint_or_parameter',
      'host',
      refusal(
        401,
        'Attempted to access resource with incorrect regional hostname. Please make your request to eu.api.openai.com',
        { code: 'incorrect_hostname' },
      ),
    ],
    [
      'org_unverified',
      'verification',
      refusal(
        400,
        'Your organization must be verified to stream this model. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        { param: 'stream', code: 'unsupported_value' },
      ),
    ],
    [
      'wrong_endpoint_or_parameter',
      'endpoint_or_parameter',
      refusal(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        { param: 'max_tokens', code: 'unsupported_parameter' },
      ),
    ],
  ];
  return forms.flatMap(([cause, differs, said], form) =>
    [MODEL, 'text-embedding-3-large'].map((model): World => {
      const expected = refusedFor(cause, { contrast: [differs], state: ['passed_free_test', 'confirmed'] });
      return {
        kind: 'only the sender is refused',
        name: `${differs} ${form}, ${model}`,
        model,
        text: printed(said),
        answer: server({ list: [...SHORT_LIST, model], access: ownProjectOf([...SHORT_LIST, model]) }),
        expect: {
          text: refusedFor(cause),
          both: expected,
          real: { ...expected },
          watch: { proven: false },
        },
      };
    }),
  );
}

/** The pasted error is of another project than the key's own, or of another one that the key reaches by a header. */
export function projectWorlds(): readonly World[] {
  return [MODEL, 'text-embedding-3-large', 'gpt-6-sol'].flatMap((model): readonly World[] => [
    {
      kind: 'another project',
      name: `a key of one project, ${model}`,
      model,
      text: printed(lacks(model, OTHER_PROJECT)),
      answer: server({ list: [...SHORT_LIST, model], access: ownProjectOf([...SHORT_LIST, model]) }),
      expect: {
        both: refusedFor('org_or_project_mismatch', { state: ['passed_free_test', 'confirmed'] }),
        watch: { proven: false },
      },
    },
    {
      kind: 'another project',
      name: `a key that reaches several, ${model}`,
      model,
      keyKind: 'legacy',
      text: printed(lacks(model, OTHER_PROJECT)),
      answer: server({
        list: [...SHORT_LIST, model],
        project: ({ project }) => project ?? OWN_PROJECT,
        access: (asked, { project }) => (project === OTHER_PROJECT ? lacks(asked, OTHER_PROJECT) : null),
      }),
      expect: {
        both: refusedFor('project_lacks_model', { atMost: 'likely' }),
        real: refusedFor('project_lacks_model', { atMost: 'likely' }),
        watch: { proven: false },
      },
    },
  ]);
}

/** Services that are not OpenAI: nothing that may be billed is sent unasked, and nothing of OpenAI's is concluded. */
export function gatewayWorlds(): readonly World[] {
  const baseUrl = 'https://gateway.example/v1';
  const foreign = ['llama-3-70b', 'qwen-2-72b', 'mistral-large'];
  const plain = (said: Said): Said => ({ ...said, headers: {} });
  const answer =
    (inner: World['answer']): World['answer'] =>
    (seen) =>
      plain(inner(seen));
  const served = answer((seen) => server({ list: foreign })({ ...seen, invalid: false }));
  const chatOnly = (list: readonly string[]): World['answer'] =>
    answer(server({ list, paths: ['/chat/completions'] }));
  const passing = answer(server({ list: ['gpt-5.5-gw'], access: (asked) => lacks(asked) }));
  const cannotTell: Expected = { outcome: ['undecided'], proven: false, unasked: 0 };
  return [
    {
      kind: 'another host',
      name: 'serves what should be invalid',
      model: 'llama-3-70b',
      text: '',
      baseUrl,
      answer: served,
      expect: { free: cannotTell, real: { outcome: ['open'] }, watch: { proven: false, unasked: 0 } },
    },
    {
      kind: 'another host',
      name: 'on this machine',
      model: 'qwen-2-72b',
      text: '',
      baseUrl: 'http://127.0.0.1:4000/v1',
      answer: served,
      expect: { free: cannotTell, real: { outcome: ['open'] } },
    },
    {
      kind: 'another host',
      name: 'has chats alone',
      model: 'llama-3-70b',
      text: '',
      baseUrl,
      answer: chatOnly(foreign),
      expect: { free: cannotTell, real: { outcome: ['open'], state: ['confirmed'] } },
    },
    {
      kind: 'another host',
      name: 'lacks the model on its list',
      model: 'gpt-5.5',
      text: '',
      baseUrl,
      answer: chatOnly(foreign),
      expect: { list: { ...cannotTell, cause: ['none'], rivals: ['gateway_list'] } },
    },
    {
      kind: 'another host',
      name: 'passes the project’s sentence on',
      model: 'gpt-5.5',
      text: printed(lacks('gpt-5.5')),
      baseUrl,
      answer: passing,
      expect: {
        real: refusedFor('project_lacks_model', { atMost: 'likely', rivals: ['gateway_list'] }),
        watch: { proven: false, unasked: 0 },
      },
    },
  ];
}
