/** Every page, and what opens over it. */
import { inventedKey } from '../../support/secrets';
import { dialog, go, type Journey, press, type Stage, state } from './stage';

/** Turns the direction of what follows, and hides a letter of another script in a name. */
const DECEIVING = [
  "Error code: 403 - {'error': {'message': 'Project `proj_Ab12Cd34Ef56Gh78Ij90Kl12` does not have access to model `gpt-5.5`',",
  "'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}",
  'Name of the run: \u202egpt-4\u202c, שלום',
].join('\n');

const box = ({ page }: Stage) => page.locator('#pasted-error');

async function paste(stage: Stage, text: string): Promise<void> {
  await go(stage, 'diagnose');
  await box(stage).fill(text);
}

const DIAGNOSE: Journey = {
  name: 'diagnose',
  states: [
    state('start', async (stage) => {
      await paste(stage, '');
    }),
    state('nothing-pasted', async (stage) => {
      await paste(stage, '   ');
      await stage.page
        .getByRole('main')
        .getByRole('button', { name: stage.say('app.diagnose.submit') })
        .first()
        .click();
      await stage.page.getByRole('alert').first().waitFor();
    }),
    state('deceiving-text', async (stage) => {
      await paste(stage, `${DECEIVING}\nOPENAI_API_KEY=${inventedKey('0123456789abcdefghijklmnop')}`);
      // What was read of the text before may still stand there.
      await stage.page.locator('[data-testid="live-reading"][data-cause="project_lacks_model"]').waitFor();
    }),
    state('no-error-in-it', async (stage) => {
      await paste(stage, 'Dear all, the meeting is at ten.');
      await stage.page
        .getByRole('main')
        .getByRole('button', { name: stage.say('app.diagnose.submit') })
        .first()
        .click();
      await stage.page.getByRole('alert').first().waitFor();
      await stage.page.locator('[data-testid="live-reading"][data-cause="not_an_error"]').waitFor();
    }),
    state('more-cases', async (stage) => {
      await paste(stage, '');
      const more = stage.page.getByTestId('more-cases');
      if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
      await stage.page.getByTestId('scenario-block_list').scrollIntoViewIfNeeded();
    }),
    state('practice-menu', async (stage) => {
      await paste(stage, '');
      await stage.page.getByTestId('practice-condition').click();
      await stage.page.getByRole('menu').waitFor();
    }),
    state('palette', async (stage) => {
      await go(stage, 'settings');
      await stage.page.keyboard.press('ControlOrMeta+k');
      await stage.page.getByRole('option').first().waitFor();
    }),
    state('palette-no-answer', async (stage) => {
      await go(stage, 'settings');
      await stage.page.keyboard.press('ControlOrMeta+k');
      await stage.page.getByRole('dialog').getByRole('combobox').fill('zebra');
      await stage.page.getByRole('option').first().waitFor({ state: 'detached' });
    }),
    state('shortcuts', async (stage) => {
      await go(stage, 'settings');
      await stage.page.keyboard.press('F1');
      await dialog(stage);
    }),
  ],
};

const firstKey = ({ page }: Stage) => page.getByTestId('key-row').first();

const KEYS: Journey = {
  name: 'keys',
  states: [
    state('list', (stage) => go(stage, 'keys')),
    state('details', async (stage) => {
      await go(stage, 'keys');
      await firstKey(stage).locator('[id^="key-"]').first().click();
      await dialog(stage);
    }),
    state('filter', async (stage) => {
      await go(stage, 'keys');
      await press(stage, 'keyring.filter.open');
      await stage.page.getByText(stage.say('keyring.filter.clear'), { exact: true }).waitFor();
    }),
    state('selected', async (stage) => {
      await go(stage, 'keys');
      await firstKey(stage).getByRole('checkbox').check();
      await stage.page.getByTestId('bulk-bar').waitFor();
    }),
  ],
};

