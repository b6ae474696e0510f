import type { Locator, Page } from 'playwright-core';

/** The import dialog as a person uses it. */
export class ImportDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly rows: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Import keys' });
    this.rows = this.dialog.getByTestId('import-row');
    this.results = this.dialog.getByTestId('import-result');
  }

  async open(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Import' }).first().click();
    await this.dialog.waitFor();
  }

  async paste(text: string): Promise<void> {
    await this.dialog.getByLabel('Paste any text that holds keys').fill(text);
    await this.dialog.getByRole('button', { name: 'Read the text' }).click();
    await this.preview();
  }

  async preview(): Promise<void> {
    await this.dialog.getByTestId('import-preview').waitFor();
  }

  /** Each row as its state and its label. */
  async seen(): Promise<readonly (readonly [string | null, string])[]> {
    const rows = await this.rows.all();
    return Promise.all(
      rows.map(async (row) => {
        const input = row.getByRole('textbox');
        const label = (await input.count()) > 0 ? await input.inputValue() : await row.innerText();
        return [await row.getAttribute('data-state'), label.split('\n')[1] ?? label] as const;
      }),
    );
  }

  async store(): Promise<readonly (string | null)[]> {
    await this.dialog.getByRole('button', { name: /^Store the keys/ }).click();
    await this.dialog.getByTestId('import-results').waitFor();
    return Promise.all((await this.results.all()).map((result) => result.getAttribute('data-outcome')));
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
