import type { BareApp } from './bare-app';

async function kept(app: BareApp) {
  const reply = await app.verb('app', 'kept_draft', {});
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
}

/** Types into the box for the error on the first screen, and waits until the main process has a copy. */
export async function typeError(
  app: BareApp,
  text: string,
  isKept: (kept: string) => boolean = (copy) => copy === text,
): Promise<void> {
  await app.page((typed: string) => {
    const box = document.querySelector('textarea');
    if (box === null) throw new Error('The page has no text box.');
    // React hears of a change only if the value is set behind its back.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, typed);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await app.until('the typed text to be kept', async () => isKept((await kept(app))?.draft.text ?? ''));
}

/** What stands in the box for the error. */
export function typedError(app: BareApp): Promise<string | null> {
  return app.page(() => document.querySelector('textarea')?.value ?? null);
}

/** Opens a page by its name in the navigation, and waits until the main process knows of it. */
export async function goTo(app: BareApp, name: string): Promise<void> {
  const before = (await kept(app))?.page.kind ?? 'diagnose';
  await app.page((words: string) => {
    const links = [...document.querySelectorAll<HTMLElement>('nav button')];
    const link = links.find(({ textContent }) => textContent?.trim() === words);
    if (link === undefined) throw new Error(`The navigation has no "${words}".`);
    link.click();
  }, name);
  await app.until('the page to be kept', async () => ((await kept(app))?.page.kind ?? 'diagnose') !== before);
}
