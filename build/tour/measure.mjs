/** `npm run tour -- --measure`: what the window costs a person, as a table. It asserts nothing; a slow machine is no fault. */
import { DoctorPage } from './doctor-page.mjs';
import { lookAtFirstView } from './first-view.mjs';
import { chooseAllowedList, Hand, toTheList, toTheProof } from './golden-path.mjs';
import { summary, untilPainted } from './paint.mjs';

const SIZES = /** @type {const} */ ([
  [900, 640],
  [1180, 800],
  [1920, 1080],
]);
const LANGUAGES = /** @type {const} */ (['en', 'ja']);
const THEMES = /** @type {const} */ (['light', 'dark']);
const TRIALS = 21;
const LONG_TRIALS = 11;
const LONG_TEXT = 5_000_000;
/** Paste and palette are slow on a machine that is busy with other things, and are waited for all the same. */
const PATIENCE_MS = 60_000;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').ElectronApplication} App */
/** @typedef {import('../tour.mjs').Stage} Stage */

/** @param {Stage} stage `launch` starts practice with the large organization. */
export async function measure({ launch, print }) {
  const app = await launch();
  app.context().setDefaultTimeout(PATIENCE_MS);
  try {
    const page = await app.firstWindow();
    const doctor = new DoctorPage(page);
    await doctor.pasteBox.waitFor();
    const row = (/** @type {string} */ what, /** @type {string} */ figure, goal = '') =>
      print(`${what.padEnd(52)} ${figure.padStart(16)}${goal && `   goal ${goal}`}`);
    await measurePalette(page, row);
    await measurePastes(app, doctor, row);
    await measureFirstViews(app, doctor, row);
    await measureGoldenPath(app, doctor, row);
  } finally {
    await app.close();
  }
}

/** @typedef {(what: string, figure: string, goal?: string) => void} Row */

/** @param {Page} page @param {Row} row */
async function measurePalette(page, row) {
  const keys = await page.evaluate(async () => {
    const doctor = /** @type {import('../../shared/ipc/contract').DoctorApi} */ (
      Reflect.get(globalThis, 'doctor')
    );
    const listed = await doctor.keys.list({});
    return listed.ok ? listed.value.length : 0;
  });
  const times = [];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    times.push(
      await untilPainted(page, '[role="dialog"] [role="option"]', () =>
        page.keyboard.press('ControlOrMeta+k'),
      ),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  row(`palette opens with ${keys} keys (median / 95 %)`, summary(times), '≤ 100 ms');
}

/** @param {App} app @param {DoctorPage} doctor @param {Row} row */
async function measurePastes(app, doctor, row) {
  const { text } = await doctor.scenario('allow_list');
  const noise = 'INFO one line of many\n'.repeat(LONG_TEXT / 2 / 22);
  const before = await app.evaluate(({ clipboard }) => clipboard.readText());
  const usual = await timePastes(app, doctor, text, TRIALS);
  row('paste to painted verdict, a usual error', summary(usual), '≤ 50 ms');
  const long = await timePastes(app, doctor, `${noise}${text}\n${noise}`, LONG_TRIALS);
  row('paste to painted verdict, 5 MB', summary(long), '≤ 400 ms');
  await app.evaluate(({ clipboard }, kept) => clipboard.writeText(kept), before);
}

/** @param {App} app @param {DoctorPage} doctor @param {string} text @param {number} trials */
async function timePastes(app, doctor, text, trials) {
  const { page, pasteBox } = doctor;
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  const times = [];
  for (let trial = 0; trial < trials; trial += 1) {
    await pasteBox.focus();
    times.push(
      await untilPainted(page, '[data-testid="live-reading"]', () => page.keyboard.press('ControlOrMeta+v')),
    );
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByTestId('live-reading').waitFor({ state: 'detached' });
  }
  return times;
}

/** @param {App} app @param {DoctorPage} doctor @param {Row} row */
async function measureFirstViews(app, doctor, row) {
  await doctor.startScenario('allow_list');
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await wear(doctor, language, theme);
      for (const size of SIZES) {
        await resize(app, doctor.page, size);
        const { width, height, rung, action, words } = await doctor.page.evaluate(lookAtFirstView);
        row(
          `${language}, ${theme}, ${width} × ${height}: rung at y, action to y, words`,
          `${rung}, ${action}, ${words}`,
          size === SIZES[0] ? 'in view, ≤ 120 words' : 'in view',
        );
      }
    }
  await wear(doctor, 'en', 'light');
  await resize(app, doctor.page, SIZES[0]);
}

/** @param {DoctorPage} doctor @param {'en' | 'ja'} language @param {'light' | 'dark'} theme */
async function wear({ page, verdict }, language, theme) {
  await page.evaluate(
    async (change) => {
      const doctor = /** @type {import('../../shared/ipc/contract').DoctorApi} */ (
        Reflect.get(globalThis, 'doctor')
      );
      const settings = await doctor.app.read_settings({});
      if (settings.ok) await doctor.app.write_settings({ ...settings.value, ...change });
    },
    { language, theme },
  );
  // The window learns of settings that it wrote itself; these it reads when it is drawn anew.
  await page.reload();
  await page.locator(`html[lang="${language}"][data-mantine-color-scheme="${theme}"]`).waitFor();
  await page.getByRole('navigation').getByRole('listitem').first().getByRole('button').click();
  await verdict.waitFor();
}

/** @param {App} app @param {Page} page @param {readonly [number, number]} size */
async function resize(app, page, [width, height]) {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1]),
    /** @type {[number, number]} */ ([width, height]),
  );
  await page.waitForFunction(([wide, high]) => innerWidth === wide && innerHeight === high, [width, height]);
}

/** @param {App} app @param {DoctorPage} doctor @param {Row} row */
async function measureGoldenPath(app, doctor, row) {
  await doctor.goToDiagnose();
  const hand = new Hand();
  const look = () => Promise.resolve();
  const console_ = await toTheList(app, doctor, hand, look);
  await chooseAllowedList(doctor, hand, look);
  await toTheProof(doctor, console_, hand, look);
  row('golden path, app and console together: clicks', String(hand.clicks), '≤ 9');
  row('golden path: scrolls', String(hand.scrolls), '0');
}
