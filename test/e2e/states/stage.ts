/** The window as every state is reached from it: a world that was prepared once, in one language after another. */
import type { ElectronApplication, Page } from 'playwright-core';
import { DoctorPage } from '../../../build/tour/doctor-page.mjs';
import { ADMIN_KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { DEFAULT_SETTINGS, type Language } from '../../../shared/base/settings';
import type { DoctorApi } from '../../../shared/ipc/contract';
import type { MessageKey, Say } from '../../../shared/messages/say';
import type { RunningApp } from '../support/launch';

export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** In the window's language. */
  readonly say: Say;
}

/** One thing that a person may see on the way through a journey. */
export interface State {
  readonly name: string;
  /** Comes from wherever the window is, and gives back the one to look at: the app's own, or the console's. */
  readonly reach: (stage: Stage) => Promise<Page>;
}

/** States that belong together; what a screen reader says of them is kept in one file. */
export interface Journey {
  readonly name: string;
  readonly states: readonly State[];
}

export function state(name: string, reach: (stage: Stage) => Promise<void>): State {
  return {
    name,
    reach: async (stage) => {
      await reach(stage);
      return stage.page;
    },
  };
}

/**
 * Through all states, also where something is wrong with one, so that a run tells all that is. `name`: of the journey and the
 * state. Gives back what was not reached.
 */
export async function walk(
  stage: Stage,
  journeys: readonly Journey[],
  look: (page: Page, name: string) => Promise<void>,
): Promise<readonly string[]> {
  const unreached: string[] = [];
  for (const journey of journeys)
    for (const { name, reach } of journey.states)
      await reach(stage)
        .then((page) => look(page, `${journey.name}-${name}`))
        .catch((error: Error) => unreached.push(`${journey.name}-${name}: ${error.message}`));
  return unreached;
}

/** The smallest size, and a case, a list, a change and the keys' lists to be seen. */
export async function prepare({ app, page }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640));
  const doctor = new DoctorPage(page);
  await doctor.startScenario('allow_list');
  await doctor.testAgain();
  await page.evaluate(askEachKey);
  await page.evaluate(changeOneList, { keyId: ADMIN_KEY_IDS.maple, project: PROJECTS.mobile });
}

/** One after the other: asked all at once, they would stand in the history in another order each time. */
async function askEachKey(): Promise<void> {
  const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
  const keys = await doctor.keys.list({});
  for (const { id } of keys.ok ? keys.value : [])
    await doctor.matrix.retest({ keyId: id, model: null, probe: 'list', consent: false });
}

async function changeOneList(at: { readonly keyId: string; readonly project: string }): Promise<void> {
  const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
  await doctor.admin.check_key({ id: at.keyId });
  const preview = await doctor.admin.preview({ ...at, wish: { kind: 'let_through', models: ['gpt-5.5'] } });
  if (preview.ok) await doctor.admin.apply({ id: preview.value.id, confirmed: true });
}

/** Puts the window into a language, as it is after a start; the theme is the system's, which a test can change at any moment. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    async (settings) => {
      const doctor: DoctorApi = Reflect.get(globalThis, 'doctor');
      await doctor.app.write_settings(settings);
    },
    { ...DEFAULT_SETTINGS, language },
  );
  await page.reload();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await page.getByRole('navigation').getByRole('listitem').first().getByRole('button').waitFor();
}

/** Closes whatever lies over the page. */
export async function clear(page: Page): Promise<void> {
  const over = page.locator(
    ':is([role="dialog"], [role="menu"], [role="listbox"]):visible:not([data-portal] [aria-hidden="true"] *)',
  );
  while ((await over.count()) > 0) {
    const before = await over.count();
    await page.keyboard.press('Escape');
    await over.nth(before - 1).waitFor({ state: 'hidden' });
  }
}

const PLACES = ['diagnose', 'keys', 'admin', 'matrix', 'history'] as const;

export async function go(
  { page, say }: Stage,
  place: (typeof PLACES)[number] | 'cases' | 'settings',
): Promise<void> {
  await clear(page);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: say(`app.navigation.${place}`), exact: true })
    .click();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** The newest case. */
export async function goToCase({ page }: Stage): Promise<void> {
  await clear(page);
  await page.getByRole('navigation').getByRole('listitem').first().getByRole('button').click();
  await page.getByTestId('verdict-cause').waitFor();
}

export async function press({ page, say }: Stage, key: MessageKey, nth = 0): Promise<void> {
  await page
    .getByRole('button', { name: say(key), exact: true })
    .nth(nth)
    .click();
}

export async function dialog({ page }: Stage): Promise<void> {
  // Its name is given to it a moment after it is drawn.
  await page.locator('[role="dialog"]:is([aria-label], [aria-labelledby])').waitFor();
}
