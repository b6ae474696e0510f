/** What comes to the app from outside of its window: links, and errors on the clipboard. */
export const arrival = {
  link: {
    title: 'A link brings this text. Read it?',
    lead: 'It goes into the box for errors. No case is opened, and nothing is sent.',
  },
  clipboard: {
    title: 'An error is on the clipboard.',
    hint: 'Offer errors you copied when you come back here?',
    turnOn: 'Turn this on',
    notWanted: 'No, thanks',
    setting: 'Clipboard',
    settingHelp:
      'The clipboard is looked at on this computer alone, once each time it changes. Nothing is kept or sent, and nothing is taken over unless you say so.',
    offer: 'Offer an error that is on the clipboard when this window comes to the front',
  },
  read: 'Read it',
  no: 'No',
  caseGone:
    'The case of that link is not here. It was deleted, or it belongs to another computer or to practice.',
  caseGoneInPractice:
    'The case of that link is not in this practice. It may be one of your own: leave practice, then open the link again.',
  badLink: 'That link cannot be opened: it is damaged, too long, or unknown to this version of the app.',
  copyLink: 'Copy link to this case',
};
