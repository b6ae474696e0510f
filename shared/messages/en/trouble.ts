/** Boxes of the system's, about the window as a whole. */
export const trouble = {
  hang: {
    message: 'The window isn’t answering',
    detail:
      'It may only be busy. Tests in progress continue. If you reload the window, it shows the text as it was saved when you last paused typing. Keys recognized in it are removed.',
    wait: 'Wait',
    reload: 'Reload',
  },
  crash: {
    message: 'The window crashed four times within a minute',
    detail:
      'It no longer reloads by itself. Tests in progress continue. If your text may be the cause, reload the window without it.',
    again: 'Reload',
    without_text: 'Reload without the text',
    quit: 'Quit',
  },
  variables:
    'This app does not start with these variables set: {{names}}. They would write what the app does to a file or another program. Unset them, then start the app again.',
} as const;
