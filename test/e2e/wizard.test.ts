/** The shortest way from a practice case to its proof, at the smallest size: counted clicks, and nothing to scroll for. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsolePage, DoctorPage } from '../../build/tour/doctor-page.mjs';
import { chooseAllowedList, Hand, toTheList, toTheProof } from '../../build/tour/golden-path.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';

const MODEL = 'gpt-5.5';
const PROVEN_MS = 60_000;
const MOST_CLICKS = 9;

describe('the shortest way through the wizard', () => {
  const hand = new Hand();
  let running: RunningApp;
  let doctor: DoctorPage;
  let console_: ConsolePage;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
    doctor = new DoctorPage(running.page);
  });
  afterAll(() => running.close());

  const look = (place: string, page: Page) => picture(page, `wizard-${place}`);
  /** Pixels that the page is longer than the window. */
  const beyond = () =>
    running.page.evaluate(() => {
      const main = document.querySelector('main');
      return main === null ? -1 : main.scrollHeight - main.clientHeight;
    });

  it('leads from the case to the list by one link', async () => {
    console_ = await toTheList(running.app, doctor, hand, async (place, page) => {
      await look(place, page);
      if (place === '1-log-in') expect(await beyond()).toBe(0);
    });
  });

  it('shows the steps on the way as skipped', async () => {
    const passed = await running.page
      .locator('[data-passed]')
      .evaluateAll((steps) => steps.map((step) => step.getAttribute('data-passed')));
    expect(passed).toEqual(['skipped', 'skipped', 'skipped']);
  });

  it('asks one question, and shows what to click', async () => {
    await chooseAllowedList(doctor, hand, look);
    expect(await beyond()).toBe(0);
  });

  it('is proven by as few clicks as were promised, none of them after a scroll', {
    timeout: PROVEN_MS,
  }, async () => {
    await toTheProof(doctor, console_, hand, look);
    expect(hand.scrolls).toBe(0);
    expect(hand.clicks).toBeLessThanOrEqual(MOST_CLICKS);
    expect(await beyond()).toBe(0);
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
    await running.page.getByRole('button', { name: 'Still an error in your program?' }).click();
    await running.page
      .getByRole('textbox', { name: 'New error' })
      .fill((await doctor.scenario('block_list')).text);
    await running.page.getByRole('main').getByRole('button', { name: 'Diagnose' }).click();
    await doctor.verdict.waitFor();
    expect(await doctor.readVerdict()).toMatchObject({ cause: 'project_lacks_model' });
  });
});
