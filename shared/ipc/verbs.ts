/** The frozen list of what the window can ask, for the preload, which carries no schema library. */
export const VERBS = {
  app: [
    'info',
    'enter_practice',
    'leave_practice',
    'read_settings',
    'write_settings',
    'open_link',
    'copy_text',
  ],
  keys: [
    'list',
    'add',
    'rename',
    'delete',
    'check',
    'copy_secret',
    'vault_status',
    'use_session_only',
    'retry_vault',
  ],
  cases: [
    'open',
    'list',
    'read',
    'delete',
    'choose',
    'check',
    'estimate',
    'cancel',
    'wizard',
    'watch',
    'stop_watch',
  ],
  practice: ['scenarios'],
} as const;

export const CHANGE_CHANNEL = 'app:changed';
