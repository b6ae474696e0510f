import type { Locator, Page } from 'playwright-core';

/** The keys page as a person uses it. */
export class KeysPage {
  readonly page: Page;
  readonly rows: Locator;
  readonly vault: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByTestId('key-row');
    this.vault = page.getByTestId('vault');
    this.dialog = page.getByRole('dialog');
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: 'Keys' })
      .or(this.page.getByRole('navigation').getByRole('link', { name: 'Keys' }))
      .first()
      .click();
    await this.page.getByRole('heading', { name: 'Keys', level: 1 }).waitFor();
  }

  /** Waits until the window says this of the keychain. */
  async vaultIs(state: 'unused' | 'ready' | 'locked' | 'absent'): Promise<void> {
    await this.page.locator(`[data-testid="vault"][data-state="${state}"]`).waitFor();
  }

  async startAdding(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Add a key' }).first().click();
    await this.dialog.waitFor();
  }

  /** Fills the dialog and sends it; it stays open where the key is refused. */
  async fillAndStore(secret: string, label: string, baseUrl: string | null): Promise<void> {
    await this.dialog.getByLabel('API key').fill(secret);
    await this.dialog.getByLabel('Label').fill(label);
    if (baseUrl !== null) {
      const field = this.dialog.getByLabel('Base URL');
      if (!(await field.isVisible())) await this.dialog.getByRole('button', { name: /^Advanced/ }).click();
      await field.fill(baseUrl);
    }
    await this.dialog.getByRole('button', { name: 'Store the key' }).click();
  }

  async add(secret: string, label: string, baseUrl: string | null): Promise<string> {
    await this.startAdding();
    await this.fillAndStore(secret, label, baseUrl);
    await this.dialog.waitFor({ state: 'hidden' });
    const id = await this.row(label).getAttribute('data-key-id');
    if (id === null) throw new Error('The stored key has no id');
    return id;
  }

  /** What the keyboard is at, by its name. */
  focused(): Promise<string> {
    return this.page
      .locator(':focus')
      .evaluateAll(([element]) => element?.getAttribute('aria-label') ?? element?.textContent ?? '');
  }

  row(label: string): Locator {
    return this.rows.filter({ hasText: label });
  }

  async check(label: string): Promise<void> {
    await this.row(label)
      .getByRole('button', { name: `Test: ${label}` })
      .click();
  }

  async choose(
    label: string,
    action: 'Details' | 'Copy to clipboard' | 'Replace the secret' | 'Delete',
  ): Promise<void> {
    await this.row(label)
      .getByRole('button', { name: `More for ${label}` })
      .click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async delete(label: string): Promise<void> {
    await this.choose(label, 'Delete');
    await this.dialog.getByRole('button', { name: 'Delete' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