const ADMIN: Journey = {
  name: 'admin',
  states: [
    state('keys', (stage) => go(stage, 'admin')),
    state('project', chooseProject),
    state('change', async (stage) => {
      await chooseProject(stage);
      const form = stage.page.getByRole('region', { name: stage.say('admin.change.title') });
      const names = form.getByRole('combobox').or(form.getByRole('textbox')).first();
      await names.fill('gpt-5.5');
      await names.press('Enter');
      await press(stage, 'admin.change.preview');
      await stage.page.getByTestId('difference').waitFor();
    }),
  ],
};

async function chooseProject(stage: Stage): Promise<void> {
  const { page, say } = stage;
  // A project that is chosen already would be taken back.
  await go(stage, 'diagnose');
  await go(stage, 'admin');
  const label = say('admin.projects.choose');
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Storefront' }).last().click();
  await page.getByTestId('policy-models').waitFor();
}

const MATRIX: Journey = {
  name: 'matrix',
  states: [
    state('grid', openMatrix),
    state('legend', async (stage) => {
      await openMatrix(stage);
      await press(stage, 'matrix.legend');
      await stage.page.getByText(stage.say('matrix.hint')).waitFor();
    }),
    state('choose-cells', async (stage) => {
      await openMatrix(stage);
      await press(stage, 'matrix.select.label');
      await stage.page.getByRole('menu').waitFor();
    }),
    state('cell', async (stage) => {
      await openMatrix(stage);
      await stage.page.getByRole('gridcell').first().click();
      await stage.page.keyboard.press('Enter');
      await stage.page.getByTestId('cell-details').waitFor();
    }),
    state('one-model', async (stage) => {
      await openMatrix(stage);
      await press(stage, 'matrix.model.open');
      await dialog(stage);
    }),
    state('export', async (stage) => {
      await openMatrix(stage);
      await press(stage, 'matrix.export');
      await stage.page.getByRole('menu').waitFor();
    }),
  ],
};

async function openMatrix(stage: Stage): Promise<void> {
  await go(stage, 'matrix');
  await stage.page.getByTestId('matrix-grid').waitFor();
}

const HISTORY: Journey = {
  name: 'history',
  states: [
    state('tests', openHistory),
    state('one-test', async (stage) => {
      await openHistory(stage);
      await stage.page.getByTestId('history-check').first().getByRole('button').last().click();
      await stage.page.getByTestId('check-details').waitFor();
    }),
    state('filter', async (stage) => {
      await openHistory(stage);
      const more = stage.page.getByRole('button', { name: stage.say('history.filter.more'), exact: true });
      if (await more.isVisible()) await more.click();
    }),
    state('runs', async (stage) => {
      await openHistory(stage);
      await stage.page.getByRole('tab').last().click();
      await stage.page.getByRole('tabpanel').waitFor();
    }),
  ],
};

async function openHistory(stage: Stage): Promise<void> {
  await go(stage, 'history');
  await stage.page.getByRole('tab').first().click();
  await stage.page.getByTestId('history-check').first().waitFor();
}

const CASES: Journey = {
  name: 'cases',
  states: [
    state('list', (stage) => go(stage, 'cases')),
    state('selected', chooseCase),
    state('delete', async (stage) => {
      await chooseCase(stage);
      await press(stage, 'app.common.delete');
      await dialog(stage);
    }),
  ],
};

async function chooseCase(stage: Stage): Promise<void> {
  await go(stage, 'cases');
  await stage.page.getByRole('main').getByRole('listitem').first().getByRole('checkbox').check();
  await stage.page.getByRole('button', { name: stage.say('app.common.delete'), exact: true }).waitFor();
}

const SETTINGS: Journey = {
  name: 'settings',
  states: [
    state('page', (stage) => go(stage, 'settings')),
    state('log', async (stage) => {
      await go(stage, 'settings');
      await press(stage, 'app.settings.log.open');
      await dialog(stage);
    }),
  ],
};

export const PAGES: readonly Journey[] = [DIAGNOSE, KEYS, ADMIN, MATRIX, HISTORY, CASES, SETTINGS];
