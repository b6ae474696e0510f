/** Boxes of the system's, about the window as a whole. */
export const trouble = {
  hang: {
    message: 'The window isn’t answering',
    detail:
      'It may only be busy. Checks that are under way go on. If you load the window again, it goes on with the text as it was kept at your last pause in typing; keys that were recognized in it are taken out.',
    wait: 'Wait',
    reload: 'Load again',
  },
  crash: {
    message: 'The window crashed four times within a minute',
    detail:
      'It is no longer brought back unasked. Checks that are under way go on. If the text that you typed may be the reason, load the window without it.',
    again: 'Load again',
    without_text: 'Load without the text',
    quit: 'Quit',
  },
  variables:
    'This app does not start with these variables set: {{names}}. They would write out what it does. Unset them, then start it again.',
} as const;
