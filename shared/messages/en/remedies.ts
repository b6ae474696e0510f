/** What to do about each cause. Console labels in curly quotes stay English in every language. */
export const remedies = {
  heading: 'How to fix it',
  organization: {
    named: 'First make sure that the organization at the top left of these pages is {{organization}}.',
    ofKey:
      'First make sure that the organization at the top left of these pages is the one of your key “{{key}}”: {{organization}}.',
    ofKeyUnnamed:
      'First make sure that the organization at the top left of these pages is the one that your key “{{key}}” belongs to.',
  },
  appliesWithin: 'Takes up to {{minutes}} minutes to apply everywhere.',
  done: {
    verified_organization: 'I have verified the organization',
    paid: 'I have added credit or raised the limit',
    changed_list: 'I have changed the list',
    other_project_lacks_it: 'A key of another project cannot use it either',
    other_project_has_it: 'A key of another project can use it',
  },
  who: {
    developer: 'You can do this yourself.',
    project_member: 'Someone who manages the project’s keys and roles can do this.',
    organization_owner: 'An organization owner can do this.',
    network_admin: 'You, or whoever runs your network, can do this.',
    vendor: 'Only the service itself can settle this.',
  },
  link: {
    login: 'Log in to the console',
    projects: 'Projects',
    project_limits: 'The project’s Limits page',
    project_limits_current: 'Limits page of the selected project',
    project_keys: 'The project’s API keys',
    project_members: 'The project’s members',
    organization_general: 'Organization settings',
    organization_limits: 'The organization’s limits',
    billing: 'Billing',
    api_keys: 'API keys',
    people: 'People and roles',
    ip_allowlist: 'IP allowlist',
    usage: 'Usage',
    status: 'OpenAI status',
    deprecations: 'Retired models',
    error_codes: 'OpenAI’s guide to error codes',
    help: 'OpenAI support',
  },
  elsewhere: {
    step1:
      'Ask whoever runs the service behind this key’s address which models it lets this key use, and which account pays for them.',
    step2:
      'To find out whether OpenAI itself refuses, test the same model with a key of OpenAI’s own address.',
  },
  cause: {
    project_lacks_model: {
      step1: 'Open Settings → Project → Limits for the project that the error names.',
      step2:
        'Under “Model usage”, choose Edit: tick the model in “Allowed models”, or untick it in “Blocked models”.',
      step3: 'Save, come back, and let the app test until the answers are steady.',
    },
    model_missing_or_no_access: {
      step1: 'Compare the name letter by letter with this key’s model list.',
      step2:
        'If the name is right, look at the organization’s limits page: a model that is listed there is available to the organization.',
      step3:
        'If it is missing there too, the organization’s tier, verification or region decides; adding credit or verifying can open it.',
    },
    model_retired: {
      step1: 'Choose a current model from this key’s list.',
      step2:
        'Change the name in your program, and search its settings for other places that still use the old one.',
    },
    org_unverified: {
      step1:
        'As an organization owner, open the organization’s general settings and choose “Verify Organization”.',
      step2:
        'Wait a quarter of an hour and test again. Until then, leave out what asks for it (streaming or reasoning summaries), or use another model.',
    },
    key_invalid: {
      step1:
        'Check which key your program really reads: an old environment variable often wins over a new file.',
      step2: 'Compare the last four characters with the key in the console.',
      step3: 'If the key is gone there, create a new one and store it here and in your program.',
    },
    key_missing: {
      step1:
        'Set OPENAI_API_KEY, or the setting of your program, and start the program again from the same shell.',
      step2:
        'In a container or a pipeline, check that the variable is passed on to the process that makes the call.',
    },
    key_scope: {
      step1:
        'Open the project’s API keys, edit the key, and set “Model capabilities” to Request before any single endpoint.',
      step2:
        'If the key has all permissions, look at your role in the project: viewers may not make requests.',
      step3: 'Wait for the change to take hold, then test again.',
    },
    org_or_project_mismatch: {
      step1:
        'Find out which key the program uses: search for other variables, secret stores, and settings saved inside the program.',
      step2: 'Remove OPENAI_ORG_ID and OPENAI_PROJECT_ID, or make them match the key.',
      step3:
        'If the key belongs to the wrong project, create one in the right project: a key cannot be moved.',
    },
    project_archived: {
      step1: 'Choose an active project and create a key in it.',
      step2: 'Put that key into your program in place of the old one.',
    },
    quota_or_billing: {
      step1: 'Open Billing and check the balance; a subscription to ChatGPT does not pay for the API.',
      step2: 'Look for a spend limit on the organization’s and on the project’s limits page.',
      step3: 'After a payment, wait about a quarter of an hour and test again.',
    },
    rate_limited: {
      step1: 'Wait as long as the answer asks, then send fewer requests at a time.',
      step2:
        'If the limit given is 0, look at the project’s limits page: this model may have no quota there.',
      step3: 'A higher usage tier raises the limits.',
    },
    region_blocked: {
      step1:
        'Find the address your requests leave from: a VPN, a proxy or a cloud region may place it elsewhere.',
      step2: 'Send the requests from a supported country.',
    },
    ip_blocked: {
      step1: 'Ask an organization owner whether an IP allowlist is set, and have your address added to it.',
      step2:
        'If the answer is a web page rather than JSON, a filter on the way wrote it: try another network or leave out the VPN.',
    },
    wrong_endpoint_or_parameter: {
      step1: 'Use the endpoint that suits the model, and remove the parameter that the message names.',
      step2: 'If the message names another host, set that host as the base URL.',
    },
    account_disabled: {
      step1: 'Look for an e-mail from OpenAI to the organization’s owners.',
      step2: 'Write to OpenAI’s support from the owner’s address.',
    },
    feature_not_enabled: {
      step1: 'Leave out the feature that the message names, or find another way to do the same.',
      step2: 'Ask an organization owner whether the setting that blocks it can be changed.',
    },
    other_vendor: {
      step1: 'Check the base URL and the provider set in your program: the call does not go to OpenAI.',
      step2: 'Solve it with the service that wrote the message, or point the program at OpenAI.',
    },
    server_error: {
      step1: 'Try again after a minute.',
      step2: 'If it keeps failing, look at the status page, and keep the request ID.',
    },
    network: {
      step1: 'Check the connection, and that the host name is right.',
      step2:
        'Behind a company proxy, set it in the program as well, and let the program trust the company’s certificate.',
      step3:
        'Test here: this app uses the system’s proxy and certificates, so a difference shows where the problem is.',
    },
    not_from_api: {
      step1: 'Check the base URL: OpenAI’s is https://api.openai.com/v1, with “/v1” at the end.',
      step2: 'Open the address in a browser. A log-in or block page shows what answers instead of the API.',
      step3:
        'Test here: this app uses the system’s proxy and certificates, so a difference shows where the problem is.',
    },
    safety_restricted: {
      step1: 'If the content was flagged by mistake, rephrase the request, or leave out what was flagged.',
      step2:
        'If the work is authorized, apply for the programme that the message names. Access is given to an organization and to single projects.',
      step3: 'Leave out the access programme that the request names if the model does not support it.',
    },
    keyless_sign_in: {
      step1:
        'Check the identity provider’s mapping: the token’s issuer, audience and subject have to match a service account of the project.',
      step2: 'To find out whether the model itself is open, use an API key of the same project.',
    },
    reason_not_shown: {
      step1: 'Let the program print the body of the answer as well, and paste the new output.',
      step2: 'Or choose a stored key here and test the same model: the app reads the reason itself.',
    },
    not_an_error: {
      step1:
        'Paste the whole message that your program printed, from the first line of the error to the last.',
    },
  },
} as const;
