import type { BareApp } from './bare-app';

/** Types into the box for the error on the first screen, and waits until the main process has a copy. */
export async function typeError(app: BareApp, text: string): Promise<void> {
  await app.page((typed: string) => {
    const box = document.querySelector('textarea');
    if (box === null) throw new Error('The page has no text box.');
    // React hears of a change only if the value is set behind its back.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, typed);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await app.until('the typed text to be kept', async () => {
    const kept = await app.verb('app', 'kept_draft', {});
    return kept.ok && kept.value?.text === text;
  });
}

/** What stands in the box for the error. */
export function typedError(app: BareApp): Promise<string | null> {
  return app.page(() => document.querySelector('textarea')?.value ?? null);
}
