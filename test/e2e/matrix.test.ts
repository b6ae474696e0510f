import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { CONFIRM, MatrixPage } from '../../build/tour/matrix-page.mjs';
import { nameOfFocused } from './support/focus';
import { launchApp, picture, type RunningApp } from './support/launch';
import { Palette } from './support/palette';

const STOREFRONT = 'Storefront · web';
const SANDBOX = 'Sandbox · laptop';

describe('the matrix, in practice', () => {
  let running: RunningApp;
  let matrix: MatrixPage;
  let folder: string;
  const focused = () => nameOfFocused(running.page);

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    matrix = new MatrixPage(running.page);
    folder = await mkdtemp(join(tmpdir(), 'matrix-'));
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is filled by one question a key', async () => {
    await matrix.open();
    await matrix.fill();
    await matrix.filterByModel('gpt-5.4-mini');
    expect(await matrix.cell(STOREFRONT, 'gpt-5.4-mini')).toBe('listed list');
    await matrix.filterByModel('gpt-5.5');
    expect([await matrix.cell(STOREFRONT, 'gpt-5.5'), await matrix.cell(SANDBOX, 'gpt-5.5')]).toEqual([
      'not_listed not_listed',
      'listed list',
    ]);
    await picture(running.page, 'matrix-1-filled');
    await matrix.filterByKey('revoked');
    expect(await matrix.cell('Sandbox · revoked', 'gpt-5.5')).toBe('denied key');
    await matrix.filterByKey('');
  });

  it('is walked and chosen from with the keyboard alone, and tested by one shortcut', async () => {
    await matrix.filterByModel('gpt-5.5');
    await matrix.grid.focus();
    for (const key of ['Control+Home', 'End', 'ArrowLeft', 'Home']) await running.page.keyboard.press(key);
    expect(await matrix.cursor()).toEqual([0, 0]);
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown']) await running.page.keyboard.press(key);
    expect(await running.page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(3);
    await running.page.keyboard.press('Control+r');
    await running.page.locator('[data-testid="matrix-run"][data-done="3"]').waitFor();
    const active = await matrix.grid.getAttribute('aria-activedescendant');
    expect(await running.page.evaluate((id) => document.getElementById(id ?? '')?.role, active)).toBe(
      'gridcell',
    );
    await picture(running.page, 'matrix-2-confirmed');
  });

  it('tests nothing behind what lies over it, nor reloads the page', async () => {
    const { page } = running;
    const runs = () => matrix.run.getAttribute('data-run');
    const earlier = await runs();
    const palette = new Palette(page);
    await palette.open();
    await page.keyboard.press('Control+r');
    await palette.close();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+r');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await runs()).toBe(earlier);
    await matrix.grid.press('Control+r');
    await expect.poll(runs).not.toBe(earlier);
    await matrix.waitForRun();
  });

  it('leaves the arrows with Alt to the way through the pages', async () => {
    const before = await matrix.cursor();
    await matrix.grid.press('Alt+ArrowLeft');
    await running.page.getByRole('heading', { name: 'What went wrong?', level: 1 }).waitFor();
    await running.page.keyboard.press('Alt+ArrowRight');
    await matrix.grid.waitFor();
    expect(await matrix.cursor()).toEqual(before);
  });

  it('confirms only what failed, and shows the layer that refuses', async () => {
    await matrix.choose('Only what failed');
    await matrix.startBy(CONFIRM);
    const snapshot = 'gpt-5.5-2026-04-23';
    expect([await matrix.cell(STOREFRONT, snapshot), await matrix.cell(SANDBOX, snapshot)]).toEqual([
      'denied check',
      'listed list',
    ]);
  });

  it('acts on no chosen cell that the filter hides, and says how many those are', async () => {
    const { page } = running;
    const confirm = page.getByRole('button', { name: /^Confirm [\d,]+, free$/ });
    const chosen = page.getByTestId('matrix-chosen');
    await matrix.filterByModel('gpt-5.5');
    await matrix.choose('Everything shown');
    const all = Number((await chosen.textContent())?.match(/\d+/)?.[0]);
    expect(await confirm.textContent()).toBe(`Confirm ${all}, free`);
    await matrix.filterByKey('Storefront');
    expect(await chosen.textContent()).toMatch(new RegExp(`^${all} cells selected, \\d+ hidden`));
    expect(await confirm.textContent()).not.toBe(`Confirm ${all}, free`);
    const runs = await matrix.run.getAttribute('data-run');
    await matrix.filterByKey('nobody');
    expect(await chosen.textContent()).toBe(`${all} cells selected, ${all} hidden by the filter`);
    expect([
      await confirm.isDisabled(),
      await page.getByRole('button', { name: 'Real requests…' }).isDisabled(),
    ]).toEqual([true, true]);
    await confirm.hover();
    await page.getByText('The filter hides every selected cell.').waitFor();
    await picture(page, 'matrix-11-no-match');
    await page.keyboard.press('Control+r');
    expect(await matrix.run.getAttribute('data-run')).toBe(runs);
    await page.getByRole('main').getByRole('button', { name: 'Clear the filter' }).last().click();
    await matrix.grid.waitFor();
    await matrix.choose('Clear the selection');
    expect(await confirm.textContent()).toBe('Confirm 1, free');
    await matrix.filterByModel('gpt-5.5');
  });

  it('chooses rows, columns and blocks by mouse and by keyboard', async () => {
    const { page } = running;
    const shown = await matrix.size();
    const count = () => page.locator('[role="gridcell"][aria-selected="true"]').count();
    const row = (number: number) => page.getByRole('rowheader').nth(number);
    const cell = (at: number, column: number) =>
      page.locator(`[role="gridcell"][data-row="${at}"][data-column="${column}"]`);
    await row(1).click();
    expect(await count()).toBe(shown.models);
    await row(3).click({ modifiers: ['Shift'] });
    expect(await count()).toBe(3 * shown.models);
    await row(2).click({ modifiers: ['ControlOrMeta'] });
    expect(await count()).toBe(2 * shown.models);
    await cell(0, 0).hover();
    await page.mouse.down();
    await cell(2, 1).hover();
    await page.mouse.up();
    expect([await count(), await matrix.cursor()]).toEqual([6, [2, 1]]);
    await page.keyboard.press('Shift+Space');
    expect(await count()).toBe(shown.models);
    await page.keyboard.press('Escape');
    expect(await count()).toBe(0);
    await page.keyboard.press('Control+Space');
    await page.getByRole('button', { name: `Confirm ${shown.keys}, free` }).waitFor();
    await page
      .getByRole('columnheader')
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: `Confirm ${2 * shown.keys}, free` }).waitFor();
    await page.keyboard.press('Escape');
    expect(await row(1).getAttribute('title')).toMatch(/^.+\n….+\nproj_/);
  });

  it('shows six keys in the smallest window, below the filter and the last run', async () => {
    const { app, page } = running;
    const resize = (width: number, height: number) =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
        width,
        height,
      ] as const);
    await resize(900, 640);
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(640);
    const bottomOf = async (target: Locator) => {
      const box = await target.boundingBox();
      return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
    };
    const isFilterShown = await page.getByRole('textbox', { name: 'Model', exact: true }).isVisible();
    expect([isFilterShown, await matrix.run.isVisible()]).toEqual([true, true]);
    await picture(page, 'matrix-15-small');
    const scrollbar = 16;
    expect(await bottomOf(page.getByTestId('matrix-row').nth(5))).toBeLessThan(
      (await bottomOf(matrix.grid)) - scrollbar,
    );
    await page.getByRole('button', { name: 'Legend' }).press('Enter');
    await page.getByRole('list', { name: 'Legend' }).waitFor();
    await page.keyboard.press('Escape');
    await resize(1180, 800);
    await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(800);
  });

  it('opens a cell on Enter with its evidence and its course over time', async () => {
    await matrix.filterByKey('Storefront');
    await matrix.grid.focus();
    for (const key of ['Control+Home', 'Enter']) await running.page.keyboard.press(key);
    await matrix.details.waitFor();
    await matrix.details.getByTestId('since').waitFor();
    expect(await matrix.details.getAttribute('data-state')).toBe('denied');
    expect(await matrix.details.getByRole('img', { name: /tests, from/ }).isVisible()).toBe(true);
    await picture(running.page, 'matrix-3-details');
    const tests = () => matrix.details.getByRole('img', { name: /tests, from/ }).getAttribute('aria-label');
    const earlier = await tests();
    await running.page.keyboard.press('Control+r');
    await expect.poll(tests).not.toBe(earlier);
    await running.page.keyboard.press('Escape');
    await matrix.details.waitFor({ state: 'hidden' });
  });

  it('goes on from a refused cell with a case that starts with the refusal, and watches it', async () => {
    const { page } = running;
    await matrix.grid.focus();
    for (const key of ['Control+Home', 'Enter']) await page.keyboard.press(key);
    await matrix.details.getByRole('button', { name: 'Open a case' }).click();
    const doctor = new DoctorPage(page);
    expect(await doctor.readVerdict()).toMatchObject({ outcome: 'refused', layer: 'policy' });
    await page.getByRole('button', { name: 'Watch until it works' }).click();
    await page.locator('[data-testid="watch"][data-state="running"]').waitFor();
    await page.locator('[data-testid="watch"] [data-outcome="refused"]').first().waitFor();
    await picture(page, 'matrix-9-watched');
    await page.getByRole('button', { name: 'Stop watching' }).click();
    await page.getByRole('button', { name: 'Watch again' }).waitFor();
    await matrix.open();
    await matrix.grid.waitFor();
  });

  it('tells of one model which keys lack it, and since when', async () => {
    await matrix.filterByKey('');
    await running.page.getByRole('button', { name: 'By model…' }).click();
    const view = running.page.getByTestId('model-view');
    await view.waitFor();
    await view.getByLabel('Model').first().fill('gpt-5.5');
    await running.page.getByRole('option', { name: 'gpt-5.5', exact: true }).click();
    await expect.poll(() => view.getAttribute('data-model')).toBe('gpt-5.5');
    const storefront = view.getByTestId('model-lacks').getByRole('button', { name: /^Storefront/ });
    await storefront.getByTestId('since').waitFor();
    expect(await storefront.getByTestId('since').getAttribute('data-kind')).toBe('lacks');
    expect(
      await view
        .getByTestId('model-has')
        .getByRole('button', { name: /^Sandbox · laptop/ })
        .count(),
    ).toBe(1);
    await picture(running.page, 'matrix-7-one-model');
    await storefront.click();
    await matrix.details.waitFor();
    await running.page.keyboard.press('Escape');
    await matrix.details.waitFor({ state: 'hidden' });
    // Back to where the cell was opened from, and from there to the button that opened it all.
    await expect.poll(() => storefront.evaluate((line) => line === document.activeElement)).toBe(true);
    await running.page.keyboard.press('Escape');
    await view.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('By model…');
    await matrix.filterByKey('Storefront');
  });

  it('tests a model that nobody lists with every key, and keeps it as a column', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'By model…' }).click();
    const view = page.getByTestId('model-view');
    await view.getByLabel('Model').first().fill('gpt-7-nova');
    await page.getByRole('option', { name: 'Another model: gpt-7-nova' }).click();
    await expect.poll(() => view.getAttribute('data-model')).toBe('gpt-7-nova');
    await view.getByText('This model is on no key’s list').waitFor();
    await picture(page, 'matrix-16-another-model');
    await view.getByRole('button', { name: 'Test with every key, free' }).click();
    await view.getByText('This model is on no key’s list').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await view.waitFor({ state: 'hidden' });
    await matrix.waitForRun();
    await matrix.filterByModel('GPT nova');
    expect(await matrix.size()).toMatchObject({ models: 1 });
    await matrix.filterByModel('gpt-5.5');
  });

  it('leads from a cell to its tests in the history', async () => {
    const { page } = running;
    await matrix.grid.focus();
    for (const key of ['Control+Home', 'Enter']) await page.keyboard.press(key);
    await matrix.details.getByRole('button', { name: 'Show in the history' }).click();
    await matrix.checks.first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Model' }).inputValue()).toMatch(/^gpt-5\.5/);
    await page.getByRole('textbox', { name: 'Model' }).fill('');
    await page.getByLabel('Key', { exact: true }).first().press('Backspace');
    await matrix.open();
  });

  it('never loses the keyboard to what is gone', async () => {
    const { page } = running;
    await matrix.startBy('Refresh');
    await expect.poll(focused).toBe('Refresh');
    await page.getByRole('button', { name: 'Close' }).press('Enter');
    await expect.poll(focused).toBe('matrix-grid');
    await page.keyboard.press('Enter');
    await matrix.details.getByRole('button', { name: 'Real request…' }).press('Enter');
    await page.getByRole('dialog').getByText('Requests: 1,').waitFor();
    await page.keyboard.press('Escape');
    await matrix.details.waitFor();
    await page.keyboard.press('Escape');
    await matrix.details.waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('matrix-grid');
    await page.getByRole('button', { name: 'Clear the filter' }).press('Enter');
    const model = page.getByRole('textbox', { name: 'Model', exact: true });
    await expect.poll(() => model.evaluate((field) => field === document.activeElement)).toBe(true);
    await matrix.filterByModel('gpt-5.5');
    await matrix.filterByKey('Storefront');
  });

  it('keeps its filter while the person is elsewhere', async () => {
    await matrix.openHistory();
    await matrix.open();
    expect(await running.page.getByRole('textbox', { name: 'Key', exact: true }).inputValue()).toBe(
      'Storefront',
    );
  });

  it('is saved for the person’s eyes only, without a secret', async () => {
    const path = join(folder, 'matrix.csv');
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await running.page.getByRole('button', { name: 'Export' }).click();
    await picture(running.page, 'matrix-14-export');
    await running.page.getByRole('menuitem', { name: 'What is shown: CSV' }).click();
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('Storefront · web');
    const { keys, models } = await matrix.size();
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1 + keys * models);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).not.toMatch(/sk-|svcacct/);
  });

  it('leaves every test in the history, from where it can be repeated', async () => {
    await matrix.openHistory();
    await matrix.checks.first().waitFor();
    const row = matrix.checks.nth(1);
    const detailsOf = (index: number) => matrix.checks.nth(index).getByRole('button', { name: /^Details/ });
    await row.getByRole('button', { name: /^Test again/ }).click();
    await row.getByTestId('repeated').waitFor();
    await detailsOf(2).focus();
    await running.page.keyboard.press('Control+r');
    await matrix.checks.nth(2).getByTestId('repeated').waitFor();
    await running.page.getByTestId('show-newer').click();
    await detailsOf(0).click();
    const details = running.page.getByTestId('check-details');
    const shown = await details.getAttribute('data-check');
    await details.getByRole('button', { name: 'Test again, free' }).click();
    // What is shown is the new test, not the one that it repeats.
    await expect.poll(() => details.getAttribute('data-check')).not.toBe(shown);
    await picture(running.page, 'matrix-10-check');
    await running.page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
  });

  it('never let a key or a bug out', () => {
    expect(running.output()).not.toMatch(/sk-|bug on|bad_request|MaxListeners/);
  });
});
