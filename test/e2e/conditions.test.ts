/** Bad days of the practice service and a large organization, as a person without an account tries them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatrixPage } from '../../build/tour/matrix-page.mjs';
import { CATALOGUE } from '../../electron/practice/catalogue';
import { isRetired } from '../../shared/models/retirements';
import { launchApp, picture, type RunningApp } from './support/launch';

let running: RunningApp;
let matrix: MatrixPage;

beforeAll(async () => {
  running = await launchApp({ args: ['--practice'] });
  matrix = new MatrixPage(running.page);
  await matrix.open();
});
afterAll(() => running.close());

const button = () => running.page.getByTestId('practice-condition');

async function becomes(name: RegExp, condition: string): Promise<void> {
  await button().click();
  await running.page.getByRole('menuitemradio', { name }).click();
  await running.page.locator(`[data-testid="practice-condition"][data-condition="${condition}"]`).waitFor();
}

/** The run's counts, as its bar says them. */
const counts = () => matrix.run.innerText();

/** States of all cells that are drawn. */
const states = () =>
  running.page
    .getByRole('gridcell')
    .evaluateAll((cells) => [...new Set(cells.map((cell) => cell.getAttribute('data-state')))]);

describe('a bad day of the service', () => {
  it('is chosen beside the badge of practice, which then says so', async () => {
    await matrix.fill();
    expect(await states()).toContain('listed');
    await button().click();
    await running.page.getByRole('menuitemradio', { name: /^No answer/ }).waitFor();
    await picture(running.page, 'conditions-1-menu');
    await running.page.keyboard.press('Escape');
    await becomes(/^Broken answers/, 'broken');
    await running.page.getByTestId('practice-badge').getByText('Service: Broken answers').waitFor();
    await picture(running.page, 'conditions-2-chosen');
  });

  it('of broken answers leaves known what was known, and calls nothing valid', async () => {
    await matrix.startBy('Refresh');
    expect(await counts()).toMatch(/^0 of 12 keys loaded/m);
    expect(await states()).toContain('listed');
    await matrix.openHistory();
    const answers = await matrix.checks.allInnerTexts();
    for (const code of ['unexpected', 'too_large', 'redirect']) expect(answers.join('\n')).toContain(code);
    await picture(running.page, 'conditions-3-history');
    await matrix.open();
  });

  it('of a storm is waited out, and says until when', async () => {
    await becomes(/^Rate-limit storm/, 'storm');
    await running.page.getByRole('button', { name: 'Refresh' }).click();
    await matrix.run.getByText('The server asked for a pause').waitFor();
    await picture(running.page, 'conditions-4-storm');
    await matrix.waitForRun();
  });

  it('of silence is stopped at once', async () => {
    await becomes(/^No answer/, 'silent');
    await running.page.getByRole('button', { name: 'Refresh' }).click();
    await running.page.locator('[data-testid="matrix-run"][data-state="running"]').waitFor();
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await matrix.waitForRun();
    expect(await matrix.run.getAttribute('data-state')).toBe('cancelled');
  });

  it('is over once the service is normal again', async () => {
    await becomes(/^Normal/, 'normal');
    await matrix.startBy('Refresh');
    expect(await counts()).toMatch(/^[1-9]\d* of 12 keys loaded/m);
  });
});

describe('a large organization', () => {
  /** Models of practice that are shut down since the end of November 2026, when there were 301 in all. */
  const today = new Date().toISOString().slice(0, 10);
  const retired = CATALOGUE.filter(({ id }) => isRetired(id, today) && !isRetired(id, '2026-11-30'));

  it('joins the practice under way', async () => {
    await button().click();
    await running.page.getByRole('menuitem', { name: /^Add a large organization/ }).click();
    // 188 keys are stored one after the other.
    await expect.poll(async () => (await matrix.size()).keys, { timeout: 20_000 }).toBe(200);
    await matrix.fill();
    expect(await matrix.size()).toEqual({ keys: 200, models: 301 - retired.length });
    await button().click();
    const there = running.page.getByRole('menuitem', { name: /^Add a large organization/ });
    expect(await there.isDisabled()).toBe(true);
    await picture(running.page, 'conditions-5-large');
    await running.page.keyboard.press('Escape');
  });

  it('never let a bug out', () => {
    expect(running.output()).not.toMatch(/bug on|bad_request|MaxListeners/);
  });
});
