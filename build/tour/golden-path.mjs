/** The shortest way from a practice case to its proof, clicked as a person would: each click and each scroll counts. */
import { ConsolePage } from './doctor-page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').ElectronApplication} ElectronApplication */
/** @typedef {import('./doctor-page.mjs').DoctorPage} DoctorPage */
/** @typedef {(place: string, page: Page) => Promise<void>} Look Called at each place of the way that is worth a look. */

/** The model that the first case is about. */
const MODEL = 'gpt-5.5';

/** Clicks where the target stands, scrolls where it has to, and counts both. */
export class Hand {
  clicks = 0;
  scrolls = 0;

  /** @param {Locator} target */
  async click(target) {
    await target.waitFor();
    if (!(await isInView(target))) this.scrolls += 1;
    await target.click();
    this.clicks += 1;
  }
}

/**
 * From the start page to the question of step 4; gives back the practice console's window.
 * @param {ElectronApplication} app
 * @param {DoctorPage} doctor
 * @param {Hand} hand
 * @param {Look} look
 */
export async function toTheList(app, doctor, hand, look) {
  const { page } = doctor;
  await hand.click(page.getByTestId('scenario-allow_list'));
  await doctor.verdict.waitFor();
  await hand.click(page.getByRole('button', { name: 'Fix it' }));
  await doctor.waitForStep('log_in');
  await look('1-log-in', page);
  const opened = app.waitForEvent('window');
  await hand.click(page.getByRole('button', { name: 'Go straight to Limits' }));
  const console_ = new ConsolePage(await opened);
  await hand.click(console_.page.getByRole('button', { name: 'Log in' }));
  await console_.page.getByRole('heading', { name: 'Limits', exact: true }).waitFor();
  await doctor.waitForStep('edit_list');
  await look('4-question', page);
  return console_;
}

/**
 * Answers the question of step 4, by which the step says what to click.
 * @param {DoctorPage} doctor
 * @param {Hand} hand
 * @param {Look} look
 */
export async function chooseAllowedList(doctor, hand, look) {
  await hand.click(doctor.page.getByTestId('branch-allowed'));
  await savedButton(doctor).waitFor();
  await look('4-allowed', doctor.page);
}

/**
 * @param {DoctorPage} doctor
 * @param {ConsolePage} console_
 * @param {Hand} hand
 * @param {Look} look
 */
export async function toTheProof(doctor, console_, hand, look) {
  const { page } = console_;
  await hand.click(page.getByRole('button', { name: 'Edit allowed models' }));
  await hand.click(page.getByRole('checkbox', { name: MODEL, exact: true }));
  await hand.click(page.getByRole('button', { name: 'Save allowed models' }));
  await page.getByRole('status').waitFor();
  await hand.click(savedButton(doctor));
  await doctor.waitForProof();
  await look('5-proven', doctor.page);
}

/** @param {DoctorPage} doctor */
function savedButton({ page }) {
  return page.getByRole('button', { name: 'Saved: watch until it works' });
}

/**
 * Whether a click would reach its middle as the page stands.
 * @param {Locator} target
 */
function isInView(target) {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (element.contains(found) || found.contains(element));
  });
}
