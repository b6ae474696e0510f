/** The window as a person uses it, for the tour and the end-to-end tests: one place knows what things are called. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').ElectronApplication} ElectronApplication */
/** @typedef {import('../../shared/wizard/wizard').Branch} Branch */

export class DoctorPage {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.pasteBox = page.getByRole('textbox', { name: 'Error message' });
    this.verdict = page.getByTestId('verdict-cause');
    this.step = page.getByTestId('wizard-step');
    this.watch = page.getByTestId('watch');
  }

  async goToDiagnose() {
    await this.page.getByRole('navigation').getByText('Diagnose').click();
    await this.pasteBox.waitFor();
  }

  /** @param {string} text */
  async diagnose(text) {
    await this.pasteBox.fill(text);
    await this.submit();
  }

  async submit() {
    await this.page.getByRole('main').getByRole('button', { name: 'Diagnose' }).click();
    await this.verdict.waitFor();
  }

  /**
   * What the main process tells the window of a practice case.
   * @param {string} id
   * @returns {Promise<{ text: string, model: string, keyLabel: string }>}
   */
  scenario(id) {
    return this.page.evaluate(async (wanted) => {
      const doctor = /** @type {import('../../shared/ipc/contract').DoctorApi} */ (
        Reflect.get(globalThis, 'doctor')
      );
      const [scenarios, keys] = await Promise.all([doctor.practice.scenarios({}), doctor.keys.list({})]);
      const found = scenarios.ok ? scenarios.value.find((scenario) => scenario.id === wanted) : undefined;
      const key = keys.ok ? keys.value.find((candidate) => candidate.id === found?.keyId) : undefined;
      if (found === undefined || key === undefined) throw new Error(`There is no practice case ${wanted}`);
      return { text: found.text, model: found.model, keyLabel: key.label };
    }, id);
  }

  /** @param {string} label */
  async chooseKey(label) {
    const change = this.page.getByRole('main').getByRole('button', { name: 'Change', exact: true });
    if (await change.isVisible()) await change.click();
    await this.page
      .getByRole('combobox', { name: 'Key' })
      .or(this.page.getByRole('textbox', { name: 'Key' }))
      .first()
      .click();
    await this.page.getByRole('option', { name: label }).click();
  }

  async backToVerdict() {
    await this.page.getByRole('button', { name: 'Back to the verdict' }).click();
    await this.verdict.waitFor();
  }

  /** The first case stands by itself; the others are folded. @param {string} id */
  async openScenario(id) {
    const scenario = this.page.getByTestId(`scenario-${id}`);
    await scenario.waitFor({ state: 'attached' });
    if (!(await scenario.isVisible())) await this.page.getByTestId('more-cases').locator('summary').click();
    await scenario.click();
  }

  /** @param {string} id */
  async startScenario(id) {
    await this.openScenario(id);
    await this.verdict.waitFor();
  }

  /** @returns {Promise<{ outcome: string | null, cause: string | null, layer: string | null, confidence: string | null }>} */
  async readVerdict() {
    const [outcome, cause, layer, confidence] = await Promise.all(
      ['outcome', 'cause', 'layer', 'confidence'].map((name) => this.verdict.getAttribute(`data-${name}`)),
    );
    return {
      outcome: outcome ?? null,
      cause: cause ?? null,
      layer: layer ?? null,
      confidence: confidence ?? null,
    };
  }

  /** Opens the list of what the verdict rests on. */
  async openEvidence() {
    await this.page.locator('[data-testid="evidence"]:not([open]) > summary').click();
  }

  /** Runs the free tests and waits for their end. */
  async testAgain() {
    const evidence = this.page.getByTestId('evidence-item');
    const before = await evidence.count();
    await this.page.getByRole('button', { name: 'Test again', exact: true }).click();
    await evidence.nth(before).waitFor({ state: 'attached' });
    await this.page.getByRole('button', { name: 'Test again', exact: true }).waitFor();
  }

  /** Agrees to what the dialog says it may cost. */
  async sendRealRequest() {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: /^Send a real request/ })
      .first()
      .click();
    await this.page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.page.getByRole('button', { name: 'Test again', exact: true }).waitFor();
  }

  async startWizard() {
    await this.page
      .getByRole('button', { name: /^(Fix it|Continue|Show the fix)/ })
      .first()
      .click();
    await this.step.waitFor();
  }

  /** @param {string} name */
  async waitForStep(name) {
    await this.page.locator(`[data-testid="wizard-step"][data-step="${name}"]`).waitFor();
  }

  async nextStep() {
    await this.page.getByRole('button', { name: /^(Done|Message sent), next step$/ }).click();
  }

  /**
   * From the first step to the page with the list; gives back the practice console's window, logged in.
   * @param {ElectronApplication} app
   */
  async goStraight(app) {
    const opened = app.waitForEvent('window');
    await this.page.getByRole('button', { name: 'Go straight to Limits' }).click();
    const console_ = new ConsolePage(await opened);
    await console_.logIn();
    await this.waitForStep('edit_list');
    return console_;
  }

  /** The list is saved in the console: the watch begins with the same click. */
  async saved() {
    await this.page.getByRole('button', { name: 'Saved: watch until it works' }).click();
    await this.waitForStep('re_verify');
  }

  /** From the verdict to the step that edits the list, without the checks on the way. */
  async walkToList() {
    await this.startWizard();
    for (const step of ['choose_project', 'open_limits', 'edit_list']) {
      await this.nextStep();
      await this.waitForStep(step);
    }
  }

  /** @param {string} address */
  async checkAddress(address) {
    const field = this.page.getByRole('textbox', { name: /^Paste the address/ });
    if (!(await field.isVisible())) await this.page.getByRole('button', { name: 'Check where I am' }).click();
    await field.fill(address);
    await this.page.getByRole('button', { name: 'Check', exact: true }).click();
    const check = this.page.getByTestId('address-check');
    await check.waitFor();
    return check.getAttribute('data-kind');
  }

  /** @param {Branch} branch */
  async chooseBranch(branch) {
    const card = this.page.getByTestId(`branch-${branch}`);
    const other = this.page.getByRole('button', {
      name: /^(I see something else|Change it in the console myself)$/,
    });
    await card.or(other).first().waitFor();
    // Where the answer is known, nothing is asked until somebody disagrees.
    if (!(await card.isVisible())) await other.click();
    await card.click();
    await card.waitFor({ state: 'detached' });
  }

  /**
   * Opens the step's page and gives back the practice console's window.
   * @param {ElectronApplication} app
   */
  async openConsole(app) {
    const known = app.windows().find((window) => window !== this.page);
    const opened = known ?? app.waitForEvent('window');
    await this.step.getByRole('button', { name: /^Open/ }).first().click();
    return new ConsolePage(await opened);
  }

  async waitForProof() {
    await this.page.getByTestId('proven').waitFor({ timeout: 45_000 });
  }
}

/** The practice console, as the owner of the organization uses it. */
export class ConsolePage {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Logs in where the console asks for it. */
  async logIn() {
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }

  /** @returns {Promise<string>} */
  address() {
    return this.page.getByRole('textbox', { name: 'Address of this page' }).inputValue();
  }

  async openLimits() {
    await this.page.getByRole('link', { name: 'Limits' }).last().click();
  }

  /** @param {string} model */
  async allowModel(model) {
    await this.page.getByRole('button', { name: 'Edit allowed models' }).click();
    await this.page.getByRole('checkbox', { name: model, exact: true }).check();
    await this.page.getByRole('button', { name: 'Save allowed models' }).click();
    await this.page.getByRole('status').waitFor();
  }
}
