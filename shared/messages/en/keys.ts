/** The keys page and the state of the keychain. */
export const keys = {
  title: 'Keys',
  lead: 'Secrets are kept in your system’s keychain. This window never gets one back.',
  leadSession: 'Secrets are kept in memory until you quit the app.',
  leadPractice: 'These keys are invented. They work only against the practice organization.',
  practiceOnly:
    'This build is for practice: keys of your own cannot be stored here. The official build stores them in your keychain.',
  add: 'Add a key',
  emptyTitle: 'No keys yet',
  empty:
    'With a key, a verdict can be confirmed free of charge, and the fix can be proven. Without one, only the pasted text is read.',
  list: 'Stored keys',
  kind: {
    project: 'Project key',
    service_account: 'Service account',
    legacy: 'User key (older form)',
    admin: 'Admin key',
    realtime: 'Realtime session key',
    unknown: 'Key of unknown form',
  },
  knownSince: 'known since {{moment}}',
  sentFor: 'Sent for {{id}}',
  neverChecked: 'Not tested yet',
  testedAt: 'Tested {{moment}}',
  health: {
    accepted: { one: 'Accepted · lists 1 model', other: 'Accepted · lists {{count}} models' },
    accepted_cannot_list: 'Accepted, may not list models',
    refused: 'Refused',
    undecided: 'Undecided',
  },
  check: 'Test',
  copySecret: 'Copy to clipboard',
  copiedSecret: 'Copied. The clipboard is cleared in 30 seconds if the key is still there.',
  more: 'More for {{label}}',
  delete: 'Delete',
  deleteTitle: 'Delete “{{label}}” (…{{lastFour}})?',
  deleteExplanation: {
    keychain:
      'The secret is removed from the keychain of this computer. At OpenAI the key stays valid until it is revoked there.',
    session:
      'The secret is removed from memory, the only place where it is kept. At OpenAI the key stays valid until it is revoked there.',
    practice: 'The invented key is gone until practice is entered again.',
  },
  dialog: {
    title: 'Add a key',
    secret: 'API key',
    secretHelp: {
      keychain: 'Goes straight to the keychain. Quotes and “Bearer” around it are removed.',
      session: 'Stays in memory until you quit the app. Quotes and “Bearer” around it are removed.',
      practice: 'Practice keeps invented keys alone, in memory. Don’t enter a key of your own.',
    },
    label: 'Label',
    labelPlaceholder: 'For example: Staging server',
    labelHelp: 'Helps you recognize the key, which is never shown again.',
    advanced: 'Advanced: other address',
    baseUrl: 'Base URL',
    baseUrlHelp:
      'Only for a gateway or a regional host. The key is bound to this address and is sent nowhere else. It begins with https://; http:// is allowed for this computer alone.',
    submit: 'Store the key',
  },
  vault: {
    ready: 'Secrets are kept in {{backend}}.',
    unused:
      'Secrets go to {{backend}}. It has not been used since the app started; it is as soon as a key is stored or used.',
    session: 'This session only: secrets are in memory and are gone when you quit.',
    practice: 'Practice keys, kept in memory.',
    backend: {
      secret_service: 'your desktop’s keyring',
      macos_keychain: 'the macOS keychain',
      windows_credential_manager: 'the Windows Credential Manager',
    },
    problem: {
      locked: 'The keychain is locked',
      absent: 'No keychain available',
      denied: 'The keychain refused access',
      timeout: 'The keychain does not answer',
      failed: 'The keychain stopped responding',
    },
    remedy: {
      secret_service: {
        locked:
          'Unlock the login keyring, for example in “Passwords and Keys” (Seahorse) or KWalletManager, then try again.',
        absent:
          'Install and start a keyring such as gnome-keyring or KWallet, log in to the desktop again, then try again.',
        denied: 'The prompt was dismissed or refused. Try again and allow the access.',
        timeout: 'Look for a password prompt behind other windows, answer it, then try again.',
        failed: 'Log out and in again to restart the keyring, then try again.',
      },
      macos_keychain: {
        locked: 'Open Keychain Access, unlock the “login” keychain, then try again.',
        absent: 'Open Keychain Access and check that a “login” keychain exists, then try again.',
        denied: 'Try again and choose “Allow” in the prompt.',
        timeout: 'Look for a keychain prompt behind other windows, answer it, then try again.',
        failed: 'Restart the computer, then try again.',
      },
      windows_credential_manager: {
        locked: 'Sign in to Windows again, then try again.',
        absent: 'Check in “Services” that “Credential Manager” is running, then try again.',
        denied: 'Ask whoever manages this computer to allow the Credential Manager, then try again.',
        timeout: 'Check in “Services” that “Credential Manager” responds, then try again.',
        failed: 'Restart the computer, then try again.',
      },
    },
    untouched: 'Keys that are already stored are not touched.',
    useSession: 'Use for this session only',
    retry: 'Try again',
  },
} as const;
