/** The way out of practice, in a window that has a real side to go to. */
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';

const REAL_PROJECT = 'proj_Ab12Cd34Ef56Gh78Ij90Kl12';
const SECRET = ['sk', 'proj', 'Qx7_'.repeat(12)].join('-');
const ERROR = `Error code: 403 - {'error': {'message': 'Project \`${REAL_PROJECT}\` does not have access to model \`gpt-5.5\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}`;

let running: RunningApp;
let doctor: DoctorPage;

beforeAll(async () => {
  running = await launchApp();
  doctor = new DoctorPage(running.page);
});
afterAll(() => running?.close());

const badge = () => running.page.getByTestId('practice-badge');
const leave = () => running.page.getByRole('button', { name: 'Leave practice', exact: true });
const dialog = () => running.page.getByRole('dialog');

async function enter(): Promise<void> {
  await running.page.getByRole('button', { name: 'Enter practice' }).click();
  await badge().waitFor();
}

/** Where the keyboard is: on the page, not on what is behind it. */
const focusedTag = () => running.page.evaluate(() => document.activeElement?.tagName);

/** Each text that the dialog shows from now until it is gone. */
async function textsUntilGone(shown: Locator, close: () => Promise<void>): Promise<readonly string[]> {
  const texts = await shown.evaluateHandle((element) => {
    const seen = new Set([element.textContent]);
    new MutationObserver(() => seen.add(element.textContent)).observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return seen;
  });
  await close();
  await shown.waitFor({ state: 'hidden' });
  return texts.evaluate((seen) => [...seen]);
}

describe('leaving practice', () => {
  it('asks nothing where nothing would be lost, and gives the keyboard to the page', async () => {
    await enter();
    await leave().press('Enter');
    await badge().waitFor({ state: 'detached' });
    await expect.poll(focusedTag).toBe('MAIN');
  });

  it('takes the text of a real error along, without the secret in it', async () => {
    await enter();
    await doctor.diagnose(`${ERROR}\nOPENAI_API_KEY=${SECRET}`);
    await running.page.getByTestId('outside-practice').waitFor();
    await picture(running.page, 'practice-outside');
    expect(await running.page.getByRole('button', { name: 'Fix it' }).count()).toBe(0);
    await running.page.getByRole('button', { name: 'Leave practice with this text' }).click();
    await badge().waitFor({ state: 'detached' });
    const text = await doctor.pasteBox.inputValue();
    expect(text).toContain(ERROR);
    expect(text).not.toContain(SECRET.slice(12));
  });

  it('asks first where a fix or a watch would be lost', async () => {
    await enter();
    await doctor.startScenario('allow_list');
    await doctor.startWizard();
    await leave().click();
    await expect.poll(() => dialog().textContent()).toContain('You would lose the fix you have begun.');
    await picture(running.page, 'practice-leave');
    const texts = await textsUntilGone(dialog(), () => running.page.keyboard.press('Escape'));
    expect(texts).toEqual([expect.stringContaining('You would lose the fix you have begun.')]);
    expect(await badge().isVisible()).toBe(true);
    for (const step of ['log_in', 'choose_project', 'open_limits']) {
      await doctor.waitForStep(step);
      await doctor.nextStep();
    }
    await doctor.chooseBranch('allowed');
    await doctor.saved();
    await doctor.watch.waitFor();
    await leave().click();
    await expect.poll(() => dialog().textContent()).toContain('and a watch that is still running');
    await running.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  it('keeps the keyboard on the watch that is stopped', async () => {
    await running.page.getByRole('button', { name: 'Stop watching' }).press('Enter');
    await expect.poll(() => doctor.watch.getAttribute('data-state')).toBe('stopped');
    await expect.poll(() => doctor.watch.evaluate((watch) => watch === document.activeElement)).toBe(true);
  });

  it('is done once confirmed, and the next practice starts afresh', async () => {
    await leave().click();
    await dialog().getByRole('button', { name: 'Leave practice' }).click();
    await badge().waitFor({ state: 'detached' });
    await enter();
    await running.page.getByText('Cases you open are kept here.').waitFor();
  });
});
