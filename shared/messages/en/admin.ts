/** The owner's path: admin keys, projects, and changing a project's list from here. */
export const admin = {
  title: 'Admin',
  lead: 'With an admin key this app reads the project’s model list and can change it for you. You preview and confirm each change; it is read back afterwards, and you can undo it.',
  leadPractice:
    'These admin keys are invented, and so are their organizations. Change what you like: nothing real is touched.',
  keys: 'Admin keys',
  power: {
    title: 'What an admin key can do',
    text: 'It manages a whole organization: projects, keys, members, limits. It cannot use models, and this app never tries to. It is kept in the keychain apart from your other keys and used only on this page and where you press “Do it for me”.',
  },
  emptyTitle: 'No admin key yet',
  empty:
    'Only organization owners can create one, in the console under Organization → Admin keys. The scopes for reading and writing projects are enough.',
  add: 'Add an admin key',
  dialog: {
    title: 'Add an admin key',
    secret: 'Admin key',
    secretHelp: 'Begins with sk-admin-. It goes straight to the keychain and is never shown again.',
    label: 'Label',
    labelHelp: 'For example the organization’s name. Left empty, the last four characters are used.',
    understood: 'I know that this key can change everything in the organization.',
    submit: 'Keep it in the keychain',
  },
  read: 'Read projects',
  delete: 'Delete',
  deleteTitle: 'Delete the admin key “{{label}}” (…{{lastFour}})?',
  deleteExplanation:
    'It is removed from this computer. At OpenAI it stays valid until it is revoked there. Changes made with it can then be undone only with another admin key of the organization.',
  health: {
    never: 'Not used yet',
    accepted: 'Accepted',
    projects: 'Projects: {{count}}',
  },
  projects: {
    title: 'Projects',
    lead: 'Choose one to see its list and its limits, as OpenAI holds them now.',
    choose: 'Project',
    placeholder: 'Choose a project…',
    none: 'Read the projects first.',
    archived: 'archived',
    search: 'Nothing found',
    reading: 'Reading…',
    again: 'Read again',
    readAt: 'Read at {{at}}',
  },
  policy: {
    title: 'Model list',
    none: 'No list: the project may use everything that the organization has.',
    allow_list: 'Allow list: only these models may be used.',
    deny_list: 'Block list: every model may be used, apart from these.',
    count: 'Models: {{count}}',
    name: { none: 'No list', allow_list: 'Allow list', deny_list: 'Block list' },
    filter: 'Find a model',
  },
  limits: {
    title: 'Rate limits',
    lead: 'A model that the project can use at all has limits here.',
    unknown: 'The rate limits could not be read.',
    model: 'Model',
    requests: 'Requests a minute',
    tokens: 'Tokens a minute',
  },
  spend: {
    title: 'Spend limit',
    none: 'None',
    unknown: 'Could not be read',
    amount: '{{dollars}} US dollars a month',
    enforcing: 'reached: calls are refused',
  },
  change: {
    title: 'Change the list',
    models: 'Models to allow',
    modelsHelp:
      'Use the exact spelling and press Enter after each name. You can paste several at once, one per line or separated by commas.',
    notAName:
      '“{{name}}” cannot be the name of a model: names are letters, digits and - . _ : / @ + without blanks, at most {{most}} characters.',
    tooMany: 'One change takes at most {{most}} models.',
    unseen:
      'This name is on no list seen so far: {{models}}. It may be a new model. If it is misspelled, allowing it has no effect.',
    preview: 'Preview the change',
    remove: 'Remove the whole restriction…',
    removeWarning:
      'Somebody may have set the list on purpose, for cost or compliance. Allowing single models is the smaller step.',
  },
  preview: {
    title: 'Preview: “{{project}}”',
    undoTitle: 'Preview of the undo: “{{project}}”',
    nothingSent: 'Nothing has been sent yet.',
    notChanged: 'The list was not changed.',
    leftOpen: 'The list may have been changed all the same. Read it again to know.',
    before: 'Now',
    after: 'Afterwards',
    line: {
      added: 'added to the list',
      addedUnseen: 'added; the name is on no list seen so far',
      removed: 'taken off the list',
      unblocked: 'taken off the block list',
      blocked: 'put on the block list',
      usable: 'becomes usable',
      stops: 'stops working',
    },
    subject: {
      everything: 'Every model of the organization, later ones too',
      others: 'Every model that is not on the list',
    },
    stay: 'Usable as before: {{models}}',
    unchanged: 'Unchanged entries: {{count}}',
    reach: {
      named: 'Only the models named here are affected.',
      everything:
        'The project may then use every model that the organization has, and also those that OpenAI releases later.',
      narrower: 'Some models stop working for this project.',
    },
    and: '{{models}} and {{count}} more',
    affected: 'Programs with these stored keys are affected: {{keys}}',
    affectedAll: 'The change applies to every key and every member of the project.',
    gone: 'The whole list is removed.',
    comes: 'The whole list is restored.',
    changedSince:
      'Somebody else edited the list after this change. Undoing restores the whole list as it was before, and their edit is lost.',
    hold: {
      change: 'Hold to change the list',
      remove: 'Hold to remove the restriction',
      undo: 'Hold to put the old list back',
    },
    holding: 'Keep holding…',
    holdHelp: 'Hold the button for a second and a half, or hold Enter or the space bar.',
    typed: 'Or type the project’s name',
    typedHelp: 'Type “{{name}}”',
    apply: { change: 'Change the list', remove: 'Remove the restriction', undo: 'Put the old list back' },
    applying: 'Writing, then reading back to compare…',
    slow: 'OpenAI allows few of these calls per minute. When it asks for a pause, the app waits.',
  },
  state: {
    planned: 'Planned',
    writing: 'Being written',
    written: 'Written, not read back',
    verified: 'Done and checked',
    differs: 'Reads differently',
    refused: 'Refused',
    stopped: 'Stopped',
    not_written: 'Not written',
    unknown: 'Outcome unknown',
    undone: 'Undone',
  },
  stateHelp: {
    planned: 'Nothing was sent.',
    writing: 'Sent. Waiting for the answer.',
    written: 'OpenAI accepted the change, but the list could not be read back afterwards.',
    verified:
      'The list was read back and is exactly as previewed. The API cannot make a write depend on the current list: a change that somebody else saved between the last read and this write was overwritten.',
    differs: 'The list was read back and is neither the old nor the new one: somebody else edited it too.',
    refused: 'OpenAI refused the change. The list is as it was.',
    stopped: 'Somebody else had changed the list after the preview. Nothing was sent.',
    not_written: 'The list is as it was before: the change did not arrive.',
    unknown:
      'The connection or the app stopped between writing and reading back. The change may or may not have taken effect.',
    undone: 'The old list was put back.',
  },
  history: {
    title: 'Changes made from here',
    lead: 'Kept on this computer with the list before and after, so that you can undo each one.',
    none: 'Nothing has been changed yet.',
    undo: 'Undo…',
    settle: 'Read the list now',
    requests: 'Request IDs',
    undoes: 'Undo',
    summary: {
      none: 'Restriction removed',
      allow_list: 'Allow list',
      deny_list: 'Block list',
    },
  },
  unsettled: {
    title: 'A change of a model list was interrupted',
    text: 'The list of “{{project}}” may or may not have been changed at {{at}}. Read it now to know; undoing is still possible.',
    look: 'Look at it',
  },
  fix: {
    todo: 'With your admin key “{{key}}”, the app changes the list so that {{model}} is allowed, and checks the result.',
    again: 'Change the list again',
    hint: 'The app changes the list with your admin key “{{key}}” and checks the result.',
    lead: 'Choose the models to allow. Nothing is sent until you have seen the difference and confirmed it.',
    needed: 'Needed',
    further: 'Your program also names these',
    spellings: 'Other spellings of the same model: names are compared letter by letter',
    remove: 'Remove the whole restriction instead…',
    incomplete:
      'A list takes complete names only, and the error gives no complete name here: {{models}}. Enter the complete name on the case’s page under “{{place}}”.',
    undo: 'Undo…',
    offer: 'Do you own the organization? With an admin key, the app can change the list for you.',
    offerAction: 'Add an admin key',
    otherOrganization:
      'None of your admin keys is known to cover this project. Press “Read projects” beside a key, or add an admin key of this organization.',
    offerRead: 'Go to “Read projects”',
  },
  settle: {
    title: 'Confirm with an admin key',
    lead: 'The key “{{key}}” can read this project’s list, so this need not stay a guess.',
    action: 'Read the project’s list',
  },
  fact: {
    not_on_allow_list: {
      title: 'The model is not on the project’s allow list',
      explanation:
        'The project may use only the models on its list, and this one is not among them. The list itself was read, so this is certain.',
    },
    on_block_list: {
      title: 'The model is on the project’s block list',
      explanation:
        'The project may use every model apart from those on its list, and this one is on it. The list itself was read, so this is certain.',
    },
    no_rate_limit: {
      title: 'The organization does not seem to have this model',
      explanation:
        'The project’s list does not refuse it, but the project has no rate limit for it. Look at the organization: tier, credit, verification, region.',
    },
    spend_limit_reached: {
      title: 'The project’s spend limit is reached',
      explanation: 'OpenAI refuses calls of this project until the limit is raised or the month is over.',
    },
    policy_not_felt:
      'The project’s list lets the model through, but a call was refused. A change may still be rolling out: wait a little and test again.',
  },
} as const;
