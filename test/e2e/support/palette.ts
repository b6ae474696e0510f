import type { Locator, Page } from 'playwright-core';

/** The command palette as a person uses it: by keyboard. */
export class Palette {
  readonly dialog: Locator;
  readonly options: Locator;
  /** The answer that Enter takes. */
  readonly marked: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search and commands' });
    this.options = this.dialog.getByRole('option');
    this.marked = this.dialog.locator('[data-combobox-selected]');
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.dialog.waitFor();
  }

  async type(query: string): Promise<void> {
    await this.dialog.getByRole('combobox').fill(query);
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Opens it, asks, and takes the best answer, which may have to come from the main process first. */
  async run(query: string): Promise<void> {
    await this.open();
    await this.type(query);
    await this.marked.waitFor();
    await this.#page.keyboard.press('Enter');
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
