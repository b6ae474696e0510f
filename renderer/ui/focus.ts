/** As a `ref`: for what is drawn in answer to the person and has to be found by keyboard at once. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

const PATIENCE_MS = 1_000;

/** Gives the keyboard to the element of this id as soon as it is drawn, as a new row is once the list was read again. */
export function focusById(id: string): void {
  const until = performance.now() + PATIENCE_MS;
  const attempt = () => {
    const element = document.getElementById(id);
    if (element !== null) element.focus();
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  requestAnimationFrame(attempt);
}

/** Value of this attribute on what the keyboard is in; null where it is in nothing of the sort. */
export function focusedWithin(attribute: string): string | null {
  return document.activeElement?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}
