/** What comes to the app from outside of its window: links. */
export const arrival = {
  link: {
    title: 'A link brings this text. Read it?',
    lead: 'It goes into the box for errors. No case is opened, and nothing is sent.',
  },
  read: 'Read it',
  no: 'No',
  caseGone:
    'The case of that link is not here. It was deleted, or it belongs to another computer or to practice.',
  badLink: 'That link cannot be opened: it is damaged, too long, or unknown to this version of the app.',
  copyLink: 'Copy link to this case',
};
