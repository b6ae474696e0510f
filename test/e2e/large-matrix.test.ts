import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatrixPage } from '../../build/tour/matrix-page.mjs';
import { nameOfFocused } from './support/focus';
import { launchApp, picture, type RunningApp } from './support/launch';

describe('a matrix of 200 keys and 300 models', () => {
  let running: RunningApp;
  let matrix: MatrixPage;
  const focused = () => nameOfFocused(running.page);

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice-crowd'] });
    matrix = new MatrixPage(running.page);
    await matrix.open();
    await matrix.fill();
  });
  afterAll(() => running.close());

  it('draws only the cells that are seen, wherever they are', async () => {
    expect(await matrix.grid.getAttribute('aria-rowcount')).toBe('201');
    // About 300: models of practice are shut down as OpenAI's are.
    const columns = Number(await matrix.grid.getAttribute('aria-colcount'));
    expect(columns).toBeGreaterThan(270);
    await matrix.grid.focus();
    await running.page.keyboard.press('Control+End');
    await expect.poll(() => matrix.cursor()).toEqual([199, columns - 2]);
    expect(await running.page.getByRole('gridcell').count()).toBeLessThan(900);
    expect(await running.page.locator('[role="gridcell"][data-cursor]').isVisible()).toBe(true);
    await picture(running.page, 'matrix-6-large');
  });

  it('is stopped at once in the middle of a large run, and keeps what it has', async () => {
    await matrix.choose('Everything shown');
    await running.page.getByRole('button', { name: /^Confirm [\d,]+, free$/ }).click();
    const dialog = running.page.getByRole('dialog');
    await dialog.getByText(/^Sends one free request per cell: about [\d,]+ (s|min) /).waitFor();
    await picture(running.page, 'matrix-12-large-run');
    expect(await matrix.run.getAttribute('data-state')).toBe('done');
    await dialog.getByRole('button', { name: /^Confirm [\d,]{5,}, free$/ }).click();
    await running.page.locator('[data-testid="matrix-run"][data-state="running"]').waitFor();
    await running.page.getByRole('button', { name: 'Pause' }).click();
    await running.page.locator('[data-testid="matrix-run"][data-state="paused"]').waitFor();
    await running.page.getByRole('button', { name: 'Resume' }).click();
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await matrix.waitForRun();
    expect(await matrix.run.getAttribute('data-state')).toBe('cancelled');
    await expect.poll(focused).toBe('Close');
  });

  it('goes on with what a stopped run left', async () => {
    await running.page.getByRole('button', { name: /^Test the remaining [\d,]+$/ }).click();
    await running.page.locator('[data-testid="matrix-run"][data-state="running"]').waitFor();
    await expect.poll(focused).toBe('Pause');
    await running.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await matrix.waitForRun();
  });

  it('keeps what was left beside a later run, until it is closed', async () => {
    const { page } = running;
    const goOn = page.getByRole('button', { name: /^Test the remaining [\d,]{5,}$/ });
    await matrix.choose('Clear the selection');
    await matrix.startBy('Confirm 1, free');
    await page.getByTestId('matrix-rest').waitFor();
    await picture(page, 'matrix-13-rest');
    await goOn.click();
    await page.locator('[data-testid="matrix-run"][data-state="running"]').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await goOn.waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await goOn.waitFor({ state: 'detached' });
    await matrix.choose('Everything shown');
  });

  it('asks twice before it sends tens of thousands of real requests', async () => {
    await running.page.getByRole('button', { name: 'Real requests…' }).click();
    const dialog = running.page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: /^Send [\d,]{5,} requests$/ });
    await send.waitFor();
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: /I know/ }).check();
    expect(await send.isEnabled()).toBe(true);
    await picture(running.page, 'matrix-8-many');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });
});
