/** What comes to the app from outside of its window, unasked: a link that somebody opened, or an error on the clipboard. */

/** By which the system knows whose links these are. Lower case, as browsers write a scheme. */
export const LINK_SCHEME = 'model-access-doctor';

/** Opens the case, on the computer that has it. */
export function caseLink(id: string): string {
  return `${LINK_SCHEME}://case/${id}`;
}

/** It waits until the person has said what is to be done with it, or until something newer came. */
export type Arrival = { readonly id: string } & (
  | { readonly kind: 'case'; readonly caseId: string }
  /** The case of a link is not here. */
  | { readonly kind: 'case_gone' }
  | { readonly kind: 'bad_link' }
  /** An error is on the clipboard. Nothing of it comes to the window before the person wants to read it. */
  | { readonly kind: 'clipboard' }
  /** A text to be read. `begins`: its first characters, without secrets. */
  | { readonly kind: 'text'; readonly begins: string; readonly isWhole: boolean }
);
