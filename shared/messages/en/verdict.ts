/** Sentences of the verdict card and the ladder. */
export const verdict = {
  outcome: {
    refused: 'The call is refused',
    open: 'Access is open',
    undecided: 'Not decided yet',
    not_an_error: 'This is not a failure',
  },
  confidence: {
    certain: 'Certain',
    likely: 'Likely',
    possible: 'Possible',
  },
  confidenceHelp: {
    certain: 'The API or the text says exactly this.',
    likely: 'This fits the evidence best; another cause would give the same evidence.',
    possible: 'This fits, but so do other causes.',
  },
  proven: {
    name: 'Proven',
    help: {
      free_tests: '{{successes}} free tests in a row over {{seconds}} s got past every check that they meet.',
      real_request: '{{successes}} successes in a row over {{seconds}} s, a real request among them.',
    },
  },
  cause: {
    project_lacks_model: {
      title: 'The project is not allowed to use this model',
      short: 'No project access',
      explanation:
        'The API says that the project may not use this model. Most often it is missing from the project’s allowed models, or it is on its blocked models. The API sends the same sentence when the organization itself does not have the model. A new key in the same project would not help.',
    },
    model_missing_or_no_access: {
      title: 'This model name is not known to the organization',
      short: 'Name not known',
      explanation:
        'Either the name is misspelled or never existed, or the organization has no access to it. The API uses one sentence for both.',
    },
    model_retired: {
      title: 'This model has been retired',
      short: 'Retired',
      explanation:
        'OpenAI has shut the model down. No setting brings it back; the call needs another model name.',
    },
    org_unverified: {
      title: 'The organization has to be verified first',
      short: 'Not verified',
      explanation:
        'OpenAI asks organizations to verify their identity before they use this model or feature. The project’s model list has nothing to do with it.',
    },
    key_invalid: {
      title: 'The API key is not accepted',
      short: 'Key refused',
      explanation:
        'The key was revoked, has expired, was copied only in part, or belongs to another service.',
    },
    key_missing: {
      title: 'No API key was sent',
      short: 'No key sent',
      explanation:
        'The program called the API without a key: the variable or setting that should hold it is empty or is not read.',
    },
    key_scope: {
      title: 'The key, or your role, lacks a permission',
      short: 'No permission',
      explanation:
        'The key is real, but it is restricted, or your role in the project does not include this kind of request. This is not about the model.',
    },
    org_or_project_mismatch: {
      title: 'The call goes to another project or organization than you think',
      short: 'Wrong project',
      explanation:
        'The key belongs to one project while the error, a header or a variable names another. Whatever is changed in the wrong project has no effect.',
    },
    project_archived: {
      title: 'The project is archived',
      short: 'Project archived',
      explanation: 'An archived project no longer answers calls, and it cannot be brought back.',
    },
    quota_or_billing: {
      title: 'A payment limit stops the call',
      short: 'Payment limit',
      explanation:
        'There is no credit left, a spend limit has been reached, or billing is not active. Access to the model is not decided by this.',
    },
    rate_limited: {
      title: 'Too many requests at once',
      short: 'Too many requests',
      explanation:
        'The key may use the model, but not this often. If the limit given is 0, the model has no quota here at all.',
    },
    region_blocked: {
      title: 'This country or region is not supported',
      short: 'Region not served',
      explanation:
        'The request came from an address in a place that OpenAI does not serve, often because of a VPN or a cloud server’s location.',
    },
    ip_blocked: {
      title: 'Your network address is not let through',
      short: 'Address blocked',
      explanation:
        'An IP allowlist of the organization, or a filter in front of the API, refuses the address the request came from.',
    },
    wrong_endpoint_or_parameter: {
      title: 'The request does not suit this model',
      short: 'Unsuitable request',
      explanation:
        'The endpoint, the host or a parameter does not fit the model. Access itself is not the problem, as far as this text shows.',
    },
    account_disabled: {
      title: 'The account or organization is disabled',
      short: 'Account disabled',
      explanation: 'OpenAI has switched off the account or the organization behind this key.',
    },
    feature_not_enabled: {
      title: 'A feature is switched off for this organization',
      short: 'Feature off',
      explanation:
        'The model may be usable, but the feature that the request asks for is not available under the organization’s settings.',
    },
    other_vendor: {
      title: 'This refusal comes from another service',
      short: 'Another service',
      explanation: 'The text was not written by OpenAI’s API. Nothing in OpenAI’s console can change it.',
    },
    server_error: {
      title: 'The API had a fault of its own',
      short: 'Server fault',
      explanation: 'The server failed while handling the request. This says nothing about your access.',
    },
    network: {
      title: 'The API was not reached',
      short: 'Not reached',
      explanation:
        'The request did not arrive, or its answer did not come back. This says nothing about the key or the model.',
    },
    not_from_api: {
      title: 'The answer did not come from the API',
      short: 'Not from the API',
      explanation:
        'What answered sent a web page, or nothing at all, where the API sends JSON with a reason. It may be a proxy, a gateway, a log-in page, or an address without “/v1”. This says nothing about the key or the model.',
    },
    safety_restricted: {
      title: 'A safety programme restricts this request',
      short: 'Safety restriction',
      explanation:
        'OpenAI refuses the content of the request, or the organization or project is not in the access programme that it needs. The project’s model list has nothing to do with it.',
    },
    keyless_sign_in: {
      title: 'The sign-in without a key failed',
      short: 'Sign-in failed',
      explanation:
        'The program signs in with an identity token or a certificate instead of an API key, and that was refused before any model was asked for.',
    },
    reason_not_shown: {
      title: 'Your client kept the API’s reason to itself',
      short: 'Reason not shown',
      explanation:
        'The API sends its reason with each refusal, but this client prints the status alone. The same status is used for several causes, so that it decides nothing.',
    },
    not_an_error: {
      title: 'No failure was found in this text',
      short: 'No failure',
      explanation: 'The text may mention models or keys, but it does not report a refused call.',
    },
  },
  needed: {
    failure:
      'Missing here: the line in which your program says that the call failed, such as “Error code: 403 - {…}”.',
    rest: 'The text breaks off in the middle of the answer. Missing here: the rest of the message, and the “code” behind it.',
    status: 'Missing here: the HTTP status of the answer, as in “Error code: 403”.',
    body: 'Missing here: the body of the answer, which holds the API’s reason. Look for a line with “error” and “message”, or let the program print it.',
    code: 'Missing here: the “type” and “code” that stand beside the message in the body of the answer.',
    host: 'Missing here: the address that was called, as in “POST https://api.openai.com/v1/responses”. It tells whose answer this is.',
    key: 'Missing here: of which kind the key is. Its beginning tells, such as “sk-proj-”; leave out the rest.',
  },
  otherKey: {
    other_project: {
      title: 'The tested key is not of the project that the error names',
      explanation:
        'Choose a key of the error’s project to test what the error is about. If your program is meant to send this key, it sends another one, and nothing that you change in this key’s project has an effect. The error by itself says: “{{cause}}”.',
    },
    key_refused: {
      title: 'The tested key is not accepted',
      explanation:
        'The key of the failed call was accepted, so this is another key, or it has been revoked since. Choose the key that your program sends. The error by itself says: “{{cause}}”.',
    },
  },
  wrongHost: {
    title: 'The call went to the wrong host',
    short: 'Wrong host',
    explanation:
      'The project is bound to a region and answers on that region’s host alone. Set the host that the message names as the base URL; access to the model is not decided by this.',
  },
  gateway: {
    title: 'The service behind this address refuses the model',
    explanation:
      'The key is used with an address that is not OpenAI’s. Whose list refuses the model is not known: it may be a list of that service, or the OpenAI project that it uses. Ask whoever runs the service.',
  },
  contrast: {
    header:
      'From here the same key was answered. Our tests send the organization and project headers that are set for the key, or none. The failing program sends a header that does not fit the key: remove it, or set it to one that does.',
    membership:
      'The chosen key was answered. The refusal in the text is about a key whose owner was no member of that organization or project: it is another key, or that has changed since.',
    no_key: 'The chosen key was answered. The failing program sends no key at all.',
    another_key:
      'The chosen key was answered. The key of the text was refused, so the failing program sends another one, or it was refused for a time only.',
    sign_in:
      'The chosen key was answered. The failing program is signed in with ChatGPT instead of a key, and a ChatGPT plan has models and limits of its own.',
    place:
      'From this computer the same key was answered. The failing request was refused for the place that it came from.',
    address:
      'From this computer the same key was answered. The failing request was refused for the address that it came from.',
    service: 'The chosen key was answered. The failing program talks to another service than the one tested.',
    way: 'From this computer the API was reached. The failing program reaches it another way, or the problem has passed.',
    host: 'The chosen key was answered at its own address. The failing program calls another host.',
    endpoint_or_parameter:
      'A small request to the endpoint that suits the model was let through. The failing request differs from it in its endpoint or a parameter.',
    feature: 'A request without this feature was let through. The failing request asks for it.',
    verification: 'A test that does not need verification was let through. The failing request needs it.',
    content:
      'A request without this content was let through. The failing request was refused for what it asks, or for the access programme that it names.',
    unseen:
      'The chosen key was answered. Why the failing request was refused is not shown: let the program print the body of the answer.',
    batch:
      'The model itself was let through. The failing request is a batch, which asks for the model under a name of its own that ends in “-batch”.',
  },
  undecided: {
    title: 'More evidence is needed',
    explanation: 'Nothing so far tells whether this key can use this model. Run the test that is offered.',
    notListed: {
      title: 'The model is not on this key’s list',
      explanation:
        'No test of the model has given a clear answer yet. In nearly every case seen, a model missing from a key’s list was refused. A test of the model tells.',
    },
    notUnderstood: {
      title: 'The answer is not understood',
      explanation:
        'This app does not recognize this answer, so it does not say what it means. Possible meanings are listed below.',
    },
    notAllowedToSee: {
      title: 'This key cannot show it',
      explanation:
        'The tests so far tell nothing with this key: it may not list models, or free tests also pass for a model that it lacks. A real request tells.',
    },
    flickering:
      'Some tests pass and others are refused. That is normal while a change rolls out. Wait a few minutes and watch.',
  },
  open: {
    title: {
      certain: 'This key can use this model',
      likely: 'Access to this model is open',
      possible: 'A free test was let through',
    },
    likely: 'A free test reached the point behind every access check. A real request would make it certain.',
    certain: 'A real request was answered.',
    possible:
      'A free test was let through, but for this key such a test may prove nothing. A real request would make it certain.',
  },
  layer: {
    reach: { name: 'Network', question: 'Does the request arrive at OpenAI’s API?' },
    key: { name: 'Key', question: 'Is the API key accepted?' },
    belonging: { name: 'Organization & project', question: 'Is it the project and organization you think?' },
    scope: { name: 'Permissions', question: 'May this key make this kind of request?' },
    money: { name: 'Billing', question: 'Is there credit, and no limit reached?' },
    entitlement: { name: 'Entitlement', question: 'Does the organization have this model at all?' },
    policy: { name: 'Project policy', question: 'Does the project’s model list let it through?' },
    model_name: { name: 'Model name', question: 'Does a model of this exact name exist?' },
    endpoint: { name: 'Endpoint', question: 'Does the request suit the model?' },
    pace: { name: 'Rate limit', question: 'Is the call within the rate limit?' },
  },
  state: { passed: 'passed', failed: 'blocked here', unknown: 'not known' },
  reason: {
    no_evidence: 'Nothing is known about this yet.',
    text_says: 'The pasted text says so.',
    answered: 'The API answered.',
    key_accepted: 'The API accepted the key far enough to judge the request.',
    key_refused: 'The API refused the key itself.',
    project_matches: 'The key belongs to {{own}}, the project that the error names.',
    project_differs:
      'The error names {{named}}, but this key belongs to {{own}}. The program uses another key than the one tested here.',
    project_by_header:
      'The error names {{named}}, and the tests were answered for {{own}}. A key of this kind reaches both, by its project header: test it with the header of the failing program.',
    project_unknown: 'The API raised no objection to the key’s organization and project.',
    belonging_refused: 'The API objects to the key’s organization or project.',
    scope_ok: 'Permissions are checked before this point, and the request got past them.',
    scope_missing: 'The API says that a permission is missing.',
    money_ok: 'Credit and limits are checked before this point, and the request got past them.',
    money_refused: 'The API refuses for reasons of payment.',
    entitled: 'The model answered, so the organization has it.',
    other_project_has_it:
      'A key of another project in the same organization lists the model, so the organization has it.',
    not_verified: 'The API asks for the organization to be verified.',
    listed: 'The key’s own model list contains {{model}}. The list follows the project’s policy.',
    entry_readable:
      'The key can read the entry of {{model}}, which follows the project’s policy as the list does. That says nothing about billing or limits.',
    not_listed: {
      one: 'The key’s own model list has 1 model, and it is not {{model}}.',
      other: 'The key’s own model list has {{count}} models, and {{model}} is not among them.',
    },
    allowed_by_probe: 'A test with this key got past the project’s model list.',
    refused_by_policy: 'A test with this key was refused with the project’s sentence.',
    name_known: 'The API knows this model name.',
    name_unknown: 'The API says that it does not know this name.',
    name_on_retired_list:
      '{{model}} is on the list of retired models. No key has been asked yet whether it still has it.',
    wrong_host: 'The project answers on another host, which the answer names.',
    name_retired: '{{model}} is on the list of retired models and is not offered to this key.',
    sibling_listed:
      'This key may use {{sibling}}, a spelling of the same model. Names are compared letter by letter.',
    endpoint_ok: 'The request reached an endpoint that suits the model.',
    endpoint_refused: 'The API says that the request does not suit the model.',
    pace_ok: 'No rate limit was in the way.',
    pace_limited: 'The API asks for fewer requests.',
    no_answer: 'Our own test got no answer.',
    below_failed: 'Not reached: the call stops at a lower layer.',
    flickering: 'Refusals and answers alternate: a change is probably still rolling out.',
    not_on_allow_list: 'The project has an allow list, and {{model}} is not on it. Read with an admin key.',
    on_block_list: 'The project has a block list, and {{model}} is on it. Read with an admin key.',
    on_allow_list: 'The project’s allow list holds {{model}}. Read with an admin key.',
    not_on_block_list: 'The project’s block list does not hold {{model}}. Read with an admin key.',
    no_policy:
      'The project has no list of models, so its policy lets everything through. Read with an admin key.',
    empty_list:
      'The project has a list of allowed models with nothing in it. Whether that lets every model through or none is not documented. Read with an admin key.',
    policy_not_felt:
      'The project’s policy lets {{model}} through, but a call was refused. A change may still be rolling out, or the call came before it.',
    has_rate_limit: 'The project has a rate limit for {{model}}, so the organization has the model.',
    no_rate_limit:
      'The project’s policy lets {{model}} through, but the project has no rate limit for it: the organization does not seem to have the model.',
    project_is_archived: 'The project {{project}} is archived. Read with an admin key.',
    spend_limit_reached:
      'The project’s spend limit of {{dollars}} US dollars a month is reached and enforced. Read with an admin key.',
  },
  test: {
    list: 'List this key’s models (free)',
    retrieve: 'Look the model up (free)',
    free_probe: 'Send a free test',
    real_probe: 'Send a real request…',
    other_project_key: 'Compare with a key of another project in the same organization',
    console_look: 'Look at Limits → Model usage in the console',
    organization_limits: 'Look at the organization’s limits page',
    wait_and_repeat: 'Wait and test again',
  },
  rival: {
    allow_list: 'The project has an allow list and the model is not on it',
    block_list: 'The project has a block list and the model is on it',
    organization_not_entitled: 'The organization itself does not have the model (tier, verification, region)',
    wrong_project_key: 'The program uses a key of another project than you believe',
    alias_or_snapshot: 'Another spelling of the same model is allowed (alias or dated snapshot)',
    propagating: 'The change was made and is still rolling out',
    second_model: 'The program also uses a model that you did not choose',
    retired_name: 'The model has been retired',
    typo: 'The name is misspelled or never existed',
    restricted_key: 'The key is restricted to some permissions',
    viewer_role: 'Your role in the project is viewer',
    no_credit: 'The organization has never paid, or its credit has run out',
    network_in_between: 'A proxy, a VPN or a filter answers instead of OpenAI',
    gateway_list: 'The service behind this address has a list of models of its own',
    key_not_accepted: 'The key is not accepted: revoked, expired or incomplete',
    other_home: 'The key’s organization or project is not the one that the request names',
    address_not_let_through: 'The address or the place that the request comes from is not let through',
    request_unfit: 'The endpoint or a parameter does not suit the model',
  },
} as const;
