/** Desktop notifications, shown when a watch ends by itself. */
export const notification = {
  provenTitle: 'It works',
  provenBody: 'The API let your key through to {{model}} three times in a row.',
  gaveUpTitle: 'Still refused',
  gaveUpBody: '{{model}} did not become available in time. Open the app to see what else it could be.',
} as const;
