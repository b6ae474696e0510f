/** The five steps in OpenAI's console. Console labels in curly quotes stay English in every language. */
export const wizard = {
  title: 'Fix it in the console',
  lead: {
    kept: 'Your place is kept, even if you close the app.',
    practice: 'Your place is kept until you leave practice.',
    forgotten: 'Your place is kept until you close the app.',
  },
  start: 'Start',
  backToVerdict: 'Back to the verdict',
  restart: 'Start over',
  steps: 'Steps',
  stepOf: 'Step {{number}} of {{count}}',
  skipped: 'skipped',
  next: 'Done, next step',
  skip: 'Skip this step',
  back: 'Previous step',
  straight: 'Go straight to Limits',
  looksDifferent: 'Looks different?',
  seen: 'The drawings follow the console as it was described in {{month}}. It may have changed since.',
  target: { project: 'Project', model: 'Model', unknownProject: 'not named in the error' },
  step: {
    log_in: {
      name: 'Log in',
      todo: 'Open the console and choose “Log in” at the top right. Skip this step if you are logged in.',
      straight: 'Logged in already? One link opens the project’s Limits page.',
      open: 'Open the console',
      different:
        'If a chat opens, you are in ChatGPT, which has other settings. If several accounts are open in the browser, use the one of this organization. If the browser translates pages, turn that off here, so that the labels match.',
      picture: 'Drawing: the console’s start page. “Log in” at the top right is marked.',
    },
    choose_project: {
      name: 'Choose project',
      todo: 'At the top left, choose the organization and project that your API key belongs to: {{project}}.',
      todoUnknown: 'At the top left, choose the organization and project that your API key belongs to.',
      why: 'While another one is chosen, a valid key looks as if it had no access.',
      open: 'Open the list of projects',
      openProject: 'Open this project',
      different:
        'The two names can be in one menu, in two menus, or at the bottom left. If the project is not in the menu, you are in another organization or are no member of the project. “Default project” is a project too.',
      picture:
        'Drawing: the menu at the top left with organizations and projects. The key’s project is marked.',
    },
    open_limits: {
      name: 'Open “Limits”',
      todo: 'Choose the gear at the top right, and then “Limits” under PROJECT on the left.',
      why: 'ORGANIZATION has a page “Limits” too. Only the project’s page has “Model usage”.',
      open: 'Open the Limits page',
      different:
        'Without a gear, put /settings behind the console’s address. If the link leads elsewhere, your account cannot see this project: go back to step 2.',
      picture:
        'Drawing: the gear at the top right is marked 1, “Limits” under PROJECT in the left column is marked 2.',
    },
    edit_list: {
      name: 'Edit list',
      ask: 'What does “Model usage” show? It is one list or the other, never both.',
      todo: 'Let {{model}} through.',
      known: 'An admin key has read which list is set.',
      other: 'I see something else',
      byHand: 'Change it in the console myself',
      open: 'Open the Limits page again',
      different:
        '“Allowed models” may be called the list of available models, and “Edit” may be a pencil. If the page has no “Model usage”, it is the organization’s page: choose “Limits” under PROJECT.',
      picture: {
        allowed:
          'Drawing: “Edit” beside “Allowed models” is marked 1, the ticked box of the model 2, “Save” 3. “Edit spend limit” below is crossed out.',
        blocked:
          'Drawing: “Edit” beside “Blocked models” is marked 1, the empty box of the model 2, “Save” 3. “Edit spend limit” below is crossed out.',
        remove:
          'Drawing: “Remove” beside the heading of the list is marked 1, “Remove” in the question that follows is marked 2.',
      },
    },
    re_verify: {
      name: 'Prove it',
      todo: 'Test the model until the answer is steady: three successes in a row.',
      why: 'One success is not enough. While a change spreads, answers alternate.',
      howLong: 'How long does it take?',
      time: 'A change usually holds after a few minutes. If every answer is still a refusal after ten minutes, another cause is likelier.',
    },
  },
  branch: {
    admin: {
      title: 'Do it for me',
      hint: 'The app changes the list with your admin key. You see and confirm the difference first.',
    },
    allowed: {
      title: 'Allowed models',
      hint: 'Only these may be used.',
      step1: 'Choose “Edit”.',
      step2: 'Tick the box of {{model}}.',
      step3: 'Choose “Save”.',
    },
    blocked: {
      title: 'Blocked models',
      hint: 'These may not be used.',
      step1: 'Choose “Edit”.',
      step2: 'Untick the box of {{model}}.',
      step3: 'Choose “Save”.',
      caution: 'An alias and its dated snapshot have a box each.',
    },
    remove: {
      title: 'Remove the restriction',
      instead: 'Remove the whole restriction instead',
      step1: 'Choose “Remove” beside the heading of the list.',
      step2: 'Confirm. The project may then use every model of the organization.',
      caution:
        'Somebody may have set the list on purpose, for cost or compliance. Ask first if others use the project.',
    },
    no_list: {
      title: 'No list',
      hint: 'Neither heading.',
      explanation:
        'Then no list of this project refuses the model. Start none: an allowed list shuts out every model that is not on it. Check at the top left that this is the right project. If it is, test again, since another cause is likelier.',
    },
    cannot_edit: {
      title: 'No “Edit” button',
      hint: 'An owner has to change it.',
      explanation:
        'Send this to an organization owner, or perhaps a project owner. It holds all they need, and no secret.',
    },
  },
  caution: {
    furtherModels: 'Your program also names {{models}}. Tick these too.',
    furtherGeneral: 'Frameworks often use a second model, for embeddings or to check a key. Tick it too.',
  },
  done: {
    saved: 'Saved: watch until it works',
    sent: 'Message sent, next step',
  },
  yourModel: 'your model',
  address: {
    open: 'Check where I am',
    label: 'Paste the address from your browser',
    labelPractice: 'Paste the address of the practice console',
    help: 'It is read here and sent nowhere.',
    helpPractice: 'Copy it at the top of the console’s window.',
    submit: 'Check',
    result: {
      empty: 'Paste the address first.',
      not_an_address: 'This is no web address. Copy the whole line from the browser’s address bar.',
      other_site: 'This address is on {{host}}. OpenAI’s console is at platform.openai.com.',
      other_site_practice:
        'This address is on {{host}}, which is not the practice console. Copy the address from the console’s window.',
      organization_page:
        'This is a page of the organization. Choose the project at the top left, then a page under PROJECT.',
      no_project: 'This address ({{path}}) names no project. Open a page under PROJECT in the settings.',
      wrong_project:
        'This is another project: the address names {{found}}, the error names {{expected}}. Switch at the top left.',
      other_page: 'The project is right ({{project}}), but this is not its “Limits” page yet.',
      right_project: 'This is the right project: {{project}}.',
      right_project_limits: 'This is the “Limits” page of the right project: {{project}}.',
      nothing_to_compare:
        'This address names {{project}}. The error names no project, so compare it with the one that your key belongs to.',
    },
  },
  owner: {
    title: 'Message for the owner',
  },
  watch: {
    title: 'Test until the answer is steady',
    now: 'Test once',
    start: 'Watch until it works',
    stop: 'Stop watching',
    again: 'Watch again',
    needsKey: 'Choose a key of this project first. The tests are sent with it.',
    leadPractice:
      'Practice tests every two seconds or so. Real keys are tested every 15 to 20 seconds, for up to ten minutes.',
    lead: 'Tests every 15 to 20 seconds, for up to ten minutes, free of charge. The proof takes three successes in a row over a minute and a half. You get a notification.',
    inARow: '{{count}} of {{needed}} successes in a row',
    span: '{{seconds}} of {{needed}} seconds. Successes have to last longer than answers take to alternate.',
    next: 'Next test in {{seconds}} s',
    testing: 'Testing now…',
    until: 'Watches until {{time}} at most',
    attempts: 'Tests so far',
    attempt: 'Test {{number}}, {{time}}: {{outcome}}',
    outcome: { success: 'success', refused: 'refused', undecided: 'no clear answer' },
    state: {
      running: 'Watching',
      proven: 'Proven',
      gave_up: 'Still not steady',
      refused: 'Still refused',
      unproven: 'Not proven',
      listed: 'Listed again',
      proves_nothing: 'Proves nothing',
      stopped: 'Stopped',
    },
    flicker: 'The answers alternate. A change looks like this while it spreads, usually for a few minutes.',
    gaveUp: 'The time is up, and the successes did not last long enough.',
    refused: 'The time is up, and no test got through.',
    listed:
      'The model could be looked up three times in a row, so the project’s list lets it through. There is no free test of this sort of model. Whether it answers, your own program shows.',
    unproven:
      'The tests got through for long enough. But it is not known whether they mean anything for this key, or whether something that they cannot see still refuses, such as verification. A real request tells.',
    provesNothing:
      'With this key, free tests get through even for a model that it lacks. Three of them would prove nothing. Only a real request can tell.',
  },
  proven: {
    title: { open: 'Access is open', answered: 'It works' },
    explanation: '{{count}} tests in a row with {{model}} got past every access check that they meet.',
    explanationUnknown: '{{count}} tests in a row got past every access check that they meet.',
    answered: 'A real request was answered, too.',
    realProbe: 'A free test cannot see whether the model really answers. A real request can.',
    how: 'Proven at {{time}} by {{count}} tests with the key “{{key}}”.',
    howNoKey: 'Proven at {{time}}.',
    done: 'Done',
  },
  after: {
    title: 'Now run it yourself',
    titleRefused: 'Try it outside of this app',
    lead: 'The smallest valid request, sent as the test was. Put the key into OPENAI_API_KEY first. It is billed like any other request.',
    leadPractice:
      'The smallest valid request. In practice it goes to the simulated service on this computer.',
    language: 'Language',
    copy: 'Copy the code',
    file: 'Put a short sound file named speech.wav beside it.',
    error: {
      title: 'Still an error in your program?',
      lead: 'Your program may use another key or model, or stop for another reason. Paste its new error.',
      label: 'New error',
      placeholder: 'Paste the new error here',
      submit: 'Diagnose',
    },
    checks: {
      title: 'If it is refused again',
      model: 'Other models that this key listed at {{time}}: {{models}}.',
      modelNone: 'This key’s list of {{time}} has no other model of this sort to try.',
      modelUnknown: 'Another model may do. What this key can use is not loaded yet.',
      load: 'Load the key’s models',
      billing: 'Billing: is there credit left, a payment method, and a card that has not expired?',
      billingOpen: 'Open Billing',
      policies:
        'In an organization: ask the administrator for other policies and restrictions, such as budgets, allowed IP addresses or rules for keys.',
    },
  },
  still: {
    title: 'Still refused',
    once: 'One refusal right after a change says little. It can take minutes until the change holds. Watch until the answer is steady.',
    waiting:
      'Refusals are to be expected until the owner has changed the list. Watch again once you hear of it.',
    explanation: 'Then another cause is likelier. These fit, the likeliest first:',
    none: 'Nothing else fits the evidence. Ask an organization owner, or OpenAI’s support with the request id.',
    ownerMessage: 'Show the message for the owner',
    support: 'OpenAI support',
  },
  picture: {
    logIn: 'Log in',
    organization: 'Your organization',
    otherOrganization: 'Another organization',
    project: 'Your project',
    otherProject: 'Default project',
    sectionOrganization: 'ORGANIZATION',
    sectionProject: 'PROJECT',
    general: 'General',
    apiKeys: 'API keys',
    members: 'Members',
    limits: 'Limits',
    billing: 'Billing',
    modelUsage: 'Model usage',
    allowedModels: 'Allowed models',
    blockedModels: 'Blocked models',
    spendLimit: 'Project spend limit',
    edit: 'Edit',
    remove: 'Remove',
    removeQuestion: 'Remove the list?',
    save: 'Save',
    cancel: 'Cancel',
    editSpend: 'Edit spend limit',
    notThis: 'not this one',
  },
} as const;
