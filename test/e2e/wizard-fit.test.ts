/** Every form of the five steps at the smallest window, in both languages: nothing has to be scrolled to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import { DEFAULT_SETTINGS, LANGUAGES, type Language } from '../../shared/base/settings';
import type { DoctorApi } from '../../shared/ipc/contract';
import type { Branch } from '../../shared/wizard/wizard';
import { AdminPage } from './support/admin-page';
import { launchApp, picture, type RunningApp } from './support/launch';

const PROVEN_MS = 60_000;
const ANOTHER_PROJECT = 'https://platform.openai.com/settings/proj_Another1Another1/limits';

describe('the wizard at the smallest window', () => {
  let running: RunningApp;
  let doctor: DoctorPage;
  let admin: AdminPage;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
    doctor = new DoctorPage(running.page);
    admin = new AdminPage(running.page);
    await doctor.startScenario('allow_list');
    await doctor.startWizard();
  });
  afterAll(() => running.close());

  /** As the settings would, from whatever page is open. */
  async function speak(language: Language): Promise<void> {
    await running.page.evaluate(
      (settings) => (Reflect.get(globalThis, 'doctor') as DoctorApi).app.write_settings(settings),
      { ...DEFAULT_SETTINGS, language },
    );
    await running.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('app:changed', { kind: 'app' }),
    );
    await running.page.waitForFunction((spoken) => document.documentElement.lang === spoken, language);
  }

  /** Pixels that the page is longer than the window, by language. */
  async function beyond(name: string): Promise<readonly number[]> {
    const found: number[] = [];
    for (const language of LANGUAGES.toReversed()) {
      await speak(language);
      await picture(running.page, `wizard-fit-${name}-${language}`);
      found.push(
        await running.page.evaluate(() => {
          const main = document.querySelector('main');
          return main === null ? -1 : main.scrollHeight - main.clientHeight;
        }),
      );
    }
    return found;
  }

  const button = (name: string) => running.page.getByRole('button', { name, exact: true });
  const choose = async (branch: Branch) => {
    await running.page.getByTestId(`branch-${branch}`).click();
    await running.page.getByTestId(`branch-${branch}`).waitFor({ state: 'hidden' });
  };
  const answerOtherwise = () => button('I see something else').click();

  it('fits while the place is looked for, also where the address is wrong', async () => {
    expect(await beyond('log-in')).toEqual([0, 0]);
    await doctor.nextStep();
    await doctor.waitForStep('choose_project');
    expect(await beyond('project')).toEqual([0, 0]);
    await button('Check where I am').click();
    await running.page.getByRole('textbox', { name: /^Paste the address/ }).fill(ANOTHER_PROJECT);
    await button('Check').click();
    await running.page.getByText('This address is on platform.openai.com').waitFor();
    expect(await beyond('wrong-address')).toEqual([0, 0]);
    await doctor.nextStep();
    await doctor.waitForStep('open_limits');
    expect(await beyond('limits')).toEqual([0, 0]);
    await doctor.nextStep();
    await doctor.waitForStep('edit_list');
  });

  it.each(['allowed', 'blocked', 'no_list', 'cannot_edit'] as const)(
    'fits after the answer %s',
    async (answer) => {
      expect(await beyond('question')).toEqual([0, 0]);
      await choose(answer);
      expect(await beyond(answer)).toEqual([0, 0]);
      await answerOtherwise();
    },
  );

  it('fits where the whole restriction is to be removed', async () => {
    await choose('allowed');
    await button('Remove the whole restriction instead').click();
    expect(await beyond('remove')).toEqual([0, 0]);
  });

  it('fits where the app makes the change, before and after', async () => {
    await admin.open();
    await admin.readProjects('practice_admin_maple');
    await running.page.getByRole('navigation').getByText('gpt-5.5').first().click();
    await doctor.startWizard();
    await answerOtherwise();
    expect(await beyond('question-with-admin')).toEqual([0, 0]);
    await running.page.getByTestId('branch-admin').click();
    await running.page.getByTestId('admin-fix').waitFor();
    expect(await beyond('admin')).toEqual([0, 0]);
    await admin.preview();
    await admin.holdByKeyboard();
    await expect.poll(() => admin.result()).toBe('verified');
    await running.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await beyond('admin-done')).toEqual([0, 0]);
  });

  it('fits while it is watched, and once it is proven', { timeout: PROVEN_MS }, async () => {
    await button('Watch until it works').click();
    await doctor.waitForStep('re_verify');
    await doctor.waitForProof();
    expect(await beyond('proven')).toEqual([0, 0]);
  });
});
