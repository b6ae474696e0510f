import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DoctorPage } from '../../build/tour/doctor-page.mjs';
import type { DoctorApi } from '../../shared/ipc/contract';
import { launchApp, picture, type RunningApp } from './support/launch';

/** How long the window may be busy with drawing megabytes of text before it answers. */
const LARGE_TEXT_MS = 30_000;

describe('what people paste', () => {
  let running: RunningApp;
  let doctor: DoctorPage;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    doctor = new DoctorPage(running.page);
  });
  afterAll(() => running.close());

  async function press(timeout?: number): Promise<void> {
    const button = running.page.getByRole('main').getByRole('button', { name: 'Diagnose' });
    await button.click(timeout === undefined ? {} : { timeout });
  }

  it('nothing: asks for a text', async () => {
    await doctor.pasteBox.fill('   ');
    await press();
    await running.page.getByRole('alert').filter({ hasText: 'nothing to read' }).waitFor();
  });

  it('7 MB: says what the limit is and keeps the text', { timeout: 3 * LARGE_TEXT_MS }, async () => {
    const long = 'INFO one line of many\n'.repeat(320_000);
    await running.page.evaluate((text) => {
      const box = document.querySelector('textarea');
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      set?.call(box, text);
      box?.dispatchEvent(new Event('input', { bubbles: true }));
    }, long);
    await press(LARGE_TEXT_MS);
    await running.page.getByRole('alert').filter({ hasText: 'too large' }).waitFor();
    expect((await doctor.pasteBox.inputValue()).length).toBe(long.length);
    await picture(running.page, 'input-too-large', LARGE_TEXT_MS);
  });

  it('5 MB with the error in the middle: finds it', { timeout: 2 * LARGE_TEXT_MS }, async () => {
    const { text } = await doctor.scenario('allow_list');
    const noise = 'INFO one line of many\n'.repeat(115_000);
    await running.page.evaluate(
      (whole) => {
        const box = document.querySelector('textarea');
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
        set?.call(box, whole);
        box?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      noise + text + noise,
    );
    await press(LARGE_TEXT_MS);
    await doctor.verdict.waitFor();
    expect(await doctor.readVerdict()).toMatchObject({ outcome: 'refused', cause: 'project_lacks_model' });
  });

  it('a text without any error: says so and forces no cause on it', async () => {
    await doctor.goToDiagnose();
    await doctor.pasteBox.fill('Dear all, the meeting about our models is at ten.');
    const main = running.page.getByRole('main');
    await main.getByRole('button', { name: 'Diagnose' }).click();
    await main.getByRole('button', { name: 'Continue anyway' }).click();
    await doctor.verdict.waitFor();
    expect(await doctor.readVerdict()).toMatchObject({ outcome: 'not_an_error' });
    await picture(running.page, 'input-no-error');
  });

  it('an error, anywhere in the window: it is read at once and opened by Enter', async () => {
    const { text } = await doctor.scenario('allow_list');
    await running.page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await running.app.evaluate(({ clipboard }, error) => clipboard.writeText(error), text);
    await running.page.keyboard.press('Control+v');
    await running.page.locator('[data-testid="live-reading"][data-cause="project_lacks_model"]').waitFor();
    expect(await doctor.pasteBox.inputValue()).toBe(text);
    await picture(running.page, 'input-pasted-anywhere');
    await running.page.keyboard.press('Enter');
    await doctor.verdict.waitFor();
    await doctor.goToDiagnose();
  });

  it('what was cleared: is brought back by Control and Z', async () => {
    await doctor.pasteBox.fill('half a thought');
    await running.page.getByRole('button', { name: 'Clear' }).click();
    expect(await doctor.pasteBox.inputValue()).toBe('');
    await running.page.keyboard.press('Control+z');
    expect(await doctor.pasteBox.inputValue()).toBe('half a thought');
  });

  it('by a right click: the menu offers it', async () => {
    await running.app.evaluate(({ Menu }) => {
      // What the system would draw is out of reach of a test; what it is asked to draw is not.
      Menu.prototype.popup = function popup() {
        Object.assign(globalThis, {
          offered: this.items.filter((item) => item.enabled).map(({ label }) => label),
        });
      };
    });
    const offered = () => running.app.evaluate(() => (globalThis as { offered?: string[] }).offered ?? []);
    await doctor.pasteBox.click({ button: 'right' });
    await expect.poll(offered).toContain('Paste');
    await doctor.pasteBox.fill('');
  });

  it.each(['paste', 'drop'] as const)(
    'a picture, by %s: says what to do instead and keeps the text',
    async (way) => {
      await doctor.goToDiagnose();
      await doctor.pasteBox.fill('half a thought');
      await doctor.pasteBox.evaluate((box, kind) => {
        const data = new DataTransfer();
        data.items.add(
          new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'error.png', { type: 'image/png' }),
        );
        const common = { bubbles: true, cancelable: true };
        box.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...common, clipboardData: data })
            : new DragEvent('drop', { ...common, dataTransfer: data }),
        );
      }, way);
      await running.page.getByRole('alert').filter({ hasText: 'That is a picture.' }).waitFor();
      expect(await doctor.pasteBox.inputValue()).toBe('half a thought');
      await picture(running.page, 'input-picture');
    },
  );

  it('keeps what was typed while another page is looked at', async () => {
    await doctor.goToDiagnose();
    await doctor.pasteBox.fill('half a thought');
    await running.page.getByRole('navigation').getByText('Settings').click();
    await running.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await doctor.goToDiagnose();
    expect(await doctor.pasteBox.inputValue()).toBe('half a thought');
  });

  it('keeps what was typed when Ctrl+R finds nothing to test', async () => {
    await doctor.pasteBox.fill('half a thought');
    await running.page.evaluate(() => Reflect.set(globalThis, 'stillHere', true));
    await doctor.pasteBox.press('Control+r');
    // The keys are taken in their order, so what Control+R began would be under way before the sheet is open.
    await doctor.pasteBox.press('F1');
    const sheet = running.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    await running.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await running.page.evaluate(() => Reflect.get(globalThis, 'stillHere'))).toBe(true);
    expect(await doctor.pasteBox.inputValue()).toBe('half a thought');
  });

  it('gives back what was typed, without the keys in it, when the page crashes', async () => {
    const key = ['sk', 'proj', 'Ab1_'.repeat(30)].join('-');
    await doctor.pasteBox.fill(`OPENAI_API_KEY=${key} and half a thought`);
    const kept = () =>
      running.page.evaluate(async () => {
        const doctorApi: DoctorApi = Reflect.get(globalThis, 'doctor');
        const answer = await doctorApi.app.kept_draft({});
        return answer.ok ? (answer.value?.draft.text ?? '') : '';
      });
    await expect.poll(kept).toContain('OPENAI_API_KEY');
    // Playwright lets go of a page that crashed, so the rest is asked of the main process.
    await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const back = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await back;
    });
    const typed = () =>
      running.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector('textarea')?.value ?? ''`,
        ),
      );
    await expect.poll(typed).toBe('OPENAI_API_KEY=sk-proj-…[redacted] and half a thought');
  });
});

describe('what people type into the settings', () => {
  let running: RunningApp;

  beforeAll(async () => {
    running = await launchApp({ args: ['--practice'] });
    await running.page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  });
  afterAll(() => running.close());

  const stored = () =>
    running.page.evaluate(async () => {
      const { doctor } = globalThis as unknown as { readonly doctor: DoctorApi };
      const reply = await doctor.probing.read_settings({});
      return reply.ok ? [reply.value.overall, reply.value.perKey, reply.value.keepDays] : [];
    });

  it('counts only once it is typed to its end', async () => {
    const days = running.page.getByLabel('Keep history and cases (days)');
    const before = await stored();
    await days.fill('1');
    expect(await stored()).toEqual(before);
    await days.pressSequentially('80');
    await days.press('Enter');
    await expect.poll(stored).toEqual([before[0], before[1], 180]);
  });

  it('is refused with its bounds where it is out of them, and put back', async () => {
    const overall = running.page.getByLabel('Total', { exact: true });
    await overall.fill('100');
    await running.page.getByText('A whole number from 1 to 32.').waitFor();
    await picture(running.page, 'input-settings');
    await overall.blur();
    expect(await overall.inputValue()).toBe('8');
    expect((await stored())[0]).toBe(8);
  });

  it('lowers what goes with one key to what goes over all', async () => {
    const overall = running.page.getByLabel('Total', { exact: true });
    await overall.fill('1');
    await overall.press('Enter');
    await expect.poll(async () => (await stored()).slice(0, 2)).toEqual([1, 1]);
  });
});
