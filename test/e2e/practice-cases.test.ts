import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { MESSAGES } from '../../shared/messages';
import { launchApp, picture, type RunningApp } from './support/launch';

const TEXTS = MESSAGES.en;

describe('practice cases beyond a project’s list', () => {
  let running: RunningApp;
  let page: Page;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    page = running.page;
  });
  afterAll(() => running.close());

  async function begin(id: string): Promise<void> {
    await page.getByRole('navigation').getByRole('button', { name: TEXTS.app.navigation.diagnose }).click();
    await new DoctorPage(page).openScenario(id);
    await page.getByTestId('evidence-item').first().waitFor({ state: 'attached' });
  }

  const evidence = () => page.getByTestId('evidence-item');
  const testAgain = () => page.getByRole('button', { name: 'Test again', exact: true }).click();

  it('a batch alone is refused: the key can use the model, and the difference is named', async () => {
    await begin('batch_sibling');
    await testAgain();
    await page.getByText(TEXTS.verdict.contrast.batch).waitFor();
    await picture(page, 'practice-cases-1-batch');
  });

  it('a stream is refused: the tests without a stream meet the same', async () => {
    await begin('refused_stream');
    await testAgain();
    await evidence().nth(2).waitFor({ state: 'attached' });
    await page.getByTestId('verdict-cause').waitFor();
    await picture(page, 'practice-cases-2-stream');
  });

  it('a gateway passes the sentence on: its list is read, and nothing that could be billed is sent', async () => {
    await begin('gateway');
    await testAgain();
    await evidence().nth(1).waitFor({ state: 'attached' });
    await expect.poll(() => page.getByRole('main').textContent()).toContain('not OpenAI’s');
    expect(await evidence().count()).toBe(2);
    await picture(page, 'practice-cases-3-gateway');
  });
});
