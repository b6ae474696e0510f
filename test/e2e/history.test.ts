import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIRM, MatrixPage } from '../../build/tour/matrix-page.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';

const FIRST_VISIBLE = 12;

/** A practice whose keys were all asked for their lists, with the history in front. */
async function asked(): Promise<{ readonly running: RunningApp; readonly matrix: MatrixPage }> {
  const running = await launchApp({ args: ['--practice'] });
  const matrix = new MatrixPage(running.page);
  await matrix.open();
  await matrix.fill();
  await matrix.openHistory();
  await matrix.checks.first().waitFor();
  return { running, matrix };
}

describe('the history while a run goes on', () => {
  let running: RunningApp;
  let matrix: MatrixPage;

  beforeAll(async () => {
    // A run over 60,000 cells outlasts the journey; one over the usual 600 ends before it on a slow machine.
    running = await launchApp({ args: ['--practice-crowd'] });
    matrix = new MatrixPage(running.page);
    await matrix.open();
    await matrix.fill();
    await matrix.choose('Everything shown');
    await matrix.confirmMany();
    await matrix.openHistory();
    await matrix.checks.nth(FIRST_VISIBLE).waitFor();
  });
  afterAll(() => running.close());

  const ids = () =>
    matrix.checks.evaluateAll((rows) => rows.slice(0, 5).map((row) => row.getAttribute('data-check')));
  const newer = () => running.page.getByTestId('show-newer');

  it('shows what is new as it comes, as long as nobody is at work in the list', async () => {
    const earlier = await ids();
    await expect.poll(ids).not.toEqual(earlier);
  });

  it('stands still under the pointer, and counts what came meanwhile', async () => {
    await matrix.checks.nth(2).hover();
    const earlier = await ids();
    await newer().waitFor();
    // Twenty answers of the service: on one core they take longer than one action of the window.
    await expect
      .poll(async () => Number(await newer().getAttribute('data-count')), { timeout: 15_000 })
      .toBeGreaterThan(20);
    expect(await ids()).toEqual(earlier);
    await picture(running.page, 'history-1-held');
  });

  it('opens the test that was pointed at', async () => {
    const row = matrix.checks.nth(2);
    const shown = await row.getAttribute('data-check');
    await row.getByRole('button', { name: /^Details/ }).click({ delay: 90 });
    const details = running.page.getByTestId('check-details');
    await details.waitFor();
    expect(await details.getAttribute('data-check')).toBe(shown);
    await running.page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
  });

  it('shows what is new when it is asked for', async () => {
    const earlier = await ids();
    await newer().click();
    await expect.poll(ids).not.toEqual(earlier);
  });

  it('stands still where it was scrolled to, and leads back to what is new', async () => {
    await running.page.locator('#content').hover({ position: { x: 5, y: 300 } });
    await running.page.mouse.wheel(0, 1_500);
    await newer().waitFor();
    const earlier = await ids();
    expect(await newer().isVisible()).toBe(true);
    await picture(running.page, 'history-2-scrolled');
    await newer().click();
    await expect.poll(ids).not.toEqual(earlier);
    await expect.poll(() => matrix.checks.first().isVisible()).toBe(true);
  });

  it('has let no bug out', () => {
    expect(running.output()).not.toMatch(/sk-|bug on|bad_request|MaxListeners/);
  });
});

describe('two runs of the matrix', () => {
  let running: RunningApp;
  let matrix: MatrixPage;
  let folder: string;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    folder = await mkdtemp(join(tmpdir(), 'history-'));
    matrix = new MatrixPage(running.page);
    await matrix.open();
    await matrix.fill();
    await matrix.filterByModel('gpt-5.4-mini');
    await matrix.choose('Everything shown');
    await matrix.startBy(CONFIRM);
    await matrix.openHistory();
    await running.page.getByRole('tab', { name: 'Compare runs' }).click();
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  const comparison = () => running.page.getByTestId('comparison');
  const compareButton = () => running.page.getByRole('button', { name: 'Compare', exact: true });

  it('are told apart by what they were about, and a refusal that no list shows is no change', async () => {
    await expect
      .poll(() => running.page.getByLabel('Earlier run').first().inputValue())
      .toMatch(/^\d\d:\d\d:\d\d · Lists · 12 keys$/);
    await expect
      .poll(() => running.page.getByLabel('Later run').first().inputValue())
      .toMatch(/^\d\d:\d\d:\d\d · Free tests · gpt-5\.4-mini\S* and \d+ more · 12 keys$/);
    await compareButton().click();
    await comparison().waitFor();
    expect(Number(await comparison().getAttribute('data-otherwise'))).toBeGreaterThan(0);
    await running.page
      .getByText(/^Only tested more or less strictly: \d+$/)
      .last()
      .click();
    await comparison().getByRole('row').nth(1).waitFor();
    await picture(running.page, 'history-4-compared');
  });

  it('lead from each row to its test', async () => {
    await comparison()
      .getByRole('button', { name: /^Details: Sandbox · restricted, gpt-5\.4-mini$/ })
      .click();
    const details = running.page.getByTestId('check-details');
    await details.getByText('Refused · No permission').waitFor();
    await details.getByTestId('since').waitFor();
    await picture(running.page, 'history-5-compared-details');
    await running.page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
  });

  it('are exported without a secret', async () => {
    const path = join(folder, 'comparison.csv');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await comparison().getByRole('button', { name: 'Export' }).click();
    await running.page.getByRole('menuitem', { name: 'CSV' }).click();
    await expect
      .poll(() => readFile(path, 'utf8').catch(() => ''))
      .toContain('otherwise_tested,Sandbox · restricted');
    expect(await readFile(path, 'utf8')).not.toMatch(/sk-|svcacct/);
  });

  it('leave nothing under other names, and cannot be one and the same', async () => {
    await running.page.getByLabel('Earlier run').first().click();
    await running.page.getByRole('option', { name: /Free tests/ }).click();
    await comparison().waitFor({ state: 'hidden' });
    await running.page.getByText('Choose two different runs.').waitFor();
    expect(await compareButton().isDisabled()).toBe(true);
    await picture(running.page, 'history-6-same-run');
  });
});

