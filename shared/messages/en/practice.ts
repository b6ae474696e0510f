/** Practice mode: an invented organization on this computer. */
export const practice = {
  name: 'Practice',
  explanation:
    'An invented organization on this computer. Nothing reaches OpenAI; your own keys are not touched.',
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
  more: 'About practice, and how its service answers',
  only: 'This build offers practice only.',
  onlyWhy:
    'This build runs on a rebuilt Electron and therefore offers practice only; it never holds a real key.',
  card: {
    title: 'Try it without a key',
    lead: 'Practice with an invented organization: the same errors, a console to click in, and a fix that can be proven. No account, no cost.',
    enter: 'Enter practice',
  },
  scenarios: {
    first: 'Start here',
    open: 'Open this case',
    more: { one: '1 more case', other: '{{count}} more cases' },
    lead: 'Each is an error that a made-up program printed. You fix it in a simulated console.',
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
    now: 'Service: {{name}}',
    title: 'How the practice service answers',
    name: {
      normal: 'Normal',
      slow: 'Slow',
      storm: 'Rate-limit storm',
      unsteady: 'Unsteady',
      broken: 'Broken answers',
      silent: 'No answer',
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
      lead: 'The most frequent refusal, from the pasted error to the proof that the fix works.',
    },
    block_list: {
      title: 'Model on the blocked list',
      lead: 'The same sentence as for an allowed list, and how to tell which of the two it is.',
    },
    wrong_project_key: {
      title: 'Key of another project',
      lead: 'Why a valid key looks like a missing right when it belongs to another project.',
    },
    restricted_key: {
      title: 'Key without the permission',
      lead: 'A key may list a model and still not be allowed to call it.',
    },
    no_credit: {
      title: 'No credit left',
      lead: 'A refusal that looks like access, but is settled on the Billing page.',
    },
    not_verified: {
      title: 'Organization not verified',
      lead: 'What only the organization can do, and no list of a project.',
    },
    retired_model: {
      title: 'Retired model',
      lead: 'When no setting helps, and how to find the successor.',
    },
    typo: {
      title: 'Misspelled model',
      lead: 'How a wrong name is told from a missing right.',
    },
    alias_vs_snapshot: {
      title: 'Alias and snapshot',
      lead: 'The list allows one spelling, the program sends the other. The cure needs no owner.',
    },
    not_owner: {
      title: 'Not the owner',
      lead: 'You can see the list but not change it: what to send to an owner.',
    },
    not_entitled: {
      title: 'Organization without the model',
      lead: 'The project allows everything, so the limit is one level higher.',
    },
    wrong_host: {
      title: 'Regional project',
      lead: 'The project answers on a host of its region only.',
    },
    revoked_key: {
      title: 'Revoked key',
      lead: 'The key itself is refused, so no model list matters.',
    },
    batch_sibling: {
      title: 'Only the batch is refused',
      lead: 'A batch asks for the model by a name of its own, which the list has to hold.',
    },
    refused_stream: {
      title: 'Refused inside a stream',
      lead: 'Status 200 is no success yet: the refusal came later, in the stream.',
    },
    gateway: {
      title: 'Behind a gateway',
      lead: 'Another service passes OpenAI’s sentence on. How to tell whose list it is.',
    },
  },
} as const;
