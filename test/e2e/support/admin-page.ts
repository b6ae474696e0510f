/** The page of admin keys and the dialog that changes a list, as a person uses them. */
import type { ElectronApplication, Locator, Page } from 'playwright-core';

export class AdminPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    await this.#page.getByRole('navigation').getByText('Admin', { exact: true }).click();
    await this.#page.getByRole('heading', { name: 'Admin', exact: true }).waitFor();
  }

  async readProjects(keyId: string): Promise<void> {
    const row = this.#page.locator(`[data-testid="admin-key"][data-key-id="${keyId}"]`);
    await row.getByRole('button', { name: /^Read projects/ }).click();
    await row.getByText(/^Accepted/).waitFor();
  }

  /** `label`: of the choice, where the window speaks another language. */
  async chooseProject(name: string, label = 'Project'): Promise<void> {
    const choice = this.#page.getByRole('combobox', { name: label });
    await choice
      .or(this.#page.getByRole('textbox', { name: label }))
      .first()
      .click();
    // Where several keys reach the project, the one that was read last comes last.
    await this.#page.getByRole('option', { name }).last().click();
    await this.#page.getByTestId('policy-models').waitFor();
  }

  policyModels(): Promise<readonly string[]> {
    return this.#page.getByTestId('policy-models').locator('li').allTextContents();
  }

  /** What the keyboard is at, as text. */
  focused(): Promise<string> {
    return this.#page.locator(':focus').evaluateAll(([element]) => element?.textContent ?? '');
  }

  /** The field for the models that a project shall be let use. */
  get names(): Locator {
    return this.#page.getByRole('combobox', { name: 'Models to allow' });
  }

  /** Opens the preview and gives back what it says will change. */
  async preview(): Promise<string> {
    await this.#page.getByRole('button', { name: 'Preview the change' }).click();
    const difference = this.#page.getByTestId('difference');
    await difference.waitFor();
    return (await difference.textContent()) ?? '';
  }

  async pressBriefly(): Promise<void> {
    await this.#page.getByTestId('hold-to-change').click();
  }

  async holdByKeyboard(): Promise<void> {
    await this.#page.getByTestId('hold-to-change').focus();
    await this.#page.keyboard.down('Enter');
    await this.#page.getByTestId('change-preview').waitFor({ state: 'hidden' });
    await this.#page.keyboard.up('Enter');
  }

  async result(): Promise<string | null> {
    const result = this.#page.getByTestId('change-result');
    await result.waitFor();
    return result.getAttribute('data-state');
  }

  /** States of all changes made so far, the newest first. */
  changes(): Promise<readonly string[]> {
    return this.#page.evaluate(async () => {
      const doctor = Reflect.get(globalThis, 'doctor') as {
        readonly admin: {
          readonly changes: (request: object) => Promise<{
            readonly ok: boolean;
            readonly value: readonly { readonly state: string }[];
          }>;
        };
      };
      return (await doctor.admin.changes({})).value.map(({ state }) => state);
    });
  }

  async undoNewest(): Promise<void> {
    await this.#page.getByTestId('change-row').first().getByRole('button', { name: 'Undo…' }).click();
    await this.#page.getByTestId('difference').waitFor();
  }

  /** `confirm`: what the button beside the name is called. */
  async typeName(name: string, confirm: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Or type the project’s name' }).click();
    await this.#page.getByRole('textbox', { name: `Type “${name}”` }).fill(name);
    await this.#page.getByRole('button', { name: confirm, exact: true }).click();
  }

  /** What the person would answer in the system's own dialog, which no test can see. */
  async answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  }

  /** The address that the system would be asked to open. */
  async mail(app: ElectronApplication): Promise<string> {
    await app.evaluate(({ shell }) => {
      shell.openExternal = (url) => {
        Reflect.set(globalThis, 'openedMail', url);
        return Promise.resolve();
      };
    });
    await this.#page.getByRole('button', { name: 'Open in mail' }).click();
    await this.#page.getByText(/mail program was opened|on the clipboard/).waitFor();
    return app.evaluate(() => String(Reflect.get(globalThis, 'openedMail')));
  }
}
