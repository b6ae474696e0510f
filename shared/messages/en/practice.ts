/** Practice mode: an invented organization on this computer. */
export const practice = {
  name: 'Practice',
  ribbon: 'An invented organization on this computer. Nothing reaches OpenAI; your own keys are not touched.',
  leave: 'Leave practice',
  leaving: {
    title: 'Leave practice?',
    explanation: 'Practice starts afresh each time. You would lose {{lost}}.',
    lost: {
      fix: 'the fix you have begun',
      watch: 'a watch that is still running',
      run: 'a matrix run that is not finished',
    },
  },
  only: 'This build runs on a rebuilt Electron and therefore offers practice only; it never holds a real key.',
  card: {
    title: 'Try it without a key',
    lead: 'Practice with an invented organization: the same errors, a console to click in, and a fix that can be proven. No account, no cost.',
    enter: 'Enter practice',
  },
  scenarios: {
    title: 'Choose a case to practise',
    lead: 'Each one is an error that a made-up program printed. You fix it in a simulated console.',
    recommended: 'Start here',
  },
  outside: {
    title: 'This error is not from practice',
    project:
      'It names the project {{id}}, which is not part of practice: it can be read here, but not fixed.',
    organization:
      'It names the organization {{id}}, which is not part of practice: it can be read here, but not fixed.',
    hint: 'Leave practice to fix it; the text goes with you.',
    leave: 'Leave practice with this text',
  },
  condition: {
    button: 'Service: {{name}}',
    title: 'How the practice service answers',
    name: {
      normal: 'normal',
      slow: 'slow',
      storm: 'rate-limit storm',
      unsteady: 'unsteady',
      broken: 'broken answers',
      silent: 'no answer',
    },
    lead: {
      normal: 'At once, as the settings of the project say.',
      slow: 'Correctly, but only after several seconds.',
      storm: 'Two requests a second get through; the others are told to wait.',
      unsteady: 'Four of ten requests fail, each in another way.',
      broken: 'HTML, truncated JSON, redirects, endless bodies.',
      silent: 'Not at all, until the test gives up.',
    },
  },
  large: {
    name: 'Add a large organization',
    lead: '188 more keys and 250 models, to try the matrix at its size.',
    there: 'It is there: Cedar Works, with 188 keys and 250 models.',
  },
  openConsole: 'Opens the practice console in a window of its own.',
  scenario: {
    allow_list: {
      title: 'Model missing from the allowed list',
      lead: 'The most frequent one: the project allows some models only.',
    },
    block_list: {
      title: 'Model on the blocked list',
      lead: 'Everything is allowed but this one model.',
    },
    wrong_project_key: {
      title: 'Key of another project',
      lead: 'The error names a project that the key does not belong to.',
    },
    restricted_key: {
      title: 'Key without the permission',
      lead: 'The key may list models, but not use them.',
    },
    no_credit: {
      title: 'No credit left',
      lead: 'Looks like access, but is about billing.',
    },
    not_verified: {
      title: 'Organization not verified',
      lead: 'The model asks for a verified organization.',
    },
    retired_model: {
      title: 'Retired model',
      lead: 'The model was shut down; no setting brings it back.',
    },
    typo: {
      title: 'Misspelled model',
      lead: 'A model of this name never existed.',
    },
    alias_vs_snapshot: {
      title: 'Alias and snapshot',
      lead: 'One spelling is allowed, another one is sent.',
    },
    not_owner: {
      title: 'Not the owner',
      lead: 'You can see the list but not change it.',
    },
    not_entitled: {
      title: 'Organization without the model',
      lead: 'The project allows everything; the organization does not have it.',
    },
    wrong_host: {
      title: 'Regional project',
      lead: 'The project answers on another host.',
    },
    revoked_key: {
      title: 'Revoked key',
      lead: 'The key was switched off in the console.',
    },
    batch_sibling: {
      title: 'Only the batch is refused',
      lead: 'The model answers; a batch asks for it by another name.',
    },
    refused_stream: {
      title: 'Refused inside a stream',
      lead: 'The stream opened with 200, and the refusal came in it.',
    },
    gateway: {
      title: 'Behind a gateway',
      lead: 'Another service passes OpenAI’s sentence on. Whose list is it?',
    },
    other: {
      title: 'Another case',
      lead: 'Read the error and find out.',
    },
  },
} as const;
