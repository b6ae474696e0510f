/** As a `ref`: for what is drawn in answer to the person and has to be found by keyboard at once. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
