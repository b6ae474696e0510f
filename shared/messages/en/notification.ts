/** Desktop notifications, shown when a watch or a run ends by itself. */
export const notification = {
  provenTitle: 'Access is open',
  provenBody: 'Tests in a row got past every access check that they meet for {{model}}.',
  listedTitle: 'Listed again',
  listedBody:
    '{{model}} could be looked up three times in a row. Only your own program shows whether it answers.',
  unprovenTitle: 'Let through, not proven',
  unprovenBody: 'Free tests of {{model}} passed. Open the app: only a real request tells the rest.',
  provesNothingTitle: 'Free tests prove nothing here',
  provesNothingBody: 'They also pass for a model that the key lacks. Open the app to send a real request.',
  gaveUpTitle: 'Still refused',
  unclearTitle: 'Still not steady',
  gaveUpBody: '{{model}} did not become available in time. Open the app to see what else it could be.',
  runDoneTitle: 'The matrix is done',
  runDoneBody: 'Tests: {{done}} of {{total}}, refused: {{denied}}, no clear answer: {{unknown}}.',
  runFailedTitle: 'The matrix stopped',
  runFailedBody: 'After {{done}} of {{total}} tests. Open the app to see why.',
} as const;
