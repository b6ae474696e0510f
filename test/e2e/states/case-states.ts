/** A case from its verdict through the wizard, and the pages of the practice console. */
import type { Page } from 'playwright-core';
import { PROJECTS } from '../../../electron/practice/blueprint';
import { dialog, go, goToCase, type Journey, press, type Stage, state } from './stage';

const CASE: Journey = {
  name: 'case',
  states: [
    state('verdict', goToCase),
    state('evidence', async (stage) => {
      await goToCase(stage);
      for (const part of ['evidence', 'pasted']) {
        const folded = stage.page.getByTestId(part);
        if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
      }
    }),
    state('report-menu', openMenu),
    state('misreading', async (stage) => {
      await openMenu(stage);
      await stage.page
        .getByRole('menuitem', { name: stage.say('report.misreading.open'), exact: true })
        .click();
      await dialog(stage);
    }),
    state('rename', async (stage) => {
      await goToCase(stage);
      await press(stage, 'cases.rename');
      await dialog(stage);
    }),
    state('delete', async (stage) => {
      await goToCase(stage);
      await press(stage, 'app.navigation.deleteCase');
      await dialog(stage);
    }),
    state('real-request', async (stage) => {
      await goToCase(stage);
      await press(stage, 'app.case.realProbe');
      await dialog(stage);
      await stage.page
        .getByRole('dialog')
        .getByRole('button', { name: stage.say('app.case.consent.confirm') })
        .waitFor();
    }),
  ],
};

async function openMenu(stage: Stage): Promise<void> {
  await goToCase(stage);
  await press(stage, 'report.diagnosis.save');
  await stage.page.getByRole('menu').waitFor();
}

const WIZARD: Journey = {
  name: 'wizard',
  states: [
    state('log-in', begin),
    state('choose-project', (stage) => beginAndGoTo(stage, 'choose_project')),
    state('wrong-address', async (stage) => {
      await beginAndGoTo(stage, 'choose_project');
      const { page, say } = stage;
      const field = page.getByRole('main').getByRole('textbox').first();
      if (!(await field.isVisible())) await press(stage, 'wizard.address.open');
      await field.fill(`https://platform.openai.com/settings/${PROJECTS.mobile}/limits`);
      await page.getByRole('button', { name: say('wizard.address.submit'), exact: true }).click();
      await page.getByTestId('address-check').waitFor();
    }),
    state('open-limits', (stage) => beginAndGoTo(stage, 'open_limits')),
    state('question', ask),
    state('allowed-list', (stage) => answer(stage, 'allowed')),
    state('blocked-list', (stage) => answer(stage, 'blocked')),
    state('remove', async (stage) => {
      await answer(stage, 'allowed');
      await stage.page.getByTestId('branch-remove').click();
      await stage.page.getByTestId('branch-remove').waitFor({ state: 'detached' });
    }),
    state('message-for-the-owner', async (stage) => {
      await answer(stage, 'cannot_edit');
      await stage.page.getByTestId('owner-message').waitFor();
    }),
  ],
};

async function begin(stage: Stage): Promise<void> {
  const { page, say } = stage;
  await goToCase(stage);
  const goOn = page.getByRole('button', { name: say('app.case.continueFix'), exact: true });
  await page
    .getByRole('button', { name: say('app.case.fixIt'), exact: true })
    .or(goOn)
    .first()
    .click();
  await page.getByTestId('wizard-step').waitFor();
  if (!(await page.locator('[data-step="log_in"]').isVisible())) await press(stage, 'wizard.restart');
  await step(page, 'log_in');
}

async function step(page: Page, name: string): Promise<void> {
  await page.locator(`[data-testid="wizard-step"][data-step="${name}"]`).waitFor();
}

const WAY = ['choose_project', 'open_limits', 'edit_list'] as const;

async function beginAndGoTo(stage: Stage, end: (typeof WAY)[number]): Promise<void> {
  await begin(stage);
  for (const name of WAY.slice(0, WAY.indexOf(end) + 1)) {
    await press(stage, 'wizard.next');
    await step(stage.page, name);
  }
}

/** An admin key knows the list, so the question is asked of those alone who say that they go by hand. */
async function ask(stage: Stage): Promise<void> {
  await beginAndGoTo(stage, 'edit_list');
  const card = stage.page.getByTestId('branch-allowed');
  const byHand = stage.page.getByRole('button', {
    name: stage.say('wizard.step.edit_list.byHand'),
    exact: true,
  });
  await card.or(byHand).first().waitFor();
  if (!(await card.isVisible())) await byHand.click();
  await card.waitFor();
}

async function answer(stage: Stage, branch: 'allowed' | 'blocked' | 'cannot_edit'): Promise<void> {
  await ask(stage);
  await stage.page.getByTestId(`branch-${branch}`).click();
  await stage.page.getByTestId(`branch-${branch}`).waitFor({ state: 'detached' });
}

/** English as the real one is, whatever the window's language; looked at in its own window. */
const CONSOLE: Journey = {
  name: 'console',
  states: [
    { name: 'log-in', reach: openConsole },
    { name: 'limits', reach: (stage) => goInConsole(stage, `${PROJECTS.storefront}/limits`) },
    { name: 'edit', reach: (stage) => openOnLimits(stage, 'edit-allowed') },
    { name: 'remove', reach: (stage) => openOnLimits(stage, 'remove-list') },
    ...['organization/projects', 'organization/billing/overview', 'organization/general', 'nothing-here'].map(
      (path) => ({
        name: path.split('/').join('-'),
        reach: (stage: Stage) => goInConsole(stage, path),
      }),
    ),
  ],
};

async function goInConsole(stage: Stage, path: string): Promise<Page> {
  const page = await openConsole(stage);
  const logIn = page.getByRole('button', { name: 'Log in' });
  if (await logIn.isVisible()) await logIn.click();
  await page.getByRole('navigation').first().waitFor();
  await page.goto(new URL(`/settings/${path}`, page.url()).href);
  return page;
}

async function openConsole(stage: Stage): Promise<Page> {
  const known = stage.app.windows().find((page) => page !== stage.page);
  if (known !== undefined) return known;
  await begin(stage);
  const opened = stage.app.waitForEvent('window');
  await stage.page
    .getByTestId('wizard-step')
    .getByRole('button', { name: stage.say('wizard.step.log_in.open') })
    .first()
    .click();
  const page = await opened;
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  return page;
}

async function openOnLimits(stage: Stage, name: string): Promise<Page> {
  const page = await goInConsole(stage, `${PROJECTS.storefront}/limits`);
  await page.locator(`[data-open="${name}"]`).click();
  await page.locator(`dialog#${name}`).waitFor();
  return page;
}

export const CASE_JOURNEYS: readonly Journey[] = [CASE, WIZARD];
export const CONSOLE_JOURNEY = CONSOLE;
/** Closes the practice console, so that the next one asks to log in again. */
export async function closeConsole(stage: Stage): Promise<void> {
  await stage.app
    .windows()
    .find((page) => page !== stage.page)
    ?.close();
  await go(stage, 'diagnose');
}
