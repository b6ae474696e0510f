/** Where the keyboard goes once a dialog of this page is over. */
export const UNDO_DELETE = 'undo-delete';
export const keyNameId = (id: string) => `key-${id}`;
