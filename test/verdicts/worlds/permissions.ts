/** What a key may do at all: its scopes, its role, its owner, its life, and what sort of key it is. */
import {
  type Expected,
  LISTED,
  lacks,
  MODEL,
  NAME_UNKNOWN,
  OTHER_PROJECT,
  OWN_PROJECT,
  ownProjectOf,
  printed,
  type Row,
  type Rules,
  refusal,
  refused,
  type Said,
  SHORT_LIST,
  server,
  steps,
  type World,
  worlds,
} from '../world';

const scopes = (status: number, names: string): Said =>
  refusal(
    status,
    `You have insufficient permissions for this operation. Missing scopes: ${names}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.`,
  );
const posts = (said: Said): Rules => ({
  list: LISTED,
  door: ({ path }) => (path === '/models' ? null : said),
});
const byScope = refused(['key_scope'], { layer: ['scope'], state: ['denied', 'unknown', 'listed'] });

/** Permissions that a key or its owner lacks. */
export function permissionWorlds(): readonly World[] {
  const rows: readonly Row[] = [
    {
      // Role and key together make the right: a viewer reads the list and may not infer.
      name: 'a viewer reads the list and may not ask',
      rules: posts(scopes(401, 'model.request')),
      expect: { list: { outcome: ['undecided'], state: ['listed'], proven: false }, ...steps(byScope) },
    },
    {
      // Write on one endpoint is not enough without the parent row, and the sentence names the parent.
      name: 'writes responses, lacks the parent permission',
      rules: {
        list: LISTED,
        door: ({ path }) => (path === '/responses' ? scopes(401, 'model.request') : null),
      },
      expect: {
        free: { ...byScope, outcome: ['refused', 'open', 'undecided'], cause: ['key_scope', 'none'] },
      },
    },
    {
      name: 'a service account without any role',
      rules: {
        door: ({ path }) =>
          scopes(path === '/models' ? 403 : 401, path === '/models' ? 'api.model.read' : 'api.model.request'),
      },
      expect: {
        list: {
          outcome: ['undecided', 'refused'],
          cause: ['none', 'key_scope'],
          never: ['project_lacks_model'],
          state: ['unknown'],
        },
        ...steps(byScope),
      },
    },
    {
      // Administration keys have no inference; the list is closed to them as well.
      name: 'a key of administration',
      rules: { door: () => scopes(403, 'api.model.request') },
      expect: steps(byScope),
    },
    {
      // The permission of one endpoint says nothing of another.
      name: 'embeddings alone are permitted',
      model: 'text-embedding-3-small',
      rules: {
        list: ['text-embedding-3-small', 'text-embedding-3-large', MODEL],
        door: ({ path }) =>
          path === '/models' || path === '/embeddings' ? null : scopes(401, 'api.responses.write'),
      },
      expect: { real: { outcome: ['open'], state: ['confirmed'] } },
    },
    {
      name: 'pictures are not permitted',
      model: 'gpt-image-2',
      rules: {
        list: [...LISTED, 'gpt-image-2'],
        door: ({ path }) => (path.startsWith('/images') ? scopes(401, 'api.images.write') : null),
      },
      expect: { free: { ...byScope, outcome: ['refused', 'undecided'], cause: ['key_scope', 'none'] } },
    },
    {
      // The pasted call was one of administration: it tells nothing of the model.
      name: 'the error is of an endpoint of administration',
      text: 'requests.exceptions.HTTPError: 403 {"error":"You have insufficient permissions for this operation. Missing scopes: api.management.read."} for url: https://api.openai.com/v1/organization/projects',
      rules: { list: LISTED, access: ownProjectOf(LISTED) },
      expect: {
        text: refused(['key_scope']),
        both: { outcome: ['refused', 'open'], cause: ['key_scope', 'none'], state: ['passed_free_test'] },
        real: { outcome: ['refused', 'open'], cause: ['key_scope', 'none'], state: ['confirmed'] },
      },
    },
    {
      // A key may ask and not list: nothing is there to compare with, so that a free test may prove nothing.
      name: 'may ask, may not list',
      rules: { list: scopes(403, 'api.model.read'), validatesFirst: true },
      expect: {
        list: { outcome: ['undecided'], cause: ['none'], state: ['unknown'] },
        free: { outcome: ['open', 'undecided'], atMost: 'possible', proven: false },
        real: { outcome: ['open'], state: ['confirmed'] },
        watch: { proven: false },
      },
    },
  ];
  return worlds('permissions of a key', rows);
}

