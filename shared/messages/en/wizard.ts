/** The five steps in OpenAI's console. Console labels in curly quotes stay English in every language. */
export const wizard = {
  title: 'Fix it in the console',
  lead: {
    kept: 'Five steps. Your place is kept, even if you close the app.',
    practice: 'Five steps. Your place is kept until you leave practice, which starts afresh each time.',
    forgotten: 'Five steps. Your place is kept until you close the app.',
  },
  start: 'Start',
  backToVerdict: 'Back to the verdict',
  restart: 'Start over',
  stepOf: 'Step {{number}} of {{count}}',
  next: 'Done, next step',
  nextUnchecked: 'Skip the check',
  back: 'Previous step',
  pathLabel: 'Or navigate there yourself',
  shouldSee: 'What you should now see',
  looksDifferent: 'Looks different?',
  pictureNote: 'Drawn to show the place. The real page may be arranged differently.',
  target: { project: 'Project', model: 'Model', unknownProject: 'not named in the error' },
  step: {
    log_in: {
      name: 'Log in',
      todo: 'Log in to OpenAI’s console with the account that belongs to the organization.',
      open: 'Open the console',
      path: '{{host}} → “Log in”',
      see: 'The console’s start page, with a gear for “Settings” at the top right and the project’s name at the top left.',
      different:
        'If a chat opens instead, you are in ChatGPT: its account may be the same, but its settings are others. If several accounts are open in the browser, make sure that it is the one of the organization. If the browser translates pages, switch that off for this site, so that the labels match.',
      check: 'The app cannot see whether you are logged in; step 2 checks where you are.',
      picture: 'Drawing: the console’s log-in page; the log-in button is marked.',
    },
    choose_project: {
      name: 'Choose the project',
      todo: 'Choose the organization and then the project {{project}} at the top left.',
      todoUnknown: 'Choose the organization and then the project that your key belongs to at the top left.',
      open: 'Open the project list',
      openProject: 'Open this project',
      path: 'Top left: organization’s name → project’s name',
      see: 'The name of the right project at the top left. Its id ({{project}}) stands in the page’s address while you are in its settings.',
      seeUnknown:
        'The name of the right project at the top left. Its id (proj_…) stands in the page’s address while you are in its settings.',
      different:
        'Depending on the version, the two names are in one menu, in two menus side by side, or at the bottom left. If the project is missing from the menu, you are in another organization, or are not a member of the project. “Default project” is a project too.',
      picture: 'Drawing: the menu at the top left with organization and project; the project is marked.',
    },
    open_limits: {
      name: 'Open “Limits”',
      todo: 'Open “Settings”, and in the “Project” section on the left choose “Limits”.',
      open: 'Open the Limits page',
      path: 'Gear (“Settings”) → “Project” → “Limits”',
      see: 'A page headed “Limits” with a section “Model usage”.',
      different:
        '“Limits” can appear twice: once under “Organization” and once under “Project”. It must be the one under “Project”. If the link leads elsewhere, your account cannot see this project: go back to step 2.',
      picture: 'Drawing: the settings’ left column; “Limits” in the “Project” section is marked.',
    },
    edit_list: {
      name: 'Edit the list',
      todo: 'Under “Model usage”, see which list is set, and change it so that {{model}} is let through.',
      todoUnknown:
        'Under “Model usage”, see which list is set, and change it so that your model is let through.',
      how: 'How do you want to change the list?',
      choose: 'What do you see under “Model usage”?',
      open: 'Open the Limits page again',
      path: '“Limits” → “Model usage”',
      see: 'After saving, a short notice, and the list as you changed it.',
      different:
        'The wording varies: “Allowed models” may be called the list of available models, and “Edit” may be a pencil. If there is no “Edit” near “Model usage”, your role does not let you change the list: choose “Ask an owner”.',
      picture: 'Drawing: the section “Model usage” with its lists; the “Edit” button to use is marked.',
    },
    re_verify: {
      name: 'Prove it',
      todo: 'Come back here and test the model again.',
      see: 'Three successes in a row. One is not enough: while a change spreads, answers alternate.',
      different:
        'A change usually holds after a few minutes. If the answers alternate, it is still spreading. If every answer is still a refusal after ten minutes, another cause is likelier.',
    },
  },
  branch: {
    admin: {
      title: 'Do it for me',
      hint: 'The app changes the list with your admin key, once you have seen and confirmed the difference.',
    },
    self: {
      title: 'I’ll change it myself',
      hint: 'The app shows what to click, by the list that you see.',
    },
    allowed: {
      title: '“Allowed models” is set',
      hint: 'Only the models on the list may be used.',
      step1: 'Choose “Edit” next to “Allowed models”.',
      step2: 'Add {{model}}, exactly in this spelling.',
      step3: 'Choose “Save”.',
      warning: 'Models that appear later are not on such a list by themselves; each has to be added.',
    },
    blocked: {
      title: '“Blocked models” is set',
      hint: 'Every model may be used, apart from those on the list.',
      step1: 'Choose “Edit” next to “Blocked models”.',
      step2: 'Take {{model}} off the list.',
      step3: 'Choose “Save”.',
      warning:
        'Look for other spellings of the same model too: an alias and its dated snapshot are two entries.',
    },
    remove: {
      title: 'Remove the restriction',
      hint: 'Remove the restriction: the project may then use everything that the organization has.',
      step1: 'Choose “Edit” at the list that is set.',
      step2: 'Clear it, or choose the entry that removes the restriction.',
      step3: 'Choose “Save”.',
      warning:
        'Somebody may have set the list on purpose, for cost or compliance. Ask before you remove it from a project you share.',
    },
    cannot_edit: {
      title: 'Ask an owner',
      hint: 'No “Edit”, or it is greyed out? Send this to an owner.',
      explanation:
        'Organization owners can change the list; a project owner perhaps. Send one of them this message. It holds everything they need, and no secret.',
    },
  },
  caution: {
    title: 'Before you save',
    newList: 'If no list is set there, do not start one: it would shut out every other model.',
    otherEdit: 'The same page has “Edit spend limit”. That is about money, not about models: leave it alone.',
    furtherModels:
      'Your program’s output also names {{models}}. If the project’s list is an allowed list, add them too.',
    furtherGeneral:
      'Many frameworks use further models, for embeddings or to check a key. If the project’s list is an allowed list, add those too.',
    literal: 'Names are compared letter by letter: an alias does not cover its dated snapshots.',
    newKey: 'A new key in the same project does not help: the list belongs to the project.',
  },
  yourModel: 'your model',
  address: {
    label: 'Check: paste the address from your browser',
    labelPractice: 'Check: paste the address of the practice console',
    help: 'Copy it from the address bar. It is read here and sent nowhere.',
    helpPractice: 'Copy it at the top of the console’s window.',
    submit: 'Check',
    result: {
      empty: 'Paste the address first.',
      not_an_address: 'This is not a web address. Copy the whole line from the browser’s address bar.',
      other_site:
        'This address is on {{host}}, which is not OpenAI’s console. The console is at platform.openai.com.',
      other_site_practice:
        'This address is on {{host}}, which is not the practice console. Copy the whole address from the console’s window.',
      organization_page:
        'This page belongs to the organization, not to a project. Choose the project at the top left, then a page under “Project”.',
      no_project:
        'There is no project id in this address ({{path}}). Open a page under “Settings” → “Project”.',
      wrong_project:
        'This is another project: the address names {{found}}, the error names {{expected}}. Switch the project at the top left.',
      other_page: 'The project is right ({{project}}), but this is not its “Limits” page yet.',
      right_project: 'This is the right project: {{project}}.',
      right_project_limits: 'This is the “Limits” page of the right project: {{project}}.',
      nothing_to_compare:
        'This address names {{project}}. The error names no project, so compare it with the one your key belongs to.',
    },
  },
  owner: {
    title: 'Message for the owner',
  },
  watch: {
    title: 'Test until the answer is steady',
    now: 'Test now',
    start: 'Watch until it works',
    stop: 'Stop watching',
    again: 'Watch again',
    needsKey: 'Choose a key of this project first; the tests are sent with it.',
    leadPractice:
      'Tests every two seconds or so in practice; with real keys it is every 15 to 20 seconds, for up to ten minutes.',
    lead: 'Tests every 15 to 20 seconds, for up to ten minutes, free of charge. A proof takes at least three successes in a row over a minute and a half; you then get a notification.',
    inARow: '{{count}} of {{needed}} successes in a row',
    span: 'Over {{seconds}} of {{needed}} seconds: successes have to last longer than a turn of the answers.',
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
    flicker:
      'The answers alternate. That is how a change looks while it spreads; it usually settles within minutes.',
    gaveUp: 'The time is up without successes in a row for long enough.',
    listed:
      'The model could be looked up three times in a row, so the project’s list lets it through. There is no free test of this sort of model: whether it answers, your own program shows.',
    unproven:
      'The tests got through for long enough. Whether they mean anything for this key is not known, or something that they cannot see, such as verification, may still refuse. A real request tells.',
    provesNothing:
      'With this key free tests also get through for a model that it lacks, so three of them would prove nothing. Only a real request can tell.',
  },
  proven: {
    title: { open: 'Access is open', answered: 'It works' },
    explanation: '{{count}} tests in a row got past every access check that they meet for {{model}}.',
    explanationUnknown: '{{count}} tests in a row got past every access check that they meet.',
    answered: 'A real request was answered, too.',
    realProbe:
      'Only a real request makes it certain: a free test cannot see whether the model really answers.',
    how: 'Proven at {{time}} by {{count}} tests with the key “{{key}}”.',
    howNoKey: 'Proven at {{time}}.',
    afterwards:
      'Start your own program again with the same key. If it still fails there, it may use another key or model, or stop for another reason, such as credit, the endpoint or a parameter: paste its new error here.',
  },
  still: {
    title: 'Still refused',
    once: 'One refusal after a change tells little: it can take minutes until the change holds. Watch until the answer is steady.',
    waiting:
      'Waiting for the owner: until the list is changed, refusals are what to expect. Watch again once you hear of it.',
    explanation: 'Then another cause is likelier. These fit, the likeliest first:',
    none: 'Nothing else fits the evidence. Ask an organization owner, with the message from step 4, or OpenAI’s support with the request id.',
    ownerMessage: 'Show the message for the owner',
    support: 'OpenAI support',
  },
  picture: {
    logIn: 'Log in',
    organization: 'Your organization',
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
    editSpend: 'Edit spend limit',
    notThis: 'not this one',
  },
} as const;
