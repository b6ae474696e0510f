/** The matrix and the history as a person uses them. */

/** @typedef {import('playwright-core').Page} Page */

/** Says how many cells it is about. */
export const CONFIRM = /^Confirm [\d,]+, free$/;

export class MatrixPage {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.grid = page.getByTestId('matrix-grid');
    this.run = page.getByTestId('matrix-run');
    this.details = page.getByTestId('cell-details');
    this.checks = page.getByTestId('history-check');
  }

  async open() {
    await this.page.getByRole('navigation').getByRole('button', { name: 'Matrix' }).click();
  }

  async openHistory() {
    await this.page.getByRole('navigation').getByRole('button', { name: 'History' }).click();
  }

  /** Asks each key for its list, and waits until all have answered. */
  async fill() {
    await this.startBy(/^(Load models|Refresh)/);
    await this.grid.waitFor();
  }

  /**
   * Starts a run by this button and waits for its end.
   * @param {string | RegExp} button
   */
  async startBy(button) {
    const earlier = (await this.run.isVisible()) ? await this.run.getAttribute('data-run') : null;
    // The tool bar comes first; a line below it may offer the same for keys that were never asked.
    await this.page.getByRole('button', { name: button }).first().click();
    await this.page.locator(`[data-testid="matrix-run"]:not([data-run="${earlier}"])`).waitFor();
    await this.waitForRun();
  }

  /** Starts the free tests of more cells than are tested without a question, and says yes to it. */
  async confirmMany() {
    await this.page.getByRole('button', { name: CONFIRM }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: CONFIRM }).click();
    await this.page.locator('[data-testid="matrix-run"][data-state="running"]').waitFor();
  }

  async waitForRun() {
    await this.page
      .locator('[data-testid="matrix-run"]:is([data-state="done"], [data-state="cancelled"])')
      .waitFor({ timeout: 25_000 });
  }

  /**
   * State and basis of one cell that is on the screen, as in `denied check`.
   * @param {string} key
   * @param {string} model
   */
  async cell(key, model) {
    const cell = this.page.getByRole('gridcell', { name: new RegExp(`^${key}, ${model}: `) });
    const [state, basis] = await Promise.all([
      cell.getAttribute('data-state'),
      cell.getAttribute('data-basis'),
    ]);
    return `${state} ${basis}`;
  }

  /** @param {string} name */
  async choose(name) {
    await this.page.getByRole('button', { name: 'Select cells' }).click();
    await this.page.getByRole('menuitem', { name }).click();
  }

  /** @param {string} part */
  filterByModel(part) {
    return this.#filter('Model', part);
  }

  /** @param {string} part */
  filterByKey(part) {
    return this.#filter('Key', part);
  }

  /** @param {string} name @param {string} part */
  async #filter(name, part) {
    const field = this.page.getByRole('textbox', { name, exact: true });
    if (!(await field.isVisible())) await this.page.getByRole('button', { name: 'Filter' }).click();
    await field.fill(part);
  }

  /** Keys and models shown, drawn or not; the heads are not counted. */
  async size() {
    const [rows, columns] = await Promise.all([
      this.grid.getAttribute('aria-rowcount'),
      this.grid.getAttribute('aria-colcount'),
    ]);
    return { keys: Number(rows) - 1, models: Number(columns) - 1 };
  }

  /** The cell that the keyboard is on: its row and column, from 0. */
  async cursor() {
    const cell = this.page.locator('[role="gridcell"][data-cursor]');
    return [Number(await cell.getAttribute('data-row')), Number(await cell.getAttribute('data-column'))];
  }
}
