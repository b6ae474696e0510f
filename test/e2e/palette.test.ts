import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { launchApp, picture, type RunningApp } from './support/launch';
import { Palette } from './support/palette';

const MAC = process.platform === 'darwin';
const BACK = MAC ? 'Meta+[' : 'Alt+ArrowLeft';
const FORWARD = MAC ? 'Meta+]' : 'Alt+ArrowRight';

describe('the app by keyboard', () => {
  let running: RunningApp;
  let page: Page;
  let palette: Palette;
  let doctor: DoctorPage;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    page = running.page;
    palette = new Palette(page);
    doctor = new DoctorPage(page);
  });
  afterAll(() => running.close());
  beforeEach(() => doctor.goToDiagnose());

  const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
  const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
  /** The focus comes back a moment after a dialog is gone. */
  const focused = (locator: Locator) => expect.poll(() => hasFocus(locator)).toBe(true);

  it('goes to each page by its digit, and to the settings', async () => {
    const pages = ['What went wrong?', 'Keys', 'Admin', 'Matrix', 'History'];
    for (const [index, name] of pages.entries()) {
      await page.keyboard.press(`ControlOrMeta+${index + 1}`);
      await heading(name).waitFor();
    }
    await page.keyboard.press('ControlOrMeta+,');
    await heading('Settings').waitFor();
  });

  it('goes back and forward', async () => {
    await page.keyboard.press('ControlOrMeta+2');
    await heading('Keys').waitFor();
    await page.keyboard.press('ControlOrMeta+5');
    await heading('History').waitFor();
    await page.keyboard.press(BACK);
    await heading('Keys').waitFor();
    await page.keyboard.press(FORWARD);
    await heading('History').waitFor();
  });

  it('finds a page in either language', async () => {
    await palette.run('matr');
    await heading('Matrix').waitFor();
    await palette.run('履歴');
    await heading('History').waitFor();
    await focused(page.locator('main'));
  });

  it('gives the focus back after Escape', async () => {
    await doctor.pasteBox.focus();
    await palette.open();
    await picture(page, 'palette');
    await palette.close();
    await focused(doctor.pasteBox);
  });

  it('closes by the keys that open it', async () => {
    await palette.open();
    await page.keyboard.press('ControlOrMeta+k');
    await palette.dialog.waitFor({ state: 'hidden' });
  });

  it('moves by arrows', async () => {
    await palette.open();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading('Keys').waitFor();
  });

  it('says where nothing fits, and Enter does nothing then', async () => {
    await palette.open();
    await palette.type('zebra crossing');
    await palette.dialog.getByText('No results for “zebra crossing”').waitFor();
    await page.keyboard.press('Enter');
    expect(await palette.options.count()).toBe(0);
    await palette.close();
  });

  it('opens a key by its label', async () => {
    const { keyLabel } = await doctor.scenario('allow_list');
    await palette.run(keyLabel);
    await page.getByRole('dialog', { name: keyLabel }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await heading('Keys').waitFor();
  });

  it('opens a recent case by its model', async () => {
    const { text, model } = await doctor.scenario('allow_list');
    await doctor.diagnose(text);
    await doctor.goToDiagnose();
    await palette.run(model);
    await doctor.verdict.waitFor();
  });

  it('is led by the menu of the window', async () => {
    const choose = (item: string) =>
      running.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), item);
    await choose('settings');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await choose('shortcuts');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await choose('newDiagnosis');
    await doctor.pasteBox.waitFor();
  });

  it('starts a new diagnosis at the box', async () => {
    await page.keyboard.press('ControlOrMeta+2');
    await palette.run('new diagnosis');
    await focused(doctor.pasteBox);
  });

  it('fills the matrix', async () => {
    await palette.run('load models');
    await page.getByTestId('matrix-grid').waitFor();
  });

  it('says what was saved, from wherever, and shows it in its folder', async () => {
    const path = join(running.profile, 'mine.csv');
    await running.app.evaluate(({ dialog, shell }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      shell.showItemInFolder = (shown) => void Reflect.set(globalThis, 'shownInFolder', shown);
    }, path);
    await palette.run('export history csv');
    const notice = page.getByRole('status').filter({ hasText: 'Saved: mine.csv' });
    await notice.getByRole('button', { name: 'Show in folder' }).click();
    await picture(page, 'saved');
    const shown = () => running.app.evaluate(() => Reflect.get(globalThis, 'shownInFolder'));
    await expect.poll(shown).toBe(path);
    await page.mouse.move(0, 0);
    await notice.getByRole('button', { name: 'Close' }).press('Enter');
    await notice.waitFor({ state: 'hidden' });
  });

  it('switches the language and back', async () => {
    await palette.run('to japanese');
    await heading('どのようなエラーが出ましたか？').waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: '検索とコマンド' }).fill('english');
    await picture(page, 'palette-ja');
    await page.keyboard.press('Enter');
    await heading('What went wrong?').waitFor();
  });

  it('shows the sheet of shortcuts for ? and F1, and not while typing', async () => {
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await doctor.pasteBox.fill('');
    await doctor.pasteBox.press('Shift+?');
    expect([await doctor.pasteBox.inputValue(), await sheet.count()]).toEqual(['?', 0]);
    await doctor.pasteBox.press('F1');
    await sheet.waitFor();
    await picture(page, 'shortcuts');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await focused(doctor.pasteBox);
    await page.getByRole('button', { name: 'Skip to content' }).focus();
    await page.keyboard.press('Shift+?');
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('leaves an open dialog in peace', async () => {
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    for (const keys of ['ControlOrMeta+k', 'ControlOrMeta+2', BACK]) await page.keyboard.press(keys);
    expect([await sheet.count(), await palette.dialog.count()]).toEqual([1, 0]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await heading('What went wrong?').waitFor();
  });

  it('shows the way in the sidebar', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Search' }).click();
    await palette.dialog.waitFor();
    await palette.close();
  });

  it('leaves practice, finds no way back to what was left there, and enters it again', async () => {
    const { text } = await doctor.scenario('allow_list');
    await doctor.diagnose(text);
    const badge = page.getByTestId('practice-badge');
    await palette.run('leave practice');
    await badge.waitFor({ state: 'hidden' });
    await page.keyboard.press(BACK);
    expect(await doctor.verdict.count()).toBe(0);
    await palette.run('enter practice');
    await badge.waitFor();
  });
});