describe('a search in the history', () => {
  let running: RunningApp;
  let matrix: MatrixPage;

  beforeAll(async () => {
    ({ running, matrix } = await asked());
  });
  afterAll(() => running.close());

  const field = (name: string) => running.page.getByLabel(name, { exact: true }).first();

  it('by code and kind leaves what fits, with the time to the second', async () => {
    await running.page.getByRole('button', { name: 'More filters' }).click();
    await field('Code or status').fill('invalid_api');
    // A key is called bad only where its list is refused twice.
    await expect.poll(() => matrix.checks.count()).toBe(2);
    expect(await matrix.checks.first().innerText()).toMatch(/^\d\d:\d\d:\d\d\s+Sandbox · revoked/);
    await field('Kind of test').click();
    await running.page.getByRole('option', { name: 'Free test' }).click();
    await running.page.getByText('No test matches this filter.').waitFor();
    await picture(running.page, 'history-7-search');
    await running.page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => matrix.checks.count()).toBe(13);
  });

  it('by day finds today’s tests, and none of the day before', async () => {
    await field('Time').click();
    await running.page.getByRole('option', { name: 'From … to …' }).click();
    const [today, before] = await running.page.evaluate(() => {
      const dayOf = (back: number) => {
        const now = new Date();
        const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
        const two = (value: number) => String(value).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
      };
      return [dayOf(0), dayOf(1)] as const;
    });
    await field('To').fill(before);
    await running.page.getByText('No test matches this filter.').waitFor();
    await field('To').fill(today);
    await field('From').fill(today);
    await expect.poll(() => matrix.checks.count()).toBe(13);
    await picture(running.page, 'history-8-days');
  });
});

describe('a test that is repeated from the history', () => {
  let running: RunningApp;
  let matrix: MatrixPage;

  beforeAll(async () => {
    ({ running, matrix } = await asked());
  });
  afterAll(() => running.close());

  it('says below the old one what came of it, and opens it', async () => {
    const row = matrix.checks.filter({ hasText: 'Sandbox · revoked' }).first();
    const old = await row.getAttribute('data-check');
    await row.getByRole('button', { name: /^Test again/ }).click();
    const repeated = row.getByTestId('repeated');
    await repeated.waitFor();
    expect(await repeated.innerText()).toMatch(/Tested again at \d\d:\d\d:\d\d:\s+Refused · Key refused/);
    expect(await row.getAttribute('data-check')).toBe(old);
    await picture(running.page, 'history-3-repeated');
    await repeated.getByRole('button', { name: 'Show this test' }).click();
    const details = running.page.getByTestId('check-details');
    await details.waitFor();
    expect(await details.getAttribute('data-check')).not.toBe(old);
    await running.page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
  });
});

describe('tests that are deleted together', () => {
  let running: RunningApp;
  let matrix: MatrixPage;

  beforeAll(async () => {
    ({ running, matrix } = await asked());
  });
  afterAll(() => running.close());

  it('are gone from the list, and back in it with one key press', async () => {
    const { page } = running;
    await expect.poll(() => matrix.checks.count()).toBeGreaterThan(3);
    const before = await matrix.checks.count();
    for (const row of [0, 1]) await matrix.checks.nth(row).getByRole('checkbox').click();
    const bar = page.getByTestId('bulk-bar');
    await bar.getByText('2 tests selected').waitFor();
    await picture(page, 'history-6-selected');
    await bar.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => matrix.checks.count()).toBe(before - 2);
    await page.getByTestId('deleted').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('undo-checks');
    await page.keyboard.press('Enter');
    await expect.poll(() => matrix.checks.count()).toBe(before);
  });
});
