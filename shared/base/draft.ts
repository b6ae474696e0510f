/** What is being typed on the first screen: both halves of the app keep it, and both know an empty one. */

export interface Draft {
  readonly text: string;
  /** A large text is read while it is being written only if it came in one piece. */
  readonly pasted: boolean;
  readonly keyId: string | null;
  readonly model: string;
}

export const EMPTY_DRAFT: Draft = { text: '', pasted: false, keyId: null, model: '' };

/** Whether nothing of it has to be kept: neither a text nor a choice. */
export function isEmptyDraft({ text, model, keyId }: Draft): boolean {
  return text === '' && model === '' && keyId === null;
}
