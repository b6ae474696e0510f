import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_KEY_IDS, PROJECTS } from '../../electron/practice/blueprint';
import { DEFAULT_SETTINGS } from '../../shared/base/settings';
import type { DoctorApi, RequestOf } from '../../shared/ipc/contract';
import { MESSAGES } from '../../shared/messages';
import { AdminPage } from './support/admin-page';
import { launchApp, picture, type RunningApp } from './support/launch';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe objects to on the page as it stands; the scroll area outside the window counts too. */
async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const findings = await page.evaluate(async () => {
    const axe: { run: () => Promise<{ violations: readonly AxeFinding[] }> } = Reflect.get(globalThis, 'axe');
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`,
    );
  });
  return findings;
}

async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** So that the page has a change to show, without the way there. */
async function changeOneList(page: Page): Promise<void> {
  const request: RequestOf<'admin:preview'> = {
    keyId: ADMIN_KEY_IDS.maple,
    project: PROJECTS.mobile,
    wish: { kind: 'let_through', models: ['gpt-5.5'] },
  };
  await page.evaluate(async (wish) => {
    const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
    const preview = await doctor.admin.preview(wish);
    if (preview.ok) await doctor.admin.apply({ id: preview.value.id, confirmed: true });
  }, request);
}

const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['ja', 'light'],
  ['ja', 'dark'],
] as const;

describe('every page, in both languages and both themes, at the smallest size', () => {
  let running: RunningApp;
  let page: Page;
  let admin: AdminPage;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    page = running.page;
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
    await page.getByTestId('scenario-allow_list').click();
    await page.getByTestId('verdict-cause').waitFor();
    await page.getByRole('button', { name: 'Test again', exact: true }).click();
    await page.getByTestId('evidence-item').nth(2).waitFor({ state: 'attached' });
    admin = new AdminPage(page);
    await admin.open();
    await admin.readProjects(ADMIN_KEY_IDS.maple);
    await changeOneList(page);
    await page.getByTestId('change-row').waitFor();
  });
  afterAll(() => running.close());

  /** The first step and the question of the fourth, for somebody who goes through the console. */
  async function wizardLooks(language: 'en' | 'ja', theme: string): Promise<readonly unknown[]> {
    const { wizard, app } = MESSAGES[language];
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const step = (name: string) => page.locator(`[data-testid="wizard-step"][data-step="${name}"]`).waitFor();
    const begin = page.getByRole('button', { name: app.case.fixIt, exact: true });
    const goOn = page.getByRole('button', { name: app.case.continueFix, exact: true });
    await begin.or(goOn).first().click();
    await page.getByTestId('wizard-step').waitFor();
    if (!(await page.locator('[data-step="log_in"]').isVisible())) await press(wizard.restart);
    await step('log_in');
    await picture(page, `looks-${language}-${theme}-wizard`);
    const found = [await objections(page), await overflows(page)];
    for (const name of ['choose_project', 'open_limits', 'edit_list']) {
      await press(wizard.next);
      await step(name);
    }
    await press(wizard.step.edit_list.byHand);
    await page.getByTestId('branch-allowed').waitFor();
    await picture(page, `looks-${language}-${theme}-question`);
    found.push(await objections(page), await overflows(page));
    return found;
  }

  it.each(LOOKS)('%s, %s: no objection by axe, nothing cut off at the side', async (language, theme) => {
    await page.evaluate(
      async (settings) => {
        const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
        await doctor.app.write_settings(settings);
      },
      { ...DEFAULT_SETTINGS, language, theme },
    );
    await page.reload();
    const names = MESSAGES[language].app.navigation;
    const navigation = page.getByRole('navigation');
    await navigation.getByRole('button', { name: names.diagnose, exact: true }).waitFor();
    const found: Record<string, unknown> = {};
    for (const name of ['diagnose', 'keys', 'admin', 'matrix', 'history', 'cases', 'settings'] as const) {
      await navigation.getByRole('button', { name: names[name], exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await picture(page, `looks-${language}-${theme}-${name}`);
      found[name] = [await objections(page), await overflows(page)];
    }
    // The last of them is the page of settings.
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('something failed');
      });
    });
    const log = MESSAGES[language].app.settings.log;
    await page.getByRole('button', { name: log.open }).click();
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    await picture(page, `looks-${language}-${theme}-log`);
    found['log'] = [await objections(page), await overflows(page)];
    await page.keyboard.press('Escape');
    await navigation.getByRole('button', { name: names.admin, exact: true }).click();
    await admin.chooseProject('Storefront', MESSAGES[language].admin.projects.choose);
    await picture(page, `looks-${language}-${theme}-project`);
    found['project'] = [await objections(page), await overflows(page)];
    await navigation.getByText('gpt-5.5').first().click();
    await page.getByTestId('verdict-cause').waitFor();
    await picture(page, `looks-${language}-${theme}-case`);
    found['case'] = [await objections(page), await overflows(page)];
    found['wizard'] = await wizardLooks(language, theme);
    expect(found).toEqual(
      Object.fromEntries(
        Object.keys(found).map((name) => [name, name === 'wizard' ? [[], false, [], false] : [[], false]]),
      ),
    );
  });
});
