/** What of a person's data lies where, and under which licences the app's parts are. */
export const about = {
  storage: {
    title: 'What is stored where',
    lead: {
      real: 'All of it lies on this computer, for your account of it alone.',
      practice:
        'In practice, keys, cases and tests are kept in memory and are gone when you leave it. What lies on this computer apart from practice:',
    },
    backend: {
      secret_service: 'The system’s keyring (Secret Service), under “Model Access Doctor”',
      macos_keychain: 'The keychain of macOS, under “Model Access Doctor”',
      windows_credential_manager: 'Windows Credential Manager, under “Model Access Doctor”',
      session: 'In memory, until you quit the app',
      practice: 'In memory, until you leave practice',
    },
    keys: {
      title: 'Keys',
      holds:
        'API keys and admin keys. Beside each, its label, address, colour, chosen organization and project, and the date it was added, so that a lost list can be put back.',
      never: 'No error texts and no answers.',
    },
    database: {
      title: 'Database',
      none: 'In memory only: the file could not be opened.',
      holds:
        'Cases with their error texts, answers to tests, and of each key its label, note, last four characters, a fingerprint and what was learned of it. Also what an admin key read and changed.',
      never:
        'Never a whole stored key. Other keys and tokens that are recognized in a text are taken out before it is written.',
    },
    settings: {
      title: 'Settings',
      where: 'In the database',
      holds: 'What is chosen on this page, the place of the window, and the text in the box for errors.',
      never: 'Never a whole stored key.',
    },
    log: {
      title: 'Log',
      none: 'No file yet: the app has recorded no error.',
      holds: 'Errors of the app itself; two files of about 128 kB at most.',
      never:
        'Never a whole stored key. Other keys, tokens and e-mail addresses that are recognized are left out, and the name of your home folder.',
    },
  },
  licences: {
    open: 'Licences…',
    title: 'Licences',
    own: 'Model Access Doctor is under the MIT licence.',
    runtime: 'The licences of Electron and Chromium lie beside the program.',
    count: {
      one: 'It contains 1 package of others:',
      other: 'It contains {{count}} packages of others:',
    },
    list: 'Packages of others',
  },
} as const;
