import type { Page } from 'playwright-core';

/** What the keyboard is at: its id or its text. */
export function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element, body } = document;
    return element === null || element === body ? 'nothing' : element.id || (element.textContent ?? '');
  });
}
