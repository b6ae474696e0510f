import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from './support/launch';

const BOUNDS = { x: 60, y: 40, width: 960, height: 700 };

const placeOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomLevel() };
  });

describe('the window', () => {
  it('is at its next start where it was, as large, and as far zoomed', async () => {
    const first = await launchApp({ args: ['--practice'] });
    await first.app.evaluate(({ BrowserWindow }, bounds) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds(bounds);
      window?.webContents.setZoomLevel(1);
    }, BOUNDS);
    await expect.poll(async () => (await placeOf(first)).bounds).toEqual(BOUNDS);
    await first.quit();
    const next = await launchApp({ args: ['--practice'], profile: first.profile });
    await expect.poll(async () => (await placeOf(next)).bounds).toEqual(BOUNDS);
    expect((await placeOf(next)).zoom).toBeCloseTo(1, 5);
    await next.page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await next.close();
    await rm(first.profile, { recursive: true, force: true });
  });

  it('names the model of the case that is open', async () => {
    const running = await launchApp({ args: ['--practice'] });
    await running.page.getByTestId('scenario-allow_list').click();
    await expect.poll(() => running.page.title()).toMatch(/^Practice · gpt-5\.5 · Case · /);
    await running.close();
  });
});