/** A key that no longer counts, or of another sort. */
export function livesOfKeys(): readonly World[] {
  const door = (said: Said): Rules => ({ door: () => said });
  const byKey = (...causes: string[]): Expected =>
    refused(causes, { layer: ['key', 'belonging'], state: ['unknown', 'denied'] });
  const unknownWords = (...causes: string[]): Expected => ({
    outcome: ['undecided', 'refused'],
    cause: ['none', ...causes],
    never: ['wrong_endpoint_or_parameter', 'project_lacks_model'],
    atMost: 'likely',
    proven: false,
  });
  const rows: readonly Row[] = [
    {
      // Keys can expire since September 2026. The code isn't recorded, but the sentence says it plainly, so that it may be certain.
      name: 'expired',
      rules: door(refusal(401, 'Your API key has expired.', { code: 'expired_api_key' })),
      expect: steps(byKey('key_invalid')),
    },
    {
      name: 'of another vendor',
      rules: door(
        refusal(
          401,
          'Incorrect API key provided: sk-ant-a******************9QAA. You can find your API key at https://platform.openai.com/account/api-keys.',
          {
            code: 'invalid_api_key',
          },
        ),
      ),
      expect: steps(byKey('key_invalid')),
    },
    {
      name: 'of a person who left the project',
      rules: door(
        refusal(401, 'You do not have access to the project tied to the API key.', {
          code: 'invalid_project',
        }),
      ),
      expect: steps(byKey('org_or_project_mismatch', 'project_archived')),
    },
    {
      name: 'of a person who left the organization',
      rules: door(refusal(401, 'You do not have access to the organization tied to the API key.')),
      expect: steps(byKey('org_or_project_mismatch')),
    },
    {
      name: 'of an archived project',
      rules: door(
        refusal(401, 'The project you are requesting has been archived and is no longer accessible.', {
          code: 'not_authorized_invalid_project',
        }),
      ),
      expect: steps(byKey('project_archived')),
    },
    {
      name: 'of an account that was closed',
      rules: door(
        refusal(401, 'The OpenAI account associated with this API key has been deactivated.', {
          code: 'account_deactivated',
        }),
      ),
      expect: steps(byKey('account_disabled')),
    },
    {
      // Mutual TLS: the key may be in order, so neither the key nor the endpoint is at fault for certain.
      name: 'without the client’s certificate',
      rules: door(
        refusal(401, 'A client certificate is required to access this project.', {
          code: 'client_certificate_required',
        }),
      ),
      expect: steps(unknownWords('keyless_sign_in')),
    },
    {
      // Our request did carry the key, so that something between us and the API takes it out.
      name: 'taken out of the request on its way',
      rules: door(
        refusal(
          401,
          "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        ),
      ),
      expect: steps(byKey('key_missing')),
    },
  ];
  return worlds('the life of a key', rows);
}

/** Which project and organization a request is counted to. */
export function belongingWorlds(): readonly World[] {
  const silent = server({
    list: LISTED,
    access: (asked) =>
      LISTED.includes(asked)
        ? null
        : refusal(404, `The model \`${asked}\` ${NAME_UNKNOWN}`, { code: 'model_not_found' }),
  });
  const rows: readonly Row[] = [
    {
      // Two projects refuse: the one of the key, and the one that was pasted.
      name: 'another project refused, and the key’s own refuses too',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: { list: SHORT_LIST, access: ownProjectOf(SHORT_LIST) },
      expect: {
        both: refused(['project_lacks_model', 'org_or_project_mismatch'], { state: ['denied'] }),
        real: refused(['project_lacks_model', 'org_or_project_mismatch'], { state: ['denied'] }),
        watch: { proven: false },
      },
    },
    {
      // Older answers name no project, nor do these refusals: that the pasted one is not the key's own isn't known.
      name: 'answers that never name their project',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      answer: (seen) => ({ ...silent(seen), headers: { 'x-request-id': 'req_1' } }),
      expect: {
        both: {
          outcome: ['open', 'undecided', 'refused'],
          never: ['org_or_project_mismatch'],
          atMost: 'likely',
        },
      },
    },
    {
      // One key, two names of projects: no conclusion from their difference can be certain.
      name: 'the refusal names another project than the other answers do',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: {
        list: SHORT_LIST,
        access: (asked) => (asked === MODEL ? lacks(asked, OTHER_PROJECT) : ownProjectOf(SHORT_LIST)(asked)),
      },
      expect: {
        both: refused(['project_lacks_model'], { atMost: 'likely', state: ['denied'] }),
        watch: { proven: false },
      },
    },
    {
      // A legacy key goes to its default project, which refuses by its own name.
      name: 'a legacy key, its default project refuses as well',
      keyKind: 'legacy',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: { access: (asked, { project }) => lacks(asked, project ?? OWN_PROJECT) },
      expect: {
        both: refused(['project_lacks_model'], { atMost: 'likely' }),
        watch: { proven: false },
      },
    },
    {
      // The key may not even name the project that was pasted: it isn't a member of it.
      name: 'a legacy key that is no member of the pasted project',
      keyKind: 'legacy',
      text: printed(lacks(MODEL, OTHER_PROJECT)),
      rules: {
        list: LISTED,
        door: ({ project }) =>
          project === OTHER_PROJECT
            ? refusal(401, 'OpenAI-Project header should match project for API key', {
                code: 'mismatched_project',
              })
            : null,
      },
      expect: { both: { outcome: ['refused', 'undecided'], proven: false }, watch: { proven: false } },
    },
  ];
  return worlds('whose project it is', rows);
}
