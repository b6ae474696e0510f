/** Failing calls that asked otherwise than our tests do, and texts that hold more than one thing. */
import {
  type Expected,
  lacks,
  MODEL,
  ownProjectOf,
  printed,
  type Row,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  serving,
  type World,
  worlds,
} from '../world';

/** The failing call asked something else than our tests do, which pass. */
export function differingCalls(): readonly World[] {
  const row = (
    name: string,
    said: Said | string,
    causes: readonly string[],
    contrasts: readonly string[],
    model = MODEL,
  ): Row => {
    const differs: Expected = {
      contrast: contrasts,
      state: ['passed_free_test', 'confirmed'],
      proven: false,
    };
    // What was refused to another key or sign-in leaves this key's answer as it is, beside the difference.
    const expected: Expected =
      causes.length === 0 ? { ...differs, outcome: ['open'] } : refused(causes, differs);
    return {
      name,
      model,
      text: typeof said === 'string' ? said : printed(said),
      rules: serving(model),
      expect: { both: expected, real: { ...expected, state: ['confirmed'] }, watch: { proven: false } },
    };
  };
  const unfit = ['wrong_endpoint_or_parameter'];
  return worlds('the failing call asked otherwise', [
    row(
      'samples from a model of embeddings',
      refusal(403, 'You are not allowed to sample from this model'),
      unfit,
      ['endpoint_or_parameter'],
      'text-embedding-3-large',
    ),
    row(
      'asks chats for a model of responses',
      refusal(404, 'This model is only supported in v1/responses and not in v1/chat/completions.', {
        param: 'model',
      }),
      unfit,
      ['endpoint_or_parameter'],
      'gpt-5.5-pro',
    ),
    row(
      'uses a tool that the model lacks',
      refusal(400, `Hosted tool 'image_generation' is not supported with ${MODEL}.`, { param: 'tools' }),
      unfit,
      ['endpoint_or_parameter', 'feature'],
    ),
    row(
      'asks for a summary of the reasoning',
      refusal(
        400,
        'Your organization must be verified to generate reasoning summaries. Please go to: https://platform.openai.com/settings/organization/general and click on Verify Organization.',
        {
          param: 'reasoning.summary',
          code: 'unsupported_value',
        },
      ),
      ['org_unverified'],
      ['verification'],
    ),
    row(
      'a page instead of JSON came back',
      `SyntaxError: Unexpected token '<', "<!DOCTYPE html>"... is not valid JSON\n    at JSON.parse`,
      ['not_from_api', 'network', 'other_vendor', 'wrong_endpoint_or_parameter', 'ip_blocked'],
      ['way', 'service', 'host', 'address'],
    ),
    row(
      'is of a member who left',
      refusal(401, 'You must be a member of an organization to use the API.', { code: 'no_organization' }),
      [],
      ['membership', 'another_key'],
    ),
    row(
      'names another key',
      refusal(
        401,
        'Incorrect API key provided: sk-proj-****Qq7Q. You can find your API key at https://platform.openai.com/account/api-keys.',
        { code: 'invalid_api_key' },
      ),
      [],
      ['another_key'],
    ),
    row(
      'went to a deployment on Azure',
      `openai.NotFoundError: Error code: 404 - {'error': {'code': 'DeploymentNotFound', 'message': 'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.'}} https://acme.openai.azure.com/openai/deployments/x`,
      ['other_vendor'],
      ['service'],
    ),
    row(
      'is signed in with ChatGPT instead of a key',
      `{"detail":"The '${MODEL}' model is not supported when using Codex with a ChatGPT account."}`,
      [],
      ['sign_in'],
    ),
  ]);
}

/** The text is of another model than the person asks about, or holds several failures. */
export function mixedTexts(): readonly World[] {
  const second = 'text-embedding-3-small';
  return worlds('texts of several things', [
    {
      // A framework's hidden second model is refused; the one that is asked about answers.
      name: 'the second model of a framework is refused',
      text: printed(lacks(second)),
      rules: serving(),
      expect: {
        both: { outcome: ['open', 'undecided'], never: ['project_lacks_model'], state: ['passed_free_test'] },
        real: { outcome: ['open'], never: ['project_lacks_model'], state: ['confirmed'] },
      },
    },
    {
      name: 'first a pace, then the project',
      text: `RateLimitError: 429 Rate limit reached for ${MODEL} on requests per min (RPM): Limit 3, Used 3. retrying in 20s\n${printed(lacks(MODEL))}`,
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: {
        text: refused(['project_lacks_model'], { atMost: 'likely' }),
        both: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }),
      },
    },
    {
      // The names of alias and snapshot are compared literally: the text is of the snapshot.
      name: 'the snapshot is refused, its alias answers',
      text: printed(lacks(`${MODEL}-2026-04-23`)),
      rules: serving(),
      expect: {
        both: { outcome: ['open', 'undecided'], never: ['project_lacks_model'], state: ['passed_free_test'] },
      },
    },
    {
      name: 'a stream broke off with the project’s sentence',
      text: `stream disconnected before completion: Project \`proj_Own1Qw2Er3Ty4Ui5Op6As7Df8\` does not have access to model \`${MODEL}\``,
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: {
        text: refused(['project_lacks_model'], { atMost: 'likely' }),
        both: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }),
      },
    },
    {
      name: 'a handshake was refused without a word',
      text: 'Error: Unexpected server response: 403\n    at ClientRequest.<anonymous> (node_modules/ws/lib/websocket.js:913:7)',
      rules: serving(),
      expect: {
        text: { never: ['project_lacks_model', 'region_blocked', 'key_invalid'], atMost: 'likely' },
        both: { never: ['project_lacks_model', 'region_blocked', 'key_invalid'] },
      },
    },
  ]);
}
