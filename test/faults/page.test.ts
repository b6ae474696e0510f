/** A page that hangs or crashes, in the app as a person starts it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BareApp } from './support/bare-app';
import { answerBoxes, shownBoxes } from './support/boxes';
import { typedError, typeError } from './support/typing';

/** The bar for a window that hangs or crashes. */
const BACK_MS = 2_000;
const TEXT = 'Error code: 403 - Project `proj_x` does not have access to model `gpt-5.5`';

let app: BareApp;
beforeAll(async () => {
  app = await BareApp.start({ args: ['--practice'] });
});
afterAll(() => app.stop());
beforeEach(() => answerBoxes(app, null));

const loopForEver = () =>
  app.page(() => {
    setTimeout(() => {
      for (;;);
    });
  });

const crash = () =>
  app.main(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.forcefullyCrashRenderer();
  });

const busyFor = (milliseconds: number) =>
  app.page((limit: number) => {
    setTimeout(() => {
      const end = performance.now() + limit;
      while (performance.now() < end);
    });
  }, milliseconds);

describe('a page that hangs', () => {
  it('is asked about within two seconds, and comes back with the text that was typed', async () => {
    await typeError(app, TEXT);
    await answerBoxes(app, 1);
    const start = performance.now();
    await loopForEver();
    await app.next('page-loaded', 10_000, start);
    const [box] = await shownBoxes(app);
    expect([box?.message, box?.buttons]).toEqual(['The window isn’t answering', ['Wait', 'Reload']]);
    expect(box?.after).toBeLessThan(BACK_MS);
    await app.untilDrawn();
    await app.until('the text', async () => (await typedError(app)) === TEXT);
  });

  it('loses the box again if it was only busy', async () => {
    await busyFor(2_500);
    await app.until('the box to be taken away', async () => (await shownBoxes(app))[0]?.takenAway === true);
    expect(await shownBoxes(app)).toHaveLength(1);
  });

  it('is not asked about while it answers, however long the main process is busy', async () => {
    await app.main(() => {
      const end = performance.now() + 2_500;
      while (performance.now() < end);
    });
    await busyFor(800);
    await app.page(() => new Promise((resolve) => setTimeout(resolve, 900)));
    expect(await shownBoxes(app)).toEqual([]);
  });

  it('is not asked about while its window is minimized', async () => {
    const minimize = (on: boolean) =>
      app.main(({ BrowserWindow }, minimized) => {
        // A display without a window manager minimizes nothing, so the window is hidden.
        for (const window of BrowserWindow.getAllWindows()) minimized ? window.hide() : window.show();
      }, on);
    await minimize(true);
    await busyFor(2_600);
    await app.page(() => null);
    await minimize(false);
    expect(await shownBoxes(app)).toEqual([]);
  });
});

describe('a page that crashes', () => {
  it('is back within two seconds, with the text', async () => {
    const start = performance.now();
    await crash();
    await app.next('page-loaded', BACK_MS, start);
    await app.untilDrawn();
    expect(performance.now() - start).toBeLessThan(BACK_MS);
    await app.until('the text', async () => (await typedError(app)) === TEXT);
  });

  it('is asked about instead of left blank, and comes back as the person chose', async () => {
    await answerBoxes(app, 1);
    for (let time = 0; time < 4; time += 1) {
      if ((await shownBoxes(app)).length > 0) break;
      const start = performance.now();
      await crash();
      await app.next('page-gone', BACK_MS, start);
      await app.untilDrawn();
    }
    expect((await shownBoxes(app)).map(({ buttons }) => buttons)).toEqual([
      ['Reload', 'Reload without the text', 'Quit'],
    ]);
    await app.untilDrawn();
    expect(await typedError(app)).toBe('');
  });

  it('survives the end of the processes that draw and that connect', async () => {
    const start = performance.now();
    const helpers = app.processes().filter(({ command }) => /--type=gpu-process/.test(command));
    for (const { pid } of helpers) process.kill(pid, 'SIGKILL');
    if (helpers.length > 0) await app.next('process-gone', BACK_MS, start);
    await app.untilDrawn(BACK_MS);
    expect((await app.verb('app', 'info', {})).ok).toBe(true);
  });
});
