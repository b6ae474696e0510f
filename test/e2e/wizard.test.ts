/** The shortest way from a practice case to its proof, at the smallest size: counted clicks, and nothing to scroll for. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';

const MODEL = 'gpt-5.5';
const PROVEN_MS = 60_000;
const MOST_CLICKS = 9;

describe('the shortest way through the wizard', () => {
  let running: RunningApp;
  let doctor: DoctorPage;
  let consolePage: Page;
  let clicks = 0;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
    doctor = new DoctorPage(running.page);
  });
  afterAll(() => running.close());

  /** A click where the target stands: whatever would have to be scrolled to, or lies under something, fails. */
  async function click(target: Locator): Promise<void> {
    await target.waitFor();
    expect(await isInView(target)).toBe(true);
    await target.click();
    clicks += 1;
  }

  const button = (name: string | RegExp) => running.page.getByRole('button', { name });
  /** Pixels that the page is longer than the window. */
  const beyond = () =>
    running.page.evaluate(() => {
      const main = document.querySelector('main');
      return main === null ? -1 : main.scrollHeight - main.clientHeight;
    });

  it('leads from the case to the list by one link', async () => {
    await click(running.page.getByTestId('scenario-allow_list'));
    await doctor.verdict.waitFor();
    await click(button('Fix it'));
    await doctor.waitForStep('log_in');
    await picture(running.page, 'wizard-1-log-in');
    expect(await beyond()).toBe(0);
    const opened = running.app.waitForEvent('window');
    await click(button('Go straight to Limits'));
    consolePage = await opened;
    await click(consolePage.getByRole('button', { name: 'Log in' }));
    await consolePage.getByRole('heading', { name: 'Limits', exact: true }).waitFor();
  });

  it('shows the steps on the way as skipped', async () => {
    await doctor.waitForStep('edit_list');
    const passed = await running.page
      .locator('[data-passed]')
      .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-passed')));
    expect(passed).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it('asks one question, and shows what to click', async () => {
    await picture(running.page, 'wizard-4-question');
    await click(running.page.getByTestId('branch-allowed'));
    await button('Saved: watch until it works').waitFor();
    await picture(running.page, 'wizard-4-allowed');
    expect(await beyond()).toBe(0);
  });

  it('is proven by as few clicks as were promised', { timeout: PROVEN_MS }, async () => {
    await click(consolePage.getByRole('button', { name: 'Edit allowed models' }));
    await click(consolePage.getByRole('checkbox', { name: MODEL, exact: true }));
    await click(consolePage.getByRole('button', { name: 'Save allowed models' }));
    await consolePage.getByRole('status').waitFor();
    await click(button('Saved: watch until it works'));
    await doctor.waitForProof();
    await picture(running.page, 'wizard-5-proven');
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  });

  it('then has the request as code without a key, and a field for a new error', async () => {
    const code = running.page.getByTestId('run-yourself');
    for (const name of ['Python', 'curl', 'Node.js']) {
      await code.getByText(name, { exact: true }).click();
      const text = await code.getByRole('region', { name }).textContent();
      expect(text).toContain('OPENAI_API_KEY');
      expect(text).toContain(MODEL);
      expect(text).not.toMatch(/sk-/);
    }
    await running.page
      .getByRole('textbox', { name: 'New error' })
      .fill((await doctor.scenario('block_list')).text);
    await running.page.getByRole('main').getByRole('button', { name: 'Diagnose' }).click();
    await doctor.verdict.waitFor();
    expect(await doctor.readVerdict()).toMatchObject({ cause: 'project_lacks_model' });
  });
});

/** Whether a click would reach its middle as the page stands. */
function isInView(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const found = document.elementFromPoint(left + width / 2, top + height / 2);
    return found !== null && (element.contains(found) || found.contains(element));
  });
}
