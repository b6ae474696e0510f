import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { AdminPage } from './support/admin-page';
import { launchApp, picture, type RunningApp } from './support/launch';

const MODEL = 'gpt-5.5';
/** Three tests in a row, some seconds apart, and what comes before them. */
const PROVEN_MS = 60_000;

describe('the owner’s path, in practice', () => {
  let running: RunningApp;
  let doctor: DoctorPage;
  let admin: AdminPage;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doctor-report-'));
    running = await launchApp({ args: ['--practice'] });
    doctor = new DoctorPage(running.page);
    admin = new AdminPage(running.page);
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('reads the projects that an admin key can reach', async () => {
    await admin.open();
    await admin.readProjects('practice_admin_maple');
    await picture(running.page, 'admin-1-page');
  });

  it('turns the guess into a fact', async () => {
    const scenario = await doctor.scenario('allow_list');
    await doctor.goToDiagnose();
    await doctor.diagnose(scenario.text);
    await doctor.chooseKey(scenario.keyLabel);
    await doctor.testAgain();
    await running.page.getByRole('button', { name: 'Read the project’s list' }).click();
    await running.page.getByText('The model is not on the project’s allow list').first().waitFor();
    expect(await doctor.readVerdict()).toMatchObject({ layer: 'policy', confidence: 'certain' });
    expect(await running.page.getByTestId('nearest').textContent()).toContain('gpt-5.4-mini');
    await picture(running.page, 'admin-2-fact');
  });

  it('shows the difference and changes nothing before it is confirmed', async () => {
    await doctor.walkToList();
    await running.page.getByTestId('admin-fix').waitFor();
    expect(await running.page.getByTestId('branch-allowed').count()).toBe(0);
    await picture(running.page, 'admin-3-choose');
    const difference = await admin.preview();
    expect(difference).toContain(MODEL);
    await admin.pressBriefly();
    await picture(running.page, 'admin-4-preview');
    expect(await admin.changes()).toEqual([]);
  });

  it('changes the list when the button is held by keyboard, and reads it back', {
    timeout: PROVEN_MS,
  }, async () => {
    await admin.holdByKeyboard();
    await expect.poll(() => admin.result()).toBe('verified');
    await expect.poll(() => admin.focused()).toContain('exactly as previewed');
    await picture(running.page, 'admin-5-done');
    await running.page.getByRole('button', { name: 'Watch until it works' }).click();
    await doctor.waitForStep('re_verify');
    await doctor.waitForProof();
  });

  it('undoes it from the history by typing the project’s name, and the old list is back', async () => {
    await admin.open();
    await admin.undoNewest();
    await picture(running.page, 'admin-6-undo');
    await admin.typeName('Storefront', 'Put the old list back');
    await expect.poll(() => admin.changes()).toEqual(['verified', 'undone']);
    await picture(running.page, 'admin-7-history');
    await admin.chooseProject('Storefront');
    expect([...(await admin.policyModels())].sort()).toEqual(['gpt-5.4-mini', 'text-embedding-3-small']);
    await picture(running.page, 'admin-8-project');
  });

  it('refuses at the field what no model can be called, and marks what no list holds', async () => {
    const preview = running.page.getByRole('button', { name: 'Preview the change' });
    await admin.names.fill('gpt 5.5 !!');
    await admin.names.press('Enter');
    await running.page.getByText('“gpt 5.5 !!” cannot be the name of a model').waitFor();
    expect(await preview.isDisabled()).toBe(true);
    await picture(running.page, 'admin-10-refused-name');
    await admin.names.press('Backspace');
    await admin.names.fill('gpt 5.5');
    await running.page.getByRole('option', { name: 'gpt-5.5', exact: true }).click();
    await admin.names.fill('nonexistent-model');
    await admin.names.press('Enter');
    await running.page.getByText('This name is on no list seen so far: nonexistent-model.').waitFor();
    const difference = await admin.preview();
    expect(difference).toContain('gpt-5.5added to the list');
    expect(difference).toContain('nonexistent-modeladded; the name is on no list seen so far');
    await running.page.keyboard.press('Escape');
    await expect.poll(() => admin.focused()).toContain('Preview the change');
  });

  it('says of a refused change that the list is as it was, and nothing beside', async () => {
    await admin.readProjects('practice_admin_read_only');
    await admin.chooseProject('Storefront');
    await admin.names.fill(MODEL);
    // Names are proposed meanwhile, and must not lie over the next step.
    await running.page.getByRole('option', { name: MODEL, exact: true }).waitFor();
    const next = running.page.getByRole('button', { name: 'Preview the change' });
    await next.scrollIntoViewIfNeeded();
    expect(await isOnTop(next)).toBe(true);
    await admin.preview();
    await running.page.getByTestId('hold-to-change').focus();
    await running.page.keyboard.down('Enter');
    await running.page.getByText('The list was not changed.').waitFor();
    await running.page.keyboard.up('Enter');
    const dialog = running.page.getByRole('dialog');
    expect(await dialog.getByText('Nothing has been sent yet').count()).toBe(0);
    expect(await dialog.getByTestId('hold-to-change').count()).toBe(0);
    await picture(running.page, 'admin-11-refused-change');
    await dialog.getByText('Close', { exact: true }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('saves a report and a message that hold no secret and that only their owner may read', async () => {
    await running.page.getByRole('navigation').getByText(MODEL).first().click();
    for (const [label, name] of [
      ['Markdown', 'report.md'],
      ['JSON', 'report.json'],
      ['Page to print (HTML)', 'report.html'],
      ['Guide with pictures (HTML)', 'guide.html'],
    ] as const) {
      const path = join(folder, name);
      await admin.answerSaveDialog(running.app, path);
      await running.page.getByRole('button', { name: 'Save a report…' }).click();
      await running.page.getByRole('menuitem', { name: label }).click();
      await expect
        .poll(() =>
          stat(path).then(
            ({ mode }) => mode & 0o777,
            () => null,
          ),
        )
        .toBe(0o600);
      const text = await readFile(path, 'utf8');
      expect(text).toMatch(/proj_/);
      expect(text).not.toMatch(/sk-(proj|admin)-/);
    }
  });

  it('opens a mail that names nobody', async () => {
    const { text } = await doctor.scenario('not_owner');
    await doctor.goToDiagnose();
    await doctor.diagnose(text);
    await doctor.walkToList();
    expect(await running.page.getByTestId('branch-admin').count()).toBe(0);
    await doctor.chooseBranch('cannot_edit');
    await picture(running.page, 'admin-9-message');
    const opened = await admin.mail(running.app);
    expect(opened).toMatch(/^mailto:\?subject=/);
    expect(opened.length).toBeLessThanOrEqual(2_000);
    expect(running.output()).not.toMatch(/sk-|bug on|bad_request/);
  });
});

/** Whether a click would reach it, once whatever follows the scrolling has taken its place. */
function isOnTop(locator: Locator): Promise<boolean> {
  return locator.evaluate(async (element) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}
