/** Keys of several homes, and hosts of OpenAI and of others. */
import {
  type Expected,
  everywhere,
  lacks,
  listing,
  MODEL,
  NAME_UNKNOWN,
  notOpen,
  OTHER_PROJECT,
  OWN_PROJECT,
  others,
  printed,
  type Rules,
  refusal,
  refused,
  SHORT_LIST,
  server,
  success,
  type World,
  worlds,
} from '../world';

/** Keys of several homes, and hosts of OpenAI and of others. */
export function oddHomes(): readonly World[] {
  const wrongHeader = refusal(401, 'OpenAI-Project header should match project for API key', {
    code: 'mismatched_project',
  });
  const wrongOrganization = refusal(401, 'OpenAI-Organization header should match organization for API key', {
    code: 'mismatched_organization',
  });
  const wrongHost = (host: string) =>
    refusal(
      401,
      `Attempted to access resource with incorrect regional hostname. Please make your request to ${host}.api.openai.com`,
      { code: 'incorrect_hostname' },
    );
  const list = [...SHORT_LIST, MODEL];
  const works: Rules = { list, access: others(MODEL, null) };
  const EU = 'https://eu.api.openai.com/v1';
  const gateway = 'https://gateway.example/v1';
  const taking: World['answer'] = (seen) => ({
    ...(seen.path === '/models' ? listing(['llama-3-70b']) : success(seen.path, seen.model)),
    headers: {},
  });
  const unbilled: Expected = { outcome: ['undecided'], proven: false, unasked: 0 };
  return worlds('odd homes and hosts', [
    {
      name: 'a key of several, refused that project',
      keyKind: 'legacy',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: {
        ...works,
        door: ({ project }) => (project === null || project === OWN_PROJECT ? null : wrongHeader),
      },
      expect: { both: { ...notOpen }, real: { ...notOpen }, watch: { proven: false } },
    },
    {
      name: 'a key of several, a wrong organization was sent',
      keyKind: 'legacy',
      text: printed(wrongOrganization),
      rules: works,
      expect: {
        both: refused(['org_or_project_mismatch'], { contrast: ['header'] }),
        watch: { proven: false },
      },
    },
    {
      name: 'a key of several, its own project',
      keyKind: 'legacy',
      text: printed(lacks(MODEL)),
      rules: works,
      expect: { both: { outcome: ['open'], atMost: 'likely' }, real: { outcome: ['open'] } },
    },
    {
      name: 'a key of several, a name not known elsewhere',
      keyKind: 'legacy',
      text: printed(refusal(404, `The model \`${MODEL}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' })),
      rules: works,
      expect: { both: { atMost: 'likely', proven: false } },
    },
    {
      name: 'Europe refuses by project',
      baseUrl: EU,
      text: printed(lacks(MODEL)),
      rules: { list: SHORT_LIST, access: others(MODEL, lacks(MODEL)) },
      expect: everywhere(refused(['project_lacks_model'], { atMost: 'likely' })),
    },
    {
      name: 'Europe is the wrong host',
      baseUrl: EU,
      text: printed(wrongHost('us')),
      rules: { door: () => wrongHost('us') },
      expect: everywhere(refused(['wrong_endpoint_or_parameter'])),
    },
    {
      name: 'Europe works, elsewhere was asked',
      baseUrl: EU,
      text: printed(wrongHost('eu')),
      rules: works,
      expect: {
        both: refused(['wrong_endpoint_or_parameter'], { contrast: ['host'] }),
        watch: { proven: false },
      },
    },
    {
      name: 'a look-alike of OpenAI’s host',
      model: 'llama-3-70b',
      baseUrl: 'https://api.openai.com.example/v1',
      answer: taking,
      expect: { free: unbilled, watch: { proven: false, unasked: 0 } },
    },
    {
      name: 'OpenAI’s host on another port',
      model: 'llama-3-70b',
      baseUrl: 'https://api.openai.com:8443/v1',
      answer: taking,
      expect: { free: unbilled, watch: { proven: false, unasked: 0 } },
    },
    {
      name: 'Azure',
      baseUrl: 'https://acme.openai.azure.com/openai/v1',
      answer: server({
        door: () => ({
          status: 404,
          body: {
            error: {
              code: 'DeploymentNotFound',
              message: 'The API deployment for this resource does not exist.',
            },
          },
        }),
      }),
      expect: { free: { ...notOpen, unasked: 0 }, real: refused(['other_vendor']) },
    },
    {
      name: 'a gateway’s own key upstream is refused',
      model: 'llama-3-70b',
      baseUrl: gateway,
      answer: (seen) =>
        seen.path === '/models'
          ? { ...listing(['llama-3-70b']), headers: {} }
          : {
              status: 401,
              body: {
                error: {
                  message:
                    'litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: sk-proj-***. You can find your API key at https://platform.openai.com/account/api-keys.',
                  type: 'auth_error',
                  param: null,
                  code: '401',
                },
              },
            },
      expect: { real: { ...notOpen, atMost: 'likely' } },
    },
    {
      name: 'a gateway without the model',
      model: 'gpt-9',
      baseUrl: gateway,
      answer: (seen) =>
        seen.path === '/models'
          ? { ...listing(['llama-3-70b']), headers: {} }
          : { status: 404, body: { error: { message: 'No endpoints found for gpt-9.', code: 404 } } },
      expect: { real: { ...notOpen, cause: ['other_vendor', 'none', 'model_missing_or_no_access'] } },
    },
    {
      name: 'Groq blocks the project',
      baseUrl: 'https://api.groq.com/openai/v1',
      answer: server({
        access: () =>
          refusal(
            403,
            `The model \`${MODEL}\` is blocked at the project level. Please have a project admin enable this model in the project settings at https://console.groq.com/settings/project/limits`,
            { type: 'permissions_error', code: 'model_permission_blocked_project' },
          ),
      }),
      expect: { real: refused(['other_vendor']) },
    },
    {
      name: 'the text is a proxy’s, without a body',
      text: 'openai.PermissionDeniedError: 403 status code (no body)',
      rules: works,
      expect: {
        both: { cause: ['not_from_api', 'network', 'none', 'other_vendor'], atMost: 'likely', proven: false },
        real: {
          cause: ['not_from_api', 'network', 'other_vendor', 'none'],
          outcome: ['refused', 'undecided'],
        },
        watch: { proven: false },
      },
    },
    {
      name: 'the text is of a Bedrock client',
      text: 'at OpenAI.makeStatusError (node_modules/openai/src/client.ts:477)\n403 {"message":"User: arn:aws:iam::1:user/x is not authorized to perform: bedrock:InvokeModel"}',
      rules: works,
      expect: { both: { cause: ['other_vendor'], proven: false }, watch: { proven: false } },
    },
  ]);
}
