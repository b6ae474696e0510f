/** Desktop notifications, shown when a watch ends by itself. */
export const notification = {
  provenTitle: 'Access is open',
  provenBody: 'Three free tests in a row got past every access check for {{model}}.',
  gaveUpTitle: 'Still refused',
  gaveUpBody: '{{model}} did not become available in time. Open the app to see what else it could be.',
} as const;
